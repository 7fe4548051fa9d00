import { describe, expect, test } from 'vitest';
import { fixtureSite, hrefsOf, metaOf, textOf } from './built-site.ts';

const site = fixtureSite();

describe('an old address', () => {
  test.each([
    ['/html/2024/every.html', '/news/2024/11/every-key/'],
    ['/old/folder/', '/news/2024/11/every-key/'],
    ['/about.asp', '/about/'],
    ['/park/kunshan/', '/zones/kunshan-etdz/'],
    ['/special/green.html', '/topics/green/'],
    ['/html/withdrawn.html', '/news/2024/11/withdrawn/'],
    ['/old/chain-1/', '/zones/kunshan-etdz/'],
    ['/old/chain-2/', '/zones/kunshan-etdz/'],
    ['/old/chain-3/', '/zones/kunshan-etdz/'],
  ])('%s leads to %s', (from, to) => {
    const page = site.open(from);
    expect(page.querySelector('meta[http-equiv="refresh"]')?.getAttribute('content')).toBe(
      `0; url=/sub${to}`,
    );
    expect(hrefsOf(page.querySelectorAll('link[rel="canonical"]'))).toEqual([
      `https://host.example/sub${to}`,
    ]);
    expect(hrefsOf(page.querySelectorAll('main a'))).toContain(`/sub${to}`);
    expect(metaOf(page).get('robots')).toBe('noindex');
  });

  test('that is gone says so', () => {
    const page = site.open('/old/gone.html');
    expect(metaOf(page).get('robots')).toBe('noindex');
    expect(page.querySelector('meta[http-equiv="refresh"]')).toBeNull();
    expect(textOf(page.querySelector('main'))).toMatch(/已删除|已从本站移除/);
  });
});

test('all of them stand in /_redirects, query strings too', () => {
  const lines = site.text('/_redirects').trimEnd().split('\n');
  for (const line of [
    '/sub/html/2024/every.html /sub/news/2024/11/every-key/ 301',
    '/sub/plus/view.php?aid=424&pageno=2 /sub/news/2024/11/every-key/ 301',
    '/sub/old/list.php?tid=7 /sub/policy/ 301',
    '/sub/old/chain-1/ /sub/zones/kunshan-etdz/ 301',
    '/sub/old/gone.html /sub/old/gone.html 410',
  ])
    expect(lines).toContain(line);
  expect(new Set(lines).size).toBe(lines.length);
});

describe('the page for what is missing', () => {
  const page = site.open('/404.html');

  test('is kept from search engines and has no address of its own', () => {
    expect(metaOf(page).get('robots')).toBe('noindex');
    expect(page.querySelector('link[rel="canonical"]')).toBeNull();
  });

  test('works at any depth: every link begins with the base path', () => {
    const hrefs = hrefsOf(page.querySelectorAll('a[href], link[href]')).filter(
      (href) => !/^(#|https?:|mailto:|tel:)/.test(href),
    );
    expect(hrefs.length).toBeGreaterThan(10);
    expect(hrefs.filter((href) => !href.startsWith('/sub/'))).toEqual([]);
  });
});
