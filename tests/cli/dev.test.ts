import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { startNews } from './run-news.ts';
import { SmallProject } from './small-project.ts';
import { startPreview } from './start-preview.ts';

/** A preview that ends with its test. */
async function preview(project: SmallProject, words: readonly string[] = []) {
  const { origin, child, said } = await startPreview(project.folder, words);
  onTestFinished(() => void child.kill('SIGKILL'));
  return { url: origin, child, said };
}

const pageAt = async (url: string): Promise<string> => (await fetch(url)).text();

/** A page as someone sees it: its text, and a promise of the moment at which it is told to load itself again. */
async function seen(origin: string, address: string) {
  const html = await pageAt(origin + address);
  const [, at = '', version = ''] = /data-at="([^"]*)" data-version="([^"]*)"/.exec(html) ?? [];
  const query = new URLSearchParams({ at, version });
  const reader = (await fetch(`${origin}/__preview/events?${query}`)).body?.getReader();
  const next = async (): Promise<string> => new TextDecoder().decode((await reader?.read())?.value);
  expect(await next()).toContain('open');
  onTestFinished(() => reader?.cancel());
  return { html, changed: next() };
}

test('dev shows the site, drafts and scheduled articles too, as such', async () => {
  const { url } = await preview(new SmallProject());
  expect(await pageAt(`${url}/`)).toContain('样例网');
  const draft = await pageAt(`${url}/news/2024/12/draft-one/`);
  expect(draft).toContain('草稿的正文');
  expect(draft).toMatch(/preview-note.*草稿/);
  expect(await pageAt(`${url}/news/2025/02/scheduled-one/`)).toMatch(/此稿将于 2025-02-\d\d \d\d:\d\d 发布/);
  expect(await pageAt(`${url}/news/2024/11/expired/`)).toMatch(/此稿已于 .* 过期/);
  expect(await pageAt(`${url}/news/2024/11/withdrawn/`)).toMatch(/此稿已于 .* 撤稿/);
  expect((await fetch(`${url}/nowhere/`)).status).toBe(404);
  expect((await fetch(`${url}/news/2024/10/plain-01`, { redirect: 'manual' })).headers.get('location')).toBe(
    '/news/2024/10/plain-01/',
  );
});

test('dev shows every page as a build draws it', async () => {
  const project = new SmallProject();
  await project.build(['--drafts', '--no-search']);
  const { url } = await preview(project);
  const added =
    /<link rel="stylesheet" href="\/__preview[^>]*>|<script src="\/__preview.*?<\/script>|<aside class="preview-note".*?<\/aside>|<nav class="preview-bar".*?<\/nav>/gs;
  const pages = Object.keys(project.site()).filter((name) => /\.(?:html|xml|json)$/.test(name));
  expect(pages.length).toBeGreaterThan(80);
  const different: string[] = [];
  for (const name of pages) {
    const shown = (await pageAt(`${url}/${name.replace(/index\.html$/, '')}`)).replaceAll(added, '');
    if (shown !== project.read(`_site/${name}`)) different.push(name);
  }
  expect(different).toEqual([]);
});

test('dev writes nothing but its cache', async () => {
  const project = new SmallProject();
  const before = Object.keys(project.site('.'));
  const { url } = await preview(project);
  await pageAt(`${url}/`);
  const news = Object.keys(project.site('.')).filter((name) => !before.includes(name));
  expect(news.filter((name) => !/^\.cache(?:$|\/preview(?:$|\/articles\.json$))/.test(name))).toEqual([]);
});

test('dev serves styles, scripts and pictures, but no source', async () => {
  const { url } = await preview(new SmallProject());
  const page = await pageAt(`${url}/news/2024/11/every-key/`);
  for (const [, address] of page.matchAll(
    /(?:src|href)="(\/(?:assets|news|__preview)\/[^"]+\.(?:css|js|png))"/g,
  ))
    expect((await fetch(url + address)).status).toBe(200);
  for (const address of [
    '/site.yaml',
    '/news/2024/10/plain-01.md',
    '/redirects.csv',
    '/../package.json',
    '/%2e%2e/package.json',
    '/%00',
    '/__preview/nothing',
  ])
    expect((await fetch(url + address)).status).toBe(404);
});

test('dev gives out nothing through links, and nothing to other hosts', async () => {
  const project = new SmallProject();
  project.write({ 'elsewhere/secret.txt': '秘密', 'content/news/2024/10/note.txt': '附件' });
  fs.symlinkSync(project.path('elsewhere'), project.path('content/news/2024/10/link'));
  fs.symlinkSync(project.path('elsewhere/secret.txt'), project.path('content/news/2024/10/secret.txt'));
  const { url } = await preview(project);
  expect(await pageAt(`${url}/news/2024/10/note.txt`)).toBe('附件');
  expect((await fetch(`${url}/news/2024/10/link/secret.txt`)).status).toBe(404);
  expect((await fetch(`${url}/news/2024/10/secret.txt`)).status).toBe(404);
  const status = await new Promise((resolve) => {
    http.get(`${url}/`, { headers: { host: 'evil.example' } }, ({ statusCode }) => resolve(statusCode));
  });
  expect(status).toBe(403);
});

