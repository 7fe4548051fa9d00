import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/content/article.ts';
import type { Content } from '../../src/content/content.ts';
import { readContent } from '../../src/content/read-content.ts';
import { RememberedArticle } from '../../src/content/remembered-article.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { articleText, contentFolder, type Files } from './content-folder.ts';

const file = 'news/2020/01/a.md';

/** A content folder with a memory beside it. */
class Remembering {
  readonly root: string;
  readonly cache = path.join(temporaryFolder(), 'cache');

  constructor(files: Files) {
    this.root = contentFolder(files);
  }

  /** @param code stands for the program that reads */
  read(code = 'code'): Promise<Content> {
    const compiledRoot = path.join(this.cache, '..');
    fs.mkdirSync(path.join(compiledRoot, 'src/content'), { recursive: true });
    fs.writeFileSync(path.join(compiledRoot, 'src/content/read-articles-thread.js'), code);
    return readContent({ root: this.root, baseUrl: undefined, compiledRoot, memory: this.cache });
  }

  /** Without the memory, with every article in full. */
  async afresh(): Promise<Content> {
    return readContent({ root: this.root, baseUrl: undefined });
  }

  edit(name: string, change: (text: string) => string): void {
    const at = path.join(this.root, name);
    const { mtimeMs } = fs.statSync(at);
    fs.writeFileSync(at, change(fs.readFileSync(at, 'utf8')));
    // A change within one tick of the clock is none that a file system tells.
    fs.utimesSync(at, new Date(), new Date(mtimeMs + 2000));
  }

  get memoryFile(): string {
    return path.join(this.cache, 'articles.json');
  }
}

const remembered = (content: Content): string[] =>
  content.articles.filter((article) => article instanceof RememberedArticle).map((article) => article.file);

/** All that an article says, whichever way it is known. */
const whole = (article: Article) => ({
  ...article,
  subtitle: article.subtitle,
  originalTitle: article.originalTitle,
  source: article.source,
  author: article.author,
  editor: article.editor,
  keywords: article.keywords,
  summary: article.summary,
  summaryIsGiven: article.summaryIsGiven,
  cover: article.cover,
  firstPicture: article.firstPicture,
  video: article.video,
  corrections: article.corrections,
  ai: article.ai,
  html: article.html,
});

const picture = fs.readFileSync('public/apple-touch-icon.png');

const rich: Files = {
  [file]: articleText(
    'zone: 苏州工业园区\nsubtitle: 副题\nkeywords: [招商]\nupdated: 2020-02-01 10:20\naliases: [/old?a=1]\nprev: news/2020/01/b.md\nexpires: 2030-01-01\n',
    '\n## 一节\n\n正文[另一篇](b.md#二节)。\n\n![图](a.png "图注")\n',
  ),
  'news/2020/01/b.md': articleText('draft: true\nai: assisted\n', '\n## 二节\n\n<b>粗</b>正文。\n'),
  'news/2020/01/c.md': articleText('withdrawn: {date: 2020-03-01, reason: 重复}\nnext: false\n'),
  'news/2020/01/a.png': picture,
};

describe('what is remembered of an article', () => {
  test('is all that its file says', async () => {
    const project = new Remembering(rich);
    await project.read();
    const again = await project.read();
    const afresh = await project.afresh();
    expect(remembered(again)).toEqual([file, 'news/2020/01/b.md', 'news/2020/01/c.md']);
    expect(again.articles.map(whole)).toEqual(afresh.articles.map(whole));
    expect(again.problems).toEqual(afresh.problems);
    expect(again.problems).toHaveLength(2);
  });

  test('an edit is seen', async () => {
    const project = new Remembering(rich);
    await project.read();
    project.edit(file, (text) => text.replace('园区开工', '园区竣工'));
    const again = await project.read();
    expect(remembered(again)).toEqual(['news/2020/01/b.md', 'news/2020/01/c.md']);
    expect(again.articles[0]?.title).toBe('园区竣工');
  });

  test('new times alone are not: a fresh clone is known by its bytes', async () => {
    const project = new Remembering({ [file]: articleText() });
    await project.read();
    project.edit(file, (text) => text);
    expect(remembered(await project.read())).toEqual([file]);
    expect(remembered(await project.read())).toEqual([file]);
  });

  test('a picture that has changed or gone', async () => {
    const project = new Remembering(rich);
    await project.read();
    fs.rmSync(path.join(project.root, 'news/2020/01/a.png'));
    const again = await project.read();
    expect(remembered(again)).not.toContain(file);
    expect(again.problems.map(({ code }) => code)).toContain('file-missing');
    fs.writeFileSync(path.join(project.root, 'news/2020/01/a.png'), picture);
    expect((await project.read()).problems.map(({ code }) => code)).not.toContain('file-missing');
  });

  test('a registry that has changed', async () => {
    const project = new Remembering(rich);
    await project.read();
    project.edit('zones/sip.md', (text) => text.replace('苏州工业园区', '工业园区'));
    const again = await project.read();
    expect(remembered(again)).toEqual([]);
    expect(again.problems.map(({ code }) => code)).toContain('zone-unknown');
  });

  test('a profile’s text is no reason to read articles', async () => {
    const project = new Remembering(rich);
    await project.read();
    project.edit('zones/sip.md', (text) => text.replace('城东', '东部'));
    expect(remembered(await project.read())).toHaveLength(3);
  });

  test('other code', async () => {
    const project = new Remembering(rich);
    await project.read('old');
    expect(remembered(await project.read('new'))).toEqual([]);
  });

  test('one with errors is read again', async () => {
    const project = new Remembering({ [file]: articleText('', '\n[空](none.md)![图](none.png)\n') });
    await project.read();
    expect(remembered(await project.read())).toEqual([]);
  });

  test('a deleted file is forgotten', async () => {
    const project = new Remembering(rich);
    await project.read();
    fs.rmSync(path.join(project.root, file));
    expect((await project.read()).articles.map(({ file }) => file)).toEqual([
      'news/2020/01/b.md',
      'news/2020/01/c.md',
    ]);
    expect(fs.readFileSync(project.memoryFile, 'utf8')).not.toContain(file);
  });
});

describe('a memory that is not to be trusted counts for none', () => {
  test.each<[string, (text: string) => string | Buffer]>([
    ['cut short', (text) => text.slice(0, -20)],
    ['one letter changed', (text) => text.replace('园区开工', '园区竣工')],
    ['foreign', () => 'something else'],
    ['empty', () => ''],
  ])('%s', async (_, spoil) => {
    const project = new Remembering(rich);
    await project.read();
    fs.writeFileSync(project.memoryFile, spoil(fs.readFileSync(project.memoryFile, 'utf8')));
    const again = await project.read();
    expect(remembered(again)).toEqual([]);
    expect(again.articles.map(whole)).toEqual((await project.afresh()).articles.map(whole));
  });
});

test('a file that changes while the build runs stops it', async () => {
  const project = new Remembering({ [file]: articleText() });
  await project.read();
  const [article] = (await project.read()).articles;
  project.edit(file, (text) => `${text}又一段。\n`);
  expect(() => article?.html).toThrow(file);
});
