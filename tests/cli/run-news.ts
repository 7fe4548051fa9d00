import { spawn } from 'node:child_process';
import path from 'node:path';

/** What a run of the command line left behind. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export const launcher = path.resolve('src/cli/news.mjs');

/** Runs `news …` as a process of its own. Text in, no terminal. */
export function runNews(words: readonly string[], { cwd, env }: RunOptions = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = startNews(words, { ...(cwd && { cwd }), ...(env && { env }) });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (data) => out.push(data));
    child.stderr.on('data', (data) => err.push(data));
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
    );
  });
}

/** The same, for runs that are watched or stopped on their way. */
export const startNews = (words: readonly string[], { cwd, env }: RunOptions = {}) =>
  spawn(process.execPath, [launcher, ...words], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
