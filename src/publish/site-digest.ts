import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Archive } from '../archive/archive.ts';
import { readShellAssets } from '../build/draw-site.ts';
import type { Content } from '../content/content.ts';
import { buildShell } from '../pages/shell.ts';

export interface DigestedSite {
  readonly content: Content;
  readonly archive: Archive;
  readonly search: boolean;
  readonly precompress: boolean;
  readonly compiledRoot: string;
}

/**
 * The same for all parts of one site: made of code, options and everything that content says. Of the moment it
 * covers what follows from it, so that parts that were begun one after another belong together.
 */
export function digestOfSite({ content, archive, search, precompress, compiledRoot }: DigestedSite): string {
  const hash = createHash('sha256').update(fs.readFileSync(path.join(compiledRoot, 'hash.txt')));
  const add = (facts: unknown): void => {
    hash.update(`\n${JSON.stringify(facts)}`);
  };
  const { site, channels, regions, zones, topics, pages, redirects } = archive;
  add([search, precompress, site, buildShell(content, archive.now, readShellAssets(compiledRoot), search)]);
  for (const list of [channels, regions, zones, topics, pages, redirects]) add(list);
  for (const { address, digest, rowDigest } of archive.articles) add([address, digest, rowDigest]);
  for (const { article, state } of archive.heldBack) add([article.address, article.digest, state]);
  return hash.digest('hex');
}
