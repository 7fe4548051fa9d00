import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Article } from '../../src/content/article.ts';
import type { Region } from '../../src/content/registries.ts';
import { buildPages } from '../../src/pages/build-pages.ts';
import { PageFinder } from '../../src/pages/find-page.ts';
import type { Page } from '../../src/pages/page.ts';
import { buildSitemaps } from '../../src/pages/sitemaps.ts';
import { buildViews } from '../../src/pages/views.ts';
import {
  archiveOf,
  articleWith,
  at,
  contentWith,
  sampleSite,
  topicWith,
  zoneWith,
} from '../archive/sample-content.ts';
import { dataOf } from './sample-pages.ts';

/*
 * No page that readers load grows with the archive: 25,000 articles in one year, 12,000 of them in June, 2,000 zones
 * in 200 regions, 300 topics.
 */

const regions: Region[] = Array.from({ length: 20 }, (_, n) => [
  { id: `province-${n}`, name: `第${n}省`, parent: undefined },
  ...Array.from({ length: 9 }, (_, m) => ({
    id: `city-${n}-${m}`,
    name: `${n}省${m}市`,
    parent: `province-${n}`,
  })),
]).flat();
const zones = Array.from({ length: 2000 }, (_, n) =>
  zoneWith({
    id: `zone-${n}`,
    region: `city-${(n * 7) % 20}-${n % 9}`,
    level: n % 2 === 0 ? '国家级' : '省级',
  }),
);
const topics = Array.from({ length: 300 }, (_, n) => topicWith({ id: `topic-${n}` }));

function manyArticles(): Article[] {
  const base = articleWith('a', '2020-06-01');
  const dates = new Map<string, Article['date']>();
  return Array.from({ length: 25_000 }, (_, n) => {
    const month = n < 12_000 ? 6 : (n % 11) + (n % 11 < 5 ? 1 : 2);
    const day = `2020-${String(month).padStart(2, '0')}-${String((n % 28) + 1).padStart(2, '0')}`;
    const date = dates.get(day) ?? at(day);
    dates.set(day, date);
    const bare = `news/${day.slice(0, 7).replace('-', '/')}/a-${n}`;
    const zone = zones[n % 40 === 0 ? n % 2000 : 7];
    return {
      ...base,
      file: `${bare}.md`,
      address: `/${bare}/`,
      title: `第${n}篇`,
      digest: String(n),
      rowDigest: String(n),
      html: '<p>正文。</p>',
      date,
      topics: [`topic-${n % 300}`],
      ...(zone && { zone: zone.id, region: zone.region }),
    };
  });
}

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const pages = new Map<string, Page>();
let finder: PageFinder;
beforeAll(() => {
  const site = { ...sampleSite, pageSize: 20 };
  const archive = archiveOf(contentWith(manyArticles(), { site, regions, zones, topics }));
  finder = new PageFinder(archive);
  for (const page of buildPages(archive)) {
    expect(pages.has(page.address), page.address).toBe(false);
    pages.set(page.address, page);
  }
});

/** The longest list anywhere in what a template gets. */
function longestList(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? value.length : 0;
  return Object.values(value).reduce((most: number, each) => Math.max(most, longestList(each)), own);
}

const textOf = (address: string): string => dataOf(pages, 'text', address).text;
const addressesLike = (pattern: RegExp): string[] =>
  [...pages.keys()].filter((address) => pattern.test(address));

test('no page of any kind holds a long list', () => {
  const longest = new Map<string, number>();
  for (const { template, address, data } of pages.values()) {
    if (template === 'text' || template === 'article') continue;
    const { names: _names, ...rest } = { names: undefined, ...data() };
    const length = longestList(rest);
    if (length > (longest.get(template) ?? 0)) longest.set(template, length);
    if (length > 300) throw new Error(`${address} has a list of ${length}`);
  }
  // A row of links to all pages of a directory, the cities of 20 provinces, months, a page of the site map.
  expect([...longest.keys()]).toEqual(
    expect.arrayContaining([
      'home',
      'list',
      'zones',
      'zone',
      'topics',
      'topic',
      'years',
      'year',
      'directory',
      'search',
    ]),
  );
  expect(longest.get('list')).toBeLessThan(50);
  expect(longest.get('zone')).toBeLessThan(50);
  expect(longest.get('zones')).toBeLessThanOrEqual(100);
});

test('an article page is as long as its text, whatever stands beside it', () => {
  const articles = [...pages.values()].filter(({ template }) => template === 'article');
  expect(articles).toHaveLength(25_000);
  for (const { data } of articles.filter((_, n) => n % 1000 === 0))
    expect(longestList(data())).toBeLessThan(20);
});

describe('a month of 12,000 articles', () => {
  test('is cut like every list', () => {
    const parts = addressesLike(/^\/news\/2020\/06\/(?:page\/\d+\/)?$/);
    expect(parts).toHaveLength(600);
    const shown = parts.flatMap((address) =>
      dataOf(pages, 'list', address).groups.flatMap(({ items }) => items),
    );
    expect(new Set(shown.map(({ href }) => href)).size).toBe(12_000);
  });

  test('its JSON too: from the newest file each leads to the older one', () => {
    let address: string | undefined = '/news/2020/06/index.json';
    const seen: string[] = [];
    const sizes: number[] = [];
    while (address !== undefined) {
      const { older, articles, month } = JSON.parse(textOf(address));
      expect(month).toBe('2020-06');
      seen.push(...articles.map((article: { address: string }) => article.address));
      sizes.push(articles.length);
      address = older;
    }
    expect(new Set(seen).size).toBe(12_000);
    expect(seen).toHaveLength(12_000);
    expect(Math.max(...sizes)).toBeLessThan(1000);
    expect(addressesLike(/^\/news\/2020\/06\/index[^/]*\.json$/)).toHaveLength(sizes.length);
  });

  test('a small month has one file, and no way to another', () => {
    const archive = archiveOf(contentWith([articleWith('a', '2020-01-01')]));
    const [json] = [...buildPages(archive)].filter(({ address }) => address.endsWith('index.json'));
    const data = json?.data();
    expect(data && 'text' in data && Object.keys(JSON.parse(data.text))).toEqual(['month', 'articles']);
  });
});

