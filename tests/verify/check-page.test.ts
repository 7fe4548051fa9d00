import { describe, expect, test } from 'vitest';
import { PageChecker } from '../../src/verify/check-page.ts';

const url = 'https://host.example/sub/';
const own = `${url}news/2020/01/a/`;
const data = {
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: '题',
  image: [`${url}share.png`],
  datePublished: '2020-01-23T15:30:00+08:00',
  dateModified: '2020-01-23',
  author: [{ '@type': 'Organization', name: '报' }],
  publisher: { '@type': 'Organization', name: '站' },
};
const crumbs = {
  '@context': 'https://schema.org',
  '@type': 'BreadcrumbList',
  itemListElement: [{ '@type': 'ListItem', position: 1, name: '首页', item: url }],
};
const tags: Readonly<Record<string, string>> = {
  description: '摘要',
  SiteName: '站',
  SiteDomain: 'host.example',
  ColumnName: '栏',
  ColumnDescription: '栏目说明',
  ColumnKeywords: '栏',
  ColumnType: '工作动态',
  ArticleTitle: '题',
  PubDate: '2020-01-23 15:30',
  ContentSource: '报',
  Keywords: '词',
  Description: '摘要',
  Url: own,
  'og:title': '题',
  'og:type': 'article',
  'og:url': own,
  'og:image': `${url}share.png`,
};

interface Parts {
  readonly tags?: Readonly<Record<string, string | undefined>>;
  readonly data?: readonly (object | string)[];
  readonly body?: string;
  readonly text?: string;
}

