import type { Article } from '../content/article.ts';
import type { Content } from '../content/content.ts';
import type { Channel, Redirect, Region, Source, StaticPage, Topic, Zone } from '../content/registries.ts';
import type { Problem } from '../problems/problem.ts';
import type { Moment } from '../site/clock.ts';
import type { Site } from '../site/site.ts';
import { buildAddresses } from './addresses.ts';
import { checkArchive } from './check-archive.ts';
import { checkLinks } from './check-links.ts';
import { type ArticleList, buildLists, compareNewestFirst, regionsAbove } from './lists.ts';
import { buildNeighbours, type Neighbours } from './neighbours.ts';

/** Why an article is in no list: its own wish, its end, or its time that has not come. */
export type HeldBackState = 'draft' | 'scheduled' | 'expired' | 'withdrawn';

export interface HeldBack {
  readonly article: Article;
  readonly state: HeldBackState;
}

/** Every fact with its relations: what pages are made of. */
export interface Archive {
  readonly site: Site;
  readonly now: Moment;
  readonly channels: readonly Channel[];
  readonly regions: readonly Region[];
  readonly zones: readonly Zone[];
  readonly topics: readonly Topic[];
  readonly pages: readonly StaticPage[];
  readonly sources: readonly Source[];
  readonly redirects: readonly Redirect[];
  /** Published articles, newest first. */
  readonly articles: readonly Article[];
  readonly heldBack: readonly HeldBack[];
  readonly neighbours: ReadonlyMap<Article, Neighbours>;
  /** Lists that have news, by address. */
  readonly lists: ReadonlyMap<string, ArticleList>;
  /** Each region with itself and the regions above, nearest first. */
  readonly above: ReadonlyMap<string, readonly string[]>;
  readonly counts: ArticleCounts;
  readonly problems: readonly Problem[];
}

/** read = built + drafts + scheduled + expired + withdrawn (DESIGN of counts: nothing is lost in silence). */
export interface ArticleCounts {
  readonly read: number;
  readonly built: number;
  readonly drafts: number;
  readonly scheduled: number;
  readonly expired: number;
  readonly withdrawn: number;
}

export interface ArchiveOptions {
  readonly now: Moment;
  /** Drafts and scheduled articles are published too. */
  readonly drafts: boolean;
  /** An archive without articles is no mistake. */
  readonly allowEmpty: boolean;
  /** Addresses of files that the site holds as they are (public/): no old address may have one of them. */
  readonly publicFiles?: readonly string[];
}

/** Facts → relations, with the checks that need more than one file. Never throws for content. */
export function buildArchive(content: Content, options: ArchiveOptions): Archive {
  const articles: Article[] = [];
  const heldBack: HeldBack[] = [];
  for (const article of content.articles) {
    const state = heldBackState(article, options);
    if (state === undefined) articles.push(article);
    else heldBack.push({ article, state });
  }
  articles.sort(compareNewestFirst);
  heldBack.sort((a, b) => compareNewestFirst(a.article, b.article));
  const { neighbours, problems } = buildNeighbours({
    all: content.articles,
    published: articles,
    unread: content.unread,
  });
  const archive: Archive = {
    site: content.site,
    now: options.now,
    channels: content.channels,
    regions: content.regions,
    zones: content.zones,
    topics: content.topics,
    pages: content.pages,
    sources: content.sources,
    redirects: content.redirects,
    articles,
    heldBack,
    neighbours,
    lists: buildLists(articles, content.regions),
    above: regionsAbove(content.regions),
    counts: countArticles(content.articleFiles, articles.length, heldBack),
    problems: [],
  };
  const addresses = buildAddresses(archive);
  return {
    ...archive,
    problems: [
      ...problems,
      ...checkArchive(content, addresses, options),
      ...checkLinks(content, archive, addresses),
    ],
  };
}

/** Undefined where an article is out. */
export function heldBackState(
  article: Article,
  { now, drafts }: Pick<ArchiveOptions, 'now' | 'drafts'>,
): HeldBackState | undefined {
  if (article.draft && !drafts) return 'draft';
  if (article.withdrawn) return 'withdrawn';
  if (article.expires && article.expires.ms < now.ms) return 'expired';
  if (article.date.ms > now.ms && !drafts) return 'scheduled';
  return undefined;
}

function countArticles(read: number, built: number, heldBack: readonly HeldBack[]): ArticleCounts {
  const of = (state: HeldBackState): number => heldBack.filter((each) => each.state === state).length;
  return {
    read,
    built,
    drafts: of('draft'),
    scheduled: of('scheduled'),
    expired: of('expired'),
    withdrawn: of('withdrawn'),
  };
}
