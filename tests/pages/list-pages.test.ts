import { describe, expect, test } from 'vitest';
import { articleWith, contentWith, zoneWith } from '../archive/sample-content.ts';
import { dataOf, pagesOf } from './sample-pages.ts';

/** Eleven articles of January 2020, `pageSize` 3: parts of 5, 3 and 3. */
const articles = Array.from({ length: 11 }, (_, n) =>
  articleWith(
    `a${String(n).padStart(2, '0')}`,
    `2020-01-${String(1 + Math.floor(n / 2)).padStart(2, '0')} 10:${String(n).padStart(2, '0')}`,
    {
      region: 'kunshan',
      zone: 'kd',
    },
  ),
);
const pages = pagesOf(
  contentWith(articles, { zones: [zoneWith({ id: 'kd' }), zoneWith({ id: 'wh', region: 'hubei' })] }),
);

const slugsOf = (address: string): string[] =>
  dataOf(pages, 'list', address).groups.flatMap(({ items }) =>
    items.map(({ href }) => href.split('/')[4] ?? ''),
  );

describe('a list in parts', () => {
  test('the own address shows the newest, page/1/ the oldest', () => {
    expect(slugsOf('/news-flash/')).toEqual(['a10', 'a09', 'a08', 'a07', 'a06']);
    expect(slugsOf('/news-flash/page/2/')).toEqual(['a05', 'a04', 'a03']);
    expect(slugsOf('/news-flash/page/1/')).toEqual(['a02', 'a01', 'a00']);
    expect(pages.has('/news-flash/page/3/')).toBe(false);
  });

  test('each part leads to its neighbours', () => {
    const steps = (address: string) => {
      const { newer, older } = dataOf(pages, 'list', address).paging;
      return [newer, older];
    };
    expect(steps('/news-flash/')).toEqual([undefined, '/news-flash/page/2/']);
    expect(steps('/news-flash/page/2/')).toEqual(['/news-flash/', '/news-flash/page/1/']);
    expect(steps('/news-flash/page/1/')).toEqual(['/news-flash/page/2/', undefined]);
  });

  test('each part is its own canonical address, with a title of its own', () => {
    const addresses = ['/news-flash/', '/news-flash/page/2/', '/news-flash/page/1/'];
    const heads = addresses.map((address) => dataOf(pages, 'list', address).head);
    expect(heads.map(({ canonical }) => canonical)).toEqual(
      addresses.map((address) => `https://sample.example${address}`),
    );
    expect(new Set(heads.map(({ title }) => title)).size).toBe(3);
  });
});

describe('a month', () => {
  test('has a group for each day, newest first, with the day as anchor', () => {
    const ids = ['/news/2020/01/', '/news/2020/01/page/2/', '/news/2020/01/page/1/'].map((address) =>
      dataOf(pages, 'list', address).groups.map(({ id }) => id),
    );
    expect(ids).toEqual([
      ['2020-01-06', '2020-01-05', '2020-01-04'],
      ['2020-01-03', '2020-01-02'],
      ['2020-01-02', '2020-01-01'],
    ]);
  });

  test('the calendar leads to the part that shows the day', () => {
    const [january] = dataOf(pages, 'year', '/news/2020/').months;
    const days = (january?.weeks ?? []).flat();
    const hrefOf = (day: number) => days.find((each) => each?.day === day)?.href;
    expect(hrefOf(6)).toBe('/news/2020/01/#2020-01-06');
    expect(hrefOf(3)).toBe('/news/2020/01/page/2/#2020-01-03');
    expect(hrefOf(1)).toBe('/news/2020/01/page/1/#2020-01-01');
    expect(hrefOf(7)).toBeUndefined();
    expect(days.find((each) => each?.day === 5)?.label).toBe('2020年1月5日，2篇');
  });
});

describe('the calendar', () => {
  const leap = pagesOf(contentWith([articleWith('a', '2024-02-29')]));
  const [, february] = dataOf(leap, 'year', '/news/2024/').months;

  test('has weeks of seven days, Monday first', () => {
    const weeks = february?.weeks ?? [];
    expect(weeks.every((week) => week.length === 7)).toBe(true);
    // 1 February 2024 was a Thursday.
    expect(weeks[0]?.map((day) => day?.day)).toEqual([undefined, undefined, undefined, 1, 2, 3, 4]);
  });

  test('knows leap years', () => {
    const last = (february?.weeks ?? []).flat().findLast((day) => day !== undefined);
    expect(last).toMatchObject({ day: 29, href: '/news/2024/02/#2024-02-29' });
  });
});

describe('a region', () => {
  test('holds the news and the zones of the regions below it', () => {
    const page = dataOf(pages, 'list', '/regions/jiangsu/');
    expect(page.count).toBe(11);
    expect(page.zones.map(({ name }) => name)).toEqual(['kd开发区']);
    expect(dataOf(pages, 'list', '/regions/jiangsu/page/1/').zones).toEqual([]);
  });

  test('without news it has its page still, with its zones and without feed', () => {
    const page = dataOf(pages, 'list', '/regions/hubei/');
    expect(page).toMatchObject({ count: 0, feed: undefined });
    expect(page.zones.map(({ name }) => name)).toEqual(['wh开发区']);
    expect(pages.has('/regions/hubei/feed.xml')).toBe(false);
  });
});
