import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SLUG } from '../../src/content/addresses.ts';
import { pinyinSlug } from '../../src/content/pinyin-slug.ts';

describe('the slug of a title', () => {
  it.each([
    ['昆山德国工业园开工', 'kun-shan-de-guo-gong-ye-yuan-kai-gong'],
    ['重庆银行行长谈重要项目', 'chong-qing-yin-hang-hang-zhang-tan-zhong-yao-xiang-mu'],
    ['绿色园区', 'lv-se-yuan-qu'],
    ['昆山PM2.5下降１２％', 'kun-shan-pm2-5-xia-jiang-12'],
    ['2024年，A股“开门红”', '2024-nian-a-gu-kai-men-hong'],
    ['卡尔·马克思', 'ka-er-ma-ke-si'],
    ["Suzhou's Café No. 5", 'suzhous-cafe-no-5'],
    ['開發區', 'kai-fa-qu'],
    ['……！？《》', 'article'],
    ['·', 'article'],
    ['🚀', 'article'],
  ])('%s → %s', (title, slug) => expect(pinyinSlug(title)).toBe(slug));

  it('is cut at a syllable, with room for its number', () => {
    const title = '双'.repeat(100);
    expect(pinyinSlug(title)).toBe(
      Array.from({ length: 13 }, () => 'shuang')
        .slice(0, 11)
        .join('-'),
    );
    expect(pinyinSlug(`${title}`, 12)).toBe(`${Array.from({ length: 11 }, () => 'shuang').join('-')}-12`);
    expect(pinyinSlug('a'.repeat(100))).toBe('a'.repeat(80));
    expect(pinyinSlug('a'.repeat(100), 2)).toBe(`${'a'.repeat(78)}-2`);
  });

  it('is a slug, whatever the title', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.integer({ min: 1, max: 999 }),
        (title, n) => SLUG.test(pinyinSlug(title, n)),
      ),
    );
  });
});
