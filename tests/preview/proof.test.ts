import { describe, expect, test } from 'vitest';
import { cutEverywhere } from '../../src/preview/proof/cut-texts.ts';
import { findDates } from '../../src/preview/proof/find-dates.ts';
import {
  findDottedNames,
  findLatin,
  findNearlySame,
  findOrganizations,
  findPeople,
  findWorks,
} from '../../src/preview/proof/find-names.ts';
import { findNumbers } from '../../src/preview/proof/find-numbers.ts';
import { findQuotations } from '../../src/preview/proof/find-quotations.ts';
import { type Found, listOnce, type ProofLine } from '../../src/preview/proof/found.ts';

const line = (text: string): ProofLine[] => [{ part: '正文', text }];
const texts = (found: readonly Found[]): string[] => found.map(({ text }) => text);
const doubtful = (found: readonly Found[]): string[] =>
  found.filter(({ isDoubtful }) => isDoubtful).map(({ text, note }) => `${text} ${note ?? ''}`);

describe('dates', () => {
  const notes = (text: string, published = '2020-01-23'): string[] =>
    findDates(line(text), published).map((found) => `${found.text}：${found.note ?? ''}`);

  test('the right weekday agrees, a wrong one is doubtful', () => {
    expect(notes('2020年1月23日（星期四）')).toEqual([
      '2020年1月23日（星期四）：2020年1月23日是星期四，相符',
    ]);
    expect(doubtful(findDates(line('会议定于1月23日（星期五）召开'), '2020-01-10'))).toEqual([
      '1月23日（星期五） 星期不符：2020年1月23日是星期四',
    ]);
    expect(doubtful(findDates(line('2024-12-29（周日），2024年12月29日 星期天'), '2024-12-31'))).toEqual([]);
  });

  test('a date without a year is near publication; another year that fits is named', () => {
    expect(notes('12月28日')).toEqual(['12月28日：2019年12月28日是星期六']);
    expect(notes('去年3月5日、明年3月5日')).toEqual([
      '去年3月5日：2019年3月5日是星期二',
      '明年3月5日：2021年3月5日是星期五',
    ]);
    expect(notes('3月5日（星期五）')).toEqual([
      '3月5日（星期五）：星期不符：2020年3月5日是星期四；2021年的这一天才是星期五',
    ]);
  });

  test('a day that no calendar has, a day of the month alone, days told from today', () => {
    expect(doubtful(findDates(line('2021年2月29日'), '2021-03-01'))).toEqual(['2021年2月29日 没有这一天']);
    expect(doubtful(findDates(line('23日（星期五）上午'), '2020-01-24'))).toEqual([
      '23日（星期五） 星期不符：2020年1月23日是星期四',
    ]);
    expect(notes('昨日')).toEqual(['昨日：2020年1月22日，星期三']);
  });

  test('months, years and times are listed too', () => {
    expect(texts(findDates(line('2019年，11月底，上午9时30分，15:30'), '2020-01-01'))).toEqual([
      '2019年',
      '11月底',
      '上午9时30分',
      '15:30',
    ]);
  });
});

test.each([
  ['投资1.2亿元，用地25亩，1,300只', ['1.2亿元', '25亩', '1,300只']],
  ['增长17%，提高3.5个百分点，百分之十五', ['17%', '3.5个百分点', '百分之十五']],
  ['压低了一成七，两成，三十年，成立', ['一成七', '两成', '三十年']],
  ['零下20摄氏度，9200千瓦，3万平方米', ['20摄氏度', '9200千瓦', '3万平方米']],
  ['A4纸 G60 COVID-19', []],
])('numbers in %s', (text, wanted) => {
  expect(texts(findNumbers(line(text))).sort()).toEqual([...wanted].sort());
});

test('numbers that are written wrongly', () => {
  expect(doubtful(findNumbers(line('1,23万元、１２亩、1,234元')))).toEqual([
    '1,23万元 千分位不对',
    '１２亩 全角',
  ]);
});

