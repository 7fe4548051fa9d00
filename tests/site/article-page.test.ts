import { describe, expect, test } from 'vitest';
import { fixtureSite, hrefsOf, metaOf, textOf } from './built-site.ts';

const site = fixtureSite();
const address = '/news/2024/11/every-key/';
const page = site.open(address);
const one = (selector: string, of: Document = page): Element => {
  const found = of.querySelectorAll(selector);
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} × ${selector}`);
  return found[0];
};
const all = (selector: string, of: Document = page): Element[] => [...of.querySelectorAll(selector)];

describe('what a program finds in an article', () => {
  test('language', () => {
    expect(page.documentElement.getAttribute('lang')).toBe('zh-CN');
  });

  test('the crumbs, each a real page', () => {
    const crumbs = all('nav[aria-label="您现在的位置"] ol > li > a');
    expect(crumbs.map(textOf)).toEqual(['首页', '开发区新闻', '苏州', '图片新闻']);
    expect(hrefsOf(crumbs)).toEqual([
      '/sub/',
      '/sub/zone-news/',
      '/sub/zone-news/suzhou/',
      '/sub/zone-news/suzhou/picture/',
    ]);
    for (const href of hrefsOf(crumbs)) expect(site.has(href.slice(4))).toBe(true);
  });

  test('one h1, the title alone', () => {
    expect(textOf(one('h1'))).toBe('每个键都用到一次的稿件');
  });

  test('the date first among times', () => {
    const [date] = all('time[datetime]');
    expect(date?.getAttribute('datetime')).toBe('2024-11-20T09:30:00+08:00');
    expect(textOf(date)).toBe('2024-11-20 09:30');
  });

  test('source and zone, the values alone', () => {
    expect(textOf(one('[data-field="source"]'))).toBe('样例通讯社');
    expect(textOf(one('[data-field="zone"] a'))).toBe('昆山样例开发区');
    expect(one('[data-field="zone"] a').getAttribute('href')).toBe('/sub/zones/kunshan-etdz/');
  });

  test('the text', () => {
    const text = textOf(one('[data-pagefind-body]'));
    expect(text).toContain('第一段提到');
    expect(text).not.toContain('上一条');
    expect(text).not.toContain('责任编辑');
  });

  test('prev and next with their titles', () => {
    expect(textOf(one('a[rel="prev"]'))).toBe('样例开发区第3期简报');
    expect(one('a[rel="prev"]').getAttribute('href')).toBe('/sub/news/2024/10/plain-03/');
    expect(textOf(one('a[rel="next"]'))).toBe('武汉样例新区挂牌');
    expect(one('a[rel="next"]').getAttribute('href')).toBe('/sub/news/2024/11/linked-film/');
  });

  test('contact and copyright in the footer', () => {
    const footer = textOf(one('footer'));
    for (const text of [
      '+86-0512-53660867',
      '+86-0512-53660868',
      'info@sample.example',
      '© 2015-2024 Sample.example',
      '版权所有：样例网',
      '苏ICP备00000000号',
      '苏公网安备32000000000000号',
      '3205830001',
    ])
      expect(footer).toContain(text);
  });
});

describe('everything that front matter says is shown', () => {
  const shown = textOf(page.querySelector('main'));
  test.each([
    ['subtitle', '副标题也有一行'],
    ['originalTitle', '原来的标题更长一些'],
    ['author', '王芳'],
    ['editor', '李明'],
    ['summary', '编辑写的摘要，会显示在正文上面。'],
    ['keywords', '飞地经济'],
    ['topics', '绿色园区'],
    ['cover caption', '题图的图注'],
    ['cover credit', '样例网制图'],
    ['updated', '2024-11-22 10:00'],
    ['corrections', '第二段的“三家”应为“四家”。'],
    ['ai', '人工智能'],
  ])('%s', (_, text) => {
    expect(shown).toContain(text);
  });

  test('the cover with its description and size', () => {
    const cover = one('main img[src$="/every-key/cover.png"]');
    expect(cover.getAttribute('alt')).toBe('一张条纹图');
    expect([cover.getAttribute('width'), cover.getAttribute('height')]).toEqual(['800', '450']);
  });

  test('a video with its poster', () => {
    const video = one('video', site.open('/news/2024/11/film/'));
    expect(video.getAttribute('src')).toBe('/sub/news/2024/11/film/film.mp4');
    expect(video.getAttribute('poster')).toBe('/sub/news/2024/11/film/poster.png');
  });

  test('no source or zone link where none was given', () => {
    const plain = site.open('/news/2024/11/plain-less/');
    expect(all('[data-field="zone"]', plain)).toEqual([]);
    expect(all('[data-field="source"] a', plain)).toEqual([]);
  });
});

describe('neighbours', () => {
  test('false means none', () => {
    const ends = site.open('/news/2024/11/false-ends/');
    expect(all('a[rel="prev"], a[rel="next"]', ends)).toEqual([]);
  });

  test('computed ones come from the channel, and skip what is held back', () => {
    const film = site.open('/news/2024/11/linked-film/');
    expect(one('a[rel="prev"]', film).getAttribute('href')).toBe('/sub/news/2024/11/false-ends/');
    expect(one('a[rel="next"]', film).getAttribute('href')).toBe('/sub/news/2024/10/plain-12/');
  });

  test('the newest of its channel has no prev', () => {
    expect(all('a[rel="prev"]', site.open('/news/2024/12/newest/'))).toEqual([]);
  });

  test('the same moment is ordered by address', () => {
    expect(one('a[rel="next"]', site.open('/news/2023/05/tie-a/')).getAttribute('href')).toBe(
      '/sub/news/2023/05/tie-b/',
    );
  });
});

describe('dates and crumbs at their least', () => {
  const plain = site.open('/news/2024/11/plain-less/');

  test('a date without a time shows none', () => {
    const time = all('time[datetime]', plain)[0];
    expect(time?.getAttribute('datetime')).toBe('2024-11-19');
    expect(textOf(time)).toBe('2024-11-19');
    expect(metaOf(plain).get('PubDate')).toBe('2024-11-19');
  });

  test('without region: 首页 and the channel', () => {
    expect(all('nav[aria-label="您现在的位置"] li', plain).map(textOf)).toEqual(['首页', '投资政策']);
  });
});

describe('the head', () => {
  const meta = metaOf(page);

  test('title, description, canonical', () => {
    expect(textOf(one('title'))).toContain('每个键都用到一次的稿件');
    expect(meta.get('description')).toBe('编辑写的摘要，会显示在正文上面。');
    expect(hrefsOf(all('link[rel="canonical"]'))).toEqual([`https://host.example/sub${address}`]);
  });

  test('links to the feeds', () => {
    const feeds = all('link[rel="alternate"]').map(
      (link) => `${link.getAttribute('type')} ${link.getAttribute('href')}`,
    );
    expect(feeds).toEqual(
      expect.arrayContaining([
        'application/atom+xml /sub/feed.xml',
        'application/feed+json /sub/feed.json',
        'application/atom+xml /sub/zone-news/feed.xml',
      ]),
    );
  });

  test('the tags of 网页标签规范', () => {
    const expected = {
      SiteName: '样例网',
      SiteDomain: 'www.sample.example',
      SiteIDCode: '3205830001',
      ColumnName: '开发区新闻',
      ColumnDescription: '各地开发区的新闻。',
      ColumnKeywords: '开发区,园区',
      ColumnType: '工作动态',
      ArticleTitle: '每个键都用到一次的稿件',
      PubDate: '2024-11-20 09:30',
      ContentSource: '样例通讯社',
      Keywords: '招商引资,飞地经济',
      Author: '王芳',
      Description: '编辑写的摘要，会显示在正文上面。',
      Image: `https://host.example/sub${address}cover.png`,
      Url: `https://host.example/sub${address}`,
    };
    expect(Object.fromEntries(Object.keys(expected).map((name) => [name, meta.get(name)]))).toEqual(expected);
  });

  test('Open Graph', () => {
    expect(meta.get('og:type')).toBe('article');
    expect(meta.get('og:title')).toBe('每个键都用到一次的稿件');
    expect(meta.get('og:url')).toBe(`https://host.example/sub${address}`);
    expect(meta.get('og:image')).toBe(`https://host.example/sub${address}cover.png`);
  });

  test('JSON-LD: NewsArticle and BreadcrumbList', () => {
    const blocks = all('script[type="application/ld+json"]').map((script) =>
      JSON.parse(script.textContent ?? ''),
    );
    const [article, crumbs] = ['NewsArticle', 'BreadcrumbList'].map((type) =>
      blocks.find((block) => block['@type'] === type),
    );
    expect(article).toMatchObject({
      headline: '每个键都用到一次的稿件',
      datePublished: '2024-11-20T09:30:00+08:00',
      dateModified: '2024-11-22T10:00:00+08:00',
      image: [`https://host.example/sub${address}cover.png`],
    });
    expect(crumbs.itemListElement.map(({ item }: { item: string }) => item)).toEqual([
      'https://host.example/sub/',
      'https://host.example/sub/zone-news/',
      'https://host.example/sub/zone-news/suzhou/',
      'https://host.example/sub/zone-news/suzhou/picture/',
      `https://host.example/sub${address}`,
    ]);
  });
});

