import { describe, expect, test } from 'vitest';
import { matchPlaces, matchSuggestions, type Suggestion } from '../../../src/browser/search/suggest.ts';

const suggestion = (name: string, kind: Suggestion['kind'], initials: string, pinyin = ''): Suggestion => ({
  name,
  address: `/${name}/`,
  kind,
  folded: name.toLowerCase(),
  initials,
  pinyin,
});

const german = suggestion('昆山德国工业园', 'zone', 'ksdggyy', 'kunshandeguogongyeyuan');
const etdz = suggestion('昆山经济技术开发区', 'zone', 'ksjjjskfq', 'kunshanjingjijishukaifaqu');
const suzhou = suggestion('苏州', 'region', 'sz', 'suzhou');
const title = suggestion('昆山医生在铜仁的437天', 'article', 'ksysztrd437t');
const all = [german, etdz, suzhou, title];
const names = (found: readonly Suggestion[]): string[] => found.map(({ name }) => name);

describe('suggestions', () => {
  test.each([
    ['德国', [german]],
    ['德國', [german]],
    ['昆山', [german, etdz, title]],
    ['ksdggyy', [german]],
    ['KSDG', [german]],
    ['gyy', [german]],
    ['kunshan', [german, etdz]],
    ['s', [suzhou]],
    ['suz', [suzhou]],
    ['437', [title]],
    ['ksy', [title]],
    ['杭州', []],
    ['  ', []],
  ])('for %s', (text, expected) => {
    expect(names(matchSuggestions(all, text))).toEqual(names(expected));
  });

  test('are eight at most, with room for titles', () => {
    const zones = Array.from({ length: 20 }, (_, place) => suggestion(`昆山${place}区`, 'zone', ''));
    const titles = Array.from({ length: 20 }, (_, place) => suggestion(`昆山${place}事`, 'article', ''));
    const kinds = matchSuggestions([...titles, ...zones], '昆山').map(({ kind }) => kind);
    expect(kinds).toEqual(['zone', 'zone', 'zone', 'zone', 'zone', 'article', 'article', 'article']);
    expect(matchSuggestions(zones, '昆山')).toHaveLength(8);
    expect(matchSuggestions(titles, '昆山')).toHaveLength(8);
  });
});

test('letters that find nothing may mean a zone or region', () => {
  expect(names(matchPlaces(all, 'ksdggyy'))).toEqual([german.name]);
  expect(names(matchPlaces(all, 'su zhou'))).toEqual([suzhou.name]);
  expect(matchPlaces(all, '昆山')).toEqual([]);
});
