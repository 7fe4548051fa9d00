import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { readContent } from '../../src/content/read-content.ts';
import { readFiles, temporaryFolder } from '../temporary-folder.ts';
import { chunked, makeWarc, type Stored, warcResponse } from './make-warc.ts';
import { oldPages, writeOldSite } from './old-site.ts';
import { makeContent, outcomesOf, runImport } from './run-import.ts';

// Whole imports, of which a loaded machine makes seconds.
vi.setConfig({ testTimeout: 30_000 });

const machine = 'news/2012/04/kun-shan-yang-li-kai-fa-qu-shou-tai-ma-zui-ji-xia-xian-jie-kou-gai-le-san-ci';
const errorsIn = async (root: string): Promise<string[]> =>
  (await readContent({ root, baseUrl: undefined })).problems
    .filter(({ level }) => level === 'error')
    .map(({ code, file }) => `${code} ${file}`);

/** A page as small systems make it. */
const article = (title: string, body: string, more = ''): Buffer =>
  Buffer.from(
    `<html><head><meta charset=utf-8><title>${title}</title>${more}</head><body><div class=place>位置：首页 > 开发区新闻</div><h1>${title}</h1><p>发布时间：2015-03-04 来源：昆山样报</p><div class=content><p>${body}</p></div></body></html>`,
  );
const url = (name: string): string => `http://www.laotoucu.cn${name}`;
const warcOf = (folder: string, stored: readonly Stored[], isPacked = true): string => {
  const file = path.join(folder, isPacked ? 'crawl.warc.gz' : 'crawl.warc');
  fs.writeFileSync(file, makeWarc(stored.map(warcResponse), isPacked));
  return file;
};