const article = (parts: Parts = {}): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>题 - 站</title><link rel="canonical" href="${own}"><link rel="alternate" type="application/atom+xml" href="/sub/feed.xml"><link rel="alternate" type="application/feed+json" href="/sub/feed.json">${Object.entries(
  { ...tags, ...parts.tags },
)
  .map(([name, content]) =>
    content === undefined
      ? ''
      : `<meta ${name.startsWith('og:') ? 'property' : 'name'}="${name}" content="${content}">`,
  )
  .join('')}${(parts.data ?? [data, crumbs])
  .map(
    (each) =>
      `<script type="application/ld+json">${typeof each === 'string' ? each : JSON.stringify(each)}</script>`,
  )
  .join('')}</head><body>${
  parts.body ??
  `<nav aria-label="您现在的位置"><ol><li><a href="/sub/">首页</a></li><li><a href="/sub/c/">栏</a></li></ol></nav><main id="main"><h1>题</h1><p><time datetime="2020-01-23">2020-01-23</time><span data-field="source">报</span></p><div data-pagefind-body="">${parts.text ?? '<p>文</p>'}</div></main>`
}</body></html>
`;

const checker = new PageChecker({
  files: [
    'index.html',
    'c/index.html',
    'share.png',
    'feed.xml',
    'feed.json',
    'news/2020/01/a/index.html',
    'news/2020/01/a/图 1.png',
  ],
  url,
  hidden: ['/news/2020/01/draft/'],
  columns: ['/c/'],
});
const check = (html: string) => checker.check('news/2020/01/a/index.html', html);
const told = (html: string): string[] =>
  check(html).findings.map(({ problem: { code, values } }) =>
    `${code} ${values.name ?? values.value ?? ''}`.trim(),
  );

test('an article with all that it must have', () => {
  const { findings, dead, article: facts } = check(article());
  expect(findings).toEqual([]);
  expect(dead).toEqual([]);
  expect(facts).toMatchObject({ title: '题', heading: '题', date: '2020-01-23 15:30', source: '报' });
});

describe('the head', () => {
  test.each(Object.keys(tags))('%s is missed', (name) => {
    expect(told(article({ tags: { [name]: undefined } }))).toEqual([`site-part-missing ${name}`]);
  });

  test.each([
    ['PubDate', '2020/01/23'],
    ['PubDate', '2020-01-23 15:30:00'],
    ['PubDate', 'null'],
    ['SiteDomain', 'https://host.example/'],
    ['Url', `${url}news/2020/01/b/`],
    ['og:url', '/sub/news/2020/01/a/'],
    ['ContentSource', ''],
  ])('%s is not %j', (name, content) => {
    expect(told(article({ tags: { [name]: content } }))).toContain(`site-part-form ${name}`);
  });

  test('another canonical address, no language', () => {
    const html = article()
      .replace(`canonical" href="${own}`, `canonical" href="${url}`)
      .replace(' lang="zh-CN"', '');
    expect(told(html)).toEqual(['site-part-missing lang', 'site-part-form canonical']);
  });
});

describe('structured data', () => {
  test.each<[string, (object | string)[], string]>([
    ['no JSON', ['{"@context"', crumbs], '不是 JSON'],
    ['no article', [crumbs], '缺少 NewsArticle'],
    ['no crumbs', [data], '缺少 BreadcrumbList'],
    ['another headline', [{ ...data, headline: '别的' }, crumbs], 'NewsArticle 的 headline'],
    [
      'a time without offset',
      [{ ...data, datePublished: '2020-01-23T15:30' }, crumbs],
      'NewsArticle 的 datePublished',
    ],
    [
      'an author without name',
      [{ ...data, author: [{ '@type': 'Person' }] }, crumbs],
      'NewsArticle 的 author',
    ],
    ['a picture that is no address', [{ ...data, image: 'share.png' }, crumbs], 'NewsArticle 的 image'],
    [
      'crumbs out of order',
      [data, { ...crumbs, itemListElement: [{ position: 2, name: '首页' }] }],
      'BreadcrumbList 的 itemListElement',
    ],
  ])('%s', (_, blocks, value) => {
    expect(told(article({ data: blocks }))).toEqual([`site-data ${value}`]);
  });
});

describe('the page', () => {
  test.each([
    ['a second h1', '<h1>又一个</h1>', 'site-headings 不止一个 h1'],
    ['a level left out', '<h3>三级</h3>', 'site-headings h1 之后是 h3'],
    ['an id twice', '<p id="main">文</p>', 'site-id-twice main'],
    ['a picture without size', '<img src="/sub/share.png" alt="">', 'site-picture-size /sub/share.png'],
    [
      'a script from elsewhere',
      '<script src="https://cdn.example/a.js"></script>',
      'site-file-foreign https://cdn.example/a.js',
    ],
  ])('%s', (_, text, expected) => {
    expect(told(article({ text }))).toEqual([expected]);
  });

  test('parts that programs look for', () => {
    expect(told(article({ body: '<main id="main"><h1>题</h1></main>' }))).toEqual([
      'site-part-missing 面包屑（您现在的位置）',
      'site-part-missing time[datetime]',
      'site-part-missing [data-field="source"]',
      'site-part-missing [data-pagefind-body]',
    ]);
  });

  test('of a page that ends in the middle only that', () => {
    expect(told(article().slice(0, 900))).toEqual(['site-page-cut']);
    expect(told('')).toEqual(['site-page-cut']);
  });
});

test.each<[string, string[]]>([
  ['<a href="/sub/">甲</a><a href="../../../../c/">乙</a><a href="https://other.example/x">丙</a>', []],
  ['<a href="mailto:a@b.cn">甲</a><a href="tel:+86">乙</a><a href="">丙</a>', []],
  ['<img src="%E5%9B%BE%201.png" alt="" width="1" height="1">', []],
  ['<a href="/sub/none/">甲</a>', ['/sub/none/']],
  ['<a href="/sub/c">甲</a>', ['/sub/c']],
  ['<a href="/c/">甲</a>', ['/c/']],
  ['<a href="%zz">甲</a>', ['%zz']],
  ['<a href="https://host.example/sub/none/?a=1">甲</a>', ['https://host.example/sub/none/?a=1']],
  ['<a href="/sub/news/2020/01/draft/">甲</a>', ['/sub/news/2020/01/draft/']],
  ['<video src="a.mp4" poster="b.png"></video>', ['a.mp4', 'b.png']],
  [
    '<img srcset="/sub/share.png 1x, none.png 2x" src="/sub/share.png" alt="" width="1" height="1">',
    ['none.png'],
  ],
])('links of %s that are dead', (text, expected) => {
  expect(check(article({ text })).dead.map(({ value }) => value)).toEqual(expected);
});

test('anchors on the page itself, and those that another page must have', () => {
  const { anchors } = check(
    article({
      text: '<p id="一">文</p><a href="#%E4%B8%80">甲</a><a href="#二">乙</a><a href="/sub/c/#d">丙</a>',
    }),
  );
  expect(anchors.map(({ address, anchor }) => [address, anchor])).toEqual([
    ['/news/2020/01/a/', '二'],
    ['/c/', 'd'],
  ]);
});
