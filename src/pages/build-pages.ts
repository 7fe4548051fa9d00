import type { Archive } from '../archive/archive.ts';
import { buildAdminPages } from './admin-pages.ts';
import { type ArticlePlace, buildArticlePage, buildGoneArticle } from './article-page.ts';
import { buildDatePages } from './date-pages.ts';
import { buildDirectoryPages } from './directory-pages.ts';
import { buildFeeds } from './feeds.ts';
import { buildHomePage } from './home-page.ts';
import { buildChannelPages, buildMonthPages, buildRegionPages } from './list-pages.ts';
import { buildMonthJson } from './month-json.ts';
import type { Page } from './page.ts';
import { buildRedirects } from './redirects.ts';
import { buildSitemaps } from './sitemaps.ts';
import { buildTopicPages } from './topic-pages.ts';
import { buildViews, type Views } from './views.ts';
import { buildZoneDirectory } from './zone-directory.ts';
import { buildZonePages } from './zone-pages.ts';

/** Pages of one kind. */
export interface PageSection {
  /** Which addresses its pages may have: whoever looks for one page need not build the other sections. */
  readonly addresses: RegExp;
  readonly build: (views: Views) => Iterable<Page>;
}

export const articleAddress = /^\/news\/\d{4}\/\d\d\/[^/]+\/$/;

/** The whole site, in the order in which it is drawn. Redirects may lie anywhere. */
export const pageSections: readonly PageSection[] = [
  { addresses: /^\/$/, build: (views) => [buildHomePage(views)] },
  { addresses: articleAddress, build: buildArticlePages },
  { addresses: /^\/(?!news\/|regions\/|zones\/|topics\/)[^/]+\/(?:.*\/)?$/, build: buildChannelPages },
  { addresses: /^\/regions\/.+\/$/, build: buildRegionPages },
  { addresses: /^\/zones\/(?:page\/\d+\/)?$|^\/assets\//, build: buildZoneDirectory },
  { addresses: /^\/zones\/.+\/$/, build: buildZonePages },
  { addresses: /^\/topics\/(?:.+\/)?$/, build: buildTopicPages },
  { addresses: /^\/news\/(?:\d{4}\/)?$/, build: buildDatePages },
  { addresses: /^\/news\/\d{4}\/\d\d\/(?:page\/\d+\/)?$/, build: buildMonthPages },
  { addresses: /^\/[^/]+\/$|^\/sitemap\/page\/\d+\/$|^\/404\.html$/, build: buildDirectoryPages },
  { addresses: /\/feed\.(?:xml|json)$/, build: buildFeeds },
  { addresses: /\/index(?:-\d+)?\.json$/, build: buildMonthJson },
  { addresses: /^\/sitemap|^\/robots\.txt$/, build: buildSitemaps },
  { addresses: /^/, build: buildRedirects },
  { addresses: /^\/admin\//, build: buildAdminPages },
];

/** Every page of the site, one after another, so that only those being drawn are in memory. */
export function* buildPages(archive: Archive): Generator<Page> {
  const views = buildViews(archive);
  for (const { build } of pageSections) yield* build(views);
}

function* buildArticlePages(views: Views): Generator<Page> {
  const { archive } = views;
  const passed = new Map<string, number>();
  /** The place of the next article of a list, as articles pass in the list's own order. */
  const placeIn = (of: ArticlePlace['of'], address: string): ArticlePlace => {
    const index = passed.get(address) ?? 0;
    passed.set(address, index + 1);
    return { articles: archive.lists.get(address)?.articles ?? [], index, of };
  };
  for (const article of archive.articles) {
    const inChannel = placeIn('channel', `/${article.channel}/`);
    const inZone = article.zone === undefined ? undefined : placeIn('zone', `/zones/${article.zone}/`);
    const alone = inZone === undefined || inZone.articles.length === 1;
    yield buildArticlePage(views, article, alone ? inChannel : inZone);
  }
  for (const held of archive.heldBack) {
    const page = buildGoneArticle(views, held);
    if (page) yield page;
  }
}
