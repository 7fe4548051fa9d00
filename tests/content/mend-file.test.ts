import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { type MendedFile, mendContent } from '../../src/content/mend-content.ts';
import { writeMended } from '../../src/content/mend-file.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { articleText, contentFolder } from './content-folder.ts';

const file = 'news/2020/01/a.md';
const wrong = articleText().replace('title: ', 'title：');

function mendedFolder(): { readonly root: string; readonly target: string; readonly mended: MendedFile } {
  const root = contentFolder({ [file]: wrong });
  const [mended] = mendContent(root, () => true);
  if (!mended) throw new Error('nothing to mend');
  return { root, target: path.join(root, file), mended };
}

const namesIn = (folder: string): string[] => fs.readdirSync(folder).sort();

it('is written with its mode, and nothing is left beside it', () => {
  const { root, target, mended } = mendedFolder();
  fs.chmodSync(target, 0o640);
  expect(writeMended(root, mended)).toBe(true);
  expect(fs.readFileSync(target, 'utf8')).toBe(articleText());
  expect(fs.statSync(target).mode & 0o7777).toBe(0o640);
  expect(namesIn(path.dirname(target))).toEqual(['a.md']);
});

it('is another file then, whole from the first moment', () => {
  const { root, target, mended } = mendedFolder();
  const open = fs.openSync(target, 'r');
  expect(writeMended(root, mended)).toBe(true);
  expect(fs.readFileSync(open, 'utf8')).toBe(wrong);
  fs.closeSync(open);
});

it('that has changed since it was read is left', () => {
  const { root, target, mended } = mendedFolder();
  fs.appendFileSync(target, '又一段。\n');
  expect(writeMended(root, mended)).toBe(false);
  expect(fs.readFileSync(target, 'utf8')).toBe(`${wrong}又一段。\n`);
  fs.rmSync(target);
  expect(writeMended(root, mended)).toBe(false);
  expect(namesIn(path.dirname(target))).toEqual([]);
});

it('is not reached through a link, of its own or of a folder', () => {
  const { root, target, mended } = mendedFolder();
  const outside = path.join(temporaryFolder(), 'a.md');
  fs.renameSync(target, outside);
  fs.symlinkSync(outside, target);
  expect(writeMended(root, mended)).toBe(false);
  fs.rmSync(path.dirname(target), { recursive: true });
  fs.symlinkSync(path.dirname(outside), path.dirname(target));
  expect(writeMended(root, mended)).toBe(false);
  expect(fs.readFileSync(outside, 'utf8')).toBe(wrong);
  expect(namesIn(path.dirname(outside))).toEqual(['a.md']);
});

it('the content folder itself may be a link', () => {
  const { root, target, mended } = mendedFolder();
  const link = path.join(temporaryFolder(), 'content');
  fs.symlinkSync(root, link);
  expect(writeMended(link, mended)).toBe(true);
  expect(fs.readFileSync(target, 'utf8')).toBe(articleText());
});
