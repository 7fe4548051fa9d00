import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerptOf, findRanges, markText, type Piece } from '../../../src/browser/search/marked-text.ts';
import { fold } from '../../../src/search/fold.ts';

const marks = (pieces: readonly Piece[]): string[] =>
  pieces.filter(({ isHit }) => isHit).map(({ text }) => text);
const whole = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

describe('marks', () => {
  test.each([
    ['昆山招商引资大会', '招商引资', ['招商引资']],
    ['昆山招商引資大會', '招商引资', ['招商引資']],
    ['ＬＥＤ 与 led', 'led', ['ＬＥＤ', 'led']],
    ['约翰·史密斯说', '约翰史密斯', ['约翰·史密斯']],
    ['约翰·史密斯说', '约翰', ['约翰']],
    ['Cafe\u0301 开业', 'cafe', ['Cafe\u0301']],
    ['𠮷野家开业', '野家', ['野家']],
    ['没有', '招商', []],
  ])('in %s for %s', (text, phrase, expected) => {
    expect(marks(markText(text, [phrase]))).toEqual(expected);
  });

  test('that overlap are one', () => {
    expect(marks(markText('招商引资', ['招商引', '商引资']))).toEqual(['招商引资']);
  });

  test('leave every character where it is', () => {
    const text = fc.string({
      unit: fc.constantFrom('招', '商', '引', '資', 'Ａ', '·', '.', 'e', '\u0301', '𠮷', ' '),
    });
    fc.assert(
      fc.property(text, text, (given, phrase) => {
        const pieces = markText(given, [fold(phrase).trim()]);
        expect(whole(pieces)).toBe(given);
      }),
    );
  });

  test('cover what folds to the phrase', () => {
    const unit = fc.constantFrom('招', '商', '資', 'Ａ', 'ｂ', '·', ' ');
    fc.assert(
      fc.property(
        fc.string({ unit, minLength: 1 }),
        fc.constantFrom('招商', '商资', 'ab', '资a'),
        (given, phrase) => {
          for (const [from, to] of findRanges(given, [phrase]))
            expect(fold(given.slice(from, to))).toContain(phrase);
          expect(findRanges(given, [phrase]).length > 0).toBe(fold(given).includes(phrase));
        },
      ),
    );
  });
});

describe('an excerpt', () => {
  const filler = '这是一句没有意思的话。'.repeat(30);

  test('stands around the first hit', () => {
    const pieces = excerptOf(`${filler}江苏招商引资大会${filler}`, ['招商引资']);
    expect(marks(pieces)).toEqual(['招商引资']);
    expect(whole(pieces)).toMatch(/^….*江苏招商引资大会.*…$/);
    expect(whole(pieces).length).toBeLessThan(96);
  });

  test('is the beginning where the text holds no hit', () => {
    expect(whole(excerptOf(filler, ['招商']))).toBe(`${filler.slice(0, 90)}…`);
    expect(whole(excerptOf('短文。', ['招商']))).toBe('短文。');
  });

  test('prefers the place where the phrases stand together', () => {
    const text = `招商${filler}${filler}招商与引资${filler}`;
    expect(marks(excerptOf(text, ['招商', '引资']))).toEqual(['招商', '引资']);
  });

  test('cuts no character in two', () => {
    const unit = fc.constantFrom('𠮷', '招', '商', '。');
    fc.assert(
      fc.property(fc.string({ unit, minLength: 100, maxLength: 400 }), (text) => {
        expect(whole(excerptOf(text, ['招商']))).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });
});
