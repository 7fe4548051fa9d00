import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { OutputRefused, writeMark } from '../../src/publish/output-folder.ts';
import { publishFolder } from '../../src/publish/publish-folder.ts';
import { readFiles, temporaryFolder, writeFiles } from '../temporary-folder.ts';

const signal = new AbortController().signal;

function place(files: Readonly<Record<string, string>>) {
  const folder = temporaryFolder();
  const site = path.join(folder, '_site');
  writeFiles(site, files);
  writeMark(site);
  return { folder, site, to: path.join(folder, 'www') };
}

test('a folder becomes the site, whatever stood in it of ours', async () => {
  const { folder, site, to } = place({ 'index.html': 'home', 'a/index.html': 'a' });
  await publishFolder({ folder: site, to, dryRun: false, signal });
  expect(readFiles(to)).toEqual(readFiles(site));
  writeFiles(to, { 'stray.txt': 'another hand', 'a/index.html': 'touched' });
  const changes = await publishFolder({ folder: site, to, dryRun: false, signal });
  expect(changes).toEqual({ added: [], changed: ['a/index.html'], removed: ['stray.txt'] });
  expect(readFiles(to)).toEqual(readFiles(site));
  expect(fs.readdirSync(folder).sort()).toEqual(['_site', 'www']);
});

test('what another run began is finished first', async () => {
  const { site, to } = place({ 'index.html': 'home' });
  await publishFolder({ folder: site, to, dryRun: false, signal });
  writeFiles(`${to}.staging`, { 'half.html': 'half' });
  fs.writeFileSync(`${to}.journal`, JSON.stringify({ moved: ['half.html'], removed: [] }));
  const { removed } = await publishFolder({ folder: site, to, dryRun: false, signal });
  expect(removed).toEqual(['half.html']);
  expect(readFiles(to)).toEqual(readFiles(site));
});

test('a folder with files of others is refused and left alone', async () => {
  const { folder, site, to } = place({ 'index.html': 'home' });
  writeFiles(to, { 'thesis.txt': 'mine' });
  await expect(publishFolder({ folder: site, to, dryRun: false, signal })).rejects.toThrow(OutputRefused);
  expect(readFiles(to)).toEqual({ 'thesis.txt': 'mine' });
  expect(fs.readdirSync(folder).sort()).toEqual(['_site', 'www']);
});