describe('names', () => {
  test('people: beside a title, speaking, in a byline, and then wherever they stand', () => {
    const found = findPeople(
      line('管委会主任张立新说，工程师李敏在场。王海涛书记到会。“好。”陈屹说。（记者 周晚晴）张立新又来了。'),
      ['穆晨'],
    );
    expect(listOnce(found).map(({ text, count }) => `${text} ${count}`)).toEqual([
      '张立新 2',
      '李敏 1',
      '王海涛 1',
      '陈屹 1',
      '周晚晴 1',
    ]);
  });

  test('words that only look like names', () => {
    expect(
      texts(findPeople(line('工程师们凌晨到公司，老师傅说安全第一，项目方案由专员方面负责。'), [])),
    ).toEqual([]);
  });

  test('foreign names with their dot, and another dot', () => {
    const found = findDottedNames(line('总裁马丁·克劳泽第一次来，展商卡洛斯•门德斯说。'));
    expect(texts(found)).toEqual(['马丁·克劳泽', '卡洛斯•门德斯']);
    expect(doubtful(found)).toEqual(['卡洛斯•门德斯 间隔号应为 ·']);
  });

  test('works and Latin words', () => {
    expect(texts(findWorks(line('《来之前》和《公约》')))).toEqual(['《来之前》', '《公约》']);
    expect(texts(findLatin(line('用 Waiting for a Bowl 的 R&D 和 ESG，B2B')))).toEqual([
      'Waiting for a Bowl',
      'R&D',
      'ESG',
      'B2B',
    ]);
  });

  test('institutions: those of the registries, a longer one as a whole, no verb before it', () => {
    const registered = [
      { name: '苏州', kind: '地区' },
      { name: '苏州工业园区', kind: '开发区名录' },
    ];
    const found = findOrganizations(
      line('苏州工业园区落户，苏州人走进汇澜冷链有限公司，找一家公司。苏州工业园区管委会发文。'),
      registered,
    );
    expect(found.map(({ text, note }) => `${text} ${note ?? ''}`.trim()).sort()).toEqual(
      ['苏州工业园区 开发区名录', '苏州 地区', '汇澜冷链有限公司', '苏州工业园区管委会'].sort(),
    );
  });

  test('one character of difference is pointed out, but not between registered names', () => {
    const entry = (text: string, note?: string): Found => ({ text, line: 0, at: 0, ...(note && { note }) });
    const near = findNearlySame([
      entry('张文华'),
      entry('张文化'),
      entry('李明'),
      entry('李敏'),
      entry('东湖开发区', '名录'),
      entry('西湖开发区', '名录'),
    ]);
    expect([...near]).toEqual([
      ['张文华', '张文化'],
      ['张文化', '张文华'],
    ]);
  });
});

test('quotations, and marks without their other half', () => {
  const found = findQuotations([
    ...line('他说：“可不经这么要。”又说“好”。'),
    ...line('“没有说完'),
    ...line('多了一个”和《书名'),
    ...line('用"直引号"'),
  ]);
  expect(texts(found.filter(({ isDoubtful }) => !isDoubtful))).toEqual(['“可不经这么要。”', '“好”']);
  expect(doubtful(found).map((text) => text.split(' ').slice(1).join(' '))).toEqual([
    '直引号，中文用“ ”',
    '“ 没有配上 ”',
    '” 没有配上 “',
    '《 没有配上 》',
  ]);
});

test('a text is listed once, with its number and its first place', () => {
  const found = [
    { text: 'b', line: 1, at: 0 },
    { text: 'a', line: 0, at: 4 },
    { text: 'b', line: 0, at: 2 },
  ];
  expect(listOnce(found)).toEqual([
    { text: 'b', line: 0, at: 2, count: 2 },
    { text: 'a', line: 0, at: 4, count: 1 },
  ]);
});

describe('how titles and summaries are cut', () => {
  const han = (length: number): string => '字'.repeat(length);
  const cutOf = (place: string, what: string, title: string, summary = '摘要') =>
    cutEverywhere(title, title, summary).find((cut) => cut.place === place && cut.what === what);

  test.each([
    ['谷歌', 30],
    ['百度（电脑）', 31],
    ['百度（手机）', 26],
    ['微信聊天里的卡片', 30],
    ['微信公众号', 64],
  ])('%s shows %i characters of a title, and one less with the ellipsis', (place, most) => {
    expect(cutOf(place, '标题', han(most))).toMatchObject({ shown: han(most), lost: '' });
    const cut = cutOf(place, '标题', han(most + 1));
    expect(`${cut?.shown}${cut?.lost}`).toBe(han(most + 1));
    expect([...(cut?.shown ?? '')].length).toBeLessThan(most + 1);
    expect(cut?.lost).not.toBe('');
  });

  test('Latin letters take half the room, and no character is cut in two', () => {
    expect(cutOf('谷歌', '标题', 'a'.repeat(60))?.lost).toBe('');
    expect(cutOf('谷歌', '标题', '𠮷'.repeat(31))?.shown).toBe('𠮷'.repeat(29));
    expect(cutOf('百度', '摘要', '题', han(79))?.shown).toBe(han(77));
  });
});
