import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/search/fold.ts';
import { indexWords } from '../../src/search/index-words.ts';
import { twinsOf } from '../../src/search/twins.ts';
import { hardText } from './hard-text.ts';

describe('twins', () => {
  test.each([
    ['苏州招商，招商苏州', ''],
    ['苏州招商', '商'],
    ['約翰·史密斯', '约翰史密斯 斯'],
    ['U.S.A.', 'usa'],
    ['LED iPhone', ''],
    ['100㎡', '100m2'],
    ['2019，2020', '2019,2020 2019 2020'],
    ['3,5', '3 5'],
    ['1,200', ''],
    ['APP：TikTok', 'app tiktok'],
    ['don’t', "don't"],
    ['招\u200b商', '招商 商'],
    ['Café CAFÉ', 'cafe'],
  ])('of %j: %j', (text, twins) => {
    expect(twinsOf(text)).toBe(twins);
  });

  test('are folded, and ask for nothing that the folded text does not hold', () => {
    fc.assert(
      fc.property(hardText, (text) => {
        const twins = twinsOf(text);
        expect(fold(twins)).toBe(twins);
        const folded = fold(text).replace(/[.,']/g, '');
        expect(indexWords(twins).filter((word) => !folded.includes(word))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});
