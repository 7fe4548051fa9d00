import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type NginxSite, renderNginxHttp, renderNginxServer } from '../../src/pages/nginx-files.ts';
import { pagePolicy, securityHeaders } from '../../src/pages/security-policy.ts';
import { makeFolder, writeFiles } from '../temporary-folder.ts';
import { findNginx } from './find-nginx.mjs';
import { runNews } from './run-news.ts';
import { type NginxServer, serveNginx } from './serve-nginx.ts';

const folder = makeFolder();
const site = path.join(folder, 'site of tests');
const build = (...more: string[]) =>
  runNews([
    'build',
    ...['--content', path.join(folder, 'content'), '--output', site, '--cache', path.join(folder, '.cache')],
    ...['--now', '2024-12-31T12:00:00+08:00', '--base-url', 'https://host.example/sub/', '--no-search'],
    ...more,
  ]);
const manyAliases = Array.from({ length: 5000 }, (_, at) => `/show/list.asp?id=${at},/zones/`);
// Without it, tests/run.mjs says so; where every change is tested it must be there.
const hasNginx = findNginx() !== undefined || process.env.CI !== undefined;
let nginx: NginxServer | undefined;
const ask: NginxServer['ask'] = (...asked) => nginx?.ask(...asked) ?? Promise.reject(new Error('no nginx'));

/** What another site tells the same nginx. */
function otherSite(): string {
  const facts = { url: 'https://other.example/', basePath: '/', moved: [], gone: [], forever: '' };
  const other: NginxSite = { ...facts, isLiving: () => false, headers: securityHeaders(false) };
  writeFiles(folder, {
    'other/_nginx/http.conf': renderNginxHttp(other),
    'other/_nginx/server.conf': renderNginxServer(other),
  });
  return path.join(folder, 'other');
}

beforeAll(async () => {
  fs.cpSync('tests/site/fixture/content', path.join(folder, 'content'), { recursive: true });
  fs.appendFileSync(
    path.join(folder, 'content/redirects.csv'),
    [
      '/Upper.html,/zones/',
      '/upper.html,/topics/',
      '/旧站/首页.htm,/regions/',
      '/show.asp?id=7&cat=a.b,gone',
      '/Zones/,/topics/',
      '/%D6%D0%CE%C4.html,/regions/',
      '/dead/show.asp,gone',
      '/dead/folder,gone',
      ...manyAliases,
      '',
    ].join('\n'),
  );
  const { code, stderr } = await build('--precompress', '--manifest', path.join(folder, 'manifest.json'));
  if (code !== 0) throw new Error(stderr);
  writeFiles(folder, { 'root/empty.txt': '' });
  fs.symlinkSync(site, path.join(folder, 'root/sub'));
  if (hasNginx) nginx = await serveNginx(folder, path.join(folder, 'root'), [site, otherSite()]);
});
afterAll(async () => {
  await nginx?.stop();
  fs.rmSync(folder, { recursive: true, force: true });
});

