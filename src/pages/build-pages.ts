import type { Archive } from '../archive/archive.ts';
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
import { buildZoneDirectory, buildZonePages } from './zone-pages.ts';

/** Every page of the site, one after another, so that only those being drawn are in memory. */
export function* buildPages(archive: Archive): Generator<Page> {
  const views = buildViews(archive);
  yield buildHomePage(views);
  yield* buildArticlePages(views);
  yield* buildChannelPages(views);
  yield* buildRegionPages(views);
  yield* buildZoneDirectory(views);
  yield* buildZonePages(views);
  yield* buildTopicPages(views);
  yield* buildDatePages(views);
  yield* buildMonthPages(views);
  yield* buildDirectoryPages(views);
  yield* buildFeeds(views);
  yield* buildMonthJson(views);
  yield* buildSitemaps(views);
  yield* buildRedirects(views);
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
