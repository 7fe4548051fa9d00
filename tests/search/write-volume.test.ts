import fs from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { pagefindVersion, SearchFailed } from '../../src/search/search-failed.ts';
import { writeVolume } from '../../src/search/write-volume.ts';
import { writeVolumes } from '../../src/search/write-volumes.ts';
import { isRunning } from '../is-running.ts';
import { temporaryFolder, writeFiles } from '../temporary-folder.ts';

/** A compiled program that does what a test wants in place of the real one. */
function programThat(body: string): string {
  const folder = temporaryFolder();
  writeFiles(folder, { 'src/search/volume-process.js': body, 'package.json': '{"type":"module"}' });
  return folder;
}

/** Starts what Pagefind would be, writes down its process and waits for ever. */
const hanging = `
import { spawn } from 'node:child_process';
import fs from 'node:fs';
process.once('message', ({ folder }) => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  fs.writeFileSync(folder + '.new', String(child.pid));
  fs.renameSync(folder + '.new', folder);
});`;

const task = (folder: string) => ({ articles: [], folder, wordFile: path.join(folder, 'words') });
const never = new AbortController().signal;

async function pidIn(file: string): Promise<number> {
  while (!fs.existsSync(file)) await setTimeout(10);
  return Number(fs.readFileSync(file, 'utf8'));
}

/** Killed processes end soon, not at once. */
async function expectEnd(pid: number): Promise<void> {
  while (isRunning(pid)) await setTimeout(10);
}

test('Pagefind that hangs is ended with all its processes', async () => {
  const compiledRoot = programThat(hanging);
  const file = path.join(compiledRoot, 'pid');
  const writing = writeVolume('2020', task(file), { compiledRoot, signal: never, timeLimit: 3000 });
  await expect(writing).rejects.toThrow(SearchFailed);
  await expect(writing).rejects.toThrow('分卷 2020 等了 3 秒');
  await expectEnd(await pidIn(file));
});

test('an interrupted build ends all processes and tells its reason', async () => {
  const compiledRoot = programThat(hanging);
  const file = path.join(compiledRoot, 'pid');
  const interrupt = new AbortController();
  const writing = writeVolume('2020', task(file), { compiledRoot, signal: interrupt.signal });
  const failed = expect(writing).rejects.toThrow('stop it');
  const pid = await pidIn(file);
  interrupt.abort(new Error('stop it'));
  await failed;
  await expectEnd(pid);
});

test('what it says when it fails is shown, with the command that mends it', async () => {
  const compiledRoot = programThat(`console.error('bad luck'); process.exit(7);`);
  const writing = writeVolume('2020', task(compiledRoot), { compiledRoot, signal: never });
  await expect(writing).rejects.toThrow(
    /退出代码 7[\s\S]*分卷 2020：bad luck[\s\S]*npm install --no-save @pagefind\//,
  );
});

test('where one volume fails the others are ended', async () => {
  const compiledRoot = programThat(`${hanging}
process.once('message', ({ articles }) => { if (articles.length > 0) process.exit(1); });`);
  const file = path.join(compiledRoot, 'pid');
  const source = { address: '/', title: '', above: [], html: '', below: [], meta: {}, filters: {} };
  const orders = [
    { name: 'good', count: 0, task: () => task(file) },
    { name: 'bad', count: 1, task: () => ({ ...task(`${file}-bad`), articles: [source] }) },
  ];
  const writing = writeVolumes(orders, { compiledRoot, signal: never }, () => undefined);
  await expect(writing).rejects.toThrow('分卷 bad');
  if (fs.existsSync(file)) await expectEnd(await pidIn(file));
});

test('the release that messages name is the one that is installed', () => {
  const { dependencies } = JSON.parse(fs.readFileSync('package.json', 'utf8'));
  expect(dependencies.pagefind).toBe(pagefindVersion);
});
