import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * What one run of a command took.
 * @typedef {object} Cost
 * @property {number} wall seconds
 * @property {number} cpu seconds, user and system, of all its processes
 * @property {number} memory MB (2^20 bytes) that the largest of its processes held at its height
 */

/** GNU time; the shell's own word of that name knows no memory. */
const timer = ['/usr/bin/time', 'gtime'].find((program) =>
  /GNU/.test(spawnSync(program, ['--version'], { encoding: 'utf8' }).output?.join('') ?? ''),
);

/** Why nothing can be measured here, with the way to mend it. */
export const lacking =
  timer === undefined
    ? 'GNU time is not installed: apt-get install time (macOS: brew install gnu-time)'
    : undefined;

/**
 * Runs a command to its end.
 * @param {string} folder where it runs
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {Cost & { stdout: string }}
 * @throws where the command fails, with the end of what it said
 */
export function measure(folder, program, args) {
  if (timer === undefined) throw new Error(lacking);
  const report = path.join(os.tmpdir(), `bench-time-${process.pid}`);
  const began = performance.now();
  const run = spawnSync(timer, ['-o', report, '-f', '%U %S %M', program, ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const wall = (performance.now() - began) / 1000;
  if (run.error) throw run.error;
  // A command that failed has a line about that before the figures.
  const figures = fs.readFileSync(report, 'utf8').trim().split('\n').at(-1) ?? '';
  fs.rmSync(report);
  if (run.status !== 0) {
    const said = `${run.stdout}\n${run.stderr}`.trim().split('\n').slice(-20).join('\n');
    throw new Error(`${program} ${args.join(' ')}: exit ${run.status ?? run.signal}\n${said}`);
  }
  const [user = Number.NaN, system = Number.NaN, kilobytes = Number.NaN] = figures.split(' ').map(Number);
  return { wall, cpu: user + system, memory: kilobytes / 1024, stdout: run.stdout };
}
