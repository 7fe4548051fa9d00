import { describe, expect, test } from 'vitest';
import { parseAsked } from '../../../src/browser/search/asked.ts';
import { answerText, failedText, spanName, subjectOf } from '../../../src/browser/search/search-texts.ts';
import { volume } from './volumes.ts';

test.each([
  ['2024', '2024年'],
  ['2009-2024', '2009年至2024年'],
  ['202001-202006', '2020年1月至6月'],
  ['202012', '2020年12月'],
  ['20200101-20200110', '2020年1月1日至10日'],
  ['20200101', '2020年1月1日'],
  ['20200101-2', '2020年1月1日（之2）'],
])('the volume %s is %s', (name, shown) => {
  expect(spanName({ name })).toBe(shown);
});

describe('the status line', () => {
  const failed = [volume('2012')];

  test.each([
    ['exact', 3, [], false, '“a”：共 3 条'],
    ['about', 30, [], false, '“a”：约 30 条'],
    ['least', 20, [], false, '“a”：至少 20 条'],
    ['exact', 0, [], false, '没有找到“a”'],
    ['about', 300, [], true, '还没有找到“a”，可以接着找'],
    ['least', 5, failed, false, '2012年的索引打不开。“a”：至少 5 条'],
    ['least', 0, failed, false, '2012年的索引打不开。其余各段没有找到“a”'],
  ] as const)('%s, %d', (kind, number, failed, isPaused, shown) => {
    expect(answerText('“a”', { kind, number }, failed, isPaused)).toBe(shown);
  });

  test('names at most three spans that failed', () => {
    const many = ['2011', '2012', '2013', '2014'].map((name) => volume(name));
    expect(failedText(many)).toBe('2011年、2012年、2013年等 4 段的索引打不开');
  });

  test('puts no quotes around quotes', () => {
    expect(subjectOf(parseAsked('q=招商'))).toBe('“招商”');
    expect(subjectOf(parseAsked('q="招商"&year=2020'))).toBe(' "招商" （已筛选）');
    expect(subjectOf(parseAsked('year=2020'))).toBe('筛选出的新闻');
  });
});
