// Builds one invented archive with this project and with its peers, in turns, and prints what each took.
// Progress goes to stderr, the tables to stdout. The arguments: arguments.mjs.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ArchiveFolder } from './archive-folder.mjs';
import { readArguments, WrongUsage } from './arguments.mjs';
import { ours } from './builders.mjs';
import { lacking, measure } from './measure.mjs';
import { floorReport, ratioReport, runReport, stageReport } from './reports.mjs';
import { measureBuild, measureFloor } from './runs.mjs';
import { count } from './table.mjs';

/** @typedef {import('./builders.mjs').Builder} Builder */
/** @typedef {import('./measure.mjs').Cost} Cost */
/** @typedef {import('./runs.mjs').Kind} Kind */
/** @typedef {import('./runs.mjs').Run} Run */

/** @type {readonly Kind[]} */
const kinds = ['cold', 'edit', 'new'];

/** Says what is compared, builds everything, prints the tables. */
async function bench() {
  const options = readArguments(process.argv.slice(2));
  const builders = [ours];
  for (const peer of options.peers) {
    if (peer.version === '') console.error(`${peer.name} is not installed: ${peer.install}`);
    else builders.push(peer);
  }
  fs.mkdirSync(options.work, { recursive: true });
  const work = fs.mkdtempSync(path.join(options.work, 'bench-'));
  try {
    const archives = builders.map((builder) => {
      console.error(`${builder.name}: ${count(options.articles)} articles are written`);
      const folder = path.join(work, builder.name);
      measure(work, ...builder.start);
      return new ArchiveFolder(folder, builder, options.articles, options.seed);
    });
    const { runs, floors } = await measureAll(archives, options.runs, path.join(work, 'floor'));
    print(builders, options, runs, floors);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

/**
 * The builders take turns, so that a busy minute of the machine falls on all of them.
 * @param {readonly ArchiveFolder[]} archives
 * @param {number} times
 * @param {string} floorFolder
 */
async function measureAll(archives, times, floorFolder) {
  /** @type {Run[]} */
  const runs = [];
  /** @type {Cost[]} */
  const floors = [];
  for (const kind of kinds) {
    for (let time = 1; time <= times; time++) {
      for (const archive of archives) {
        if (kind === 'cold') archive.clean();
        else if (kind === 'edit') archive.edit(time);
        else archive.add(time);
        const run = await measureBuild(archive, kind);
        runs.push(run);
        console.error(`${run.builder}: ${kind} ${time}/${times}, ${run.cost.wall.toFixed(2)} s`);
        if (kind === 'cold' && archive.builder === ours) {
          floors.push(await measureFloor(archive, `${floorFolder}-${time}`));
        }
      }
    }
  }
  return { runs, floors };
}

/**
 * @param {readonly Builder[]} builders
 * @param {{ readonly articles: number, readonly seed: number }} archive
 * @param {readonly Run[]} runs
 * @param {readonly Cost[]} floors
 */
function print(builders, archive, runs, floors) {
  const versions = builders.map(({ name, version }) => `${name} (${version})`).join(', ');
  const machine = `${os.availableParallelism()} cores, ${Math.round(os.totalmem() / 2 ** 30)} GB`;
  const own = runs.filter(({ builder }) => builder === ours.name);
  const tables = [
    `${count(archive.articles)} articles, seed ${archive.seed}; ${machine}; ${versions}`,
    runReport(runs),
    ...builders.slice(1).map(({ name }) => ratioReport(runs, ours.name, name)),
    stageReport(own),
    floorReport(own, floors),
  ];
  console.log(tables.join('\n\n'));
}

try {
  if (lacking !== undefined) {
    console.error(lacking);
    process.exitCode = 3;
  } else {
    await bench();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof WrongUsage ? 2 : 1;
}
