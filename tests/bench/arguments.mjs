import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { peers } from './builders.mjs';

const usage = 'npm run bench -- ARTICLES [--runs 3] [--peers hugo|none] [--work DIR] [--seed N]';

export class WrongUsage extends Error {
  constructor(/** @type {string} */ message) {
    super(`${message}\n${usage}`);
  }
}

/**
 * Reads the command line; `work` is where the scratch folder is made.
 * @param {string[]} words
 * @throws {WrongUsage}
 */
export function readArguments(words) {
  const { values, positionals } = parse(words);
  if (positionals.length !== 1) throw new WrongUsage('say how many articles');
  const names = values.peers === 'none' ? [] : values.peers.split(',');
  return {
    articles: wholeNumber(positionals[0], 1),
    runs: wholeNumber(values.runs, 1),
    seed: wholeNumber(values.seed, 0),
    work: path.resolve(values.work),
    peers: names.map((name) => {
      const peer = peers[name];
      if (!peer) throw new WrongUsage(`no such peer: ${name}`);
      return peer;
    }),
  };
}

function parse(/** @type {string[]} */ words) {
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        runs: { type: 'string', default: '3' },
        peers: { type: 'string', default: 'hugo' },
        work: { type: 'string', default: os.tmpdir() },
        seed: { type: 'string', default: '1' },
      },
    });
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error));
  }
}

/** @type {(text: string | undefined, least: number) => number} */
function wholeNumber(text, least) {
  if (text === undefined || !/^\d{1,9}$/.test(text) || Number(text) < least) {
    throw new WrongUsage(`a whole number from ${least} is needed, not ${text}`);
  }
  return Number(text);
}