describe.skipIf(!hasNginx)('behind a real nginx', () => {
  test.each([
    ['/sub/html/2024/every.html', '/sub/news/2024/11/every-key/'],
    ['/sub/html/2024/every.html?from=wx', '/sub/news/2024/11/every-key/'],
    ['/sub/plus/view.php?aid=424&pageno=2', '/sub/news/2024/11/every-key/'],
    ['/sub/old/folder', '/sub/news/2024/11/every-key/'],
    ['/sub/old/chain-1/', '/sub/zones/kunshan-etdz/'],
    ['/sub/park/kunshan/', '/sub/zones/kunshan-etdz/'],
    ['/sub/old/list.php?tid=7', '/sub/policy/'],
    ['/sub/Upper.html', '/sub/zones/'],
    ['/sub/upper.html', '/sub/topics/'],
    ['/sub/%E6%97%A7%E7%AB%99/%E9%A6%96%E9%A1%B5.htm', '/sub/regions/'],
    ['/sub/show/list.asp?id=0', '/sub/zones/'],
    ['/sub/show/list.asp?id=4999', '/sub/zones/'],
    ['/sub/old/chain-1', '/sub/zones/kunshan-etdz/'],
    ['/sub/old/chain-1/index.html?a=b', '/sub/zones/kunshan-etdz/'],
    ['/sub/Zones/', '/sub/topics/'],
    ['/sub/%D6%D0%CE%C4.html', '/sub/regions/'],
    ['/sub/HTML/2024/Every.html', '/sub/news/2024/11/every-key/'],
    ['/sub/zones', '/sub/zones/'],
  ])('%s leads to %s, once', async (from, to) => {
    const { status, headers } = await ask(from);
    expect([status, headers.location]).toEqual([301, to]);
    expect((await ask(to)).status).toBe(200);
  });

  test.each([
    ['/sub/old/gone.html', 410, 'gone'],
    ['/sub/news/2024/11/withdrawn/', 410, '撤'],
    ['/sub/dead/show.asp', 410, '移除'],
    ['/sub/dead/folder', 410, '移除'],
    ['/sub/dead/folder/', 410, '移除'],
    ['/sub/show.asp?id=7&cat=a.b', 410, '找不到'],
    ['/sub/show.asp?id=7&cat=axb', 404, '找不到'],
    ['/sub/news/2024/11/no-such/', 404, '找不到'],
    ['/sub/plus/view.php?aid=425', 404, '找不到'],
    ['/sub/_nginx/http.conf', 404, '找不到'],
    ['/sub/_headers', 404, '找不到'],
    ['/sub/_redirects', 404, '找不到'],
    ['/sub/vercel.json', 404, '找不到'],
    ['/sub/.investchn', 404, '找不到'],
    ['/sub/404.html', 404, '找不到'],
  ])('%s answers %d with a page of the site', async (address, status, word) => {
    const answer = await ask(address);
    expect(answer.status).toBe(status);
    const text = answer.body.toString();
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(text).toContain('样例');
    if (word !== 'gone') expect(text).toContain(word);
    for (const [name, value] of securityHeaders(false))
      expect(answer.headers[name.toLowerCase()]).toBe(value);
  });

  test('every page has its headers, and is asked for anew; names with a hash are kept', async () => {
    const page = await ask('/sub/news/2024/11/every-key/');
    expect(page.status).toBe(200);
    for (const [name, value] of securityHeaders(false)) expect(page.headers[name.toLowerCase()]).toBe(value);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['cache-control']).toBe('no-cache');
    const again = await ask('/sub/news/2024/11/every-key/', {
      'if-none-match': String(page.headers.etag),
    });
    expect(again.status).toBe(304);
    const style = /href="([^"]+\.css)"/.exec(page.body.toString())?.[1] ?? '';
    expect((await ask(style)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await ask('/sub/feed.xml')).headers['cache-control']).toBe('no-cache');
    expect((await ask('/sub/assets/none.0123abcd.css')).headers['cache-control']).toBeUndefined();
  });

  test('sends the packed copy, byte for byte, to whoever can unpack it', async () => {
    for (const address of ['/sub/news/2024/11/every-key/index.html', '/sub/feed.json', '/sub/sitemap.xml']) {
      const file = path.join(site, address.slice('/sub/'.length));
      const packed = await ask(address, { 'accept-encoding': 'gzip' });
      const plain = await ask(address);
      expect(plain.headers['content-encoding']).toBeUndefined();
      expect(plain.body.equals(fs.readFileSync(file))).toBe(true);
      if (!fs.existsSync(`${file}.gz`)) continue;
      expect(packed.headers['content-encoding']).toBe('gzip');
      expect(packed.headers.vary).toContain('Accept-Encoding');
      expect(packed.body.equals(fs.readFileSync(`${file}.gz`))).toBe(true);
      expect(zlib.gunzipSync(packed.body).equals(plain.body)).toBe(true);
    }
    const { body } = await ask('/sub/news/2024/11/every-key/', { 'accept-encoding': 'gzip' });
    expect(body.length).toBeLessThan(20_000);
  });
});

