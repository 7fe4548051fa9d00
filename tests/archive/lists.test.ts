import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildLists, compareNewestFirst, cutList, regionsAbove } from '../../src/archive/lists.ts';
import type { Article } from '../../src/content/article.ts';
import { archiveOf, articleWith, contentWith } from './sample-content.ts';

const slugs = (articles: readonly Article[]): string[] =>
  articles.map(({ address }) => address.split('/')[4] ?? '');

describe('the order of the archive', () => {
  test('newest first', () => {
    const articles = [
      articleWith('a', '2019-05-01'),
      articleWith('b', '2020-05-01'),
      articleWith('c', '2018-05-01'),
    ];
    expect(slugs(articles.sort(compareNewestFirst))).toEqual(['b', 'a', 'c']);
  });

  test('the same moment by address, ascending', () => {
    const articles = ['c', 'a', 'b'].map((slug) => articleWith(slug, '2020-01-01 10:00'));
    expect(slugs(articles.sort(compareNewestFirst))).toEqual(['a', 'b', 'c']);
  });

  test('a date without a time counts as 00:00', () => {
    const articles = [
      articleWith('day', '2020-01-02'),
      articleWith('late', '2020-01-01 23:59'),
      articleWith('midnight', '2020-01-02 00:00'),
      articleWith('early', '2020-01-02 00:01'),
    ];
    expect(slugs(articles.sort(compareNewestFirst))).toEqual(['early', 'day', 'midnight', 'late']);
  });

  test('is the same whatever order the files were read in', () => {
    const articles = Array.from({ length: 12 }, (_, n) => articleWith(`a${n}`, `2020-01-0${1 + (n % 3)}`));
    const right = slugs([...articles].sort(compareNewestFirst));
    fc.assert(
      fc.property(fc.shuffledSubarray(articles, { minLength: articles.length }), (shuffled) => {
        expect(slugs([...archiveOf(contentWith(shuffled)).articles])).toEqual(right);
      }),
      { numRuns: 30 },
    );
  });
});

describe('lists', () => {
  const lists = (articles: readonly Article[]) => archiveOf(contentWith(articles)).lists;

  test('an article without region stands in its channel and month alone', () => {
    expect([...lists([articleWith('a', '2020-01-23')]).keys()]).toEqual(['/news-flash/', '/news/2020/01/']);
  });

  test('an article stands in the lists of its region and of those above', () => {
    const addresses = [
      ...lists([articleWith('a', '2020-01-23', { region: 'kunshan', medium: 'video' })]).keys(),
    ];
    for (const region of ['kunshan', 'suzhou', 'jiangsu']) {
      expect(addresses).toContain(`/regions/${region}/`);
      expect(addresses).toContain(`/news-flash/${region}/`);
      expect(addresses).toContain(`/news-flash/${region}/video/`);
    }
    expect(addresses.filter((address) => address.includes('hubei'))).toEqual([]);
    expect(addresses.filter((address) => address.endsWith('/text/'))).toEqual([]);
  });

  test('zone and topics have lists of their own', () => {
    const addresses = [
      ...lists([articleWith('a', '2020-01-23', { zone: 'kd', topics: ['t1', 't2'] })]).keys(),
    ];
    expect(addresses).toEqual(expect.arrayContaining(['/zones/kd/', '/topics/t1/', '/topics/t2/']));
  });

  test('every list keeps the order of the archive', () => {
    const articles = ['2019-01-01', '2020-06-01', '2018-01-01'].map((date, n) =>
      articleWith(`a${n}`, date, { region: 'suzhou', zone: 'kd' }),
    );
    for (const { articles: list } of lists(articles).values()) {
      expect([...list].sort(compareNewestFirst)).toEqual(list);
    }
  });

  test('a circle in the registry of regions does not hang', () => {
    const chains = regionsAbove([
      { id: 'a', name: 'A', parent: 'b' },
      { id: 'b', name: 'B', parent: 'a' },
    ]);
    expect(chains.get('a')).toEqual(['a', 'b']);
  });

  test('the month is that of the site, not of UTC', () => {
    const early = articleWith('a', '2020-02-01 00:30');
    expect([...buildLists([early], []).keys()]).toContain('/news/2020/02/');
  });
});

describe('a list cut into pages', () => {
  const articles = Array.from({ length: 400 }, (_, n) => articleWith(`a${n}`, '2020-01-01'));
  const sizes = fc.integer({ min: 1, max: 30 });
  const counts = fc.integer({ min: 0, max: 399 });
  /** The last `count` of all: as if the others were not written yet. */
  const oldest = (count: number) => articles.slice(articles.length - count);

  test('full pages never change when a newest article is added', () => {
    fc.assert(
      fc.property(counts, sizes, (count, size) => {
        const before = cutList('/list/', oldest(count), size);
        const after = new Map(cutList('/list/', oldest(count + 1), size).map((part) => [part.address, part]));
        for (const part of before.slice(1)) expect(after.get(part.address)?.articles).toEqual(part.articles);
      }),
    );
  });

  test('page/1/ is the oldest, every numbered page is full, the own address shows size to 2·size−1', () => {
    fc.assert(
      fc.property(counts, sizes, (count, size) => {
        const [newest, ...older] = cutList('/list/', oldest(count), size);
        expect(newest?.address).toBe('/list/');
        expect(newest?.articles.length).toBeLessThan(2 * size);
        expect(newest?.articles.length).toBeGreaterThanOrEqual(Math.min(count, size));
        expect(older.map(({ address }) => address)).toEqual(
          older.map((_, index) => `/list/page/${older.length - index}/`),
        );
        for (const { articles: page } of older) expect(page).toHaveLength(size);
        const last = older.at(-1);
        if (last) expect(last.articles).toEqual(articles.slice(-size));
      }),
    );
  });

  test('the parts together are the list', () => {
    fc.assert(
      fc.property(counts, sizes, (count, size) => {
        const parts = cutList('/list/', oldest(count), size);
        expect(parts.flatMap((part) => part.articles)).toEqual(oldest(count));
      }),
    );
  });

  test('by 20: 39 articles are one page, 40 are two', () => {
    expect(cutList('/list/', oldest(39), 20)).toHaveLength(1);
    const [newest, first] = cutList('/list/', oldest(40), 20);
    expect(newest?.articles).toHaveLength(20);
    expect(first?.address).toBe('/list/page/1/');
  });
});
