import { expect, test } from 'vitest';
import { type BuiltSite, fixtureSite, sampleSite } from './built-site.ts';

/** Everything that a page points to. */
function targetsOf(document: Document): string[] {
  const found: string[] = [];
  for (const node of document.querySelectorAll('[href], [src], [poster], [action], [srcset]')) {
    for (const name of ['href', 'src', 'poster', 'action']) found.push(node.getAttribute(name) ?? '');
    for (const each of (node.getAttribute('srcset') ?? '').split(/,\s+/))
      found.push(each.trim().split(/\s+/)[0] ?? '');
  }
  for (const meta of document.querySelectorAll('meta')) {
    const key =
      meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('http-equiv') ?? '';
    const content = meta.getAttribute('content') ?? '';
    if (/^(og:url|og:image|Url|Image)$/.test(key)) found.push(content);
    if (key === 'refresh') found.push(content.replace(/^.*url=/, ''));
  }
  for (const script of document.querySelectorAll('script[type="application/ld+json"]'))
    for (const [, url] of (script.textContent ?? '').matchAll(/"((?:https?:\/\/)[^"]*)"/g))
      found.push(url ?? '');
  return [...new Set(found)].filter((target) => target !== '' && !/^(mailto|tel):/.test(target));
}

/** Links of a site that lead nowhere: `page → target`. */
function deadLinks(site: BuiltSite, origin: string): string[] {
  const ids = new Map<string, ReadonlySet<string>>();
  const idsOf = (page: string): ReadonlySet<string> => {
    const known = ids.get(page) ?? new Set([...site.open(page).querySelectorAll('[id]')].map(({ id }) => id));
    ids.set(page, known);
    return known;
  };
  const isDead = (page: string, target: string): boolean => {
    const url = new URL(target, origin + site.base + page.slice(1));
    if (url.origin !== origin) return false;
    const path = decodeURIComponent(url.pathname);
    if (!path.startsWith(site.base)) return true;
    const address = path.slice(site.base.length - 1);
    if (!site.has(address)) return true;
    const anchor = decodeURIComponent(url.hash.slice(1));
    return anchor !== '' && !idsOf(address).has(anchor);
  };
  return site.pages.flatMap((page) =>
    targetsOf(site.open(page))
      .filter((target) => isDead(page, target))
      .map((target) => `${page} → ${target}`),
  );
}

test.each([
  ['fixture', fixtureSite, 'https://host.example'],
  ['sample', sampleSite, 'https://www.investchn.com'],
] as const)('the %s site has no dead link, anchor or picture', (_, read, origin) => {
  const site = read();
  expect(site.pages.length).toBeGreaterThan(50);
  expect(deadLinks(site, origin)).toEqual([]);
});

test('every file but pictures for sharing and for hosts is reached from a page', () => {
  const site = fixtureSite();
  const reached = new Set<string>();
  for (const page of site.pages)
    for (const target of targetsOf(site.open(page))) {
      const { pathname } = new URL(target, `https://host.example/sub${page}`);
      if (pathname.startsWith('/sub/')) reached.add(decodeURIComponent(pathname.slice(4)));
    }
  const orphans = site.pages.filter((page) => !reached.has(page));
  const expected = [
    '/404.html',
    '/about.asp',
    '/html/2024/every.html',
    '/html/withdrawn.html',
    '/special/green.html',
  ];
  const hidden = ['/news/2024/11/expired/', '/news/2024/11/withdrawn/'];
  expect(
    orphans.filter(
      (page) => !expected.includes(page) && !hidden.includes(page) && !/^\/(old|park)\//.test(page),
    ),
  ).toEqual([]);
});
