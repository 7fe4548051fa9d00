import { expect, test } from 'vitest';
import { holderOf, yearOfAddress, yearsOf } from '../../src/archive/part-years.ts';
import { parseYearSpan } from '../../src/site/year-span.ts';
import { archiveOf, articleWith, at, contentWith } from './sample-content.ts';

const archive = archiveOf(
  contentWith([
    articleWith('a', '2019-05-01', { assets: ['/news/2012/03/map.png', '/zones/kd.png'] }),
    articleWith('b', '2021-05-01'),
    articleWith('gone', '2015-05-01', { withdrawn: { date: at('2016-01-01'), reason: '重复' } }),
    articleWith('draft', '2010-05-01', { draft: true }),
  ]),
);

test('years are those of articles, of pages that say they are gone, and of pictures', () => {
  expect(yearsOf(archive)).toEqual(['2012', '2015', '2019', '2021']);
});

test('what belongs to no year lies in the part with the newest article', () => {
  const [old, newest] = ['2010-2020', '2021-'].map((text) => holderOf(archive, parseYearSpan(text)));
  expect([old?.('2019'), old?.('2021'), old?.(undefined)]).toEqual([true, false, false]);
  expect([newest?.('2019'), newest?.('2021'), newest?.(undefined)]).toEqual([false, true, true]);
  expect(holderOf(archive, undefined)(undefined)).toBe(true);
});

test('an archive without articles lies in the year of now', () => {
  const empty = archiveOf(contentWith([]), { allowEmpty: true });
  expect(yearsOf(empty)).toEqual(['2024']);
  expect(holderOf(empty, parseYearSpan('2024'))(undefined)).toBe(true);
});

test('an address tells its year below /news/ only', () => {
  expect(
    ['/news/2020/01/a/', 'news/2020/01/a.png', '/news/', '/zones/2020/', '/x/news/2020/'].map(yearOfAddress),
  ).toEqual(['2020', '2020', undefined, undefined, undefined]);
});
