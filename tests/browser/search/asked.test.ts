import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Asked, parseAsked, showAsked, spanOf } from '../../../src/browser/search/asked.ts';
import { filterFor, isInSpan } from '../../../src/browser/search/volume-filter.ts';
import { volume } from './volumes.ts';

const nothing = parseAsked('');

describe('the address of a question', () => {
  test('holds all of it', () => {
    const asked: Asked = {
      text: '“招商 引资” -旧闻 & 100%',
      filters: {
        channel: ['policy', 'events'],
        region: ['suzhou'],
        zone: ['sip'],
        medium: ['video'],
        year: ['2020'],
      },
      from: '2020-01-01',
      to: '2020-06-30',
      sort: 'relevance',
    };
    expect(parseAsked(showAsked(asked))).toEqual(asked);
  });

  test('says nothing where nothing is asked', () => {
    expect(showAsked(nothing)).toBe('');
    expect(parseAsked('?q=&zone=&sort=date&from=2020')).toEqual(nothing);
  });

  test('whatever it holds, what is read from it is written and read alike', () => {
    const values = fc.array(
      fc.tuple(
        fc.constantFrom('q', 'zone', 'year', 'from', 'to', 'sort', 'x'),
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('2020-01-01', 'relevance', 'sip')),
      ),
    );
    fc.assert(
      fc.property(values, (pairs) => {
        const asked = parseAsked(new URLSearchParams(pairs).toString());
        expect(parseAsked(showAsked(asked))).toEqual(asked);
      }),
    );
  });

  test('takes neither endless lists nor ids that are none', () => {
    const many = Array.from({ length: 500 }, (_, place) => `zone=z${place}`).join('&');
    expect(parseAsked(many).filters.zone).toHaveLength(50);
    expect(parseAsked('zone=<b>&zone=a/../b&zone=sip&zone=sip').filters.zone).toEqual(['sip']);
  });
});

describe('the span of a question', () => {
  test('is cut by years and days', () => {
    expect(spanOf(parseAsked('year=2018&year=2020'))).toEqual({ from: '2018-01-01', to: '2020-12-31' });
    expect(spanOf(parseAsked('year=2018&from=2018-05-01&to=2030-01-01'))).toEqual({
      from: '2018-05-01',
      to: '2018-12-31',
    });
  });

  const half = volume('202001-202006', '2020-01-05', '2020-06-20');

  test.each([
    ['', true],
    ['year=2020', true],
    ['year=2019', false],
    ['year=2019&year=2021', false],
    ['from=2020-06-20', true],
    ['from=2020-06-21', false],
    ['to=2020-01-04', false],
    ['from=2020-05-01&to=2020-02-01', false],
  ])('%s opens a half year: %s', (query, opens) => {
    expect(isInSpan(half, parseAsked(query))).toBe(opens);
  });
});

describe('the filter of a volume', () => {
  const long = volume('2009-2024', '2009-03-18', '2024-12-27');

  test('is none where nothing is chosen, or the span holds all of it', () => {
    expect(filterFor(long, nothing)).toBeUndefined();
    expect(filterFor(long, parseAsked('from=2009-03-18&to=2025-01-01'))).toBeUndefined();
  });

  test('means any value of a filter, and all filters', () => {
    expect(filterFor(long, parseAsked('zone=a&zone=b&medium=video'))).toEqual({
      all: [{ any: [{ zone: 'a' }, { zone: 'b' }] }, { any: [{ medium: 'video' }] }],
    });
    expect(filterFor(long, parseAsked('zone=a&medium=video'), 'zone')).toEqual({
      all: [{ any: [{ medium: 'video' }] }],
    });
  });

  test('takes whole years by their number and the rest by days', () => {
    expect(filterFor(long, parseAsked('from=2022-12-30&to=2024-01-02'))).toEqual({
      all: [
        {
          any: [
            { date: '2022-12-30' },
            { date: '2022-12-31' },
            { year: '2023' },
            { date: '2024-01-01' },
            { date: '2024-01-02' },
          ],
        },
      ],
    });
  });

  test('knows the days of leap years', () => {
    const { all } = { all: [], ...filterFor(long, parseAsked('from=2020-02-28&to=2020-03-01')) };
    expect(JSON.stringify(all)).toContain('2020-02-29');
  });
});
