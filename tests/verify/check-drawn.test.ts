import { expect, test } from 'vitest';
import { checkDrawn, DrawnFault } from '../../src/verify/check-drawn.ts';
import { temporaryFolder, writeFiles } from '../temporary-folder.ts';

const page = (body: string): string =>
  `<!doctype html>\n<html lang="zh-CN"><head><title>题</title></head><body><main id="main"><h1>题</h1>${body}</main></body></html>\n`;

function check(files: Readonly<Record<string, string>>): void {
  const staging = temporaryFolder();
  writeFiles(staging, files);
  const all = [...Object.keys(files), 'kept/index.html', 'kept/a.png'];
  checkDrawn({ staging, drawn: Object.keys(files), all, url: 'https://host.example/' });
}

test('sound pages, with links to those that stay, pass', () => {
  const body = '<p><a href="/kept/">甲</a><a href="/kept/#anywhere">乙</a><a href="#main">丙</a></p>';
  expect(() => check({ 'a/index.html': page(body), 'b.png': 'not looked at' })).not.toThrow();
});

test.each([
  ['a dead link', { 'a/index.html': page('<a href="/none/">甲</a>') }, 'a/index.html：/none/ 打不开'],
  ['a lost picture', { 'a/index.html': page('<img src="/kept/b.png" alt="">') }, '/kept/b.png 打不开'],
  ['an anchor of its own', { 'a/index.html': page('<a href="#none">甲</a>') }, '#none 打不开'],
  ['an id twice', { 'a/index.html': page('<p id="main">甲</p>') }, '两个 id 都是“main”'],
  ['a page that ends in the middle', { 'a/index.html': page('').slice(0, 90) }, '不完整'],
  ['a feed with a stray &', { 'feed.xml': '<?xml version="1.0" encoding="utf-8"?>\n<a>A & B</a>' }, '&amp;'],
])('%s stops the build', (_, files, why) => {
  expect(() => check(files)).toThrow(DrawnFault);
  expect(() => check(files)).toThrow(why);
});
