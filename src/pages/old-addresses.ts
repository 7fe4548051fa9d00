import type { Archive } from '../archive/archive.ts';

/** An address of an earlier site, or of a page that has moved. */
export interface OldAddress {
  /** May have a query string. */
  readonly from: string;
  /** Undefined: gone. */
  readonly to: string | undefined;
  /** Of the page that it leads to. */
  readonly title: string;
}

/** All of them, sorted; chains are shortened, so that a reader is sent on once. */
export function listOldAddresses(archive: Archive): OldAddress[] {
  const old: OldAddress[] = [];
  const out = new Set(archive.articles);
  const add = (to: string, title: string, aliases: readonly { readonly address: string }[]): void => {
    for (const { address } of aliases) old.push({ from: address, to, title });
  };
  for (const article of archive.articles) add(article.address, article.title, article.aliases);
  for (const { article, state } of archive.heldBack) {
    const stays = state === 'withdrawn' || state === 'expired';
    if (stays && !out.has(article)) add(article.address, article.title, article.aliases);
  }
  for (const zone of archive.zones) add(`/zones/${zone.id}/`, zone.name, zone.aliases);
  for (const topic of archive.topics) add(`/topics/${topic.id}/`, topic.title, topic.aliases);
  for (const page of archive.pages) add(`/${page.id}/`, page.title, page.aliases);

  const targets = new Map(archive.redirects.map(({ from, to }) => [from, to]));
  for (const alias of old) if (alias.to !== undefined) targets.set(alias.from, alias.to);
  for (const { from } of archive.redirects) {
    let to = targets.get(from);
    for (let steps = 0; to !== undefined && steps < targets.size; steps++) {
      const further = targets.get(to);
      if (further === undefined) break;
      to = further;
    }
    old.push({ from, to: to === 'gone' ? undefined : to, title: archive.site.name });
  }
  return old.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** Articles that were taken off: their addresses keep a page that says so, and answer with 410 where a host can. */
export const listGone = (archive: Archive): string[] =>
  archive.heldBack
    .filter(({ state }) => state === 'withdrawn' || state === 'expired')
    .map(({ article }) => article.address);
