import fs from 'node:fs';
import path from 'node:path';
import type { Ground } from '../content/read-ground.ts';
import type { Existing } from './existing-articles.ts';
import { addressKey, aliasKey, aliasOf, bareHost } from './old-address.ts';
import type { OldSite } from './old-site.ts';
import { channelOfAddress } from './place-article.ts';
import { isUsable } from './plan-articles.ts';
import type { OldPage } from './read-old-page.ts';
import type { Rules } from './rules.ts';

export interface RedirectSources {
  readonly pages: readonly OldPage[];
  readonly site: OldSite;
  readonly hosts: ReadonlySet<string>;
  readonly existing: Existing;
  readonly ground: Ground;
  readonly rules: Rules;
  /** New addresses of old pages, by key. */
  readonly successors: ReadonlyMap<string, string | undefined>;
  /** Old addresses that are aliases of what this run writes. */
  readonly aliases: ReadonlySet<string>;
}

/** A line of redirects.csv. */
export interface PlannedRedirect {
  readonly from: string;
  readonly to: string;
}

/** Where old addresses lead that are no article's: lists to their channels, detours to where they led. */
export function planRedirects(sources: RedirectSources): PlannedRedirect[] {
  const { pages, site, existing, ground, aliases, successors } = sources;
  const redirects = new Map<string, PlannedRedirect>();
  const add = (url: URL, to: string | undefined): void => {
    const from = aliasOf(url);
    const key = aliasKey(from);
    const isOwn = sources.hosts.has(bareHost(url.host));
    if (
      to === undefined ||
      !isOwn ||
      redirects.has(key) ||
      aliases.has(key) ||
      !isUsable(from, existing, ground)
    )
      return;
    redirects.set(key, { from, to });
  };
  for (const page of pages) {
    if (!page.url || page.kind === undefined) continue;
    if (page.redirect) add(page.url, successors.get(addressKey(page.redirect)));
    else add(page.url, successorOf(page, page.url, sources.rules, ground));
  }
  for (const { from, to } of site.redirects.values()) add(from, successors.get(addressKey(to)));
  return [...redirects.values()].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** The page of the new site that shows what an old one did that was no article. */
export function successorOf(page: OldPage, url: URL, rules: Rules, ground: Ground): string | undefined {
  if (page.kind === 'home') return '/';
  if (page.kind === 'search') return url.search === '' ? '/search/' : undefined;
  if (page.kind !== 'list') return undefined;
  const channel = channelOfAddress(url, rules);
  if (channel !== undefined) return `/${channel}/`;
  const { channels, zones, regions, topics } = ground.registries;
  const names = [...(page.fields?.columns.toReversed() ?? []), page.fields?.title ?? ''];
  for (const name of names) {
    const own = rules.channels.get(name) ?? channels.find(name)?.id;
    if (own !== undefined) return `/${own}/`;
    const zone = rules.zones.get(name) ?? zones.find(name)?.id;
    if (zone !== undefined) return `/zones/${zone}/`;
    const region = rules.regions.get(name) ?? regions.find(name)?.id;
    if (region !== undefined) return `/regions/${region}/`;
    const topic = topics.find(name)?.id;
    if (topic !== undefined) return `/topics/${topic}/`;
  }
  return undefined;
}

/** Adds lines to redirects.csv, which is there whole before and after. */
export function appendRedirects(root: string, redirects: readonly PlannedRedirect[]): void {
  if (redirects.length === 0) return;
  const file = path.join(root, 'redirects.csv');
  const before = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : 'from,to\n';
  const end = before === '' || before.endsWith('\n') ? '' : '\n';
  const lines = redirects.map(({ from, to }) => `${inCsv(from)},${inCsv(to)}\n`).join('');
  const aside = path.join(root, `.redirects-${process.pid}.csv`);
  try {
    fs.writeFileSync(aside, before + end + lines, { flag: 'wx' });
    fs.renameSync(aside, file);
  } finally {
    fs.rmSync(aside, { force: true });
  }
}

const inCsv = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
