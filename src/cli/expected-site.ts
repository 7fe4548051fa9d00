import path from 'node:path';
import { buildAddresses, hasFeed } from '../archive/addresses.ts';
import type { Archive } from '../archive/archive.ts';
import { cutList, type ListKind } from '../archive/lists.ts';
import type { Body } from '../content/article.ts';
import type { Content } from '../content/content.ts';
import { oldPageAddresses } from '../pages/redirects.ts';
import { showMoment } from '../site/clock.ts';
import type { ExpectedList, ExpectedSite, SourceFile } from '../verify/site-view.ts';

const columns: ReadonlySet<ListKind> = new Set([
  'channel',
  'channel-region',
  'channel-region-medium',
  'region',
  'zone',
  'month',
]);

/**
 * What the site of an archive must hold, for `verify`.
 * @param prefix stands before content files in problems
 */
export function buildExpectedSite(content: Content, archive: Archive, prefix: string): ExpectedSite {
  const hidden = archive.heldBack.filter(({ state }) => state === 'draft' || state === 'scheduled');
  const articles = archive.articles.map((article) => {
    const { prev, next } = archive.neighbours.get(article) ?? {};
    return {
      address: article.address,
      title: article.title,
      date: showMoment(article.date),
      source: article.source.name,
      prev: prev?.address,
      next: next?.address,
    };
  });
  const built = new Set(articles.map(({ address }) => address));
  const lists = [...archive.lists.values()].map(
    ({ address, kind, articles: list }): ExpectedList => ({
      address,
      hasFeed: hasFeed(kind),
      isColumn: columns.has(kind),
      parts: cutList(address, list, archive.site.pageSize).map((part) => ({
        address: part.address,
        articles: part.articles.map((article) => article.address),
      })),
    }),
  );
  const sourceOf = (file: string, { links, assets }: Body): SourceFile => ({
    file: prefix + file,
    path: path.join(content.root, file),
    assets,
    links: links.map(({ address, anchor, place }) => ({
      address,
      anchor,
      line: place.line,
      column: place.column,
    })),
  });
  return {
    articles,
    hidden: hidden.map(({ article }) => article.address),
    others: [
      ...buildAddresses(archive),
      ...oldPageAddresses(archive),
      '/_redirects',
      ...(archive.site.cms ? ['/admin/'] : []),
    ]
      .map((address) => address.replace(/\/index\.html$/, '/'))
      .filter((address) => !built.has(address)),
    lists,
    sources: new Map([
      ...content.articles.map((article) => [article.address, sourceOf(article.file, article)] as const),
      ...content.zones.map((zone) => [`/zones/${zone.id}/`, sourceOf(zone.file, zone)] as const),
      ...content.topics.map((topic) => [`/topics/${topic.id}/`, sourceOf(topic.file, topic)] as const),
      ...content.pages.map((page) => [`/${page.id}/`, sourceOf(page.file, page)] as const),
    ]),
  };
}
