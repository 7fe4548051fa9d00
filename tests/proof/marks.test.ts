import { describe, expect, test } from 'vitest';
import { checkHalfWidth } from '../../src/proof/check-half-width.ts';
import { checkPairs } from '../../src/proof/check-pairs.ts';
import { checkRuns } from '../../src/proof/check-runs.ts';
import { findings } from './findings.ts';

const halfWidth = (text: string): string[] => findings((report) => checkHalfWidth(text, report));
const runs = (text: string): string[] => findings((report) => checkRuns(text, report));
const pairs = (text: string, goesOn = false): string[] =>
  findings((report) => checkPairs(text, goesOn, report));

describe('half-width marks', () => {
  test.each([
    ['园区,开工', '2 mark-halfwidth ,'],
    ['园区, 开工', '2 mark-halfwidth ,'],
    ['“园区”;“开工”', '4 mark-halfwidth ;'],
    ['园区开工!', '4 mark-halfwidth !'],
    ['园区开工,\n人人高兴', '4 mark-halfwidth ,'],
    ['园区开工.', '4 mark-halfwidth .'],
    ['约翰.史密斯', '2 mark-halfwidth .'],
    ['园区(一期)开工', '2 mark-halfwidth ( )'],
    ['园区（一期)开工', '5 mark-halfwidth )'],
    ['园区(GDP）开工', '2 mark-halfwidth ('],
    ['他说"好"。', '2 mark-halfwidth " "'],
    ['𠀀,𠀀', '2 mark-halfwidth ,'],
  ])('%s', (text, found) => {
    expect(halfWidth(text)).toEqual([found]);
  });

  test.each([
    '用 Windows 10, Office 和 Linux',
    '共3,000人，10:30到，1:5000的图',
    '世界贸易组织(WTO)和GDP(2019)',
    'He said: "Hello, world!" (yes).',
    'A, B、C',
    '第3.5节，2.0版',
    '长5"，宽3"',
    '园区，开工！“好”？',
    'Q1: 园区',
    ':)',
  ])('leave alone %s', (text) => {
    expect(halfWidth(text)).toEqual([]);
  });
});

describe('marks in a row', () => {
  test.each([
    ['园区...', '2 mark-ellipsis ...'],
    ['……园区。。。', '4 mark-ellipsis 。。。'],
    ['园区…开工', '2 mark-ellipsis …'],
    ['园区--开工', '2 mark-dash --'],
    ['“园区”---开工', '4 mark-dash ---'],
    ['开工。。', '2 mark-doubled 。。'],
    ['开工，,人人', '2 mark-doubled ，,'],
    ['开工。，人人', '2 mark-doubled 。，'],
    ['开工！。', '2 mark-doubled ！。'],
  ])('%s', (text, found) => {
    expect(runs(text)).toEqual([found]);
  });

  test.each([
    '真的？！',
    '好！！！',
    '等等……',
    '园区——开工',
    'and so on... etc',
    'npm --version',
    '用 --fix 改',
    'a::b',
    '好。”，他说',
  ])('leave alone %s', (text) => {
    expect(runs(text)).toEqual([]);
  });
});

describe('pairs', () => {
  test.each([
    ['他说：“好。', '3 mark-unbalanced “'],
    ['好。”他说', '2 mark-unbalanced ”'],
    ['《园区', '0 mark-unbalanced 《'],
    ['（《园区）》', '1 mark-unbalanced 《'],
    ['园区）开工', '2 mark-unbalanced ）'],
  ])('%s', (text, found) => {
    expect(pairs(text)[0]).toBe(found);
  });

  test.each(['“‘好’”（一）', '1）第一；2）第二', '一）总则', 'It’s fine', '（GDP)', '“《园区》”'])(
    'balanced %s',
    (text) => {
      expect(pairs(text)).toEqual([]);
    },
  );

  test('a quotation of several paragraphs is closed in the last', () => {
    expect(pairs('“第一段。', true)).toEqual([]);
    expect(pairs('“第一段。')).toHaveLength(1);
    expect(pairs('（第一段。', true)).toHaveLength(1);
  });
});
