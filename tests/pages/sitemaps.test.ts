import { describe, expect, test } from 'vitest';
import type { Content } from '../../src/content/content.ts';
import { buildSitemaps } from '../../src/pages/sitemaps.ts';
import { buildViews } from '../../src/pages/views.ts';
import {
  archiveOf,
  articleWith,
  at,
  contentWith,
  staticPageWith,
  zoneWith,
} from '../archive/sample-content.ts';

/** Text of every file by address. */
const filesOf = (content: Content): Map<string, string> =>
  new Map(
    [...buildSitemaps(buildViews(archiveOf(content)))].map((page) => {
      const data = page.data();
      return [page.address, 'text' in data ? data.text : ''];
    }),
  );

const locations = (text: string | undefined): string[] =>
  [...(text ?? '').matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url]) => url ?? '');

const content = contentWith(
  [
    articleWith('new', '2024-12-30 08:00', { title: 'A & B' }),
    articleWith('day', '2024-12-29'),
    articleWith('old', '2020-01-23', { updated: at('2021-05-06'), region: 'kunshan' }),
    articleWith('gone', '2020-01-01', { withdrawn: { date: at('2021-01-01'), reason: '重复' } }),
  ],
  { zones: [zoneWith({ id: 'kd' })], pages: [staticPageWith({ id: 'about' })] },
);

describe('sitemaps', () => {
  const files = filesOf(content);

  test('the index names every other file', () => {
    const others = [...files.keys()].filter((address) => address.startsWith('/sitemaps/'));
    expect(locations(files.get('/sitemap.xml')).sort()).toEqual(
      others.map((address) => `https://sample.example${address}`).sort(),
    );
    expect(others).toEqual(
      expect.arrayContaining(['/sitemaps/2020.xml', '/sitemaps/2024.xml', '/sitemaps/news.xml']),
    );
  });

  test('a year holds its articles with the day of the last change, not those withdrawn', () => {
    const year = files.get('/sitemaps/2020.xml');
    expect(locations(year)).toEqual(['https://sample.example/news/2020/01/old/']);
    expect(year).toContain('<lastmod>2021-05-06</lastmod>');
  });

  test('all other pages stand in files of their own', () => {
    const paths = locations(files.get('/sitemaps/pages.xml')).map((url) => new URL(url).pathname);
    for (const address of [
      '/',
      '/news-flash/',
      '/news-flash/kunshan/',
      '/zones/kd/',
      '/about/',
      '/news/2020/',
      '/news/2020/01/',
    ])
      expect(paths).toContain(address);
    expect(new Set(paths).size).toBe(paths.length);
  });

  test('the news sitemap holds the last two days', () => {
    const news = files.get('/sitemaps/news.xml') ?? '';
    expect(locations(news)).toEqual(['https://sample.example/news/2024/12/new/']);
    expect(news).toContain('<news:title>A &amp; B</news:title>');
    expect(news).toContain('<news:publication_date>2024-12-30T08:00:00+08:00</news:publication_date>');
    expect(news).toContain('<news:language>zh-cn</news:language>');
  });

  test('robots.txt names the index', () => {
    expect(files.get('/robots.txt')).toContain('Sitemap: https://sample.example/sitemap.xml');
  });
});
