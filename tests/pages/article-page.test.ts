import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/content/article.ts';
import { articleWith, at, contentWith, sampleSite, zoneWith } from '../archive/sample-content.ts';
import { dataOf, pagesOf } from './sample-pages.ts';

const zones = [zoneWith({ id: 'kd', name: '昆山开发区' })];

const pageOf = (article: Article, others: readonly Article[] = [], facts = {}) =>
  dataOf(pagesOf(contentWith([article, ...others], { zones, ...facts })), 'article', article.address);

describe('the article page', () => {
  test('crumbs are 首页, channel, region, medium', () => {
    const { crumbs } = pageOf(articleWith('a', '2020-01-23', { region: 'kunshan', medium: 'picture' }));
    expect(crumbs).toEqual([
      { href: '/', text: '首页' },
      { href: '/news-flash/', text: '快讯' },
      { href: '/news-flash/kunshan/', text: '昆山' },
      { href: '/news-flash/kunshan/picture/', text: '图片新闻' },
    ]);
  });

  test('without region: 首页 and channel', () => {
    expect(pageOf(articleWith('a', '2020-01-23')).crumbs.map(({ text }) => text)).toEqual(['首页', '快讯']);
  });

  test('a time is shown only where one was given', () => {
    expect(pageOf(articleWith('a', '2020-01-23')).date).toEqual({ iso: '2020-01-23', text: '2020-01-23' });
    expect(pageOf(articleWith('a', '2020-01-23 15:30')).date).toEqual({
      iso: '2020-01-23T15:30:00+08:00',
      text: '2020-01-23 15:30',
    });
  });

  test('a summary that was made from the text is not shown above it', () => {
    expect(pageOf(articleWith('a', '2020-01-23', { summary: '摘要' })).summary).toBeUndefined();
    expect(pageOf(articleWith('a', '2020-01-23', { summary: '摘要', summaryIsGiven: true })).summary).toBe(
      '摘要',
    );
  });

  test('links stand below the base path', () => {
    const site = { ...sampleSite, url: 'https://host.example/sub/', basePath: '/sub/' };
    const page = pageOf(articleWith('a', '2020-01-23', { zone: 'kd', region: 'kunshan' }), [], { site });
    expect(page.zone?.href).toBe('/sub/zones/kd/');
    expect(page.crumbs.map(({ href }) => href)).toEqual([
      '/sub/',
      '/sub/news-flash/',
      '/sub/news-flash/kunshan/',
      '/sub/news-flash/kunshan/text/',
    ]);
    expect(page.head.canonical).toBe('https://host.example/sub/news/2020/01/a/');
  });

  test.each([
    ['none', undefined],
    ['assisted', '辅助'],
    ['generated', '生成'],
  ] as const)('ai: %s', (ai, note) => {
    const { aiNote } = pageOf(articleWith('a', '2020-01-23', { ai }));
    if (note === undefined) expect(aiNote).toBeUndefined();
    else expect(aiNote).toContain(note);
  });
});

describe('更多', () => {
  const row = (count: number, facts: Partial<Article>) =>
    Array.from({ length: count }, (_, n) =>
      articleWith(`m${n}`, `2020-02-${String(20 - n).padStart(2, '0')}`, facts),
    );
  /** Slugs under 更多 of the article at this place of a row, newest first. */
  const moreOf = (articles: readonly Article[], index: number): string[] => {
    const article = articles[index] ?? articleWith('none', '2020-01-01');
    const { more } = pageOf(
      article,
      articles.filter((each) => each !== article),
    );
    return (more?.items ?? []).map(({ href }) => href.split('/')[4] ?? '');
  };

  test('shows the five that follow in the zone', () => {
    expect(moreOf(row(10, { zone: 'kd' }), 2)).toEqual(['m3', 'm4', 'm5', 'm6', 'm7']);
  });

  test('the oldest are filled up with the newer ones next to them', () => {
    expect(moreOf(row(10, { zone: 'kd' }), 8)).toEqual(['m4', 'm5', 'm6', 'm7', 'm9']);
    expect(moreOf(row(10, { zone: 'kd' }), 9)).toEqual(['m4', 'm5', 'm6', 'm7', 'm8']);
  });

  test('without zone: of the channel', () => {
    expect(moreOf(row(10, {}), 2)).toEqual(['m3', 'm4', 'm5', 'm6', 'm7']);
  });

  test('an article without zone among some that have one never shows itself', () => {
    const mixed = row(8, {}).map((article, n) => (n % 2 === 0 ? { ...article, zone: 'kd' } : article));
    expect(moreOf(mixed, 1)).toEqual(['m2', 'm3', 'm4', 'm5', 'm6']);
  });

  test('alone in its zone: of the channel', () => {
    const articles = row(4, {}).map((article, n) => (n === 1 ? { ...article, zone: 'kd' } : article));
    expect(moreOf(articles, 1)).toEqual(['m0', 'm2', 'm3']);
    const [first, second] = articles;
    expect(second && first && pageOf(second, [first]).more?.title).toBe('本栏目更多新闻');
  });

  test('is left out where there is nothing more', () => {
    expect(pageOf(articleWith('a', '2020-01-23', { zone: 'kd' })).more).toBeUndefined();
  });
});

describe('what stays at the address of an article that is gone', () => {
  const pages = pagesOf(
    contentWith([
      articleWith('living', '2020-01-01'),
      articleWith('back', '2020-01-01', {
        html: '<p>正文</p>',
        withdrawn: { date: at('2021-03-04'), reason: '来源要求' },
      }),
      articleWith('past', '2020-01-01', { html: '<p>正文</p>', expires: at('2021-03-04') }),
      articleWith('draft', '2020-01-01', { draft: true }),
      articleWith('later', '2030-01-01'),
    ]),
  );

  test('withdrawn: title, date and reason, noindex', () => {
    const page = dataOf(pages, 'gone', '/news/2020/01/back/');
    expect(page).toMatchObject({
      title: 'back的标题',
      date: { text: '2020-01-01' },
      head: { noindex: true },
    });
    expect(page.reason).toContain('2021-03-04');
    expect(page.reason).toContain('来源要求');
    expect(JSON.stringify(page)).not.toContain('正文');
    expect(JSON.stringify(page)).not.toContain('back的摘要');
  });

  test('expired: the same', () => {
    const page = dataOf(pages, 'gone', '/news/2020/01/past/');
    expect(page).toMatchObject({ title: 'past的标题', head: { noindex: true } });
    expect(JSON.stringify(page)).not.toContain('正文');
  });

  test('drafts and scheduled articles have no page', () => {
    expect([...pages.keys()].filter((address) => /draft|later/.test(address))).toEqual([]);
  });
});
