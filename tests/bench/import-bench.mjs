// What it costs to import an old site: a mirror of invented pages of about 20 KB, half of them in GBK, then the same
// once more, then the same as a WARC. Usage: node tests/bench/import-bench.mjs PAGES [--work DIR]
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { makeArticle } from './corpus.mjs';
import { contentFolder } from './corpus-files.mjs';
import { lacking, measure } from './measure.mjs';
import { count, seconds, table } from './table.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { work: { type: 'string', default: os.tmpdir() } },
});
const pages = Number(positionals[0]);
if (!Number.isInteger(pages) || pages < 1 || lacking !== undefined) {
  console.error(lacking ?? 'node tests/bench/import-bench.mjs PAGES [--work DIR]');
  process.exit(2);
}
const work = fs.mkdtempSync(path.join(values.work, 'bench-import-'));
try {
  const { warc, bytes } = writeSite();
  for (const name of ['mirror', 'crawl']) {
    fs.mkdirSync(path.join(work, name));
    contentFolder.writeRest(path.join(work, name));
  }
  const rows = [
    importing('folder', 'mirror', '../www.old.example'),
    importing('the same again', 'mirror', '../www.old.example'),
    importing('WARC, packed', 'crawl', warc),
  ];
  console.log(`${count(pages)} pages, ${count(bytes / 1024 / 1024)} MB\n`);
  console.log(table(['', 'written', 's', 'CPU s', 'MB'], rows));
} finally {
  fs.rmSync(work, { recursive: true, force: true });
}

/** @type {(name: string, folder: string, input: string) => string[]} */
function importing(name, folder, input) {
  const news = path.join(root, 'src/cli/news.mjs');
  const { wall, cpu, memory, stdout } = measure(path.join(work, folder), process.execPath, [
    news,
    'import',
    input,
    '--format',
    'json',
  ]);
  return [name, count(JSON.parse(stdout).counts.articles), seconds(wall), seconds(cpu), count(memory)];
}

function writeSite() {
  const encode = gbkEncoder();
  const folder = path.join(work, 'www.old.example/html');
  fs.mkdirSync(folder, { recursive: true });
  const warc = path.join(work, 'crawl.warc.gz');
  const links = Array.from(
    { length: 150 },
    (_, i) => `<li><a href="/html/${i + 1}.html" class="side">${makeArticle(i + 1, 1).title}</a></li>`,
  );
  let bytes = 0;
  for (let index = 1; index <= pages; index++) {
    const text = pageOf(makeArticle(index, 1), index, links);
    const page = index % 2 === 0 ? Buffer.from(text) : encode(text);
    bytes += page.length;
    fs.writeFileSync(path.join(folder, `${index}.html`), page);
    fs.appendFileSync(warc, gzipSync(record(`http://www.old.example/html/${index}.html`, page)));
  }
  return { warc, bytes };
}

/** @type {(article: import('./corpus.mjs').Article, index: number, links: readonly string[]) => string} */
function pageOf({ title, date, source, channel, zone, paragraphs }, index, links) {
  return `<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>${title}_${channel}_老网站</title>
<meta name="keywords" content="开发区,投资"><script src="/js/jquery.js"></script></head><body>
<div class="top"><ul>${links.slice(0, 50).join('\n')}</ul></div>
<div class="place">当前位置：<a href="/">首页</a> > <a href="/list/">${channel}</a> > 正文</div>
<div class="viewbox"><div class="title"><h1>${title}</h1></div>
<div class="info">发布时间：${date} 来源：${source} 发布开发区：${zone} 【字体：<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>】</div>
<div class="content">${paragraphs.map((text) => `<p style="text-indent:2em"><font size="3">　　${text}</font></p>`).join('\n')}
<p>又见<a href="/html/${(index % pages) + 1}.html">另一条消息</a>。</p><p>责任编辑：某某</p></div>
<div class="context">上一篇：<a href="/html/1.html">一</a></div></div>
<div class="right"><ul>${links.join('\n')}</ul></div>
<div class="footer">版权所有 老网站</div></body></html>`;
}

/** @type {(url: string, page: Buffer) => Buffer} */
function record(url, page) {
  const http = Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n'), page]);
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2020-01-01T00:00:00Z\r\nContent-Type: application/http\r\nContent-Length: ${http.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), http, Buffer.from('\r\n\r\n')]);
}

/** Node only decodes GBK: its decoder, turned round. */
function gbkEncoder() {
  const decoder = new TextDecoder('gbk');
  /** @type {Map<string, number[]>} */
  const bytesOf = new Map();
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(new Uint8Array([lead, trail]));
      if (character.length === 1 && character !== '\ufffd') bytesOf.set(character, [lead, trail]);
    }
  /** @type {(text: string) => Buffer} */
  return (text) => Buffer.from([...text].flatMap((each) => bytesOf.get(each) ?? each.charCodeAt(0)));
}