describe('a mirror of an old site', () => {
  test('every page becomes what it is, in its encoding', async () => {
    const folder = temporaryFolder();
    const root = makeContent(folder);
    writeOldSite(folder);
    const report = await runImport(root, [path.join(folder, 'www.laotoucu.cn')]);
    expect(outcomesOf(report)).toEqual({
      '/html/404.html': 'error-page',
      '/html/88.html': 'article',
      '/html/9.htm': 'refused channel',
      '/html/damaged.html': 'draft character',
      '/html/jump.html': 'redirect',
      '/index.html': 'home',
      '/kfqxw/index.html': 'list',
      '/main.html': 'frames',
      '/plus/search.php?q=x': 'search',
      '/plus/view.php?aid=524': 'article',
      '/plus/view.php?aid=524&pageno=2': 'part',
      '/plus/view.php?aid=525': 'draft source',
      '/tzzc/hubei/t20170608_2964829.html': 'article',
      '/zwgk/art/2026/1/23/art_12_345.html': 'draft source',
    });
    expect([report.pictures, report.attachments]).toEqual([3, 1]);
    expect([...report.unknownColumns]).toEqual([['/html/', 1]]);
    expect([...report.deadLinks.keys()]).toEqual([
      '/plus/view.php?aid=525',
      '/tzzc/hubei/t20170609_2964830.html',
    ]);
    expect(report.problems.map(({ code, line, column }) => `${code} ${line}:${column}`)).toEqual([
      'old-character-lost 3:51',
      'old-character-private 3:35',
    ]);
    expect(fs.readFileSync(path.join(root, machine, 'index.md'), 'utf8')).toBe(`---
title: 昆山样例开发区首台麻醉机下线 接口改了三次
date: 2012-04-13 09:26
source: 昆山样报
channel: 开发区新闻
region: 苏州
author: 陆晚舟
editor: 周小禾
keywords: [麻醉机, 昆山, 医疗器械]
aliases: [/plus/view.php?aid=524, /plus/view.php?aid=524&pageno=2]
---

4月12日，昆山样例开发区一家医疗器械厂的首台麻醉机下线。为了配合县级医院的氧气接口，图纸前后改了三次。

“接口差2毫米，机器就是一堆铁。”装配班长**何望舒**说。更多报道见上月的开工消息，也可以看[开发区新闻](/zone-news/)。

![装配线上的首台麻醉机。陆晚舟 摄](1-0926.png "装配线上的首台麻醉机。陆晚舟 摄")

下面是三次改动：

| 次数 | 日期 | 改动 |
| --- | --- | --- |
| 1 | 2月3日 | 螺纹由M16改为M18\\|加垫片 |
| 2 | 3月9日 | 接头长度+2mm |

面积共1200m²，二期已动工。

机器运到县医院的那天，护士长把说明书抄在了墙上：先查接口，再开阀门。

这家工厂计划年内再下线四十台，其中一半留给西部的县级医院使用。
`);
    const draft = readFiles(root)['news/2026/01/yuan-qu-li-de-ye-xiao/index.md'];
    expect(draft).toContain('source: 待补\n');
    expect(draft).toContain('medium: picture\n');
    expect(draft).toContain('draft: true\n');
    expect(readFiles(root)['redirects.csv']).toMatch(
      /\n\/html\/jump\.html,\/news\/2012\/04\/[\w-]+\/\n\/kfqxw\/index\.html,\/zone-news\/\n$/,
    );
    expect(await errorsIn(root)).toEqual([]);
  });

  test('a second run writes nothing, a dry run neither', async () => {
    const folder = temporaryFolder();
    const root = makeContent(folder);
    writeOldSite(folder);
    const before = readFiles(root);
    const dry = await runImport(root, [path.join(folder, 'www.laotoucu.cn')], { isDry: true });
    expect(readFiles(root)).toEqual(before);
    const first = await runImport(root, [path.join(folder, 'www.laotoucu.cn')]);
    expect(dry.pages).toEqual(first.pages);
    const after = readFiles(root);
    // An editor has moved a text about and broken another: both are still known.
    fs.appendFileSync(path.join(root, machine, 'index.md'), '\n改过。\n');
    const broken = path.join(root, 'news/2012/03/kun-shan-yang-li-kai-fa-qu-er-qi-kai-gong.md');
    fs.writeFileSync(broken, fs.readFileSync(broken, 'utf8').replace('channel: 开发区新闻', 'channel: 没有'));
    const second = await runImport(root, [path.join(folder, 'www.laotoucu.cn')]);
    expect(Object.keys(readFiles(root))).toEqual(Object.keys(after));
    expect(readFiles(root)['redirects.csv']).toBe(after['redirects.csv']);
    expect(second.redirects).toEqual([]);
    expect(outcomesOf(second)['/plus/view.php?aid=524']).toBe('imported');
    expect(outcomesOf(second)['/plus/view.php?aid=525']).toBe('imported');
  });

  test('rules say where things are and what they are called', async () => {
    const folder = temporaryFolder();
    const root = makeContent(folder);
    fs.mkdirSync(path.join(folder, 'loose'));
    fs.writeFileSync(
      path.join(folder, 'loose/a.html'),
      `<html><body><h1>站名</h1><div class=t>真的标题</div><div class=m>日子 2014年5月6日 单位：本站</div>
       <div class=b>正文在这里,写得很短.<span class=x>不要这句</span></div><div class=content>这里是别的东西，长得多，还有很多句子，一句接一句。</div></body></html>`,
    );
    fs.writeFileSync(path.join(folder, 'loose/b.html'), article('不要的', '不要。'));
    const rules = `
base: http://www.laotoucu.cn/old/
title: .t
date: .m
source: 单位：
body: .b
remove: [.x]
ignore: [/old/b*]
channels:
  /old/: 投资政策
sources:
  本站: 昆山样报
defaults: {zone: 昆山样例开发区}
fullWidth: true
`;
    const report = await runImport(root, [path.join(folder, 'loose')], { rules });
    expect(report.ruled).toEqual([]);
    expect(report.pages.map(({ outcome }) => outcome)).toEqual(['article', 'ignored']);
    expect(readFiles(root)['news/2014/05/zhen-de-biao-ti.md']).toBe(`---
title: 真的标题
date: 2014-05-06
source: 昆山样报
channel: 投资政策
zone: 昆山样例开发区
aliases: [/old/a.html]
---

正文在这里，写得很短.
`);
  });

  test('mistakes in rules are named at their places', async () => {
    const root = makeContent(temporaryFolder());
    const rules =
      'titel: h1\nbody: "div["\nchannels:\n  /a/: 没有的栏目\ndefaults: {zone: 火星}\nencoding: latin1\n';
    const { ruled } = await runImport(root, [], { rules });
    expect(ruled.map(({ code, line, column }) => `${code} ${line}:${column}`).sort()).toEqual([
      'channel-unknown 4:8',
      'key-unknown 1:1',
      'rule-selector 2:7',
      'value-choice 6:11',
      'zone-unknown 5:18',
    ]);
  });
});

