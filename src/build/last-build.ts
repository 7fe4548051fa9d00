import fs from 'node:fs';
import path from 'node:path';
import { isPermanent, readSiteAddresses } from './site-addresses.ts';

/** What is known of a file of the site since it was written. */
export interface KnownFile {
  /** Key of its page, or of the file that it is a copy of. */
  readonly key: string;
  /** Bytes, and milliseconds: a file that was touched by another hand is written anew. */
  readonly size: number;
  readonly mtimeMs: number;
}

/** The last build of this output, as `.cache` remembers it. */
export interface LastBuild {
  readonly files: ReadonlyMap<string, KnownFile>;
  /** Addresses that may not vanish without an answer. */
  readonly permanent: readonly string[];
}

const format = 1;
const nothing: LastBuild = { files: new Map(), permanent: [] };

/**
 * Reads `.cache/build.json`. A cache that is missing, foreign or broken counts as none: then everything is
 * drawn. Permanent addresses then come from the sitemaps of the site itself, so that promise 7 holds
 * in a fresh clone too.
 */
export function readLastBuild(cacheFolder: string, output: string): LastBuild {
  const cached = readCache(path.join(cacheFolder, cacheName), output);
  return cached ?? { ...nothing, permanent: readSiteAddresses(output)?.addresses.filter(isPermanent) ?? [] };
}

const cacheName = 'build.json';

interface CacheText {
  readonly format: number;
  readonly output: string;
  readonly permanent: readonly string[];
  readonly files: readonly (readonly [string, string, number, number])[];
}

function readCache(file: string, output: string): LastBuild | undefined {
  let text: string;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  try {
    const cache: unknown = JSON.parse(text);
    if (!isCache(cache) || cache.output !== output) return undefined;
    const files = new Map(cache.files.map(([name, key, size, mtimeMs]) => [name, { key, size, mtimeMs }]));
    return { files, permanent: cache.permanent };
  } catch {
    return undefined;
  }
}

function isCache(value: unknown): value is CacheText {
  return (
    typeof value === 'object' &&
    value !== null &&
    'format' in value &&
    value.format === format &&
    'output' in value &&
    'permanent' in value &&
    Array.isArray(value.permanent) &&
    'files' in value &&
    Array.isArray(value.files)
  );
}

export function writeLastBuild(cacheFolder: string, output: string, build: LastBuild): void {
  const cache: CacheText = {
    format,
    output,
    permanent: build.permanent,
    files: [...build.files].map(([name, known]) => [name, known.key, known.size, known.mtimeMs]),
  };
  fs.mkdirSync(cacheFolder, { recursive: true });
  const file = path.join(cacheFolder, cacheName);
  const aside = `${file}.${process.pid}`;
  fs.writeFileSync(aside, JSON.stringify(cache));
  fs.renameSync(aside, file);
}
