import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/search/fold.ts';
import { isHan } from '../../src/search/index-words.ts';
import { answers, parseQuestion, phraseTexts } from '../../src/search/question.ts';
import { hardText } from './hard-text.ts';

/** `招商 | 引资 | -会议`: what is wanted, then what is not. */
const shown = (text: string): string => {
  const { wanted, unwanted } = parseQuestion(text);
  return [...wanted.map((phrase) => phrase.text), ...unwanted.map((phrase) => `-${phrase.text}`)].join(' | ');
};

describe('a question', () => {
  test.each([
    ['招商引资', '招商引资'],
    ['  招商　引资 ', '招商 | 引资'],
    ['招商，引资。', '招商 | 引资'],
    ['《昆山》', '昆山'],
    ['營商環境', '营商环境'],
    ['ＬＥＤ照明', 'led照明'],
    ['招商 招商', '招商'],
    ['約翰·史密斯', '约翰史密斯'],
    ['U.S.A', 'usa'],
    ['3.14 1,200万元 v1.6.0', '3.14 | 1,200万元 | v1.6.0'],
    ['3,5 2019,2020', '3 | 5 | 2019 | 2020'],
    ["don’t O'Neil", "don't | o'neil"],
    ['GB/T28181-2016', 'gb | t28181 | 2016'],
    ['COVID-19', 'covid | 19'],
    ['2020-01-23 15:30', '2020 | 01 | 23 | 15 | 30'],
    ['佐々木', '佐々木'],
    ['二〇二〇年', '二零二零年'],
    ['c++ 100% __', 'c | 100'],
    ['', ''],
    ['—— ！？ "" 「」 - “…”', ''],
  ])('%j asks for %j', (text, phrases) => {
    expect(shown(text)).toBe(phrases);
  });

  test.each([
    ['"招商，引资"', '招商,引资'],
    ['“招商，引资”', '招商,引资'],
    ['「招商，引资」', '招商,引资'],
    ['『招商，引资』', '招商,引资'],
    ['＂招商，引资＂', '招商,引资'],
    ['"招商 引资" 昆山', '招商 引资 | 昆山'],
    ['昆山"招商"苏州', '昆山 | 招商 | 苏州'],
    ['"招商，引资', '招商,引资'],
    ['昆山" 招商', '昆山 | 招商'],
    ['" 招商 "', '招商'],
    ['"COVID-19"', 'covid-19'],
    ['"——" 招商', '招商'],
    ['‘招商’', '招商'],
  ])('%j: a quoted phrase keeps its punctuation: %j', (text, phrases) => {
    expect(shown(text)).toBe(phrases);
  });

  test.each([
    ['招商 -会议', '招商 | -会议'],
    ['招商　－会议', '招商 | -会议'],
    ['-会议 招商', '招商 | -会议'],
    ['招商 -"第二次，会议"', '招商 | -第二次,会议'],
    ['招商 -“第二次会议”', '招商 | -第二次会议'],
    ['招商 -COVID-19。', '招商 | -covid-19'],
    ['招商 - 会议', '招商 | 会议'],
    ['招商-会议', '招商 | 会议'],
    ['招商-"会议"', '招商 | 会议'],
    ['招商 --会议', '招商 | -会议'],
    ['招商 -。', '招商'],
    ['-会议', '-会议'],
  ])('%j: what must not be there: %j', (text, phrases) => {
    expect(shown(text)).toBe(phrases);
  });

  test('knows the words of each phrase in the index', () => {
    expect(parseQuestion('招商引资 “LED，照明” 3.14 -a股').wanted.map(({ words }) => words)).toEqual([
      ['招商', '商引', '引资'],
      ['led', '照明'],
      ['314'],
    ]);
    expect(parseQuestion('招商 -a股').unwanted[0]?.words).toEqual(['a', '股']);
    expect(parseQuestion('哈哈哈哈').wanted[0]?.words).toEqual(['哈哈']);
  });

  test('leaves to the index alone only what the index is sure of: one or two Han characters', () => {
    const exact = (text: string) => parseQuestion(text).wanted.map((phrase) => phrase.exact);
    expect(exact('招 招商 𠮷野 "会议"')).toEqual([true, true, true, true]);
    expect(exact('招商引 a led 3 a股 佐々 か トヨ "招，商"')).toEqual(Array(9).fill(false));
  });

  test('reads no more than 200 characters and 12 phrases', () => {
    const many = Array.from({ length: 20 }, (_, number) => `词${number}`);
    expect(parseQuestion(many.join(' ')).wanted.map(({ text }) => text)).toEqual(many.slice(0, 12));
    expect(parseQuestion(`-甲 ${many.join(' ')} -乙`).wanted).toHaveLength(11);
    expect(phraseTexts(parseQuestion('𠮷'.repeat(1000)))).toEqual(['𠮷'.repeat(200)]);
    expect(phraseTexts(parseQuestion(`${'，'.repeat(200)}招商`))).toEqual([]);
    expect(parseQuestion('"'.repeat(100_000)).wanted).toEqual([]);
  });
});

describe('an answer', () => {
  const text = fold('苏州招商，引資大會：约翰·史密斯说，LED照明1,200套');

  test.each([
    ['招商 引资', true],
    ['招商引资', false],
    ['"招商，引资"', true],
    ['"招商。引资"', false],
    ['大会 -会议', true],
    ['大会 -照明', false],
    ['大会 -"照明，1200"', true],
    ['约翰史密斯', true],
    ['翰史', true],
    ['led', true],
    ['ed照', true],
    ['1,200', true],
    ['1200', false],
    ['-会议', true],
    ['', true],
  ])('%j: %j', (question, isAnswer) => {
    expect(answers(text, parseQuestion(question))).toBe(isAnswer);
  });
});

describe('any text', () => {
  test('is a question: no phrase is empty, has no words or ends in space', () => {
    fc.assert(
      fc.property(
        hardText,
        fc.string({ unit: fc.constantFrom('"', '“', '」', '-', '－', ' ', '中', 'a', '.') }),
        (one, other) => {
          const { wanted, unwanted } = parseQuestion(other + one);
          for (const { text, words } of [...wanted, ...unwanted]) {
            expect(text).not.toBe('');
            expect(text.trim()).toBe(text);
            expect(words.length).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('answers each part of itself that is cut between Han characters', () => {
    const plain = fc.string({
      unit: fc.constantFrom(
        '中',
        '國',
        '著',
        '𠮷',
        '资',
        'Ａ',
        'led',
        '５',
        '，',
        '。',
        '：',
        '·',
        ' ',
        '\n',
        '/',
        '㎡',
        '3.14',
      ),
      maxLength: 30,
    });
    const han = fc.constantFrom('招', '商', '環');
    fc.assert(
      fc.property(plain, han, plain, han, plain, (before, first, part, last, after) => {
        const folded = fold(before + first + part + last + after);
        expect(answers(folded, parseQuestion(first + part + last))).toBe(true);
        expect(answers(folded, parseQuestion(`"${first}${part}${last}"`))).toBe(true);
        expect(answers(folded, parseQuestion(`-"${first}${part}${last}"`))).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  test('a phrase of Han alone has pairs that all stand in it', () => {
    const han = fc.string({ unit: fc.constantFrom('招', '商', '環', '𠮷'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(han, (text) => {
        const [phrase] = parseQuestion(text).wanted;
        expect(phrase?.words.every((word) => phrase.text.includes(word) && isHan(word))).toBe(true);
        expect(phrase?.exact).toBe(Array.from(text).length <= 2);
      }),
    );
  });
});
