import fs from 'node:fs';
import fc from 'fast-check';
import { close } from 'pagefind';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fold } from '../../src/search/fold.ts';
import {
  chunksOfBeginning,
  indexWords,
  isHan,
  splitAtMarks,
  wordsOfText,
} from '../../src/search/index-words.ts';
import { partMark } from '../../src/search/search-files.ts';
import { twinsOf } from '../../src/search/twins.ts';
import { makeArticle } from '../bench/corpus.mjs';
import { makeFolder } from '../temporary-folder.ts';
import { hardText } from './hard-text.ts';
import { indexTexts, type TestIndex } from './pagefind-glue.ts';

describe('words of the index', () => {
  test.each([
    ['招商引资', '招商 商引 引资'],
    ['招', '招'],
    ['招商,引资', '招商 引资'],
    ['佐々木 人々', '佐 木 人'],
    ['𠮷野𠮷', '𠮷野 野𠮷'],
    ['トヨタ車', 'トヨ ヨタ タ車'],
    ['led照明 oled', 'led 照明 oled'],
    ['5g产业a股', '5g 产业 a 股'],
    ['3.14 1,200 12,345,678', '314 1200 12345678'],
    ['1,20 1,2000 3,5', '1 20 1 2000 3 5'],
    ["don't o'neil", 'dont oneil'],
    ['v1.6.0 pm2.5 a.1', 'v160 pm25 a 1'],
    ['covid-19 15:30 gb/t28181 x@y', 'covid 19 15 30 gb t28181 x y'],
    ['a_b __x __', 'a_b __x'],
    ['100% c++ 「」——', '100 c'],
    ['\u1112\u1161\u11ab привет', '\u1112\u1161\u11ab привет'],
    ['', ''],
  ])('%j: %j', (folded, words) => {
    expect(indexWords(folded).join(' ')).toBe(words);
  });

  test('all that can be asked of a text: single characters too', () => {
    expect([...wordsOfText('招商引资led,招')].sort()).toEqual(
      ['led', '商', '商引', '引', '引资', '招', '招商', '资'].sort(),
    );
  });

  test('of any text are all in wordsOfText', () => {
    fc.assert(
      fc.property(hardText, (text) => {
        const words = wordsOfText(fold(text));
        expect(indexWords(fold(text)).filter((word) => !words.has(word))).toEqual([]);
      }),
    );
  });

  test('Han are characters, not radicals, punctuation or signs', () => {
    expect(Array.from('中㐀𠮷かカー').filter((character) => !isHan(character))).toEqual([]);
    expect(Array.from('⺀、。aé한1·㈱々〡').filter(isHan)).toEqual([]);
  });

  test('stretches keep the marks that belong inside words', () => {
    expect(splitAtMarks("招商a股,引资 3.14。1,200元/don't gb/t28181-2016 “好”")).toEqual([
      '招商a股',
      '引资',
      '3.14',
      '1,200元',
      "don't",
      'gb',
      't28181',
      '2016',
      '好',
    ]);
  });
});

describe('chunks of a beginning', () => {
  test('are all between the first word and the last', () => {
    const firstWords = ['上', '招', '招商', '招商局', '招聘', '\u{20000}'];
    const chunksOf = (word: string): string[] => {
      const chunk = firstWords.findLastIndex((first) => first <= word);
      return chunk < 0 ? [] : [`${chunk}`];
    };
    expect([...chunksOfBeginning('招', chunksOf)].sort()).toEqual(['1', '2', '3', '4']);
    expect([...chunksOfBeginning('投', chunksOf)]).toEqual(['0']);
    expect([...chunksOfBeginning('支', chunksOf)]).toEqual(['4']);
  });
});

/** What cutting must be right about, alone and in mixtures. */
const pieces = [
  ...[
    '招商引资',
    '蘇州工業園區',
    '约翰·史密斯',
    '約翰•史密斯',
    '让-雅克·卢梭',
    '资',
    '龘',
    '𠮷野家',
    '人々',
    '二〇二〇年',
    '㐀㐁',
  ],
  ...['的', '一带一路', '十四五', '瞭解', '著名', '乾隆', '國', '了', '营商環境', '工业园区', '有限责任公司'],
  ...[
    'LED',
    'iPhone15',
    'U.S.A',
    'investchn.com',
    'don’t',
    "O'Neil",
    'PM2.5',
    'v1.6.0',
    'GB/T28181',
    'COVID-19',
    'WKWebView',
  ],
  ...[
    '3.14',
    '1,200',
    '１，２００',
    '12.5%',
    '2020，2021',
    '3,5',
    '15:30',
    '3；5',
    '½',
    '①',
    '㎡',
    'Ⅳ',
    'H₂O',
    'x²',
    '５Ｇ',
    'Ａ股',
  ],
  ...[
    'APP：TikTok',
    'a:b',
    'x_y',
    'R&D',
    'C++',
    'Café',
    'Ελλάς',
    'ΟΔΟΣ',
    'İzmir',
    'ﬁn',
    'Привет',
    'А.С.Пушкин',
    '한국어',
    '서울',
  ],
  ...[
    'トヨタ',
    'ﾄﾖﾀ自動車',
    'ひらがな',
    'か\u3099く',
    'サービス',
    'みすゞ',
    '招\u200b商',
    '引\u200d资',
    '☎\ufe0f电话',
    '🎉',
    '㈱',
    '℃',
    '№5',
    'e\u0301te',
  ],
];
const separators = [
  '',
  '',
  '',
  '，',
  '。',
  ' ',
  '\n',
  '\u3000',
  '、',
  '：',
  '·',
  '-',
  '/',
  '“',
  '”',
  '（',
  '）',
  ',',
  '.',
  ';',
  ':',
];
const mixedText = fc
  .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(...separators)), {
    minLength: 1,
    maxLength: 25,
  })
  .map((parts) => parts.flat().join(''));

