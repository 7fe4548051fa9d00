import { describe, expect, test } from 'vitest';
import { fixtureSite, metaOf, sampleSite } from './built-site.ts';
import { checkXml } from '../../src/verify/check-xml.ts';

describe.each([
  ['fixture', fixtureSite(), 'https://host.example/sub'],
  ['sample', sampleSite(), 'https://www.investchn.com'],
] as const)('the %s site', (_, site, url) => {
  const articles = site.pages.filter(
    (page) => /^\/news\/\d{4}\/\d\d\/(?!page\/)[^/]+\/$/.test(page) && !metaOf(site.open(page)).has('robots'),
  );
  const locations = (file: string): string[] =>
    [...site.text(file).matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, location]) => location ?? '');

  test('every XML file is well formed', () => {
    const files = site.files.filter((file) => file.endsWith('.xml'));
    expect(files.length).toBeGreaterThan(10);
    expect(
      files.map((file) => [file, checkXml(site.text(file))]).filter(([, why]) => why !== undefined),
    ).toEqual([]);
  });

  test('every JSON file can be read', () => {
    for (const file of site.files.filter((name) => name.endsWith('.json')))
      expect(() => site.json(file)).not.toThrow();
  });

  test('Atom: what RFC 4287 asks for', () => {
    for (const file of site.files.filter((name) => name.endsWith('/feed.xml'))) {
      const feed = site.text(file);
      const head = feed.slice(0, feed.indexOf('<entry>'));
      for (const part of [
        '<feed xmlns="http://www.w3.org/2005/Atom"',
        '<title>',
        '<id>',
        '<updated>',
        `href="${url}${file}"`,
      ])
        expect(head).toContain(part);
      const entries = feed.split('<entry>').slice(1);
      expect(entries.length).toBeGreaterThan(0);
      expect(entries.length).toBeLessThanOrEqual(50);
      for (const entry of entries)
        for (const part of ['<title>', '<id>', '<updated>', '<link href=']) expect(entry).toContain(part);
      const dates = [...feed.matchAll(/<published>(.*?)<\/published>/g)].map(([, date]) =>
        Date.parse(date ?? ''),
      );
      expect(dates).toEqual([...dates].sort((a, b) => b - a));
      expect(feed).not.toMatch(/<(published|updated)>(?!\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00<)/);
    }
  });

  test('JSON Feed: what version 1.1 asks for, the same articles as Atom', () => {
    for (const file of site.files.filter((name) => name.endsWith('/feed.json'))) {
      const feed = site.json(file) as {
        version: string;
        feed_url: string;
        items: { id: string; url: string }[];
      };
      expect(feed.version).toBe('https://jsonfeed.org/version/1.1');
      expect(feed.feed_url).toBe(`${url}${file}`);
      const atom = [...site.text(file.replace('.json', '.xml')).matchAll(/<entry>.*?<id>(.*?)<\/id>/gs)];
      expect(feed.items.map(({ id }) => id)).toEqual(atom.map(([, id]) => id));
    }
  });

  test('every article stands in the sitemap of its year', () => {
    const years = site.files.filter((file) => /^\/sitemaps\/\d{4}\.xml$/.test(file));
    expect(years.flatMap(locations).sort()).toEqual(articles.map((page) => url + page).sort());
    for (const file of years)
      for (const location of locations(file)) expect(location).toContain(`/news/${file.slice(10, 14)}/`);
  });

  test('sitemaps name pages that are there and may be indexed', () => {
    for (const file of site.files.filter((name) => name.startsWith('/sitemaps/'))) {
      for (const location of locations(file)) {
        expect(location.startsWith(`${url}/`)).toBe(true);
        const page = location.slice(url.length);
        expect(site.pages).toContain(page);
        expect(metaOf(site.open(page)).has('robots')).toBe(false);
      }
    }
  });

  test('the index names every sitemap, robots.txt the index', () => {
    const maps = site.files.filter((file) => file.startsWith('/sitemaps/'));
    expect(locations('/sitemap.xml').sort()).toEqual(maps.map((file) => url + file).sort());
    expect(site.text('/robots.txt')).toContain(`Sitemap: ${url}/sitemap.xml\n`);
  });

  test('the months together hold every article', () => {
    const months = site.files.filter((file) => /^\/news\/\d{4}\/\d\d\/index\.json$/.test(file));
    const found = months.flatMap((file) => (site.json(file) as { articles: { address: string }[] }).articles);
    expect(found.map(({ address }) => address).sort()).toEqual([...articles].sort());
  });
});

test('the news sitemap holds the last two days', () => {
  const news = fixtureSite().text('/sitemaps/news.xml');
  expect([...news.matchAll(/<news:title>(.*?)<\/news:title>/g)].map(([, title]) => title)).toEqual([
    '最新的一篇政策',
  ]);
});
