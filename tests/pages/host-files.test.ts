import { describe, expect, test } from 'vitest';
import { renderNginxHttp } from '../../src/pages/nginx-files.ts';
import { alias, articleWith, contentWith, redirect, sampleSite } from '../archive/sample-content.ts';
import { textOf } from './sample-pages.ts';

const content = contentWith([articleWith('a', '2020-01-23', { aliases: [alias('/old/a.asp')] })], {
  redirects: [
    redirect('/old/folder', '/policy/'),
    redirect('/rss.xml', '/feed.xml'),
    redirect('/dead.shtml', 'gone'),
    redirect('/view.php?id=a.b', '/policy/'),
  ],
});

describe('/_headers', () => {
  const lines = textOf(content, '/_headers').split('\n');

  test('calls the page at an old address a page, whatever its name ends in', () => {
    const named = lines.filter((_, at) => lines[at + 1] === '  Content-Type: text/html; charset=utf-8');
    expect(named).toEqual(['/*.shtml', '/*.asp']);
  });

  test('names no field twice for one file: Cloudflare would join them', () => {
    const kept = lines.filter((line) => line.startsWith('  Cache-Control'));
    expect(kept.length).toBeGreaterThan(5);
    expect(
      lines.slice(0, lines.indexOf('')).filter((line) => /cache-control|content-type:/i.test(line)),
    ).toEqual([]);
  });
});

test('/vercel.json: a folder with and without its slash, a query string as a pattern of itself', () => {
  const { redirects } = JSON.parse(textOf(content, '/vercel.json'));
  expect(redirects).toEqual([
    {
      source: '/view.php',
      has: [{ type: 'query', key: 'id', value: 'a\\.b' }],
      destination: '/policy/',
      statusCode: 301,
    },
    { source: '/old/a.asp', destination: '/news/2020/01/a/', statusCode: 301 },
    { source: '/old/folder{/}?', destination: '/policy/', statusCode: 301 },
    { source: '/rss.xml', destination: '/feed.xml', statusCode: 301 },
  ]);
});

describe('/_nginx/http.conf', () => {
  test('an old address that differs from a living one in capitals alone is a pattern', () => {
    const rows = textOf({ ...content, redirects: [redirect('/Policy/', '/feed.xml')] }, '/_nginx/http.conf');
    expect(rows).toContain('  "~^/Policy$" "/feed.xml";\n');
    expect(rows).toContain('  "/old/a.asp" "/news/2020/01/a/";\n');
  });

  test('two sites have no variable in common', () => {
    const variables = (url: string): string[] =>
      renderNginxHttp({
        ...{ url, basePath: '/', moved: [], gone: [], forever: 'x' },
        isLiving: () => false,
        headers: [],
      }).match(/\$news_\w+/g) ?? [];
    const one = variables(sampleSite.url);
    expect(one.length).toBeGreaterThan(3);
    expect(variables('https://other.example/').filter((name) => one.includes(name))).toEqual([]);
  });
});
