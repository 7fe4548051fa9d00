import { describe, expect, test } from 'vitest';
import { checkAtom, checkJsonFeed } from '../../src/verify/check-feeds.ts';
import { checkSitemap } from '../../src/verify/check-sitemaps.ts';
import { checkXml } from '../../src/verify/check-xml.ts';
import { compareLists } from '../../src/verify/compare-lists.ts';
import type { Finding } from '../../src/verify/finding.ts';

const values = (findings: readonly Finding[]): (string | undefined)[] =>
  findings.map(({ problem }) => problem.values.value);
const head = '<?xml version="1.0" encoding="utf-8"?>\n';

describe('XML', () => {
  test.each([
    ['<a><b c="d"/>文字 &amp; &#39;</a>', undefined],
    ['<a>A & B</a>', '& 要写成 &amp;'],
    ['<a b="A & B"/>', '& 要写成 &amp;'],
    ['<a>&nbsp;</a>', '& 要写成 &amp;'],
    ['<a><b></a>', '</a> 没有开头'],
    ['<a>', '<a> 没有结尾'],
    ['<a b=c/>', '这里不是标签'],
    ['<a b="1" b="2"/>', '两个相同的属性'],
    ['<a/><b/>', '有 2 个根'],
    ['<a/>文', '标签之外有文字'],
    ['<a>\u0008</a>', '不许有的字符'],
  ])('%j', (text, why) => {
    if (why === undefined) expect(checkXml(head + text)).toBeUndefined();
    else expect(checkXml(head + text)?.why).toContain(why);
  });

  test('the declaration, and the place of a stray &', () => {
    expect(checkXml('<a/>')?.why).toContain('声明');
    const text = `${head}<a>\n<b>甲 & 乙</b></a>`;
    expect(checkXml(text)?.at).toBe(text.indexOf('&'));
  });
});

const url = 'https://host.example/feed.xml';
const entry = (n: number, more = ''): string =>
  `<entry><title>题</title><link href="https://host.example/${n}/"/><id>https://host.example/${n}/</id><published>2020-01-0${n}T00:00:00+08:00</published><updated>2020-01-0${n}T00:00:00+08:00</updated>${more}</entry>\n`;
const atom = (entries: string): string =>
  `${head}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN"><title>站</title><link rel="self" type="application/atom+xml" href="${url}"/><id>https://host.example/</id><updated>2020-01-02T00:00:00+08:00</updated>\n${entries}</feed>\n`;

describe('Atom', () => {
  const check = (text: string) => checkAtom('feed.xml', text, url);

  test('a good one', () => {
    expect(check(atom(entry(2) + entry(1)))).toEqual({
      findings: [],
      entries: ['https://host.example/2/', 'https://host.example/1/'],
    });
  });

  test.each([
    ['old ones first', atom(entry(1) + entry(2)), '不是新的在前'],
    ['an entry twice', atom(entry(1) + entry(1)), '有两条的 id 相同'],
    ['no title', atom(entry(1).replace('<title>题</title>', '')), '有一条缺少 title'],
    [
      'no offset',
      atom(entry(1).replace('<published>2020-01-01T00:00:00+08:00', '<published>2020-01-01T00:00:00')),
      'published 的写法不对',
    ],
    ['another self', atom(entry(1)).replace(url, 'https://other.example/'), 'rel="self" 不是'],
    ['a stray &', atom(entry(1, '<summary>A & B</summary>')), '& 要写成 &amp;'],
  ])('%s', (_, text, why) => {
    expect(values(check(text).findings)).toEqual([expect.stringContaining(why)]);
  });
});

describe('JSON Feed', () => {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: '站',
    feed_url: url,
    items: [
      {
        id: 'a',
        url: 'https://host.example/1/',
        content_text: '文',
        date_published: '2020-01-01T00:00:00+08:00',
      },
    ],
  };
  const check = (value: unknown) =>
    checkJsonFeed('feed.json', typeof value === 'string' ? value : JSON.stringify(value), url);

  test('a good one', () => {
    expect(check(feed)).toEqual({ findings: [], entries: ['https://host.example/1/'] });
  });

  test.each<[string, unknown, string]>([
    ['no JSON', '{', '不是 JSON'],
    ['no items', {}, '缺少 items'],
    ['another version', { ...feed, version: '1' }, 'version 不是 1.1'],
    ['an item without address', { ...feed, items: [{ id: 'a' }] }, '缺少 id 或 url'],
    ['an item without text', { ...feed, items: [{ ...feed.items[0], content_text: undefined }] }, '没有内容'],
  ])('%s', (_, value, why) => {
    expect(values(check(value).findings)).toEqual([expect.stringContaining(why)]);
  });
});

describe('sitemaps', () => {
  const check = (inside: string, root: 'urlset' | 'sitemapindex' = 'urlset') =>
    checkSitemap(
      's.xml',
      `${head}<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${inside}</${root}>\n`,
      root,
    );
  const location = '<url><loc>https://host.example/a/?b&amp;c</loc><lastmod>2020-01-01</lastmod></url>\n';

  test('a good one', () => {
    expect(check(location)).toEqual({ findings: [], locations: ['https://host.example/a/?b&c'] });
  });

  test.each([
    ['an address twice', location + location, '出现两次'],
    ['a day that is none', location.replace('2020-01-01', '1 Jan'), 'lastmod 的写法不对'],
    ['a stray &', location.replace('&amp;', '&'), '& 要写成 &amp;'],
  ])('%s', (_, inside, why) => {
    expect(values(check(inside).findings)).toEqual([expect.stringContaining(why)]);
  });
});

test.each<[string[], string[], string[]]>([
  [['a', 'b'], ['a', 'b'], []],
  [['a', 'b'], ['b'], ['site-list-lacks a']],
  [['a'], ['a', 'b'], ['site-list-extra b']],
  [['a', 'b'], ['a', 'a', 'b'], ['site-list-extra a']],
  [['a', 'b', 'c'], ['a', 'c', 'b'], ['site-list-order c']],
])('a list of %j that shows %j', (expected, found, told) => {
  const findings = compareLists({ file: 'x/index.html', page: '/x/' }, expected, found, () => '题');
  expect(findings.map(({ problem }) => `${problem.code} ${problem.values.value}`)).toEqual(told);
});
