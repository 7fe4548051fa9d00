import { describe, expect, test } from 'vitest';
import type { Content } from '../../src/content/content.ts';
import {
  alias,
  articleWith,
  at,
  contentWith,
  redirect,
  sampleSite,
  zoneWith,
} from '../archive/sample-content.ts';
import { dataOf, pagesOf, textOf } from './sample-pages.ts';

const living = articleWith('a', '2020-01-23', {
  aliases: [alias('/old/a.html'), alias('/old/b'), alias('/plus/view.php?aid=424&page=2')],
});
const content = contentWith([living], {
  zones: [zoneWith({ id: 'kd', aliases: [alias('/park/kd/')] })],
  redirects: [
    redirect('/1/', '/2/'),
    redirect('/2/', '/3/'),
    redirect('/3/', '/zones/kd/'),
    redirect('/dead/', 'gone'),
    redirect('/old.php?id=7', '/policy/'),
  ],
});

const linesOf = (of: Content): string[] => textOf(of, '/_redirects').trimEnd().split('\n');

describe('/_redirects', () => {
  test('holds every old address, chains shortened', () => {
    const lines = linesOf(content);
    expect(lines).toEqual(
      expect.arrayContaining([
        '/old/a.html /news/2020/01/a/ 301',
        '/old/b /news/2020/01/a/ 301',
        '/park/kd/ /zones/kd/ 301',
        '/1/ /zones/kd/ 301',
        '/2/ /zones/kd/ 301',
        '/3/ /zones/kd/ 301',
      ]),
    );
  });

  test('query strings too', () => {
    const lines = linesOf(content);
    expect(lines).toContain('/plus/view.php?aid=424&page=2 /news/2020/01/a/ 301');
    expect(lines).toContain('/plus/view.php aid=424 page=2 /news/2020/01/a/ 301');
  });

  test('says 410 for what is gone, withdrawn or expired', () => {
    const gone = {
      ...content,
      articles: [
        living,
        articleWith('w', '2020-01-01', { withdrawn: { date: at('2021-01-01'), reason: '重复' } }),
        articleWith('e', '2020-01-01', { expires: at('2021-01-01') }),
      ],
    };
    expect(linesOf(gone).filter((line) => line.endsWith(' 410'))).toEqual([
      '/dead/ /dead/ 410',
      '/news/2020/01/e/ /news/2020/01/e/ 410',
      '/news/2020/01/w/ /news/2020/01/w/ 410',
    ]);
  });

  test('all below the base path', () => {
    const site = { ...sampleSite, url: 'https://host.example/sub/', basePath: '/sub/' };
    expect(linesOf({ ...content, site })).toContain('/sub/1/ /sub/zones/kd/ 301');
  });

  test('a chain that ends at what is gone is gone', () => {
    const redirects = [redirect('/1/', '/2/'), redirect('/2/', 'gone')];
    expect(linesOf({ ...content, redirects })).toEqual(
      expect.arrayContaining(['/1/ /1/ 410', '/2/ /2/ 410']),
    );
  });
});

/** Where Netlify leads: the first line of that path whose parameters are all there. */
function netlify(lines: readonly string[], asked: string): string | undefined {
  const [path, query] = asked.split('?');
  const given = (query ?? '').split('&');
  for (const line of lines) {
    const [from, ...rest] = line.split(' ');
    const wanted = rest.slice(0, -2);
    if (from === path && wanted.every((parameter) => given.includes(parameter))) return rest.at(-2);
  }
  return undefined;
}

/** Where Cloudflare leads: lines of three words, their query string forgotten; the first of a path counts. */
function cloudflare(lines: readonly string[], asked: string): string | undefined {
  const [path] = asked.split('?');
  const rules = lines.map((line) => line.split(' ')).filter(({ length }) => length === 3);
  return rules.find(([from, , status]) => from?.split('?')[0] === path && status?.startsWith('30'))?.[1];
}

describe('an old address with a query string', () => {
  const redirects = [
    redirect('/view.php?id=1', '/policy/'),
    redirect('/view.php?id=2', '/zones/kd/'),
    redirect('/view.php?id=4', 'gone'),
    redirect('/list.php', '/'),
    redirect('/list.php?id=1', '/policy/'),
  ];
  const lines = linesOf({ ...content, redirects });

  test.each([
    ['/view.php?id=1', '/policy/', '/search/'],
    ['/view.php?id=2', '/zones/kd/', '/search/'],
    ['/view.php?id=3', undefined, '/search/'],
    ['/view.php?id=4', '/404.html', '/search/'],
    ['/list.php?id=1', '/policy/', '/'],
    ['/list.php', '/', '/'],
    ['/dead.php?id=1', undefined, undefined],
  ])('%s leads to %s on Netlify, on Cloudflare to %s: never to the page of another', (asked, one, other) => {
    expect([netlify(lines, asked), cloudflare(lines, asked)]).toEqual([one, other]);
  });
});

describe('pages at old addresses', () => {
  const pages = pagesOf(content);

  test.each(['/old/a.html', '/old/b/', '/park/kd/', '/1/', '/2/', '/3/'])('%s', (address) => {
    expect(pages.get(address)?.template).toBe('redirect');
  });

  test('lead straight to the last address', () => {
    expect(dataOf(pages, 'redirect', '/1/')).toMatchObject({
      to: '/zones/kd/',
      canonical: 'https://sample.example/zones/kd/',
    });
  });

  test('none for a query string, which no file can have', () => {
    expect([...pages.keys()].filter((address) => address.includes('?') || address.includes('.php'))).toEqual(
      [],
    );
  });

  test('none for what is no UTF-8, which no file can be named by', () => {
    const gbk = { ...content, redirects: [redirect('/%D6%D0.html', '/policy/')] };
    expect([...pagesOf(gbk).keys()].filter((address) => address.includes('%'))).toEqual([]);
    expect(linesOf(gbk)).toContain('/%D6%D0.html /policy/ 301');
  });

  test('what is gone says so', () => {
    expect(dataOf(pages, 'gone', '/dead/').head.noindex).toBe(true);
  });
});