test('dev tells pages that have changed to load themselves again, and no others', async () => {
  const project = new SmallProject();
  const { url } = await preview(project);
  const edited = await seen(url, '/news/2024/10/plain-05/');
  const untouched = await seen(url, '/news/2024/10/plain-01/');
  let isTold = false;
  void untouched.changed.then(() => {
    isTold = true;
  });
  project.edit('content/news/2024/10/plain-05.md', (text) => text.replace('最后一段', '刚改的一段'));
  expect(await edited.changed).toContain('data: reload');
  expect(await pageAt(`${url}/news/2024/10/plain-05/`)).toContain('刚改的一段');
  expect(isTold).toBe(false);
  const late = await fetch(`${url}/__preview/events?at=/news/2024/10/plain-05/&version=old`);
  const reader = late.body?.getReader();
  let said = '';
  while (!said.includes('data: reload')) said += new TextDecoder().decode((await reader?.read())?.value);
  await reader?.cancel();
});

test('dev shows mistakes on the page, on that of a file that cannot be read too, until they are mended', async () => {
  const project = new SmallProject();
  const file = 'content/news/2024/10/plain-05.md';
  const good = project.read(file);
  project.edit(file, (text) => `${text}\n[坏链接](/nowhere/)\n`);
  const { url, said } = await preview(project);
  const address = '/news/2024/10/plain-05/';
  expect(said()).toContain('link-missing');
  const wrong = await seen(url, address);
  expect(wrong.html).toMatch(/role="alert".*plain-05\.md:\d+:\d+/s);
  project.write({ [file]: good.replace('title:', 'title') });
  await wrong.changed;
  const broken = await seen(url, address);
  expect(broken.html).toContain('读不出来');
  expect(broken.html).toContain('plain-05.md:2:1');
  project.write({ [file]: good });
  await broken.changed;
  expect(await pageAt(url + address)).not.toContain('preview-mistakes');
});

test('a broken registry is told on every page, which stands as it was, until it is mended', async () => {
  const project = new SmallProject();
  const { url } = await preview(project);
  const good = project.read('content/channels.yaml');
  const page = await seen(url, '/news/2024/10/plain-05/');
  project.write({ 'content/channels.yaml': `${good}- {id: x\n` });
  await page.changed;
  const told = await seen(url, '/news/2024/10/plain-05/');
  expect(told.html).toMatch(/channels\.yaml 有错误.*channels\.yaml:\d+/s);
  expect(told.html).toContain('<h1>');
  expect(await pageAt(`${url}/zones/`)).toContain('channels.yaml 有错误');
  project.write({ 'content/channels.yaml': good });
  await told.changed;
  expect(await pageAt(`${url}/news/2024/10/plain-05/`)).not.toContain('channels.yaml');
});

test('an article is proofread at ?proof, and the desk is a page', async () => {
  const { url } = await preview(new SmallProject());
  const proof = await pageAt(`${url}/news/2024/11/every-key/?proof`);
  expect(proof).toMatch(/一校：.*人名.*日期、时间.*引语.*谷歌标题/s);
  expect(await pageAt(`${url}/news/2024/11/hostile/?proof`)).not.toContain('<script>');
  const desk = await pageAt(`${url}/__preview/desk`);
  for (const file of ['draft-one', 'scheduled-one', 'expired', 'withdrawn'])
    expect(desk).toContain(`${file}.md`);
});

test('--since reads the years asked for, and says how many articles it left out', async () => {
  const project = new SmallProject();
  const { url, said } = await preview(project, ['--since', '2024']);
  const all = Object.keys(project.site('content')).filter((name) => /^news\/\d{4}\/.*\.md$/.test(name));
  const old = all.filter((name) => name < 'news/2024');
  expect(said()).toContain(`2024 年以来的 ${all.length - old.length} 篇稿件（更早的 ${old.length} 篇没有读`);
  expect(await pageAt(`${url}/news/2023/05/tie-a/`)).toContain('2024 年以来');
  expect(await pageAt(`${url}/news/2024/10/plain-01/`)).toContain('<h1>');
});

test('dev ends with 130 at Ctrl-C', async () => {
  const { child } = await preview(new SmallProject());
  const code = new Promise((resolve) => child.on('close', resolve));
  child.kill('SIGINT');
  expect(await code).toBe(130);
});

test('dev on a port that is taken ends with 3', async () => {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const { folder } = new SmallProject();
  const child = startNews(['dev', '--port', String(port)], { cwd: folder });
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(3);
});
