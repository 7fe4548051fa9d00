import { describe, expect, test } from 'vitest';
import { checkLaterDates } from '../../src/proof/check-later-dates.ts';
import { NameList } from '../../src/proof/check-names.ts';
import { checkNumbers, digitsOf } from '../../src/proof/check-numbers.ts';
import { TermList } from '../../src/proof/check-terms.ts';
import { proofText } from '../../src/proof/proof-text.ts';
import { findings } from './findings.ts';

describe('dates later than publication', () => {
  const later = (text: string): string[] => findings((report) => checkLaterDates(text, '2020-01-23', report));

  test.each([
    ['1月25日，园区开工。', '0 date-later 1月25日'],
    ['2021年3月1日，园区开工。', '0 date-later 2021年3月1日'],
    ['签约日为2202-01-20。', '4 date-later 2202-01-20'],
  ])('%s', (text, found) => {
    expect(later(text)).toEqual([found]);
  });

  test.each([
    '1月21日，园区开工。',
    '1月23日，园区开工。',
    '12月31日，园区完成任务。',
    '项目将于2020年5月1日投产。',
    '有效期至2030年12月31日。',
    '2020年2月1日起，新规执行。',
    '2018年起，每年1月25日开会。',
    '去年1月25日，园区开工。',
    '2020年2月30日。',
    '编号2021-03-01-7。',
  ])('leave alone %s', (text) => {
    expect(later(text)).toEqual([]);
  });
});

describe('numbers', () => {
  const numbers = (text: string, own: readonly string[] = []): string[] =>
    findings((report) => checkNumbers(text, new Set(own.map(digitsOf)), report));

  test.each([
    ['电话13912345678。', '2 personal-mobile 139******78'],
    ['电话 +86 139-1234-5678', '3 personal-mobile 139******78'],
    ['身份证11010519491231002X', '3 personal-id 110**************X'],
    ['身份证11010519491231002x', '3 personal-id 110**************X'],
    ['卡号4111 1111 1111 1111', '2 personal-card 4111**********11'],
  ])('%s', (text, found) => {
    expect(numbers(text)).toEqual([found]);
  });

  test.each([
    '身份证110105194912310021',
    '卡号4111111111111112',
    '电话12012345678',
    '总额13912345678元',
    '编号13912345678',
    '电话0512-53660867',
    '13912345678.5',
    'ABC13912345678',
    '139123456789',
  ])('leave alone %s', (text) => {
    expect(numbers(text)).toEqual([]);
  });

  test('what the site publishes itself is no secret', () => {
    expect(numbers('电话13912345678', ['+86-139-1234-5678'])).toEqual([]);
  });
});

describe('names', () => {
  const names = new NameList([
    '苏州工业园区',
    '昆山经济技术开发区',
    '绿色园区',
    '江苏',
    '常州高新技术产业园',
  ]);
  const misspelt = (title: string): string[] => findings((report) => names.check(title, report));

  test.each([
    ['苏州工业圆区开工', '0 name-misspelt 苏州工业圆区'],
    ['在苏州工业园去开工', '1 name-misspelt 苏州工业园去'],
    ['苏洲工业园区开工', '0 name-misspelt 苏洲工业园区'],
    ['昆山经济技开发区开工', '0 name-misspelt 昆山经济技开发区'],
    ['昆山经济技术术开发区', '0 name-misspelt 昆山经济技术术开发区'],
    ['绿涩园区', '0 name-misspelt 绿涩园区'],
  ])('%s', (title, found) => {
    expect(misspelt(title)).toEqual([found]);
  });

  test.each([
    '苏州工业园区开工',
    '苏州工业园里的早晨',
    '苏州工业园',
    '杭州工业园区开工',
    '昆山经济开发区',
    '绿色社区',
    '江宁',
    '苏州高新技术产业园',
  ])('leave alone %s', (title) => {
    expect(misspelt(title)).toEqual([]);
  });
});

test('words of the list, not within the right word nor a longer Latin one', () => {
  const list = new TermList([
    { wrong: '帐号', right: '账号', note: undefined },
    { wrong: '经济开发区', right: '昆山经济开发区', note: undefined },
    { wrong: 'Iphone', right: 'iPhone', note: undefined },
    { wrong: '[', right: undefined, note: '不用方括号' },
  ]);
  const found = findings((report) => list.check('帐号 昆山经济开发区 经济开发区 Iphone Iphones [', report));
  expect(found).toEqual([
    '0 term-wrong 帐号',
    '11 term-wrong 经济开发区',
    '17 term-wrong Iphone',
    '32 term-wrong [',
  ]);
});

test('addresses are not read', () => {
  const proofreader = { terms: new TermList([]), names: new NameList([]), ownNumbers: new Set<string>() };
  const text = '见https://example.org/a,b,c/13912345678和info@a.com，还有www.a.cn/甲--乙';
  expect(
    findings((report) => proofText(text, proofreader, { goesOn: false, day: undefined }, report)),
  ).toEqual(['62 mark-dash --']);
});
