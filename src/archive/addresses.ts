import type { Archive } from './archive.ts';
import { cutList } from './lists.ts';

/** Fixed pages that every site has. */
export const fixedAddresses = {
  home: '/',
  years: '/news/',
  regions: '/regions/',
  zones: '/zones/',
  topics: '/topics/',
  search: '/search/',
  siteMap: '/sitemap/',
  notFound: '/404.html',
  feed: '/feed.xml',
  jsonFeed: '/feed.json',
  sitemapIndex: '/sitemap.xml',
  robots: '/robots.txt',
} as const;

/** Addresses that promise 7 keeps: they may only vanish with an answer. */
export function permanentAddresses(archive: Archive): string[] {
  return [
    ...archive.articles.map((article) => article.address),
    ...archive.heldBack
      .filter(({ state }) => state === 'withdrawn' || state === 'expired')
      .map(({ article }) => article.address),
    ...archive.channels.map(({ id }) => `/${id}/`),
    ...archive.regions.map(({ id }) => `/regions/${id}/`),
    ...archive.zones.map(({ id }) => `/zones/${id}/`),
    ...archive.topics.map(({ id }) => `/topics/${id}/`),
    ...archive.pages.map(({ id }) => `/${id}/`),
  ];
}

/** Every address of the site that a link may lead to, files of pictures left out. */
export function buildAddresses(archive: Archive): ReadonlySet<string> {
  const addresses = new Set<string>([...Object.values(fixedAddresses), ...permanentAddresses(archive)]);
  for (const { address, articles, kind } of archive.lists.values()) {
    for (const part of cutList(address, articles, archive.site.pageSize)) addresses.add(part.address);
    if (kind === 'month')
      addresses.add(`${address.slice(0, '/news/2020/'.length)}`).add(`${address}index.json`);
    if (hasFeed(kind)) addresses.add(`${address}feed.xml`).add(`${address}feed.json`);
  }
  return addresses;
}

/** Channels, regions, zones and topics that have news have feeds. */
export const hasFeed = (kind: string): boolean => ['channel', 'region', 'zone', 'topic'].includes(kind);
