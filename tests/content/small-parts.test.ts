import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleFields } from '../../src/content/article-fields.ts';
import { parseCsv } from '../../src/content/csv.ts';
import { nearest } from '../../src/content/nearest.ts';
import { nearestKey } from '../../src/content/nearest-key.ts';
import { placeAt } from '../../src/content/sheet.ts';

describe('the nearest word', () => {
  it.each([
    ['tilte', 'title'],
    ['titel', 'title'],
    ['Title', 'title'],
    ['sumary', 'summary'],
    ['xyz', undefined],
    ['', undefined],
  ])('to %s is %s', (word, found) => expect(nearest(word, ['title', 'date', 'summary'])).toBe(found));

  it('is itself where it is among them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1 }), { minLength: 1 }),
        (words) => nearest(words[0] ?? '', words)?.toLowerCase() === words[0]?.toLowerCase(),
      ),
    );
  });
});

describe('the key that was meant', () => {
  it.each([
    ['标题', 'title'],
    ['来源', 'source'],
    ['日期', 'date'],
    ['发布时间', 'date'],
    ['栏目', 'channel'],
    ['column', 'channel'],
    ['categories', 'channel'],
    ['开发区', 'zone'],
    ['地区', 'region'],
    ['type', 'medium'],
    ['tags', 'topics'],
    ['DATE', 'date'],
    ['sorce', 'source'],
    ['permalink', ''],
  ])('%s is %s', (word, key) => expect(nearestKey(word, Object.keys(articleFields))).toBe(key));
});

describe('comma-separated values', () => {
  const texts = (text: string): string[][] =>
    parseCsv(text).rows.map((row) => row.fields.map((field) => field.text));

  it.each([
    [
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a,b', [['a', 'b']]],
    ['"a,1",b\n', [['a,1', 'b']]],
    ['"a""b",c\n', [['a"b', 'c']]],
    [
      'a,\n,b\n',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['\n\na\n\n', [['a']]],
    ['"a\nb",c\n', [['a\nb', 'c']]],
    ['', []],
  ])('%j', (text, rows) => expect(texts(text)).toEqual(rows));

  it('says where each field begins, and a quote that stays open', () => {
    const { rows, openQuote } = parseCsv('a,b\n"c",d\ne,"f\n');
    expect(rows[1]?.fields.map((field) => field.at)).toEqual([4, 8]);
    expect(openQuote).toBe(12);
  });

  it('gives back what was written', () => {
    const field = fc.string({ minLength: 1 }).map((text) => text.replace(/\r/g, ''));
    const table = fc.array(fc.array(field, { minLength: 2, maxLength: 3 }), { minLength: 1 });
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows
          .map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join())
          .join('\n');
        expect(texts(text)).toEqual(rows);
      }),
    );
  });
});

describe('places', () => {
  it('count lines and code points from 1', () => {
    const text = '一\n𠀀二\n\n三';
    const at = (offset: number) => {
      const { line, column } = placeAt({ file: 'a', text }, offset);
      return `${line}:${column}`;
    };
    expect(at(0)).toBe('1:1');
    expect(at(1)).toBe('1:2');
    expect(at(text.indexOf('二'))).toBe('2:2');
    expect(at(text.indexOf('三') - 1)).toBe('3:1');
    expect(at(text.length)).toBe('4:2');
  });
});
