import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mendContent } from '../../src/content/mend-content.ts';
import { articleText, contentFolder, type Files } from './content-folder.ts';
import { toGbk } from './mend-gbk.ts';

const file = 'news/2020/01/a.md';
const every = (): boolean => true;

/** What a file is mended to; undefined where it is left as it is. */
const mended = (files: Files, of = file): string | undefined =>
  mendContent(contentFolder(files), every).find((each) => each.file === of)?.after;

describe('registries', () => {
  it('articles are looked at as the mended registries have it', () => {
    const files = { 'channels.yaml': '- {id: a, name：开发区新闻}\n- id:policy\n  name：投资政策\n' };
    const text = articleText().replace('date: ', '日期：').replace('channel: ', '栏目：');
    expect(mended({ ...files, [file]: text })).toContain('channel: 开发区新闻');
  });

  it('redirects without their first line get it', () => {
    expect(mended({ 'redirects.csv': '/a.asp,gone\n' }, 'redirects.csv')).toBe('from,to\n/a.asp,gone\n');
    expect(mended({ 'redirects.csv': 'to,from\n/a/,/b.asp\n' }, 'redirects.csv')).toBeUndefined();
    expect(mended({ 'redirects.csv': 'from;to\n/b.asp;/a/\n' }, 'redirects.csv')).toBeUndefined();
  });
});

/** A line of front matter in place of another, and what it becomes. */
const lines: readonly (readonly [string, string, string])[] = [
  ['title: 园区开工', 'title：@园区', 'title: "@园区"'],
  ['title: 园区开工', 'title:园区: 开工', 'title: "园区: 开工"'],
  ['title: 园区开工', 'title："园区: 开工"', 'title: "园区: 开工"'],
  ['title: 园区开工', '标题：园区开工', 'title: 园区开工'],
  ['title: 园区开工', 'Title: 园区开工', 'title: 园区开工'],
  ['title: 园区开工', 'title: 园\u202e区', 'title: 园区'],
  ['date: 2020-01-23', '发布时间：2020/1/23', 'date: 2020-01-23'],
  ['date: 2020-01-23', 'date: "2020年1月23日"', 'date: 2020-01-23'],
  ['date: 2020-01-23', 'date: 2020/1/23 9:05', 'date: 2020-01-23 09:05'],
  ['channel: 开发区新闻', 'channel: 开发区新闻\nai: None', 'channel: 开发区新闻\nai: none'],
  ['channel: 开发区新闻', 'channel: 开发区新闻\nkeywords: 招商', 'channel: 开发区新闻\nkeywords: [招商]'],
  [
    'channel: 开发区新闻',
    'channel: 开发区新闻\nkeywords:\n  - 招商\n  - 引资\n  - 招商',
    'channel: 开发区新闻\nkeywords:\n  - 招商\n  - 引资',
  ],
  ['channel: 开发区新闻', 'channel: 开发区新闻\n草稿：是', 'channel: 开发区新闻\ndraft: true'],
];

/** What could mean this or that. */
const unclear: readonly (readonly [string, string])[] = [
  ['title: 园区开工\ndate: 2020-01-23', 'title: 园区开工 date: 2020-01-23'],
  ['title: 园区开工', 'title: "园区开工”'],
  ['title: 园区开工', "title: '90s"],
  ['title: 园区开工', 'title: "园区开工",'],
  ['title: 园区开工', 'title: # 待定'],
  ['title: 园区开工', 'title: @园区 # 待定'],
  ['title: 园区开工', 'title: 园\u000b区'],
  ['title: 园区开工', 'tilte: 园区开工'],
  ['date: 2020-01-23', 'date: 2020/1/23 09:05:30'],
  ['date: 2020-01-23', 'date: 2020/2/30'],
  ['source: 投促中国', 'source: {name: 投促中国},'],
  ['source: 投促中国', 'source: 投促中国\n来源: 投促中国'],
  ['channel: 开发区新闻', 'channel: 开发区新闻\nkeywords: - 招商'],
  ['channel: 开发区新闻', 'channel: 开发区新闻\nkeywords: [招商, 引资],'],
  ['channel: 开发区新闻', 'channel: 开发区新闻\naliases: /view.asp?a=1,/b.asp'],
  ['channel: 开发区新闻', 'channel: 开发区新闻\naliases: [www.example.com/a.html]'],
  ['channel: 开发区新闻', 'channel: 开发区新闻\n  备注: 第一天'],
  ['channel: 开发区新闻', 'channel: 开发区新闻\ncover:\n    src: a.png\n\talt: 图'],
  ['channel: 开发区新闻', 'channel: 开发区新闻\ndraft: 也许'],
  ['channel: 开发区新闻', 'channel: 开发区新闻\nauthor: &张'],
];

