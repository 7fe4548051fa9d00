#!/usr/bin/env node
// Everything that must hold before a change goes in: lint, types, tests. Stops at the first that fails.
// `npm test -- tests/archive` hands what follows `--` to Vitest.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium, findOnPath } from './browser/find-chromium.mjs';
import { findNginx } from './cli/find-nginx.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const chromium = findChromium() ?? install(['chromium', 'fonts-noto-cjk'], findChromium);
if (chromium === undefined) {
  console.error(
    'No Chromium: install it (apt-get install chromium fonts-noto-cjk), or name it in CHROME_PATH.',
  );
  process.exit(3);
}
if ((findNginx() ?? install(['nginx'], findNginx)) === undefined) {
  const cure = 'install it (apt-get install nginx)';
  if (process.env.CI !== undefined) {
    console.error(`No nginx: ${cure}.`);
    process.exit(3);
  }
  console.log(`No nginx: what the site tells it is not tested here; ${cure}.`);
}

run('Lint', 'biome', ['check', '.']);
run('Types', 'tsc', ['--noEmit']);
run('Tests', 'vitest', ['run', '--config', 'tests/vitest.config.ts', ...process.argv.slice(2)]);

function run(headline, tool, args) {
  console.log(`== ${headline}`);
  const { status, signal } = spawnSync(path.join(root, 'node_modules/.bin', tool), args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, CHROME_PATH: chromium },
  });
  if (status !== 0) process.exit(status ?? (signal === 'SIGINT' ? 130 : 1));
}

/** On Debian as root: its own packages. */
function install(packages, find) {
  if (process.getuid?.() !== 0 || findOnPath('apt-get') === undefined) return undefined;
  console.log(`== ${packages.join(', ')} (apt-get)`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', ...packages]]) {
    spawnSync('apt-get', ['-qq', ...args], { stdio: ['ignore', 'ignore', 'inherit'], env });
  }
  return find();
}
