import { cutList, type ListPart } from '../archive/lists.ts';
import { yearOfNewest } from '../archive/part-years.ts';
import type { Article } from '../content/article.ts';
import { plainText } from '../markdown/plain-text.ts';
import { showMoment } from '../site/clock.ts';
import { lazyPage } from './key.ts';
import type { Page } from './page.ts';
import type { Views } from './views.ts';

/** Articles of a large month in one file; the newest one holds fewer than twice as many. */
const pageSize = 500;

/**
 * `/news/2020/01/index.json`: a month for programs, a file a month because hosts limit file counts. A large one is cut like
 * a list: `older` leads to `index-3.json` and on to the oldest, `index-1.json`.
 */
export function* buildMonthJson(views: Views): Generator<Page> {
  for (const { kind, address, articles } of views.archive.lists.values()) {
    if (kind !== 'month') continue;
    const parts = cutList(address, articles, pageSize);
    for (const [index, part] of parts.entries()) {
      const older = parts[index + 1];
      const shown = () => ({
        month: address.slice('/news/'.length, -1).replace('/', '-'),
        older: older && views.href(fileOf(address, older)),
      });
      const keys = () => part.articles.map(({ address, digest }) => address + digest).join('');
      const facts = () => views.siteKey + JSON.stringify(shown()) + keys();
      yield lazyPage('text', fileOf(address, part), yearOfNewest(articles), facts, () => ({
        text: `${JSON.stringify({
          ...shown(),
          articles: part.articles.map((article) => ({
            ...recordOf(views, article),
            text: plainText(article.html),
          })),
        })}\n`,
      }));
    }
  }
}

const fileOf = (month: string, { number }: ListPart): string =>
  `${month}index${number === undefined ? '' : `-${number}`}.json`;

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
