import fs from 'node:fs';
import path from 'node:path';
import { addressOfFile } from '../content/addresses.ts';
import type { ContentFiles } from '../content/content-files.ts';
import type { Ground } from '../content/read-ground.ts';
import { readSlice } from '../content/read-slice.ts';
import type { Topic, Zone } from '../content/registries.ts';
import type { Registry } from '../content/registry.ts';
import { aliasKey } from './old-address.ts';

/** Articles read at a time: only their addresses are kept. */
const SLICE = 250;

/** What the content folder knows already. */
export interface Existing {
  /** By old address: the new one, `draft` where it is not out. */
  readonly byAlias: ReadonlyMap<string, { readonly address: string; readonly draft: boolean }>;
  /** Old addresses of redirects.csv. */
  readonly redirects: ReadonlySet<string>;
  /** Title and day: an article may have lost its old address. */
  readonly titles: ReadonlySet<string>;
  /** Addresses that live pages have. */
  readonly live: ReadonlySet<string>;
  /** Addresses that articles have. */
  readonly addresses: ReadonlySet<string>;
}

export const titleKey = (title: string, date: string): string => `${date.slice(0, 10)} ${title}`;

const FIXED = [
  '/',
  '/news/',
  '/regions/',
  '/zones/',
  '/topics/',
  '/search/',
  '/sitemap/',
  '/404.html',
  '/feed.xml',
  '/feed.json',
  '/sitemap.xml',
  '/robots.txt',
];

/** Reads what is there, so that nothing is imported twice and no address is given to two. */
export function readExisting(root: string, files: ContentFiles, ground: Ground): Existing {
  const byAlias = new Map<string, { address: string; draft: boolean }>();
  const titles = new Set<string>();
  const addresses = new Set<string>();
  for (let at = 0; at < files.articles.length; at += SLICE) {
    const slice = files.articles.slice(at, at + SLICE);
    const unread = new Set(slice);
    for (const { file, address, title, date, draft, aliases } of readSlice(slice, ground).articles) {
      unread.delete(file);
      addresses.add(address);
      titles.add(titleKey(title, date.day));
      for (const alias of aliases) byAlias.set(aliasKey(alias.address), { address, draft });
    }
    // A file that an editor has broken still holds its old addresses.
    for (const file of unread) {
      const address = addressOfFile(file) ?? '/';
      addresses.add(address);
      for (const alias of aliasesIn(path.join(root, file)))
        byAlias.set(aliasKey(alias), { address, draft: true });
    }
  }
  const { registries, pages, redirects } = ground;
  const zones: Registry<Zone> = registries.zones;
  const topics: Registry<Topic> = registries.topics;
  const others = [
    ...zones.items.map(({ id, aliases }) => ({ address: `/zones/${id}/`, aliases })),
    ...topics.items.map(({ id, aliases }) => ({ address: `/topics/${id}/`, aliases })),
    ...pages.map(({ id, aliases }) => ({ address: `/${id}/`, aliases })),
  ];
  for (const { address, aliases } of others)
    for (const alias of aliases) byAlias.set(aliasKey(alias.address), { address, draft: false });
  const live = [
    ...FIXED,
    ...others.map(({ address }) => address),
    ...registries.channels.items.map(({ id }) => `/${id}/`),
    ...registries.regions.items.map(({ id }) => `/regions/${id}/`),
  ];
  return {
    byAlias,
    titles,
    addresses,
    redirects: new Set(redirects.map(({ from }) => aliasKey(from))),
    live: new Set(live.map(aliasKey)),
  };
}

function aliasesIn(file: string): string[] {
  const text = fs.readFileSync(file, 'utf8').slice(0, 64 * 1024);
  const head = /^---\n([\s\S]*?)\n---/.exec(text.replace(/\r\n?/g, '\n'))?.[1] ?? '';
  const written = /^aliases:((?:.*\n?)(?:[ \t]+.*\n?)*)/m.exec(head)?.[1] ?? '';
  return [...written.matchAll(/(?<![^\s"'[,])\/[^\s"',\]]+/g)].map(([alias]) => alias);
}
