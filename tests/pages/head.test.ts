import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/content/article.ts';
import { articleWith, at, contentWith, sampleSite, zoneWith } from '../archive/sample-content.ts';
import { dataOf, pagesOf } from './sample-pages.ts';

const zones = [zoneWith({ id: 'kd', name: '昆山开发区' })];

function headOf(facts: Partial<Article>, site = sampleSite, date = '2020-01-23 15:30') {
  const article = articleWith('a', date, facts);
  const { head } = dataOf(pagesOf(contentWith([article], { zones, site })), 'article', article.address);
  return { ...head, tags: Object.fromEntries(head.meta.map(({ name, content }) => [name, content])) };
}

describe('网页标签规范 on an article', () => {
  test('the ten required tags', () => {
    const { tags } = headOf({ zone: 'kd', region: 'kunshan' });
    expect(tags).toMatchObject({
      SiteName: '样例网',
      SiteDomain: 'sample.example',
      ColumnName: '快讯',
      ArticleTitle: 'a的标题',
      PubDate: '2020-01-23 15:30',
      ContentSource: '昆山日报',
      Keywords: '快讯,昆山开发区,昆山',
      Description: 'a的摘要。',
      Url: 'https://sample.example/news/2020/01/a/',
    });
    for (const name of ['ColumnDescription', 'ColumnKeywords', 'ColumnType']) expect(tags[name]).toBeTruthy();
  });

  test('PubDate has no time that was not given', () => {
    expect(headOf({}, sampleSite, '2020-01-23').tags.PubDate).toBe('2020-01-23');
  });

  test('what was not given is left out', () => {
    const { tags } = headOf({});
    for (const name of ['SiteIDCode', 'Author', 'Image']) expect(tags).not.toHaveProperty(name);
  });

  test('and stands there where it was', () => {
    const site = { ...sampleSite, filings: { ...sampleSite.filings, siteIdCode: '3205830001' } };
    const cover = {
      address: '/news/2020/01/a/a.png',
      alt: '图',
      caption: undefined,
      credit: undefined,
      width: 8,
      height: 6,
    };
    const { tags } = headOf({ author: '王芳', cover, keywords: ['招商', '投资'] }, site);
    expect(tags).toMatchObject({
      SiteIDCode: '3205830001',
      Author: '王芳',
      Image: 'https://sample.example/news/2020/01/a/a.png',
      Keywords: '招商,投资',
    });
  });

  test('no tag stands twice', () => {
    const { meta } = headOf({ author: '王芳' });
    expect(new Set(meta.map(({ name }) => name)).size).toBe(meta.length);
  });

  test('SiteDomain is that of site.yaml, whatever the base address says', () => {
    const { tags } = headOf({}, { ...sampleSite, url: 'https://preview.example/sub/', basePath: '/sub/' });
    expect(tags.SiteDomain).toBe('sample.example');
  });
});

describe('structured data', () => {
  const find = (head: ReturnType<typeof headOf>, type: string) =>
    head.jsonLd.find((data) => '@type' in data && data['@type'] === type);

  test('NewsArticle', () => {
    const head = headOf({
      author: '王芳',
      editor: '李明',
      updated: at('2020-02-01'),
      region: 'kunshan',
      zone: 'kd',
    });
    expect(find(head, 'NewsArticle')).toMatchObject({
      headline: 'a的标题',
      datePublished: '2020-01-23T15:30:00+08:00',
      dateModified: '2020-02-01',
      author: [{ '@type': 'Person', name: '王芳' }],
      publisher: { name: '样例网' },
      mainEntityOfPage: 'https://sample.example/news/2020/01/a/',
      articleSection: '快讯',
      contentLocation: { name: '昆山' },
      about: { name: '昆山开发区' },
    });
  });

  test('BreadcrumbList with whole addresses, down to the article', () => {
    const head = headOf(
      { region: 'kunshan' },
      { ...sampleSite, url: 'https://host.example/sub/', basePath: '/sub/' },
    );
    expect(find(head, 'BreadcrumbList')).toMatchObject({
      itemListElement: [
        { position: 1, name: '首页', item: 'https://host.example/sub/' },
        { position: 2, item: 'https://host.example/sub/news-flash/' },
        { position: 3, item: 'https://host.example/sub/news-flash/kunshan/' },
        { position: 4, item: 'https://host.example/sub/news-flash/kunshan/text/' },
        { position: 5, name: 'a的标题', item: 'https://host.example/sub/news/2020/01/a/' },
      ],
    });
  });
});

test('Open Graph says article, title, picture and address', () => {
  const graph = Object.fromEntries(headOf({}).openGraph.map(({ property, content }) => [property, content]));
  expect(graph).toMatchObject({
    'og:type': 'article',
    'og:title': 'a的标题',
    'og:url': 'https://sample.example/news/2020/01/a/',
    'og:image': 'https://sample.example/share.png',
    'article:published_time': '2020-01-23T15:30:00+08:00',
  });
});

test('the feeds of the channel and of the site are named', () => {
  expect(headOf({}).feeds.map(({ href }) => href)).toEqual([
    '/news-flash/feed.xml',
    '/news-flash/feed.json',
    '/feed.xml',
    '/feed.json',
  ]);
});