test('pages carry the policy themselves, before anything that it speaks of', () => {
  for (const name of ['index.html', 'old/chain-1/index.html', '404.html']) {
    const html = fs.readFileSync(path.join(site, name), 'utf8');
    const meta = /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(html);
    expect(meta?.[1]?.replaceAll('&#39;', "'")).toBe(pagePolicy);
    expect(meta?.index).toBeLessThan(html.search(/<script|<link|<style/));
  }
});

test('_headers keeps to what Cloudflare takes', () => {
  const lines = fs.readFileSync(path.join(site, '_headers'), 'utf8').split('\n');
  expect(lines[0]).toBe('/sub/*');
  expect(lines.filter((line) => line.startsWith('/')).length).toBeLessThanOrEqual(100);
  for (const line of lines) {
    expect(line.length).toBeLessThan(2000);
    if (line.startsWith('/')) expect(line.split('*').length).toBeLessThanOrEqual(2);
  }
  for (const [name, value] of securityHeaders(false)) expect(lines).toContain(`  ${name}: ${value}`);
  expect(lines).toContain('/sub/*.asp');
});

test('vercel.json holds as many redirects as it may, those with a query string first', () => {
  const { redirects, headers } = JSON.parse(fs.readFileSync(path.join(site, 'vercel.json'), 'utf8'));
  expect(redirects).toHaveLength(2048);
  expect(redirects).toContainEqual({
    source: '/sub/plus/view.php',
    has: [
      { type: 'query', key: 'aid', value: '424' },
      { type: 'query', key: 'pageno', value: '2' },
    ],
    destination: '/sub/news/2024/11/every-key/',
    statusCode: 301,
  });
  expect(headers[0].headers).toContainEqual({ key: 'X-Content-Type-Options', value: 'nosniff' });
});

describe('build --precompress', () => {
  const names = (): string[] => fs.readdirSync(site, { recursive: true, encoding: 'utf8' }).sort();

  test('writes both copies beside every text worth it, and the manifest names them', () => {
    const { files } = JSON.parse(fs.readFileSync(path.join(folder, 'manifest.json'), 'utf8'));
    const packed = names().filter((name) => name.endsWith('.br'));
    expect(packed.length).toBeGreaterThan(50);
    for (const name of packed) {
      const plain = fs.readFileSync(path.join(site, name.slice(0, -3)));
      expect(zlib.brotliDecompressSync(fs.readFileSync(path.join(site, name))).equals(plain)).toBe(true);
      expect(zlib.gunzipSync(fs.readFileSync(path.join(site, `${name.slice(0, -3)}.gz`))).equals(plain)).toBe(
        true,
      );
      expect(Object.keys(files)).toContain(name);
    }
    for (const name of ['share.png.gz', 'vercel.json.gz']) expect(names()).not.toContain(name);
  });

  test('keeps copies in step: made anew with their page, made again when lost, gone when not asked for', async () => {
    const article = path.join(folder, 'content/news/2024/11/every-key/index.md');
    const page = 'news/2024/11/every-key/index.html';
    const before = fs.readFileSync(path.join(site, `${page}.gz`));
    fs.rmSync(path.join(site, 'zones/index.html.gz'));
    fs.appendFileSync(article, '\n末尾加一段话。\n');
    expect((await build('--precompress')).code).toBe(0);
    const text = zlib.gunzipSync(fs.readFileSync(path.join(site, `${page}.gz`)));
    expect(text.equals(fs.readFileSync(path.join(site, page)))).toBe(true);
    expect(fs.readFileSync(path.join(site, `${page}.gz`)).equals(before)).toBe(false);
    expect(names()).toContain('zones/index.html.gz');
    const kept = await build('--precompress', '--format', 'json');
    expect(JSON.parse(kept.stdout).pages.drawn).toBe(0);
    expect((await build()).code).toBe(0);
    expect(names().filter((name) => /\.(?:gz|br)$/.test(name))).toEqual([]);
  });
});