describe('front matter', () => {
  it.each(lines)('%j: %j → %j', (line, wrong, right) => {
    const text = articleText('', '\n正文：不变。\ntitle：也不变\n');
    expect(mended({ [file]: text.replace(line, wrong) })).toBe(text.replace(line, right));
  });

  it.each(unclear)('%j: %j is left alone', (line, wrong) => {
    const text = articleText().replace(line, wrong);
    expect(text).toContain(wrong);
    expect(mended({ [file]: text })).toBeUndefined();
  });

  it('a closing line of more dashes', () => {
    const text = articleText();
    expect(mended({ [file]: text.replaceAll('---\n', '-----\n') })).toBe(text);
  });

  it('--- before a text that is no front matter is left alone', () => {
    expect(mended({ [file]: ' ---\n第一段。\n---\n第二段。\n' })).toBeUndefined();
    expect(mended({ [file]: '---js\ntitle: a\n---\n' })).toBeUndefined();
  });

  it('---yaml is ---', () => {
    expect(mended({ [file]: articleText().replace('---', '--- yaml') })).toBe(articleText());
  });

  it('a date that shows the file in the wrong folder is mended all the same', () => {
    expect(mended({ [file]: articleText().replace('2020-01-23', '2019/1/23') })).toContain(
      'date: 2019-01-23',
    );
  });

  it('what cannot be mended does not keep the rest from it', () => {
    const text = articleText('keywords: - 招商\nauthor：张三\n');
    expect(mended({ [file]: text })).toBe(text.replace('author：', 'author: '));
  });

  it('only the files that are wanted', () => {
    const wrong = articleText().replace('title: ', 'title：');
    const root = contentFolder({ [file]: wrong, 'news/2020/01/b.md': wrong });
    expect(mendContent(root, (each) => each.endsWith('b.md')).map((each) => each.file)).toEqual([
      'news/2020/01/b.md',
    ]);
  });
});

describe('bytes', () => {
  const text = articleText('author: 张三\n', '\n正文，一行。\n\n## 节\n');

  it.each<readonly [string, Buffer]>([
    ['GBK', toGbk(text)],
    ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['a byte order mark', Buffer.from(`\ufeff${text}`)],
    ['CRLF', Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['CR', Buffer.from(text.replaceAll('\n', '\r'))],
    ['GBK, CRLF and a full-width colon', toGbk(text.replace('title: ', 'title：').replaceAll('\n', '\r\n'))],
  ])('%s', (_, bytes) => expect(mended({ [file]: bytes })).toBe(text));

  it('of every kind of file', () => {
    const files = {
      'site.yaml': toGbk('name: 投促中国\nurl: https://www.example.com/\n'),
      'zones/sip.md': toGbk('---\nname: 苏州工业园区\nregion: 苏州\n---\n\n园区在苏州城东。\n'),
      'redirects.csv': '\ufefffrom,to\r\n/a.asp,gone\r\n',
    };
    expect(mendContent(contentFolder(files), every).map((each) => each.file)).toEqual([
      'redirects.csv',
      'site.yaml',
      'zones/sip.md',
    ]);
  });

  it('pictures are never touched', () => {
    expect(
      mended({ 'news/2020/01/a.txt': '\ufeffa\r\n', [file]: text }, 'news/2020/01/a.txt'),
    ).toBeUndefined();
  });
});

/** Bits of lines that lead astray. */
const bit = fc.constantFrom(
  '园区',
  'a',
  ' ',
  ': ',
  ':',
  '：',
  '"',
  "'",
  '[',
  ']',
  '#',
  ' #1',
  '- ',
  '\t',
  '@',
  '\\',
  ',',
  '2020/1/23',
  '是',
  '{',
  '}',
  '&x',
  'date: ',
);
const value = fc.array(bit, { maxLength: 5 }).map((bits) => bits.join(''));
const key = fc.constantFrom(
  'title',
  'source',
  'date',
  'updated',
  'draft',
  'keywords',
  'cover',
  '来源',
  'Prev',
  '  author',
  '\tnext',
  'x',
);
const line = fc.tuple(key, fc.constantFrom(': ', ':', '：'), value).map((parts) => parts.join(''));
const body = fc.array(fc.oneof(line, fc.constantFrom('', '---', '![图](A.PNG)', '<br>')), { maxLength: 4 });

describe('whatever stands there', () => {
  it('the body stays but for its marks, and mended once is mended for good', () => {
    const root = contentFolder({ [file]: '' });
    const target = path.join(root, file);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), body, (head, text) => {
        const end = `\n---\n${text.join('\n')}`;
        const before = `---\nchannel: 开发区新闻\n${head.join('\n')}${end}`;
        fs.writeFileSync(target, before);
        const after = mendContent(root, every)[0]?.after ?? before;
        const words = (text: string): string => text.replace(/[ ,;:?!.，；：？！。()（）"“”…—-]/g, '');
        expect(words(after.slice(after.indexOf('\n---\n', 3)))).toBe(words(end));
        fs.writeFileSync(target, after);
        expect(mendContent(root, every)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
