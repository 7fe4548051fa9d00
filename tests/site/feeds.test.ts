import { describe, expect, test } from 'vitest';
import { fixtureSite, sampleSite } from './built-site.ts';

describe.each([
  ['fixture', fixtureSite()],
  ['sample', sampleSite()],
] as const)('the %s site', (_, site) => {
  test('times in Atom are those of the site, with their offset', () => {
    const feeds = site.files.filter((name) => name.endsWith('/feed.xml'));
    expect(feeds.length).toBeGreaterThan(8);
    for (const file of feeds)
      expect(site.text(file)).not.toMatch(/<(published|updated)>(?!\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00<)/);
  });

  test('JSON Feed holds the same articles as Atom', () => {
    for (const file of site.files.filter((name) => name.endsWith('/feed.json'))) {
      const feed = site.json(file) as { items: { id: string }[] };
      const atom = [...site.text(file.replace('.json', '.xml')).matchAll(/<entry>.*?<id>(.*?)<\/id>/gs)];
      expect(feed.items.map(({ id }) => id)).toEqual(atom.map(([, id]) => id));
    }
  });
});

test('the news sitemap holds the last two days', () => {
  const news = fixtureSite().text('/sitemaps/news.xml');
  expect([...news.matchAll(/<news:title>(.*?)<\/news:title>/g)].map(([, title]) => title)).toEqual([
    '最新的一篇政策',
  ]);
});
