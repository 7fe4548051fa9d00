import { fixedAddresses, hasFeed } from '../archive/addresses.ts';
import { yearOfNewest } from '../archive/part-years.ts';
import type { Article } from '../content/article.ts';
import { timestampOf } from '../site/clock.ts';
import { urlOf } from '../site/site.ts';
import { lazyPage } from './key.ts';
import type { Page } from './page.ts';
import { rowsKey } from './paging.ts';
import { leadPicture, type Views } from './views.ts';
import { xml } from './xml.ts';

/** Newest articles in a feed. */
const feedLength = 50;

/** Atom (RFC 4287) and JSON Feed 1.1: of the site, and of every channel, region, zone and topic that has news. */
export function* buildFeeds(views: Views): Generator<Page> {
  yield* feedsOf(views, fixedAddresses.home, views.site.name, views.archive.articles);
  for (const { address, kind, articles } of views.archive.lists.values()) {
    if (hasFeed(kind))
      yield* feedsOf(views, address, `${views.site.name} ${nameOf(views, kind, address)}`, articles);
  }
}

function* feedsOf(views: Views, address: string, title: string, all: readonly Article[]): Generator<Page> {
  const articles = all.slice(0, feedLength);
  // Tags and identifiers follow from the same facts as rows, so their keys stand for the entries.
  const facts = () => JSON.stringify([views.siteKey, title, rowsKey(articles)]);
  const year = yearOfNewest(articles);
  yield lazyPage('text', `${address}feed.xml`, year, facts, () => ({
    text: renderAtom(views, address, title, articles),
  }));
  yield lazyPage('text', `${address}feed.json`, year, facts, () => ({
    text: renderJsonFeed(views, address, title, articles),
  }));
}

function nameOf(views: Views, kind: string, address: string): string {
  const id = address.split('/').at(-2) ?? '';
  if (kind === 'channel') return views.channel(id).name;
  if (kind === 'region') return views.region(id).name;
  if (kind === 'zone') return views.zone(id).name;
  return views.topic(id).title;
}

function renderAtom(views: Views, address: string, title: string, articles: readonly Article[]): string {
  const { site } = views;
  const stamp = (article: Article): string => timestampOf(article.updated ?? article.date, site.timeZone);
  const updated =
    articles.map(stamp).sort((a, b) => Date.parse(b) - Date.parse(a))[0] ?? '1970-01-01T00:00:00Z';
  const entries = articles.map((article) => {
    const url = urlOf(site, article.address);
    return xml`<entry><title>${article.title}</title><link href="${url}"/><id>${url}</id><published>${timestampOf(article.date, site.timeZone)}</published><updated>${stamp(article)}</updated><author><name>${article.author ?? article.source.name}</name></author><category term="${article.channel}" label="${views.channel(article.channel).name}"/><summary>${article.summary}</summary></entry>
`;
  });
  const self = urlOf(site, `${address}feed.xml`);
  return `${xml`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${site.language}"><title>${title}</title><link href="${urlOf(site, address)}"/><link rel="self" type="application/atom+xml" href="${self}"/><id>${urlOf(site, address)}</id><updated>${updated}</updated><author><name>${site.name}</name></author>
`}${entries.join('')}</feed>
`;
}

function renderJsonFeed(views: Views, address: string, title: string, articles: readonly Article[]): string {
  const { site } = views;
  return `${JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title,
      home_page_url: urlOf(site, address),
      feed_url: urlOf(site, `${address}feed.json`),
      language: site.language,
      items: articles.map((article) => {
        const picture = leadPicture(article);
        return {
          id: urlOf(site, article.address),
          url: urlOf(site, article.address),
          title: article.title,
          content_text: article.summary,
          summary: article.summary,
          date_published: timestampOf(article.date, site.timeZone),
          date_modified: timestampOf(article.updated ?? article.date, site.timeZone),
          authors: [{ name: article.author ?? article.source.name }],
          tags: [views.channel(article.channel).name, ...article.keywords],
          ...(picture && { image: urlOf(site, picture.address) }),
        };
      }),
    },
    undefined,
    1,
  )}\n`;
}
