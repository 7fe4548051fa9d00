import type { HeldBack } from '../archive/archive.ts';
import { yearOfNewest } from '../archive/part-years.ts';
import type { Article } from '../content/article.ts';
import { showMoment } from '../site/clock.ts';
import { texts } from '../site/texts.ts';
import { articleHead, buildHead } from './head.ts';
import { lazyPage, pageOf } from './key.ts';
import type { ArticlePage, GonePage, Link, Page } from './page.ts';
import { rowsKey } from './paging.ts';
import { channelCrumbs, homeCrumb, shownDate, type Views } from './views.ts';

const aiNotes = {
  none: undefined,
  assisted: '本文在人工智能辅助下撰写，经编辑审核',
  generated: '本文由人工智能生成，经编辑审核',
} as const;

/** How many older articles stand under 更多. */
const moreCount = 5;

/**
 * The key covers what the page shows by what that is made from: the article's file, its channel, zone, topics
 * and neighbours. The data itself, head tags and all, is made only for pages that are drawn.
 */
export function buildArticlePage(views: Views, article: Article, place: ArticlePlace): Page<'article'> {
  const { prev, next } = views.archive.neighbours.get(article) ?? { prev: undefined, next: undefined };
  const { channel, zone } = article;
  const facts = () =>
    JSON.stringify([
      views.siteKey,
      article.digest,
      views.channelKey(channel),
      zone === undefined ? '' : views.zoneKey(zone),
      prev?.address,
      prev?.title,
      next?.address,
      next?.title,
      place.of,
      rowsKey(moreOf(place)),
    ]);
  return lazyPage('article', article.address, yearOfNewest([article]), facts, () =>
    buildArticleData(views, article, { prev, next, place }),
  );
}

function buildArticleData(
  views: Views,
  article: Article,
  around: { readonly prev: Article | undefined; readonly next: Article | undefined; place: ArticlePlace },
): ArticlePage {
  const neighbour = (each: Article | undefined): Link | undefined =>
    each && views.link(each.address, each.title);
  const zone = article.zone === undefined ? undefined : views.zone(article.zone);
  const crumbs = channelCrumbs(views, article.channel, article.region, article.medium);
  return {
    head: articleHead(views, article, crumbs),
    crumbs,
    section: article.channel,
    title: article.title,
    subtitle: article.subtitle,
    originalTitle: article.originalTitle,
    date: shownDate(article.date),
    updated: article.updated && shownDate(article.updated),
    source: article.source,
    author: article.author,
    editor: article.editor,
    zone: article.zone === undefined ? undefined : views.zoneLink(article.zone),
    aiNote: aiNotes[article.ai],
    summary: article.summaryIsGiven ? article.summary : undefined,
    cover: article.cover && views.picture(article.cover),
    video: article.video && {
      src: article.video.src.startsWith('/') ? views.href(article.video.src) : article.video.src,
      poster: views.picture(article.video.poster),
    },
    html: article.html,
    corrections: article.corrections.map(({ date, note }) => ({ date: shownDate(date), note })),
    keywords: article.keywords,
    topics: article.topics.map((id) => views.link(`/topics/${id}/`, views.topic(id).title)),
    prev: neighbour(around.prev),
    next: neighbour(around.next),
    zoneCard: zone && views.zoneCard(zone),
    more: buildMore(views, article, around.place),
  };
}

/** Where an article stands in the list that 更多 is taken from. */
export interface ArticlePlace {
  readonly articles: readonly Article[];
  readonly index: number;
  readonly of: 'zone' | 'channel';
}

/**
 * Older articles of the zone (of the channel where there is no zone, or nothing else in it). Older, not newest: so a new article
 * does not redraw all its elders. The oldest ones are filled up with the newer ones next to them.
 */
function moreOf({ articles, index }: ArticlePlace): Article[] {
  const older = articles.slice(index + 1, index + 1 + moreCount);
  const newer = articles.slice(Math.max(0, index - (moreCount - older.length)), index);
  return [...newer, ...older];
}

function buildMore(views: Views, article: Article, place: ArticlePlace): ArticlePage['more'] {
  const items = moreOf(place).map((each) => views.item(each));
  if (items.length === 0) return undefined;
  return place.of === 'zone' && article.zone !== undefined
    ? { title: '该开发区更多新闻', items, all: views.zoneLink(article.zone) }
    : { title: '本栏目更多新闻', items, all: views.channelLink(article.channel) };
}

const states = { withdrawn: '本稿已撤稿', expired: '本稿已过期' } as const;

/** The page that stays at the address of a withdrawn or expired article: title, date and reason, not the text. */
export function buildGoneArticle(views: Views, { article, state }: HeldBack): Page<'gone'> | undefined {
  if (state !== 'withdrawn' && state !== 'expired') return undefined;
  const crumbs = channelCrumbs(views, article.channel);
  const reason =
    article.withdrawn && state === 'withdrawn'
      ? `${showMoment(article.withdrawn.date)}撤稿。原因：${article.withdrawn.reason}`
      : `内容已于${article.expires ? showMoment(article.expires) : ''}失效，本站不再提供原文。`;
  const data: GonePage = {
    head: buildHead(views, {
      address: article.address,
      title: article.title,
      description: reason,
      noindex: true,
    }),
    crumbs,
    section: article.channel,
    title: article.title,
    date: shownDate(article.date),
    state: states[state],
    reason,
    ways: waysOn(views, [views.channelLink(article.channel)]),
  };
  return lazyPage(
    'gone',
    article.address,
    yearOfNewest([article]),
    () => JSON.stringify(data),
    () => data,
  );
}

/** The page of an address that redirects.csv calls `gone`. */
export function buildGoneAddress(views: Views, address: string): Page<'gone'> {
  const title = '页面已删除';
  const reason = '您访问的内容已从本站移除，地址保留备查。';
  return pageOf('gone', address, {
    head: buildHead(views, { address, title, description: reason, noindex: true }),
    crumbs: [homeCrumb(views)],
    section: '',
    title,
    date: undefined,
    state: title,
    reason,
    ways: waysOn(views, []),
  });
}

const waysOn = (views: Views, first: readonly Link[]): Link[] => [
  ...first,
  views.link('/news/', texts.years),
  views.link('/zones/', texts.zones),
  views.link('/sitemap/', texts.siteMap),
];