describe('sitemaps', () => {
  test('hold at most 10,000 addresses a file, each once, and the index names them all', () => {
    const files = addressesLike(/^\/sitemaps\//);
    const locations = (address: string) =>
      [...textOf(address).matchAll(/<loc>([^<]*)</g)].map(([, url]) => url);
    for (const file of files) expect(locations(file).length).toBeLessThanOrEqual(10_000);
    const all = files.filter((file) => file !== '/sitemaps/news.xml').flatMap(locations);
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(25_000 + 2000);
    expect(locations('/sitemap.xml').sort()).toEqual(
      files.map((file) => `https://sample.example${file}`).sort(),
    );
  });

  test('pages that are no articles are cut too', () => {
    const many = Array.from({ length: 10_000 }, (_, n) => zoneWith({ id: `z-${n}` }));
    const archive = archiveOf(contentWith([articleWith('a', '2020-01-01')], { zones: many }));
    const files = [...buildSitemaps(buildViews(archive))].filter(({ address }) =>
      address.startsWith('/sitemaps/pages'),
    );
    expect(files.map(({ address }) => address)).toEqual(['/sitemaps/pages.xml', '/sitemaps/pages-2.xml']);
  });
});

test.each([
  '/zones/page/3/',
  '/topics/page/2/',
  '/sitemap/page/2/',
  '/news/2020/06/index-3.json',
  '/sitemaps/2020-2.xml',
])('the preview finds %s', (address) => {
  expect(finder.find(address)?.key).toBe(pages.get(address)?.key);
  expect(pages.has(address)).toBe(true);
});

test('feeds hold the newest 50', () => {
  const feeds = addressesLike(/\/feed\.xml$/);
  expect(feeds.length).toBeGreaterThan(300);
  for (const feed of feeds.filter((_, n) => n % 10 === 0))
    expect(textOf(feed).split('<entry>').length - 1).toBeLessThanOrEqual(50);
  for (const feed of addressesLike(/\/feed\.json$/).slice(0, 20))
    expect(JSON.parse(textOf(feed)).items.length).toBeLessThanOrEqual(50);
});

describe('directories', () => {
  test('2,000 zones stand on 20 pages, in the order of regions, each once', () => {
    const parts = addressesLike(/^\/zones\/(?:page\/\d+\/)?$/);
    expect(parts).toHaveLength(20);
    const shown = parts.map((address) => dataOf(pages, 'zones', address));
    const hrefs = shown.flatMap(({ zones }) => zones.map(({ href }) => href));
    expect(new Set(hrefs).size).toBe(2000);
    const [first] = shown;
    expect(first?.turner?.pages.map(({ href }) => href)).toEqual(parts);
    expect(first?.count).toBe(2000);
    // A style sheet that filters would hide zones of other pages: there are links to the regions' pages instead.
    expect(first?.zoneFilter).toBeUndefined();
    for (const { text, href } of first?.filters[0]?.links ?? []) {
      const names = dataOf(pages, 'zones', href).zones.map(({ regionKeys }) => regionKeys.split(' ').at(-1));
      const number = /第(\d+)省/.exec(text)?.[1];
      expect(names).toContain(`province-${number}`);
    }
  });

  test('a region names some of its zones and leads to all of them', () => {
    const region = dataOf(pages, 'list', '/regions/province-0/');
    expect(region.zones).toHaveLength(30);
    expect(region.allZones).toBe('/zones/');
    expect(dataOf(pages, 'list', '/regions/province-19/').allZones).toMatch(/^\/zones\/page\/\d+\/$/);
  });

  test('the home page names some zones of each region', () => {
    const { zonesByRegion, topics } = dataOf(pages, 'home', '/');
    expect(zonesByRegion).toHaveLength(20);
    for (const { zones, all } of zonesByRegion) {
      expect(zones).toHaveLength(8);
      expect(all?.text).toMatch(/^全部\d+家$/);
    }
    expect(topics).toHaveLength(12);
  });

  test('the site map names every zone and topic, over several pages', () => {
    const parts = addressesLike(/^\/sitemap\/(?:page\/\d+\/)?$/).map((address) =>
      dataOf(pages, 'directory', address),
    );
    const links = parts.flatMap(({ groups }) =>
      groups.flatMap((group) => group.links.map(({ href }) => href)),
    );
    for (const { id } of zones) expect(links).toContain(`/zones/${id}/`);
    for (const { id } of topics) expect(links).toContain(`/topics/${id}/`);
    expect(new Set(links).size).toBe(links.length);
    expect(parts.length).toBeGreaterThan(5);
  });

  test('topics are cut', () => {
    const parts = addressesLike(/^\/topics\/(?:page\/\d+\/)?$/).map((address) =>
      dataOf(pages, 'topics', address),
    );
    expect(new Set(parts.flatMap((part) => part.topics.map(({ href }) => href))).size).toBe(300);
    expect(parts).toHaveLength(5);
    for (const { head } of parts) expect(head.description.length).toBeLessThan(200);
  });
});
