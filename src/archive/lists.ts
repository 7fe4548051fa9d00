import type { Article } from '../content/article.ts';
import type { Region } from '../content/registries.ts';

export type ListKind =
  | 'channel'
  | 'channel-region'
  | 'channel-region-medium'
  | 'region'
  | 'zone'
  | 'topic'
  | 'month';

/** Articles under one address, newest first. */
export interface ArticleList {
  readonly kind: ListKind;
  readonly address: string;
  readonly articles: readonly Article[];
}

/** Newest first; the same moment by address, ascending. The one order of the whole archive. */
export const compareNewestFirst = (a: Article, b: Article): number =>
  b.date.ms - a.date.ms || (a.address < b.address ? -1 : a.address > b.address ? 1 : 0);

/**
 * Every list that has news, by address. A region's lists hold the news of the regions below it.
 * `articles` must be in order; the lists inherit it.
 */
export function buildLists(
  articles: readonly Article[],
  regions: readonly Region[],
): ReadonlyMap<string, ArticleList> {
  const above = regionsAbove(regions);
  const lists = new Map<string, { kind: ListKind; address: string; articles: Article[] }>();
  const add = (kind: ListKind, address: string, article: Article): void => {
    const list = lists.get(address);
    if (list) list.articles.push(article);
    else lists.set(address, { kind, address, articles: [article] });
  };
  for (const article of articles) {
    const channel = `/${article.channel}/`;
    add('channel', channel, article);
    for (const region of article.region === undefined ? [] : (above.get(article.region) ?? [])) {
      add('channel-region', `${channel}${region}/`, article);
      add('channel-region-medium', `${channel}${region}/${article.medium}/`, article);
      add('region', `/regions/${region}/`, article);
    }
    if (article.zone !== undefined) add('zone', `/zones/${article.zone}/`, article);
    for (const topic of article.topics) add('topic', `/topics/${topic}/`, article);
    add('month', monthAddress(article), article);
  }
  return lists;
}

/** `/news/2020/01/` */
export const monthAddress = (article: Article): string =>
  `/news/${article.date.day.slice(0, 7).replace('-', '/')}/`;

/** Each region with itself and the regions above it, nearest first. */
export function regionsAbove(regions: readonly Region[]): ReadonlyMap<string, readonly string[]> {
  const parents = new Map(regions.map((region) => [region.id, region.parent]));
  const chains = new Map<string, readonly string[]>();
  for (const { id } of regions) {
    const chain: string[] = [];
    for (let at: string | undefined = id; at !== undefined && !chain.includes(at); at = parents.get(at))
      chain.push(at);
    chains.set(id, chain);
  }
  return chains;
}

/** One page of a directory, which has no order in time: the first has number 1 and the directory's own address. */
export interface DirectoryPart<T> {
  readonly number: number;
  readonly address: string;
  readonly items: readonly T[];
}

/** A directory cut into pages, in its order; one empty page where there is nothing. */
export function cutDirectory<T>(address: string, items: readonly T[], size: number): DirectoryPart<T>[] {
  const count = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    address: index === 0 ? address : `${address}page/${index + 1}/`,
    items: items.slice(index * size, (index + 1) * size),
  }));
}

/** One page of a list. `number` is its n in `page/<n>/`; undefined for the newest part, at the list's own address. */
export interface ListPart {
  readonly number: number | undefined;
  readonly address: string;
  readonly articles: readonly Article[];
}

/**
 * A list cut into pages numbered from the oldest: `page/1/`, `page/2/` … are always full and keep what
 * they hold; the list's own address shows the newest `size` to `2 × size − 1`. Newest part first.
 */
export function cutList(address: string, articles: readonly Article[], size: number): ListPart[] {
  const full = Math.max(0, Math.floor(articles.length / size) - 1);
  const newest = articles.length - full * size;
  const parts: ListPart[] = [{ number: undefined, address, articles: articles.slice(0, newest) }];
  for (let number = full; number >= 1; number--) {
    const from = newest + (full - number) * size;
    parts.push({ number, address: `${address}page/${number}/`, articles: articles.slice(from, from + size) });
  }
  return parts;
}
