import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { measure } from './measure.mjs';

/** @typedef {'cold' | 'edit' | 'new'} Kind cold: no output and no cache; edit: a text changed; new: a newest article */

/**
 * @typedef {object} Run
 * @property {string} builder
 * @property {Kind} kind
 * @property {import('./measure.mjs').Cost} cost
 * @property {number} files in the output
 * @property {number} bytes in the output
 * @property {number} written files that this run wrote
 * @property {OwnReport | undefined} own what this project says of itself
 */

/**
 * The part of `build --format json` that is shown.
 * @typedef {object} OwnReport
 * @property {{ drawn: number }} pages
 * @property {Readonly<Record<string, number>>} seconds by stage, and `total`
 */

/**
 * Builds once, in a new process.
 * @param {import('./archive-folder.mjs').ArchiveFolder} archive
 * @param {Kind} kind
 * @returns {Promise<Run>}
 */
export async function measureBuild(archive, kind) {
  const { folder, builder } = archive;
  await settle();
  const began = Date.now();
  const { stdout, ...cost } = measure(folder, ...builder.command);
  const output = archive.output();
  return {
    builder: builder.name,
    kind,
    cost,
    files: output.length,
    bytes: output.reduce((sum, { bytes }) => sum + bytes, 0),
    // The clock of the file system may be some milliseconds behind.
    written: output.filter(({ changed }) => changed > began - 20).length,
    own: builder.reports ? JSON.parse(stdout) : undefined,
  };
}

/**
 * Reads the articles and writes the files of the output that is there now, without building anything.
 * @param {import('./archive-folder.mjs').ArchiveFolder} archive
 * @param {string} folder is made
 * @returns {Promise<import('./measure.mjs').Cost>}
 */
export async function measureFloor(archive, folder) {
  fs.mkdirSync(folder);
  const files = archive.output().map(({ file, bytes }) => [file, bytes]);
  fs.writeFileSync(path.join(folder, 'files.json'), JSON.stringify(files));
  await settle();
  const articles = path.join(archive.folder, 'content/news');
  const program = path.join(import.meta.dirname, 'floor.mjs');
  const { wall, cpu, memory } = measure(folder, process.execPath, [
    program,
    articles,
    'files.json',
    'output',
  ]);
  return { wall, cpu, memory };
}

/** Nobody pays for what the run before left to be written; the pause keeps the times of the files apart. */
async function settle() {
  spawnSync('sync');
  await sleep(100);
}
