import fs from 'node:fs';
import { gzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { simplifiedForms as map } from '../../src/search/simplified-forms.ts';
import { gaps, traditional } from '../../src/search/traditional.ts';
import { makeTraditional, traditionalFile } from './make-traditional.mjs';

const from = Array.from(traditional);
const to = [...map.values()];

describe('Traditional to Simplified', () => {
  test('is what tests/search/make-traditional.mjs makes', () => {
    expect(fs.readFileSync(traditionalFile, 'utf8')).toBe(makeTraditional());
  });

  test('has a target for each character, and each character once', () => {
    expect(from.length).toBeGreaterThan(3000);
    expect(to).toHaveLength(from.length);
    expect(map.size).toBe(from.length);
  });

  test('leads to characters that it leads no further', () => {
    expect(to.filter((character) => map.has(character))).toEqual([]);
  });

  test('holds no character that NFKC would have changed before or would change after', () => {
    expect([...from, ...to].filter((character) => character.normalize('NFKC') !== character)).toEqual([]);
  });

  test.each(Array.from('们国发展区业园资设环营产创济务进级经济这时么说话头体么台只后里面干系术征云从众'))(
    'leaves the Simplified %s alone',
    (character) => {
      expect(map.has(character)).toBe(false);
    },
  );

  test.each(
    '們们 國国 發发 髮发 開开 區区 業业 園园 資资 設设 環环 營营 產产 創创 濟济 務务 進进 級级 經经 臺台 灣湾 衛卫 衞卫 峯峰 乾干 徵征 瞭了 藉借 著着'.split(
      ' ',
    ),
  )('holds %s', (pair) => {
    const [character = '', target] = Array.from(pair);
    expect(map.get(character)).toBe(target);
  });

  test('costs a reader at most 11 KB', () => {
    expect(gzipSync(new TextEncoder().encode(traditional + gaps)).length).toBeLessThan(11 * 1024);
  });
});
