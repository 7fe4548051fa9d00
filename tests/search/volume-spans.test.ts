import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutVolumes, type Dated } from '../../src/search/volume-spans.ts';

/** `count` articles of a day, newest first with those of other calls when their days descend. */
const on = (day: string, count: number): Dated[] => Array.from({ length: count }, () => ({ date: { day } }));

const namesOf = (articles: readonly Dated[]): string[] => cutVolumes(articles).map(({ name }) => name);

describe('the span that a volume is named by', () => {
  test.each<[string, Dated[], string[]]>([
    ['no article, no volume', [], []],
    ['one year', on('2024-05-01', 3), ['2024']],
    ['the whole archive', [...on('2024-05-01', 3), ...on('2009-01-01', 997)], ['2009-2024']],
    ['decades', [...on('2024-05-01', 600), ...on('2009-01-01', 401)], ['2020-2029', '2000-2009']],
    ['years', [...on('2024-05-01', 600), ...on('2020-01-01', 401)], ['2024', '2020']],
    ['half years', [...on('2024-07-01', 600), ...on('2024-06-30', 401)], ['202407-202412', '202401-202406']],
    ['two months', [...on('2024-03-01', 600), ...on('2024-02-29', 401)], ['202403-202404', '202401-202402']],
    ['months', [...on('2024-02-01', 600), ...on('2024-01-31', 401)], ['202402', '202401']],
    [
      'ten days, to the end of the month',
      [...on('2024-02-29', 1), ...on('2024-02-21', 500), ...on('2024-02-20', 500), ...on('2024-02-10', 1)],
      ['20240221-20240229', '20240211-20240220', '20240201-20240210'],
    ],
    ['days', [...on('2024-01-31', 600), ...on('2024-01-21', 401)], ['20240131', '20240121']],
    ['thousands of one day', on('2024-01-31', 2001), ['20240131-3', '20240131-2', '20240131-1']],
  ])('%s', (_, articles, names) => {
    expect(namesOf(articles)).toEqual(names);
  });

  test('only what holds too much is cut further', () => {
    const articles = [...on('2024-07-01', 1001), ...on('2024-01-01', 2), ...on('2015-01-01', 3)];
    expect(namesOf(articles)).toEqual(['20240701-2', '20240701-1', '202401-202406', '2010-2019']);
  });

  test('articles are in it oldest first', () => {
    const [newer, older] = [...on('2024-02-02', 1), ...on('2024-02-01', 1)];
    expect(cutVolumes([newer, older].filter((each) => each !== undefined))[0]?.articles).toEqual([
      older,
      newer,
    ]);
  });
});

describe('whatever the archive', () => {
  const day = fc.tuple(fc.constantFrom(1999, 2010, 2019, 2020), fc.nat(11), fc.nat(27)).map((numbers) => {
    const [year, month, date] = numbers;
    const two = (number: number) => String(number + 1).padStart(2, '0');
    return `${year}-${two(month)}-${two(date)}`;
  });
  const archive = fc
    .array(fc.tuple(day, fc.constantFrom(1, 30, 400, 999, 1500)), { maxLength: 12 })
    .map((days) => days.sort(([a], [b]) => (a < b ? 1 : -1)).flatMap(([each, count]) => on(each, count)));

  test('every article is in one volume, in order', () => {
    fc.assert(
      fc.property(archive, (articles) => {
        const found = cutVolumes(articles).flatMap((volume) => volume.articles.toReversed());
        expect(found.length).toBe(articles.length);
        expect(found.every((article, index) => article === articles[index])).toBe(true);
      }),
    );
  });

  test('a volume holds a thousand at most, and has a name of its own', () => {
    fc.assert(
      fc.property(archive, (articles) => {
        const volumes = cutVolumes(articles);
        expect(Math.max(0, ...volumes.map((volume) => volume.articles.length))).toBeLessThanOrEqual(1000);
        const names = volumes.map(({ name }) => name);
        expect(new Set(names).size).toBe(names.length);
        for (const name of names) expect(name).toMatch(/^(\d{4}|\d{6}|\d{8})(-(\d{4}|\d{6}|\d{8})|-[1-9])?$/);
      }),
    );
  });

  test('one article more touches one volume, be it to cut it', () => {
    fc.assert(
      fc.property(archive, day, (articles, when) => {
        const sameDay = articles.filter(({ date }) => date.day === when).length;
        // The whole archive in one volume is named by its years; parts of a day move on.
        fc.pre(articles.length > 1000 && sameDay < 1000);
        const added = { date: { day: when } };
        const place = articles.findIndex(({ date }) => date.day <= when);
        const more = articles.toSpliced(place === -1 ? articles.length : place, 0, added);
        const before = new Map(cutVolumes(articles).map((volume) => [volume.name, volume.articles]));
        const fresh = cutVolumes(more).filter((volume) => {
          const old = before.get(volume.name);
          return old?.length !== volume.articles.length;
        });
        const moved = new Set(fresh.flatMap((volume) => volume.articles));
        const kept = new Set(cutVolumes(more).map(({ name }) => name));
        const gone = [...before].filter(([name]) => !kept.has(name));
        expect(moved.has(added)).toBe(true);
        expect(gone.length).toBeLessThanOrEqual(1);
        // All that moved comes from one volume, if it was not the first of its span.
        const from = [...before.values()].filter((held) => held.some((article) => moved.has(article)));
        expect(from.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
