import { describe, expect, test } from 'vitest';
import { articleWith, at, contentWith, sampleSite, topicWith, zoneWith } from '../archive/sample-content.ts';
import { pagesOf, textOf } from './sample-pages.ts';

const hostile = `</title><script>alert(1)</script> "&' ]]> \u0007`;
const content = contentWith(
  [
    articleWith('a', '2020-01-23', {
      zone: 'kd',
      region: 'kunshan',
      topics: ['t'],
      updated: at('2020-03-01 09:00'),
    }),
    articleWith('b', '2020-02-01 10:00', { title: hostile, author: '王芳', keywords: ['招商'] }),
  ],
  { zones: [zoneWith({ id: 'kd' }), zoneWith({ id: 'empty' })], topics: [topicWith({ id: 't' })] },
);

test('the site, and every channel, region, zone and topic that has news, have feeds', () => {
  const feeds = [...pagesOf(content).keys()].filter((address) => address.endsWith('/feed.xml')).sort();
  expect(feeds).toEqual([
    '/feed.xml',
    '/news-flash/feed.xml',
    '/regions/jiangsu/feed.xml',
    '/regions/kunshan/feed.xml',
    '/regions/suzhou/feed.xml',
    '/topics/t/feed.xml',
    '/zones/kd/feed.xml',
  ]);
});

describe('Atom', () => {
  const feed = textOf(content, '/feed.xml');

  test('newest first, at their dates', () => {
    expect([...feed.matchAll(/<published>(.*?)<\/published>/g)].map(([, date]) => date)).toEqual([
      '2020-02-01T10:00:00+08:00',
      '2020-01-23T00:00:00+08:00',
    ]);
  });

  test('updated is the newest change of all', () => {
    expect(/<\/id><updated>(.*?)<\/updated>/.exec(feed)?.[1]).toBe('2020-03-01T09:00:00+08:00');
  });

  test('a hostile title is text', () => {
    expect(feed).toContain('<title>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; &quot;&amp;');
    expect(feed).not.toContain('<script>');
    expect(feed).not.toContain('\u0007');
  });

  test('whole addresses below the base path', () => {
    const site = { ...sampleSite, url: 'https://host.example/sub/', basePath: '/sub/' };
    const moved = textOf({ ...content, site }, '/zones/kd/feed.xml');
    expect(moved).toContain(
      '<link rel="self" type="application/atom+xml" href="https://host.example/sub/zones/kd/feed.xml"/>',
    );
    expect(moved).toContain('<id>https://host.example/sub/news/2020/01/a/</id>');
  });
});

describe('JSON Feed', () => {
  const feed = JSON.parse(textOf(content, '/feed.json'));

  test('has what version 1.1 asks for', () => {
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: '样例网',
      home_page_url: 'https://sample.example/',
      feed_url: 'https://sample.example/feed.json',
      language: 'zh-CN',
    });
    expect(feed.items[0]).toMatchObject({
      id: 'https://sample.example/news/2020/02/b/',
      title: hostile,
      date_published: '2020-02-01T10:00:00+08:00',
      authors: [{ name: '王芳' }],
      tags: ['快讯', '招商'],
    });
  });
});

test('a feed holds the newest 50', () => {
  const many = Array.from({ length: 60 }, (_, n) =>
    articleWith(`a${n}`, `20${10 + Math.floor(n / 12)}-0${1 + (n % 9)}-01`),
  );
  const feed = JSON.parse(textOf(contentWith(many), '/feed.json'));
  expect(feed.items).toHaveLength(50);
  const dates: string[] = feed.items.map(({ date_published }: { date_published: string }) => date_published);
  expect([...dates].sort().reverse()).toEqual(dates);
});
