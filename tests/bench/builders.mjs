import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { contentFolder, hugoContent } from './corpus-files.mjs';

/**
 * One of the programs that are compared.
 * @typedef {object} Builder
 * @property {string} name
 * @property {import('./corpus-files.mjs').Format} format
 * @property {string} output its folder of finished files
 * @property {readonly [program: string, args: readonly string[]]} command run in the folder that holds the archive
 * @property {readonly [program: string, args: readonly string[]]} start does nothing: what is prepared once is no part of a build
 * @property {boolean} reports whether its stdout is the report of `build --format json`
 * @property {string} version empty where it is not installed
 * @property {string} install how to get it
 */

const project = path.resolve(import.meta.dirname, '../..');
const news = path.join(project, 'src/cli/news.mjs');

/** @type {Builder} */
export const ours = {
  name: 'investchn',
  format: contentFolder,
  output: '_site',
  command: [
    process.execPath,
    [
      ...[news, 'build', '--content', 'content', '--output', '_site', '--cache', '.cache'],
      ...['--no-search', '--format', 'json'],
    ],
  ],
  start: [process.execPath, [news, '--help']],
  reports: true,
  version: `Node ${process.version}`,
  install: 'npm ci',
};

/** @type {Readonly<Record<string, Builder>>} */
export const peers = {
  hugo: {
    name: 'hugo',
    format: hugoContent,
    output: 'public',
    command: ['hugo', ['--quiet']],
    start: ['hugo', ['version']],
    reports: false,
    version: /v[\d.]+\S*/.exec(spawnSync('hugo', ['version'], { encoding: 'utf8' }).stdout ?? '')?.[0] ?? '',
    install: 'apt-get install hugo',
  },
};
