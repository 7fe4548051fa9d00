#!/usr/bin/env node
// Builds and publishes under every mishap there is, and compares what is left, to the byte.
//   npm run chaos -- --kills 200 [--seed 1] [--node /path/of/another/node]…
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { faults } from './faults.mjs';
import { kills } from './kills.mjs';
import { sameBytes } from './same-bytes.mjs';
import { compared, SiteProject } from './site-project.mjs';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    node: { type: 'string', multiple: true, default: [] },
  },
});
const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'news-chaos-')));
const began = performance.now();
const random = randomFrom(Number(values.seed));
const tally = new Map();
const wrong = [];
let trials = 0;

/** Counts a trial by its kind; `complaints` are what was not as promised. */
function report(kind, complaints) {
  const { tried, held } = tally.get(kind) ?? { tried: 0, held: 0 };
  if (++trials % 10 === 0) console.error(`${trials} tried, ${wrong.length} wrong`);
  tally.set(kind, { tried: tried + 1, held: held + (complaints.length === 0 ? 1 : 0) });
  for (const complaint of complaints) {
    wrong.push(`${kind}: ${complaint}`);
    console.error(`WRONG ${kind}: ${complaint}`);
  }
}

try {
  const bare = new SiteProject(path.join(folder, 'bare'), ['--no-search']);
  const whole = new SiteProject(path.join(folder, 'whole'), []);
  await bare.prepare();
  await whole.prepare();
  await kills({ bare, whole, count: Number(values.kills), random, report });
  await faults({ bare, whole, folder, random, report });
  await sameBytes({ whole, nodes: values.node, report });
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
console.log('| mishap | tried | as promised |\n|---|---|---|');
for (const [kind, { tried, held }] of tally) console.log(`| ${kind} | ${tried} | ${held} |`);
const seconds = Math.round((performance.now() - began) / 1000);
console.log(
  `\n${compared.sites} sites compared, ${(compared.bytes / 1e6).toFixed(0)} MB read and hashed, ${seconds} s, seed ${values.seed}, Node ${process.versions.node}`,
);
process.exitCode = wrong.length === 0 ? 0 : 1;

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
