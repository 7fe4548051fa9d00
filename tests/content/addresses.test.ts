import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addressOfFile,
  checkOldAddress,
  encodePath,
  pathInContent,
  SLUG,
  slugFrom,
} from '../../src/content/addresses.ts';
import type { Problem } from '../../src/problems/problem.ts';

const check = (text: string) => {
  const problems: Problem[] = [];
  const address = checkOldAddress(text, 0, { file: 'a.md', text, problems });
  return { address, codes: problems.map(({ code }) => code) };
};

describe('addresses', () => {
  it.each([
    ['news/2018/05/a.md', '/news/2018/05/a/'],
    ['news/2018/05/a/index.md', '/news/2018/05/a/'],
    ['zones/sip.md', '/zones/sip/'],
    ['topics/green.md', '/topics/green/'],
    ['pages/about.md', '/about/'],
    ['news/2018/13/a.md', undefined],
    ['news/2018/a.md', undefined],
    ['news/2018/05/a/b.md', undefined],
    ['zones/a/b.md', undefined],
    ['zones/index.md', '/zones/index/'],
    ['site.yaml', undefined],
  ])('of %s is %s', (file, address) => expect(addressOfFile(file)).toBe(address));

  it.each([
    ['b.md', 'news/2018/05/b.md'],
    ['./b/index.md', 'news/2018/05/b/index.md'],
    ['../06/c.md', 'news/2018/06/c.md'],
    ['news/2019/01/d.md', 'news/2019/01/d.md'],
    ['/news/2019/01/d/', 'news/2019/01/d/'],
    ['news/d.png', 'news/2018/05/news/d.png'],
    ['../../../x', 'x'],
    ['../../../../x', undefined],
    ['/../x', undefined],
    ['..\\x', undefined],
  ])('the path %s is %s', (written, path) => expect(pathInContent(written, 'news/2018/05/a.md')).toBe(path));

  it('no path leads out of the folder', () => {
    const segment = fc.constantFrom('..', '.', 'a', '', 'news', 'b.md', '...');
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 8 }), fc.boolean(), (segments, rooted) => {
        const path = pathInContent((rooted ? '/' : '') + segments.join('/'), 'news/2018/05/a.md');
        expect(path === undefined || !(path.startsWith('/') || path.split('/').includes('..'))).toBe(true);
      }),
    );
  });

  it.each([
    '/plus/view.php?aid=424',
    '/html/list_1.html',
    '/旧闻/1.html',
    '/%D6%D0/1.asp',
    '/a/?b=c&d=%20',
    '/a..b',
    '/a.b.c/',
    '/go.asp?url=%2Fnews%2F',
  ])('the old address %s is good', (text) => expect(check(text)).toEqual({ address: text, codes: [] }));

  it.each([
    ['a', 'alias-form'],
    ['', 'alias-form'],
    ['https://a.example/b', 'alias-form'],
    ['/a/../b', 'alias-outside'],
    ['/a/%2e%2E/b', 'alias-outside'],
    ['/a/.%2e', 'alias-outside'],
    ['/./a', 'alias-outside'],
    ['/a%2Fb', 'alias-outside'],
    ['/a%5cb', 'alias-outside'],
    ['//a', 'alias-outside'],
    ['/a\u202eb', 'alias-character'],
    ['/a\tb', 'alias-character'],
    ['/a"b', 'alias-character'],
    ['/a%0ab', 'alias-escape'],
    ['/a%2', 'alias-escape'],
    ['/100%', 'alias-escape'],
    ['/_headers', 'alias-reserved'],
    ['/pagefind/x', 'alias-reserved'],
    ['/aux.html', 'alias-reserved'],
    ['/a./b', 'alias-reserved'],
    [`/${'a/'.repeat(520)}`, 'alias-long'],
    [`/${'汉'.repeat(86)}`, 'alias-long'],
  ])('the old address %s is refused', (text, code) =>
    expect(check(text)).toEqual({ address: undefined, codes: [code] }),
  );

  it('what is let through stays below the site, and on one line', () => {
    const bit = fc.constantFrom(
      'a',
      '/',
      '..',
      '.',
      '%2e',
      '%2F',
      '%5c',
      '\\',
      '?',
      'b.asp',
      '汉',
      ' ',
      '\n',
      '%',
      '%00',
      '\u202e',
    );
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 8 }), (bits) => {
        const { address, codes } = check(`/${bits.join('')}`);
        expect(codes.length).toBe(address === undefined ? 1 : 0);
        if (address === undefined) return;
        expect(new URL(address, 'https://a.example').host).toBe('a.example');
        expect(new URL(address, 'https://a.example').pathname.split('/').length).toBe(
          (address.split('?')[0] ?? '').split('/').length,
        );
        expect(address).not.toMatch(/[\s\\]/);
      }),
      { numRuns: 2000 },
    );
  });

  it('a slug made of a name is one', () => {
    fc.assert(fc.property(fc.string(), (name) => slugFrom(name) === '' || SLUG.test(slugFrom(name))));
    expect(slugFrom('Wu Xi（无锡）2020')).toBe('wu-xi-2020');
  });

  it('are printed in letters that every host takes', () => {
    expect(encodePath('/news/2020/01/图.png')).toBe('/news/2020/01/%E5%9B%BE.png');
    expect(encodePath('/news/a-b_c.png')).toBe('/news/a-b_c.png');
  });
});
