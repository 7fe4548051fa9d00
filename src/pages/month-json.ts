import { yearOfNewest } from '../archive/part-years.ts';
import type { Article } from '../content/article.ts';
import { plainText } from '../markdown/plain-text.ts';
import { showMoment } from '../site/clock.ts';
import { lazyPage } from './key.ts';
import type { Page } from './page.ts';
import type { Views } from './views.ts';

/** `/news/2020/01/index.json`: a month for programs, a file a month because hosts limit file counts. */
export function* buildMonthJson(views: Views): Generator<Page> {
  for (const { kind, address, articles } of views.archive.lists.values()) {
    if (kind !== 'month') continue;
    const facts = () => views.siteKey + articles.map(({ address, digest }) => address + digest).join('');
    yield lazyPage('text', `${address}index.json`, yearOfNewest(articles), facts, () => ({
      text: `${JSON.stringify({
        month: address.slice('/news/'.length, -1).replace('/', '-'),
        articles: articles.map((article) => ({ ...recordOf(views, article), text: plainText(article.html) })),
      })}\n`,
    }));
  }
}

function recordOf(views: Views, article: Article): object {
  const named = (entry: { readonly id: string; readonly name: string } | undefined) =>
    entry && { id: entry.id, name: entry.name };
  return {
    address: article.address,
    title: article.title,
    date: showMoment(article.date),
    updated: article.updated && showMoment(article.updated),
    source: article.source.name,
    sourceUrl: article.source.url,
    author: article.author,
    zone: named(article.zone === undefined ? undefined : views.zone(article.zone)),
    region: named(article.region === undefined ? undefined : views.region(article.region)),
    channel: named(views.channel(article.channel)),
    medium: article.medium,
    topics: article.topics,
    keywords: article.keywords,
    summary: article.summary,
  };
}
