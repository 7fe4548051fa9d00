import fs from 'node:fs';
import path from 'node:path';
import type { Archive } from '../archive/archive.ts';
import type { Holds } from '../archive/part-years.ts';
import type { Content } from '../content/content.ts';
import { buildPages } from '../pages/build-pages.ts';
import { digestOf } from '../pages/key.ts';
import type { Page } from '../pages/page.ts';
import { buildShell, type ShellAssets } from '../pages/shell.ts';
import { preparePages } from './draw-pages.ts';
import type { KnownFile } from './last-build.ts';
import { outputPath } from './output-path.ts';
import { compressedEndings, compressedKeyOf, isCompressible } from './precompress.ts';
import { openStage } from './stage-files.ts';

export interface DrawJob {
  readonly content: Content;
  readonly archive: Archive;
  /** Which pages belong to this part of the site. */
  readonly holds: Holds;
  /** Files of the last build that stand as it wrote them, by their path in the output; none to draw everything. */
  readonly known: ReadonlyMap<string, KnownFile>;
  readonly staging: string;
  readonly compiledRoot: string;
  /** Whether the site has its index. */
  readonly searchable: boolean;
  /** Write compressed copies beside the files that are worth it. */
  readonly precompress: boolean;
  /** Files that the site holds as they are. */
  readonly copies: readonly (readonly [file: string, from: string])[];
  readonly signal: AbortSignal;
  readonly onProgress: (pages: number) => void;
}

export interface DrawnSite {
  /** Files that stay as the last build wrote them. */
  readonly kept: ReadonlyMap<string, KnownFile>;
  /** Files that wait in staging. */
  readonly staged: ReadonlyMap<string, KnownFile>;
  readonly drawnPages: number;
  readonly keptPages: number;
}

/** Pages that one Eleventy instance draws: more cost memory, fewer cost its start. */
const batchSize = 5000;
/** Begins the key of a file that is no page but a copy. */
export const copyKey = 'copy';

/** Draws the pages whose key has changed into staging, and copies the files that they show. */
export async function drawSite(job: DrawJob): Promise<DrawnSite> {
  const { archive, compiledRoot, signal, precompress } = job;
  const shell = buildShell(job.content, archive.now, readShellAssets(compiledRoot), job.searchable);
  const code = fs.readFileSync(path.join(compiledRoot, 'hash.txt'), 'utf8');
  const shellKey = digestOf(JSON.stringify(shell) + code);
  const kept = new Map<string, KnownFile>();
  const keep = (file: string, key: string): boolean => {
    const known = job.known.get(file);
    if (known?.key !== key) return false;
    const copies = precompress && isCompressible(file, known.size) ? compressedEndings : [];
    const compressed = copies.map((ending) => [file + ending, job.known.get(file + ending)] as const);
    for (const [, copy] of compressed) if (copy?.key !== compressedKeyOf(key)) return false;
    kept.set(file, known);
    for (const [name, copy] of compressed) if (copy) kept.set(name, copy);
    return true;
  };
  const stage = openStage({ folder: job.staging, precompress }, compiledRoot);
  try {
    const draw = preparePages(compiledRoot, shell);
    let batch: Page[] = [];
    let drawnPages = 0;
    const drawBatch = async (): Promise<void> => {
      signal.throwIfAborted();
      await draw(batch, ({ page, file, text }) => stage.writeText(file, page.key + shellKey, text));
      drawnPages += batch.length;
      batch = [];
      job.onProgress(drawnPages + kept.size);
    };
    for (const page of buildPages(archive)) {
      if (!job.holds(page.year)) continue;
      if (keep(outputPath(page.address), page.key + shellKey)) continue;
      if (batch.push(page) === batchSize) await drawBatch();
    }
    await drawBatch();
    const keptPages = kept.size;
    for (const [file, from] of job.copies) {
      const { size, mtimeMs } = fs.statSync(from);
      const key = `${copyKey} ${size} ${mtimeMs}`;
      if (!keep(file, key)) stage.copyFile(file, key, from);
    }
    return { kept, staged: await stage.close(), drawnPages, keptPages };
  } finally {
    await stage.stop();
  }
}

/** Style sheets and scripts in the compiled code, as addresses in the site. */
export function readShellAssets(compiledRoot: string): ShellAssets {
  const names = fs.readdirSync(path.join(compiledRoot, 'assets'));
  const address = (name: string, ending: string): string =>
    `/assets/${names.find((each) => each.startsWith(`${name}.`) && each.endsWith(ending)) ?? ''}`;
  return {
    style: address('site', '.css'),
    script: address('reading-aids', '.js'),
    searchStyle: address('search-page', '.css'),
    searchScript: address('search', '.js'),
  };
}