describe('a WARC', () => {
  const stored = Object.entries(oldPages).map(([name, body]): Stored => {
    const type = /\.(?:jpg|png)$/.test(name)
      ? 'image/png'
      : /\.doc$/.test(name)
        ? 'application/msword'
        : 'text/html; charset=ISO-8859-1';
    return { url: url(name), body, type };
  });

  test.each([false, true])('gives the same as the folder, packed: %s', async (isPacked) => {
    const folder = temporaryFolder();
    const fromFolder = makeContent(path.join(folder, 'a'));
    writeOldSite(folder);
    await runImport(fromFolder, [path.join(folder, 'www.laotoucu.cn')]);
    const root = makeContent(path.join(folder, 'b'));
    await runImport(root, [warcOf(folder, stored, isPacked)]);
    expect(readFiles(root)).toEqual(readFiles(fromFolder));
  });

  test('answers in chunks and packed, redirects, other hosts, the newest copy', async () => {
    const folder = temporaryFolder();
    const root = makeContent(folder);
    const page = article('分段送来', '第一次的文字，写得不多。');
    const file = warcOf(folder, [
      {
        url: url('/a.html'),
        body: gzipSync(article('改过的标题', '后来的文字，改了几个字。')),
        headers: 'Content-Encoding: gzip\r\n',
        date: '2020-01-01T00:00:00Z',
      },
      {
        url: url('/a.html'),
        body: article('改前的标题', '早先的文字，还没有改。'),
        date: '2019-01-01T00:00:00Z',
      },
      {
        url: url('/b.html'),
        body: chunked(gzipSync(page)),
        headers: 'Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n',
      },
      { url: url('/c.html'), body: Buffer.from(''), status: '301 Moved', headers: 'Location: /b.html\r\n' },
      { url: url('/static/b.html'), body: page },
      {
        url: 'http://elsewhere.example.com/x.html',
        body: article('别处的文章', '别的网站的文字，不该进来。'),
      },
      {
        url: url('/bomb.html'),
        body: gzipSync(Buffer.alloc(42 * 1024 * 1024)),
        headers: 'Content-Encoding: gzip\r\n',
      },
    ]);
    const report = await runImport(root, [file]);
    expect(outcomesOf(report)).toEqual({
      '/a.html': 'older-copy',
      '/b.html': 'article',
      '/static/b.html': 'copy',
      [`${file}#http://elsewhere.example.com/x.html`]: 'other-site',
      '/bomb.html': 'unreadable',
    });
    const files = readFiles(root);
    expect(files['news/2015/03/gai-guo-de-biao-ti.md']).toContain('后来的文字');
    expect(files['news/2015/03/fen-duan-song-lai.md']).toContain('aliases: [/b.html, /static/b.html]');
    expect(report.redirects).toEqual([{ from: '/c.html', to: '/news/2015/03/fen-duan-song-lai/' }]);
  });

  test('one that is cut off is read as far as it goes', async () => {
    const folder = temporaryFolder();
    for (const isPacked of [false, true]) {
      const root = makeContent(path.join(folder, String(isPacked)));
      const file = warcOf(
        folder,
        [
          { url: url('/a.html'), body: article('第一页', '第一页的文字，在前面。') },
          { url: url('/b.html'), body: article('第二页', `第二页的文字，${'很长。'.repeat(2000)}`) },
        ],
        isPacked,
      );
      fs.truncateSync(file, fs.statSync(file).size - 100);
      const report = await runImport(root, [file]);
      expect(outcomesOf(report)).toEqual({ '/a.html': 'article', [file]: 'cut-off' });
    }
  });

  test('one that is none', async () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'x.warc');
    fs.writeFileSync(file, 'no\nwarc\n'.repeat(10));
    expect(outcomesOf(await runImport(makeContent(folder), [file]))).toEqual({ [file]: 'no-warc' });
  });
});