/** Pagefind refuses half characters and has older tables of Unicode than we; an empty record it leaves out. */
function isIndexable(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text) && !/[\p{Cs}\u{31350}-\u{3ffff}]/u.test(text);
}

const texts = [
  ...pieces,
  ...fc.sample(mixedText, { numRuns: 120, seed: 20200123 }),
  ...fc.sample(hardText, { numRuns: 120, seed: 20200123 }).filter(isIndexable),
  ...Array.from({ length: 60 }, (_, index) => {
    const { title, paragraphs } = makeArticle(index + 1, 7);
    return `${title}\n${paragraphs.join('\n')}`;
  }),
];

/** Between Han characters, and beside white space: where a reader's question may begin and end. */
function cuts(text: string): number[] {
  const found: number[] = [];
  let at = 0;
  let before = ' ';
  for (const character of `${text} `) {
    const isBorder = [before, character].some(
      (side) => (/\s/.test(side) && side !== '\ufeff') || isHan(side),
    );
    if (isBorder && !/[\p{M}\p{Cf}\uff9e\uff9f]/u.test(character)) found.push(at);
    at += character.length;
    before = character;
  }
  return found;
}

describe('Pagefind itself', () => {
  const folded = texts.map((text) => fold(text));
  const folder = makeFolder();
  let index: TestIndex;

  beforeAll(async () => {
    index = await indexTexts(
      texts.map((text) => `${text}${partMark}${twinsOf(text)}`),
      folder,
    );
  }, 60_000);

  afterAll(async () => {
    await close();
    fs.rmSync(folder, { recursive: true });
  });

  const isPair = (word: string): boolean => isHan(word) && Array.from(word).length === 2;
  const recordsWith = (word: string): number[] =>
    folded.flatMap((text, number) => (text.includes(word) ? [number] : []));

  test('finds every record', () => {
    expect(index.search('', false)).toHaveLength(texts.length);
  });

  test('holds each pair of Han characters where the folded text does, and nowhere else', () => {
    const words = new Set(folded.flatMap((text) => [...wordsOfText(text)]).filter(isPair));
    expect(words.size).toBeGreaterThan(1000);
    const wrong = [...words].filter((word) => `${index.search(word, true)}` !== `${recordsWith(word)}`);
    expect(wrong).toEqual([]);
  });

  test('finds each single Han character as a beginning where the folded text has it, and nowhere else', () => {
    const words = new Set(
      Array.from(folded.join('')).filter((character) => /\p{Script=Han}/u.test(character)),
    );
    expect(words.size).toBeGreaterThan(300);
    const wrong = [...words].filter(
      (word) => isHan(word) && `${index.search(word, false)}` !== `${recordsWith(word)}`,
    );
    expect(wrong).toEqual([]);
  });

  test('finds each word of each part of a text in it', () => {
    const missed: string[] = [];
    const known = new Map<string, number[]>();
    const recordsFound = (word: string): number[] => {
      const records = known.get(word) ?? index.search(word, isPair(word));
      known.set(word, records);
      return records;
    };
    const random = fc.sample(fc.tuple(fc.nat(), fc.nat()), { numRuns: texts.length * 20, seed: 1 });
    for (const [round, [one, other]] of random.entries()) {
      const number = round % texts.length;
      const text = texts[number] ?? '';
      const borders = cuts(text);
      const from = borders[one % borders.length] ?? 0;
      const ends = borders.filter((border) => border > from && border <= from + 40);
      const part = text.slice(from, ends[other % ends.length]);
      for (const word of indexWords(fold(part))) {
        if (!recordsFound(word).includes(number)) missed.push(`${word} of ${part} in ${text}`);
      }
    }
    expect(missed).toEqual([]);
  }, 30_000);
});
