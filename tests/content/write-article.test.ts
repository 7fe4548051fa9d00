import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/content/read-content.ts';
import { buildArticleText, type NewArticle, writeArticle } from '../../src/content/write-article.ts';
import { type Moment, parseMoment } from '../../src/site/clock.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { contentFolder } from './content-folder.ts';

function moment(text: string, timeZone = 'Asia/Shanghai'): Moment {
  const read = parseMoment(text, timeZone);
  if ('why' in read) throw new Error(`${text} is no date`);
  return read;
}

const article = (given: Partial<NewArticle>): NewArticle => ({
  title: '园区开工',
  date: moment('2024-12-27 09:00'),
  source: '投促中国',
  channel: '开发区新闻',
  zone: undefined,
  region: undefined,
  ...given,
});

const never = (): boolean => false;

describe('the text of a new article', () => {
  it('is front matter, a draft, and a line to be written over', () => {
    expect(buildArticleText(article({ zone: '苏州工业园区', region: '苏州' }))).toBe(`---
title: 园区开工
date: 2024-12-27 09:00
source: 投促中国
channel: 开发区新闻
zone: 苏州工业园区
region: 苏州
draft: true
---

在这里写正文，段落之间空一行。
`);
  });

  it.each([
    ['金鸡湖边: 标高', 'title: "金鸡湖边: 标高"'],
    ['第 #1 期', 'title: "第 #1 期"'],
    ['"开门"红', `title: '"开门"红'`],
    [`"a": it's`, `title: "\\"a\\": it's"`],
    ['·', 'title: ·'],
    ['---', 'title: "---"'],
    ['2024', 'title: "2024"'],
    ['12:30', 'title: "12:30"'],
    ['yes', 'title: "yes"'],
    ['null', 'title: "null"'],
    ['金鸡湖：标高', 'title: 金鸡湖：标高'],
  ])('quotes %s where YAML would misread it', (title, line) => {
    expect(buildArticleText(article({ title }))).toContain(`\n${line}\n`);
  });

  it('gives the date in the zone of the site, as exactly as it was given', () => {
    const dateOf = (date: Moment): string | undefined =>
      /^date: (.*)$/m.exec(buildArticleText(article({ date })))?.[1];
    expect(dateOf(moment('2024-12-31T16:30:00Z'))).toBe('2025-01-01 00:30');
    expect(dateOf(moment('2024-12-31T16:30:00Z', 'America/New_York'))).toBe('2024-12-31 11:30');
    expect(dateOf(moment('2024-12-27 09:00:05'))).toBe('2024-12-27 09:00:05');
    expect(dateOf(moment('2024-12-27'))).toBe('2024-12-27');
  });

  it('is read back exactly, and without a mistake, whatever the title', async () => {
    const piece = fc.constantFrom(
      ...':#\'"\\[]{}&*!|>%@,-?~·，。：“”一二aN1=<`$ ',
      'null',
      'yes',
      '1:2',
      ': ',
      ' #',
    );
    const title = fc
      .string({ unit: piece, minLength: 1, maxLength: 12 })
      .map((text) => text.trim())
      .filter((text) => text !== '');
    await fc.assert(
      fc.asyncProperty(fc.array(title, { minLength: 1, maxLength: 40 }), async (titles) => {
        const root = contentFolder({});
        const files = titles.map(
          (each) => writeArticle(root, article({ title: each, source: each }), never).file,
        );
        const { articles, problems } = await readContent({ root, baseUrl: undefined });
        expect(problems).toEqual([]);
        const byFile = new Map(
          articles.map((each) => [each.file, [each.title, each.source.name, each.draft]]),
        );
        expect(files.map((file) => byFile.get(file))).toEqual(titles.map((each) => [each, each, true]));
      }),
      { numRuns: 15 },
    );
  });
});

describe('the place of a new article', () => {
  it('is the month of its date in the zone of the site', () => {
    const date = moment('2024-12-31T16:30:00Z');
    expect(writeArticle(temporaryFolder(), article({ date }), never)).toEqual({
      file: 'news/2025/01/yuan-qu-kai-gong.md',
      address: '/news/2025/01/yuan-qu-kai-gong/',
    });
  });

  it('is never that of another, nor of an address that leads elsewhere', () => {
    const root = temporaryFolder();
    const write = (title: string, isTaken: (address: string) => boolean = never): string =>
      path.basename(writeArticle(root, article({ title }), isTaken).file);
    expect(write('开工')).toBe('kai-gong.md');
    const first = fs.readFileSync(`${root}/news/2024/12/kai-gong.md`, 'utf8');
    expect(write('开工')).toBe('kai-gong-2.md');
    fs.mkdirSync(`${root}/news/2024/12/kai-gong-3`);
    fs.symlinkSync('nowhere.md', `${root}/news/2024/12/kai-gong-4.md`);
    expect(write('开工', (address) => address === '/news/2024/12/kai-gong-5/')).toBe('kai-gong-6.md');
    expect(write('Index')).toBe('index-2.md');
    expect(fs.readFileSync(`${root}/news/2024/12/kai-gong.md`, 'utf8')).toBe(first);
    expect(fs.existsSync(`${root}/news/2024/12/nowhere.md`)).toBe(false);
  });

  it.each(['news', 'news/2024', 'news/2024/12'])('is not beyond a link at %s', (link) => {
    const root = temporaryFolder();
    const outside = temporaryFolder();
    fs.mkdirSync(path.dirname(`${root}/${link}`), { recursive: true });
    fs.symlinkSync(outside, `${root}/${link}`);
    expect(() => writeArticle(root, article({}), never)).toThrow('不是文件夹');
    expect(fs.readdirSync(outside)).toEqual([]);
  });
});
