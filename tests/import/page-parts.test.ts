import { describe, expect, test } from 'vitest';
import { decodePage } from '../../src/import/decode-page.ts';
import { aliasKey, parseAddress, partOf } from '../../src/import/old-address.ts';
import { dateInAddress, findDate } from '../../src/import/old-date.ts';
import { labelsIn } from '../../src/import/page-labels.ts';
import { encode } from './encode.ts';

const zone = 'Asia/Shanghai';

describe('the encoding of a page', () => {
  const simple = '<title>昆山开发区的新闻</title>记者昨日从管委会获悉，园区里的三家企业同时开工。';
  const traditional = '<title>昆山開發區的新聞</title>記者昨日從管委會獲悉，園區裡的三家企業同時開工。';
  test.each<[string, Buffer, string | undefined, string]>([
    ['GBK that says so', encode(simple, 'gbk'), 'gb2312', simple],
    ['GBK that says UTF-8', encode(simple, 'gbk'), 'utf-8', simple],
    ['UTF-8 that says GB2312', encode(simple, 'utf-8'), 'gb2312', simple],
    [
      'UTF-8 with one cut character',
      Buffer.concat([encode(simple.repeat(3), 'utf-8'), Buffer.from([0xe4, 0xb8])]),
      'gbk',
      `${simple.repeat(3)}\ufffd`,
    ],
    ['Big5 that says GB2312', encode(traditional, 'big5'), 'gb2312', traditional],
    ['GBK that says Big5', encode(simple, 'gbk'), 'big5', simple],
    ['a mark', Buffer.from(`\ufeff${simple}`, 'utf16le'), 'gbk', simple],
    ['nothing said', encode(simple, 'gbk'), undefined, simple],
  ])('%s', (_, bytes, declared, text) => {
    expect(decodePage(bytes, declared, undefined).text).toBe(text);
  });

  test('a rule has the last word', () => {
    expect(decodePage(encode(traditional, 'big5'), undefined, 'big5').encoding).toBe('big5');
    expect(decodePage(encode(simple, 'utf-8'), undefined, 'gb18030').encoding).toBe('gb18030');
  });
});

describe('dates of old pages', () => {
  test.each([
    ['2018-5-3 9:08:11', '2018-05-03 09:08:11'],
    ['发布于 2018/05/03 10:20', '2018-05-03 10:20'],
    ['2018年05月03日 星期四 10:20', '2018-05-03 10:20'],
    ['2018.5.3', '2018-05-03'],
    ['二〇一八年十二月三十一日', '2018-12-31'],
    ['２０１８－０５－０３', '2018-05-03'],
    ['2018-05-03T23:30:00Z', '2018-05-04 07:30'],
    ['2018-05-03 00:00:00', '2018-05-03'],
    ['20180503', '2018-05-03'],
    ['2018-05-03 25:70', '2018-05-03'],
    ['2018-02-30', undefined],
    ['1年2月', undefined],
    ['编号 12018-05-031', undefined],
  ])('%s', (text, date) => expect(findDate(text, zone)).toBe(date));

  test('in addresses', () => {
    expect(dateInAddress('/a/t20170608_2964829.html', zone)).toBe('2017-06-08');
    expect(dateInAddress('/art/2026/1/23/art_1_2.html', zone)).toBe('2026-01-23');
    expect(dateInAddress('/201701/12345.html', zone)).toBeUndefined();
    expect(dateInAddress('/2017/13/45/1.html', zone)).toBeUndefined();
  });
});

test('labels end where the next begins, whatever stands around them', () => {
  const line = '【发布时间：2018-05-03】 来  源：昆山日报|作者: 张三（摄影）浏览次数：12 【字体：大 中 小】';
  expect(labelsIn(line).map(({ name, value }) => `${name} ${value}`)).toEqual([
    'date 2018-05-03',
    'source 昆山日报',
    'author 张三（摄影）',
    'none 12',
    'none 大 中 小',
  ]);
  expect(labelsIn('他说资金来源：自筹。')).toEqual([]);
});

describe('old addresses', () => {
  test('one page has one', () => {
    const same = [
      'http://www.a.cn/b/index.html',
      'https://a.cn/b/',
      'http://a.cn:80/b#c',
      'http://a.cn/b;jsessionid=1?PHPSESSID=2',
    ];
    const keys = same.map((each) => {
      const url = parseAddress(each);
      return url && aliasKey(url.pathname + url.search);
    });
    expect(new Set(keys)).toEqual(new Set(['/b']));
    expect(parseAddress('javascript:alert(1)')).toBeUndefined();
    expect(parseAddress('java\nscript:alert(1)')).toBeUndefined();
  });

  test.each([
    ['http://a.cn/x/12_2.html', 'a.cn/x/12.html', 2],
    ['http://a.cn/t20170608_2964829_1.html', 'a.cn/t20170608_2964829.html', 1],
    ['http://a.cn/v.php?aid=1&pageno=3', 'a.cn/v.php?aid=1', 3],
  ])('%s is a part', (address, base, number) => {
    expect(partOf(new URL(address))).toEqual({ base, number });
  });

  test('numbers of articles are none of parts', () => {
    expect(partOf(new URL('http://a.cn/t20170608_2964829.html'))).toBeUndefined();
  });
});
