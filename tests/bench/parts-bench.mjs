// What it costs to build an archive by years: every part in a process and with a cache of its own, then joined, and
// compared with an undivided build. Usage: node tests/bench/parts-bench.mjs ARTICLES [--search] [--work DIR]
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ArchiveFolder } from './archive-folder.mjs';
import { ours } from './builders.mjs';
import { measure } from './measure.mjs';
import { count, seconds, table } from './table.mjs';

const spans = ['-2009', '2010-2014', '2015-2019', '2020-'];
const news = path.resolve(import.meta.dirname, '../../src/cli/news.mjs');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { search: { type: 'boolean', default: false }, work: { type: 'string', default: os.tmpdir() } },
});
const articles = Number(positionals[0]);
if (!Number.isInteger(articles) || articles < 1) {
  console.error('node tests/bench/parts-bench.mjs ARTICLES [--search] [--work DIR]');
  process.exit(2);
}
const work = fs.mkdtempSync(path.join(values.work, 'bench-parts-'));
try {
  const { folder } = new ArchiveFolder(path.join(work, 'ours'), ours, articles, 1);
  const rows = [
    runBuild(folder, 'whole', []),
    ...spans.map((span) => runBuild(folder, span, [`--years=${span}`])),
    // The facts of the whole archive, which every part reads, and nothing drawn.
    runBuild(folder, 'facts', ['--years=1990']),
    run(folder, 'merge', ['merge', ...spans.map((span) => `./${span}`), '--output', 'merged']),
  ];
  // What a part costs whose last output is lost, but not what it remembers of the articles.
  fs.rmSync(path.join(folder, '2015-2019'), { recursive: true });
  rows.push(runBuild(folder, '2015-2019', ['--years=2015-2019'], '2015-2019, remembered'));
  console.log(table(['', 'wall s', 'CPU s', 'peak MB', 'files', 'MB'], rows));
  const [whole, merged] = [hashOf(path.join(folder, 'whole')), hashOf(path.join(folder, 'merged'))];
  console.log(
    `\n${whole === merged ? 'the very bytes of the undivided build' : 'NOT THE SAME BYTES'}: ${merged}`,
  );
  if (whole !== merged) process.exitCode = 1;
} finally {
  fs.rmSync(work, { recursive: true, force: true });
}

/** @type {(folder: string, output: string, words: readonly string[], name?: string) => string[]} */
function runBuild(folder, output, words, name = output) {
  const search = values.search ? [] : ['--no-search'];
  const now = ['--now', '2025-01-02T00:00:00+08:00'];
  const places = [`--output=./${output}`, `--cache=./.cache${output}`];
  return run(folder, name, ['build', ...places, ...now, ...search, ...words], output);
}

/** @type {(folder: string, name: string, words: readonly string[], output?: string) => string[]} */
function run(folder, name, words, output = 'merged') {
  const { wall, cpu, memory } = measure(folder, process.execPath, [
    '--max-semi-space-size=8',
    news,
    ...words,
  ]);
  const files = listFiles(path.join(folder, output));
  const bytes = files.reduce((sum, file) => sum + fs.statSync(file).size, 0);
  return [name, seconds(wall), seconds(cpu), count(memory), count(files.length), count(bytes / 2 ** 20)];
}

/** @param {string} folder */
function listFiles(folder) {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** Of every file's name and bytes. @param {string} folder */
function hashOf(folder) {
  const hash = createHash('sha256');
  for (const file of listFiles(folder))
    hash.update(`${path.relative(folder, file)}\0`).update(fs.readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}
