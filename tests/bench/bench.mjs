// Builds one invented archive with this project and with its peers, in turns, and prints what each took.
//
//   npm run bench -- 10000 [--runs 3] [--peers hugo] [--work DIR] [--seed N]      --peers none: this project alone
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ArchiveFolder } from './archive-folder.mjs';
import { ours, peers } from './builders.mjs';
import { lacking } from './measure.mjs';
import { floorReport, ratioReport, runReport, stageReport } from './reports.mjs';
import { measureBuild, measureFloor } from './runs.mjs';
import { count } from './table.mjs';

/** @typedef {import('./runs.mjs').Run} Run */

const usage = 'npm run bench -- ARTICLES [--runs 3] [--peers hugo|none] [--work DIR] [--seed N]';

/** What happens to the archive before each run of a kind. */
const kinds = /** @type {const} */ ({
  cold: (/** @type {ArchiveFolder} */ archive) => archive.clean(),
  edit: (/** @type {ArchiveFolder} */ archive, /** @type {number} */ time) => archive.edit(time),
  new: (/** @type {ArchiveFolder} */ archive, /** @type {number} */ time) => archive.add(time),
});

function main() {
  const options = readArguments();
  const missing = options.peers.filter(({ version }) => version === '');
  for (const { name, install } of missing) console.error(`${name} is not installed: ${install}`);
  const present = [ours, ...options.peers.filter((peer) => !missing.includes(peer))];
  const work = options.work ?? fs.mkdtempSync(path.join(os.tmpdir(), 'bench-'));
  try {
    console.error(`writing ${count(options.articles)} articles for each builder`);
    const archives = present.map(
      (builder) =>
        new ArchiveFolder(path.join(work, `bench-${builder.name}`), builder, options.articles, options.seed),
    );
    const { runs, floor } = measureAll(archives, options.runs, path.join(work, 'bench-floor'));
    const machine = `${os.availableParallelism()} cores, ${Math.round(os.totalmem() / 2 ** 30)} GB`;
    const versions = present.map(({ name, version }) => `${name} (${version})`).join(', ');
    console.log(`${count(options.articles)} articles, seed ${options.seed}; ${machine}; ${versions}\n`);
    console.log(runReport(runs));
    for (const { name } of present.slice(1)) console.log(`\n${ratioReport(runs, ours.name, name)}`);
    const own = runs.filter(({ builder }) => builder === ours.name);
    console.log(`\n${stageReport(own)}`);
    console.log(`\n${floorReport(own, floor)}`);
  } finally {
    if (options.work === undefined) fs.rmSync(work, { recursive: true, force: true });
  }
}

/**
 * The builders take turns, so that a busy minute of the machine falls on all of them.
 * @param {readonly ArchiveFolder[]} archives
 * @param {number} times
 * @param {string} floorFolder
 */
function measureAll(archives, times, floorFolder) {
  /** @type {Run[]} */
  const runs = [];
  /** @type {import('./runs.mjs').Floor | undefined} */
  let floor;
  for (const [kind, prepare] of Object.entries(kinds)) {
    for (let time = 1; time <= times; time++) {
      for (const archive of archives) {
        prepare(archive, time);
        const run = measureBuild(archive, kind);
        console.error(`${archive.builder.name} ${kind} ${time}/${times}: ${run.wall.toFixed(2)} s`);
        runs.push(run);
      }
    }
    const own = archives.find(({ builder }) => builder === ours);
    if (kind === 'cold' && own) floor = measureFloor(own, times, floorFolder);
  }
  if (!floor) throw new Error('this project was not measured');
  return { runs, floor };
}

function readArguments() {
  const { values, positionals } = parseArgs({
    options: {
      runs: { type: 'string', default: '3' },
      peers: { type: 'string', default: 'hugo' },
      work: { type: 'string' },
      seed: { type: 'string', default: '1' },
    },
    allowPositionals: true,
  });
  const names = values.peers === 'none' ? [] : values.peers.split(',');
  return {
    articles: wholeNumber(positionals.length === 1 ? positionals[0] : undefined, 1),
    runs: wholeNumber(values.runs, 1),
    seed: wholeNumber(values.seed, 0),
    work: values.work === undefined ? undefined : path.resolve(values.work),
    peers: names.map((name) => {
      const peer = peers[name];
      if (!peer) throw new TypeError(`no such peer: ${name}`);
      return peer;
    }),
  };
}

/** @type {(text: string | undefined, least: number) => number} */
function wholeNumber(text, least) {
  if (text === undefined || !/^\d+$/.test(text) || Number(text) < least) throw new TypeError(`not a number: ${text}`);
  return Number(text);
}

if (lacking !== undefined) {
  console.error(lacking);
  process.exitCode = 3;
} else {
  try {
    main();
  } catch (error) {
    const wrongUsage = error instanceof TypeError;
    console.error(wrongUsage ? `${error.message}\n${usage}` : error);
    process.exitCode = wrongUsage ? 2 : 1;
  }
}
