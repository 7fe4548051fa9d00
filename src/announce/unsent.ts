import fs from 'node:fs';
import path from 'node:path';
import type { Engine } from './engine.ts';

/** Addresses that an engine has not taken yet, by engine: the next run sends them too. */
export type Unsent = Readonly<Record<Engine['id'], readonly string[]>>;

const nothing: Unsent = { indexnow: [], baidu: [] };
const fileIn = (cache: string): string => path.join(cache, 'announce.json');

/** What `.cache` remembers; a file that cannot be read counts as none. */
export function readUnsent(cache: string): Unsent {
  try {
    const value: unknown = JSON.parse(fs.readFileSync(fileIn(cache), 'utf8'));
    if (typeof value !== 'object' || value === null) return nothing;
    return {
      indexnow: 'indexnow' in value ? texts(value.indexnow) : [],
      baidu: 'baidu' in value ? texts(value.baidu) : [],
    };
  } catch {
    return nothing;
  }
}

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

export function writeUnsent(cache: string, unsent: Unsent): void {
  fs.mkdirSync(cache, { recursive: true });
  const aside = `${fileIn(cache)}.${process.pid}`;
  fs.writeFileSync(aside, JSON.stringify(unsent, undefined, 1));
  fs.renameSync(aside, fileIn(cache));
}