describe('hostile input', () => {
  test('nothing leaves the content folder, nothing runs, no page stops the others', async () => {
    const folder = temporaryFolder();
    const root = makeContent(folder);
    const file = warcOf(folder, [
      { url: url('/../../../etc/a.html'), body: article('往外走', '想往外走的文字，走不出去。') },
      { url: url('/b%00%0a.html'), body: article('坏地址', '地址里有控制字符，文字没有问题。') },
      { url: url('/assets/c.html'), body: article('占用的地址', '这个地址是网站自己要用的。') },
      {
        url: url('/d.html'),
        body: article(
          '---\n"坏": {{ title }}',
          '<img src="../../../../etc/passwd"><img src="file:///etc/passwd"><a href="javascript:alert(1)">点</a><a href="java&#10;script:x">击</a><a href="../../secret.doc">件</a>这里是正文，一句话。<svg onload=x></svg><iframe src=//evil></iframe>{{ 7*7 }}{% x %}&lt;script&gt;',
        ),
      },
      { url: url('/e.html'), body: Buffer.from(`<html>${'<div>'.repeat(2000)}深`) },
      { url: url('/f.html'), body: Buffer.from(`<html>${'<b class=x>'.repeat(600)}`) },
    ]);
    fs.writeFileSync(path.join(folder, 'secret.doc'), 'secret');
    const before = new Set(Object.keys(readFiles(folder)));
    const report = await runImport(root, [file]);
    expect(report.pages.map(({ outcome }) => outcome)).toEqual([
      'article',
      'article',
      'article',
      'article',
      'too-complex',
      'too-complex',
    ]);
    const files = readFiles(folder);
    const fresh = Object.keys(files).filter((name) => !before.has(name));
    expect(fresh.every((name) => /^content\/news\/2015\/03\/[a-z0-9-]+\.md$/.test(name))).toBe(true);
    const hostile = fresh.map((name) => files[name] ?? '').find((text) => text.includes('坏": ')) ?? '';
    expect(hostile).toContain('点击件这里是正文，一句话。{{ 7\\*7 }}{% x %}\\<script>');
    expect(await errorsIn(root)).toEqual([]);
    const again = await runImport(root, [file]);
    expect(new Set(again.pages.map(({ outcome }) => outcome))).toEqual(new Set(['imported', 'too-complex']));
  });

  test('what would not pass the checks is not written, and the checks are named', async () => {
    const folder = temporaryFolder();
    const root = makeContent(folder);
    const page = article('到处都有', '同一篇文字，存了几百个地址。');
    const long = 'x'.repeat(200);
    const copies = Array.from(
      { length: 320 },
      (_, i): Stored => ({ url: url(`/${long}/${i}.html`), body: page }),
    );
    const { pages } = await runImport(root, [warcOf(folder, copies)]);
    expect(pages.filter(({ outcome }) => outcome === 'refused')).toMatchObject([
      { lacks: ['check'], codes: ['front-matter-large'], file: undefined },
    ]);
    expect(await errorsIn(root)).toEqual([]);
    expect(fs.readdirSync(root)).not.toContain('news');
  });

  test('old addresses that look like ours are kept where they are no list of ours', async () => {
    const folder = temporaryFolder();
    const root = makeContent(folder);
    const names = [
      '/news/2015/03/',
      '/news/2015/03/a.html',
      '/news/2015/b/',
      '/policy/wuhan/',
      '/policy/1.html',
    ];
    await runImport(root, [
      warcOf(
        folder,
        names.map((name, i) => ({ url: url(name), body: article(`标题${i}`, `第${i}篇的文字，各不相同。`) })),
      ),
    ]);
    const aliases = Object.values(readFiles(root)).flatMap(
      (text) => /^aliases: \[(.*)\]$/m.exec(text)?.[1] ?? [],
    );
    expect(aliases.filter((alias) => names.includes(alias)).sort()).toEqual([
      '/news/2015/03/a.html',
      '/news/2015/b/',
      '/policy/1.html',
    ]);
    expect(await errorsIn(root)).toEqual([]);
  });

  test('links and special files in a folder are not followed', async () => {
    const folder = temporaryFolder();
    const root = makeContent(folder);
    fs.mkdirSync(path.join(folder, 'old'));
    fs.writeFileSync(path.join(folder, 'outside.html'), article('外面', '外面的文字，不该进来。'));
    fs.symlinkSync('../outside.html', path.join(folder, 'old/in.html'));
    fs.symlinkSync('..', path.join(folder, 'old/up'));
    const report = await runImport(root, [path.join(folder, 'old')]);
    expect(report.pages.map(({ outcome }) => outcome)).toEqual(['link', 'link']);
  });

  test('whatever a page holds, what is written passes the checks', async () => {
    const piece = fc.oneof(
      fc.string({ unit: fc.nat(0x10ffff).map((code) => String.fromCodePoint(code)), maxLength: 12 }),
      fc.string({ maxLength: 12 }),
      fc.constantFrom(
        '<p>',
        '</div>',
        '<table><tr><td>',
        '<td rowspan=99999 colspan=99999>',
        '<a href="',
        '">',
        '<img src=x.png alt="',
        '&#xD800;',
        '&#0;',
        '<b>',
        '\ufffd',
        '<<<<<<< ',
        '来源：',
        '<ul><li>',
        '<pre>```',
        '---\n',
        '[x]: y',
        '中文，句子。',
      ),
    );
    const folder = temporaryFolder();
    const root = makeContent(folder);
    fs.mkdirSync(path.join(folder, 'old'));
    const pages = fc.sample(fc.array(piece, { maxLength: 20 }), 60);
    for (const [i, pieces] of pages.entries())
      fs.writeFileSync(
        path.join(folder, `old/${i}.html`),
        article(`标题${pieces.slice(0, 3).join('')}`, pieces.join('')),
      );
    const outside = Object.keys(readFiles(folder));
    const report = await runImport(root, [path.join(folder, 'old')], {
      rules: 'base: http://www.laotoucu.cn/',
    });
    expect(report.pages).toHaveLength(pages.length);
    expect(await errorsIn(root)).toEqual([]);
    const fresh = Object.keys(readFiles(folder)).filter((name) => !outside.includes(name));
    expect(fresh.length).toBeGreaterThan(20);
    expect(fresh.filter((name) => !name.startsWith('content/news/2015/03/'))).toEqual([]);
  });
});
