import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Article } from '../../src/content/article.ts';
import type { Content } from '../../src/content/content.ts';
import { LiveContent } from '../../src/content/live-content.ts';
import { readContent } from '../../src/content/read-content.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { articleText, contentFolder, type Files } from './content-folder.ts';

const picture = fs.readFileSync('public/apple-touch-icon.png');
const a = 'news/2020/01/a.md';
const files: Files = {
  [a]: articleText('zone: sip\n', '\n正文。\n\n![图](a.png)\n'),
  'news/2020/01/b.md': articleText('', '\n见[另一篇](a.md)。\n'),
  'news/2019/12/old.md': articleText('').replace('2020-01-23', '2019-12-01'),
  'news/2020/01/a.png': picture,
};

/** A folder that is edited, with what reads it again. */
class Edited {
  readonly root: string;
  readonly live: LiveContent;

  private constructor(root: string, live: LiveContent) {
    this.root = root;
    this.live = live;
  }

  static async open(since?: number, root = contentFolder(files)): Promise<Edited> {
    const compiledRoot = temporaryFolder();
    fs.mkdirSync(path.join(compiledRoot, 'src/content'), { recursive: true });
    fs.writeFileSync(path.join(compiledRoot, 'src/content/read-articles-thread.js'), 'code');
    const memory = path.join(compiledRoot, 'memory');
    return new Edited(root, await LiveContent.read({ root, compiledRoot, memory, since }));
  }

  /** Writes or (undefined) removes files, and has them read again. */
  save(changes: Files): Content {
    for (const [name, text] of Object.entries(changes)) {
      const file = path.join(this.root, name);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      if (text === undefined) fs.rmSync(file, { recursive: true });
      else fs.writeFileSync(file, text);
    }
    this.live.update(new Set(Object.keys(changes)));
    return this.live.content;
  }
}

const facts = (article: Article) => [
  article.file,
  article.digest,
  article.rowDigest,
  article.html,
  article.channel,
  article.zone,
];
/** What can be compared of a content folder, however it was read. */
const whole = (content: Content) => ({
  ...content,
  articles: content.articles.map(facts),
  proofread: content.articles.map(({ file }) => content.proofread(file)),
});

test.each<[string, Files]>([
  ['an edited text', { [a]: articleText('', '\n改过的正文。\n') }],
  ['a new article in a new folder', { 'news/2020/02/c.md': articleText('').replace('-01-', '-02-') }],
  ['an article that is gone', { [a]: undefined }],
  ['an article that was moved', { [a]: undefined, 'news/2020/01/c.md': articleText('') }],
  ['front matter that is broken', { [a]: 'title: x\n' }],
  ['a picture that is gone', { 'news/2020/01/a.png': undefined }],
  ['a picture that is none', { 'news/2020/01/a.png': 'none' }],
  ['a zone of another name', { 'zones/sip.md': '---\nname: 新园区\nregion: 苏州\n---\n\n简介。\n' }],
  ['a new zone', { 'zones/new.md': '---\nname: 新园区\nregion: 苏州\n---\n\n简介。\n' }],
  ['a channel of another id', { 'channels.yaml': '- {id: other, name: 开发区新闻}\n' }],
  ['another base path', { 'site.yaml': 'name: 投促中国\nurl: https://www.example.com/sub/\n' }],
  ['a tagline', { 'site.yaml': 'name: 投促中国\nurl: https://www.example.com/\ntagline: 新的\n' }],
  ['a second file for one address', { 'news/2020/01/b/index.md': articleText('') }],
])('%s is read as if all were read anew', async (_, changes) => {
  const edited = await Edited.open();
  const content = edited.save(changes);
  expect(whole(content)).toEqual(whole(await readContent({ root: edited.root, baseUrl: undefined })));
  const back = Object.fromEntries(Object.keys(changes).map((name) => [name, files[name]]));
  for (const name of Object.keys(back)) {
    if (name === 'zones/sip.md')
      back[name] = '---\nname: 苏州工业园区\nregion: 苏州\n---\n\n园区在苏州城东。\n';
    if (name === 'channels.yaml')
      back[name] = '- {id: zone-news, name: 开发区新闻}\n- {id: policy, name: 投资政策}\n';
    if (name === 'site.yaml') back[name] = 'name: 投促中国\nurl: https://www.example.com/\n';
  }
  const mended = edited.save(back);
  expect(whole(mended)).toEqual(whole(await readContent({ root: edited.root, baseUrl: undefined })));
  expect(mended.problems.filter(({ level }) => level === 'error')).toEqual([]);
});

test('what is not told is not read again, what is unknown is', async () => {
  const edited = await Edited.open();
  fs.writeFileSync(path.join(edited.root, a), articleText('', '\n没有告诉。\n'));
  edited.save({ 'news/2020/01/b.md': articleText('', '\n告诉了。\n') });
  const titleOf = (name: string): string =>
    edited.live.content.articles.find(({ file }) => file === name)?.html ?? '';
  expect(titleOf('news/2020/01/b.md')).toContain('告诉了');
  edited.live.update(undefined);
  expect(titleOf(a)).toContain('没有告诉');
});

test('a broken registry leaves the site standing, its mistakes told', async () => {
  const edited = await Edited.open();
  const content = edited.save({ 'channels.yaml': '- {id: zone-news\n' });
  expect(edited.live.brokenRegistries).toEqual(['channels.yaml']);
  expect(content.articles).toHaveLength(3);
  expect(content.channels.map(({ id }) => id)).toEqual(['zone-news', 'policy']);
  expect(content.problems.map(({ file }) => file)).toContain('channels.yaml');
  const mended = edited.save({ 'channels.yaml': '- {id: zone-news, name: 开发区新闻}\n' });
  expect(edited.live.brokenRegistries).toEqual([]);
  expect(mended.channels).toHaveLength(1);
  expect(mended.problems.filter(({ level }) => level === 'error')).toEqual([]);
});

test('one that was broken from the start is taken as it is, and as it is mended', async () => {
  const edited = await Edited.open(
    undefined,
    contentFolder({ ...files, 'channels.yaml': '- {id: zone-news\n' }),
  );
  expect(edited.live.content.articles).toEqual([]);
  expect(edited.live.brokenRegistries).toEqual([]);
  const half = '- {id: zone-news, name: 开发区新闻}\n- {id: policy}\n';
  expect(edited.save({ 'channels.yaml': half }).articles).toHaveLength(3);
});

test('since a year: older articles are not read, but known to be there', async () => {
  const { live } = await Edited.open(2020);
  expect(live.content.articles.map(({ file }) => file)).toEqual([a, 'news/2020/01/b.md']);
  expect(live.content.articleFiles).toBe(3);
  expect(live.content.unread).toEqual([{ address: '/news/2019/12/old/', title: undefined }]);
});
