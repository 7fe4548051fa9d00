import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldWithPlaces } from '../../src/search/fold.ts';
import { hardText } from './hard-text.ts';

describe('one spelling', () => {
  test.each([
    ['蘇州工業園區招商引資', '苏州工业园区招商引资'],
    ['营商環境', '营商环境'],
    ['裏裡后後衆眾為爲', '里里后后众众为为'],
    ['ＡＢＣ１２３，（ｆｕｌｌ）', 'abc123,(full)'],
    ['㎡ ① Ⅳ ½ ℃ …', 'm2 1 iv 1/2 °c ...'],
    ['ﾄﾖﾀ ﾊﾞｽ', 'トヨタ バス'],
    ['Café ÉCOLE İstanbul', 'cafe ecole istanbul'],
    ['Cafe\u0301', 'cafe'],
    ['か\u3099 ハ\u309a が', 'が パ が'],
    ['あ\u3099い', 'あい'],
    ['한', '\u1112\u1161\u11ab'],
    ['二〇二○年', '二零二零年'],
    ['ΟΔΟΣ οδος', 'οδοσ οδοσ'],
    ['招\u200b商\ufeff引\u00ad资\u200d', '招商引资'],
    ['☎\ufe0f', '☎'],
    ['一\u3000二 \n\t三\u00a0四', '一 二 三 四'],
    ['don’t ‘好’', "don't '好'"],
    ['\ue000', '\ue000'],
    ['\ud800a\udc00', '\ud800a\udc00'],
    ['𠮷野', '𠮷野'],
    ['', ''],
  ])('%j is %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test.each([
    ['约翰·史密斯', '约翰史密斯'],
    [
      '约翰•史密斯 约翰‧史密斯 约翰・史密斯 约翰･史密斯 约翰⋅史密斯',
      '约翰史密斯 约翰史密斯 约翰史密斯 约翰史密斯 约翰史密斯',
    ],
    ['𠮷·𠮷', '𠮷𠮷'],
    ['John·Smith', 'johnsmith'],
    ['让-雅克·卢梭', '让-雅克卢梭'],
    ['U.S.A.', 'usa.'],
    ['investchn.com', 'investchncom'],
    ['Ｕ．Ｓ', 'us'],
    ['U\u200b.\u200bS', 'us'],
    ['é.b', 'eb'],
    ['a.m.', 'am.'],
    ['㏂b', 'amb'],
  ])('the dots of names go: %j is %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test.each([
    ['3.14', '3.14'],
    ['v1.6.0', 'v1.6.0'],
    ['PM2.5', 'pm2.5'],
    ['5·12', '5·12'],
    ['5•12', '5·12'],
    ['A.1', 'a.1'],
    ['好.坏', '好.坏'],
    ['约翰 · 史密斯', '约翰 · 史密斯'],
    ['a..b a…b a··b', 'a..b a...b a··b'],
    ['·a·', '·a·'],
    ['.', '.'],
  ])('other dots stay: %j is %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('著 藉 瞭 乾 are merged, 覆 沈 么 are not', () => {
    expect(fold('隨著 憑藉 瞭解 乾淨')).toBe('随着 凭借 了解 干净');
    expect(fold('著名 慰藉 瞭望 乾坤')).toBe('着名 慰借 了望 干坤');
    expect(fold('覆盖 沈阳 什么')).toBe('覆盖 沈阳 什么');
  });

  test('lower case Simplified text stays as it is', () => {
    const text = '江苏省“十四五”规划：新增投资1200亿元；led照明、5g基站。《昆山》——100%';
    expect(fold(text)).toBe(text.replaceAll('：', ':').replaceAll('；', ';'));
  });
});

describe('any text', () => {
  test('folded twice is folded once', () => {
    fc.assert(
      fc.property(hardText, (text) => {
        const folded = fold(text);
        expect(fold(folded)).toBe(folded);
      }),
      { numRuns: 3000 },
    );
  });

  test('each character of Unicode folded twice is folded once', () => {
    const wrong: string[] = [];
    for (let code = 0; code <= 0xe0fff; code++) {
      // Nothing is assigned in between.
      if (code === 0x34000) code = 0xe0000;
      const folded = fold(String.fromCodePoint(code));
      if (fold(folded) !== folded) wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  test('the folded form of a part stands in that of the whole', () => {
    const plain = fc.string({
      unit: fc.constantFrom('中', '國', '著', '𠮷', 'Ａ', 'b', '，', '。', '1', '㎡'),
    });
    fc.assert(
      fc.property(plain, plain, plain, (before, part, after) => {
        expect(fold(before + part + after)).toContain(fold(part));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('places', () => {
  test('point at the characters that the folded ones came from', () => {
    const text = '約翰·史密斯 U.S.A ㎡\u200b か\u3099。';
    const { folded, places } = foldWithPlaces(text);
    expect(folded).toBe('约翰史密斯 usa m2 が。');
    const from = Array.from(folded, (_, index) => text.charAt(places[index] ?? -1)).join('');
    expect(from).toBe('約翰史密斯 USA ㎡㎡ か。');
    expect(places.at(-1)).toBe(text.length);
  });

  test('of any text: folded is fold(text), places ascend, one for each unit and one for the end', () => {
    fc.assert(
      fc.property(hardText, (text) => {
        const { folded, places } = foldWithPlaces(text);
        expect(folded).toBe(fold(text));
        expect(places).toHaveLength(folded.length + 1);
        expect(places.at(-1)).toBe(text.length);
        expect(places.every((place, index) => place >= (places[index - 1] ?? 0))).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test('what lies between two places folds to what lies between them', () => {
    const simple = fc.string({
      unit: fc.constantFrom('中', '國', '𠮷', 'Ａ', 'b', '，', '1', '㎡', '\u200b'),
    });
    fc.assert(
      fc.property(simple, fc.nat(), fc.nat(), (text, one, other) => {
        const { folded, places } = foldWithPlaces(text);
        const starts = places.flatMap((place, index) => (place === places[index - 1] ? [] : [index]));
        const [from = 0, to = 0] = [one, other]
          .map((number) => starts[number % starts.length] ?? 0)
          .sort((a, b) => a - b);
        expect(fold(text.slice(places[from], places[to]))).toBe(folded.slice(from, to));
      }),
      { numRuns: 1000 },
    );
  });
});
