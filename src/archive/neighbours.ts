import type { Article, NeighbourWish } from '../content/article.ts';
import type { Unread } from '../content/content.ts';
import { nearest } from '../content/nearest.ts';
import { type Problem, problem } from '../problems/problem.ts';
import { referencedAddress } from './reference.ts';

export interface Neighbours {
  readonly prev: Article | undefined;
  readonly next: Article | undefined;
}

/** What neighbours are chosen from: `all` are the articles read, `published` those in lists, newest first. */
interface Shelves {
  readonly all: readonly Article[];
  readonly published: readonly Article[];
  readonly unread: readonly Unread[];
}

/**
 * 上一条 (prev, the newer one) and 下一条 (next, the older one) of every published article: what the editor
 * asked for, else the neighbour in the same channel. A wish for an article that is not out (scheduled,
 * expired, withdrawn) gives way to the computed neighbour with a warning, so that time never breaks a build.
 */
export function buildNeighbours(shelves: Shelves): {
  neighbours: ReadonlyMap<Article, Neighbours>;
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const find = finder(shelves, problems);
  const neighbours = new Map<Article, Neighbours>();
  const newer = new Map<string, Article>();
  for (const article of shelves.published) {
    const before = newer.get(article.channel);
    newer.set(article.channel, article);
    neighbours.set(article, { prev: before, next: undefined });
    const last = before && neighbours.get(before);
    if (before && last) neighbours.set(before, { ...last, next: article });
  }
  // What a draft asks for is checked too, before it is published.
  for (const article of shelves.all) {
    if (article.prev === undefined && article.next === undefined) continue;
    const computed = neighbours.get(article);
    const asked = {
      prev: find(article, article.prev, computed?.prev),
      next: find(article, article.next, computed?.next),
    };
    if (computed) neighbours.set(article, asked);
  }
  return { neighbours, problems };
}

function finder({ all, published, unread }: Shelves, problems: Problem[]) {
  let titles: Map<string, Article[]> | undefined;
  let addresses: Map<string, Article> | undefined;
  const out = new Set(published);

  const candidates = (article: Article, text: string): readonly Article[] => {
    const address = referencedAddress(text, article.file);
    if (address !== undefined) {
      addresses ??= new Map(all.map((each) => [each.address, each]));
      const found = addresses.get(address);
      return found ? [found] : [];
    }
    titles ??= byTitle(all);
    return titles.get(text) ?? [];
  };

  return (article: Article, wish: NeighbourWish, computed: Article | undefined): Article | undefined => {
    if (wish === undefined) return computed;
    if (wish === false) return undefined;
    const { text: value, place } = wish;
    const found = candidates(article, value);
    const [only] = found;
    if (!only) {
      const address = referencedAddress(value, article.file);
      // The article is there, and its own mistakes are told at their places.
      if (unread.some((each) => each.address === address || each.title === value)) return computed;
      const near = nearest(
        value,
        all.map((each) => (address === undefined ? each.title : each.address)),
      );
      problems.push(problem('neighbour-missing', place, { value, nearest: near ?? '' }));
    } else if (found.length > 1) {
      problems.push(
        problem('neighbour-ambiguous', place, { value, files: found.map((a) => a.file).join('、') }),
      );
    } else if (only === article) {
      problems.push(problem('neighbour-self', place, { value }));
    } else if (only.draft && !out.has(only)) {
      problems.push(problem('neighbour-draft', place, { value }));
    } else if (!out.has(only)) {
      problems.push(problem('neighbour-held-back', place, { value }));
    } else {
      return only;
    }
    return computed;
  };
}

function byTitle(articles: readonly Article[]): Map<string, Article[]> {
  const titles = new Map<string, Article[]>();
  for (const article of articles) {
    const same = titles.get(article.title);
    if (same) same.push(article);
    else titles.set(article.title, [article]);
  }
  return titles;
}