describe('the text', () => {
  const text = one('[data-pagefind-body]');

  test('headings have their text as ids, a second one -2', () => {
    expect([...text.querySelectorAll('h2, h3')].map(({ id }) => id)).toEqual([
      '第一节',
      '第二节',
      '小节',
      '第二节-2',
    ]);
  });

  test('links to content files lead to their pages below the base path', () => {
    const hrefs = hrefsOf(text.querySelectorAll('a'));
    for (const href of [
      '/sub/news/2024/10/plain-01/',
      '/sub/news/2024/11/plain-less/',
      '/sub/zones/wuhan-new/',
      'https://outside.example/path?x=1&y=2',
    ])
      expect(hrefs).toContain(href);
  });

  test('a table, a footnote, a picture with its caption', () => {
    expect([...text.querySelectorAll('th')].map(textOf)).toEqual(['年份', '项目', '金额（万元）']);
    expect(textOf(text.querySelector('.footnotes'))).toContain('脚注的内容');
    expect(textOf(text.querySelector('figcaption'))).toBe('正文里的图注');
  });

  test('template marks stay as they were written', () => {
    for (const mark of ['{{ title }}', '{% raw %}', '{{ 7 * 7 }}', '{# 注释 #}', '{{ 代码块 }} <b>'])
      expect(textOf(text)).toContain(mark);
  });
});
