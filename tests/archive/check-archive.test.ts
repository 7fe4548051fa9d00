import { describe, expect, test } from 'vitest';
import type { Redirect } from '../../src/content/registries.ts';
import {
  alias,
  archiveOf,
  articleWith,
  contentWith,
  redirect,
  told,
  topicWith,
  zoneWith,
} from './sample-content.ts';

const living = articleWith('a', '2020-01-23');

const withRedirects = (...redirects: Redirect[]) => told(archiveOf(contentWith([living], { redirects })));

describe('redirects.csv', () => {
  test('to a page, and to nothing', () => {
    expect(withRedirects(redirect('/old/', living.address), redirect('/dead/', 'gone'))).toEqual([]);
  });

  test('over several lines', () => {
    expect(
      withRedirects(redirect('/1/', '/2/'), redirect('/2/', '/3/'), redirect('/3/', living.address)),
    ).toEqual([]);
  });

  test('a chain that ends at what is gone', () => {
    expect(withRedirects(redirect('/1/', '/2/'), redirect('/2/', 'gone'))).toEqual([]);
  });

  test('a target that does not exist, with the nearest', () => {
    const redirects = [redirect('/old/', '/news/2020/01/b/')];
    const [problem] = archiveOf(contentWith([living], { redirects })).problems;
    expect(problem).toMatchObject({ code: 'redirect-missing', file: 'redirects.csv', line: 2 });
    expect(problem?.values).toEqual({ value: '/news/2020/01/b/', nearest: living.address });
  });

  test('a chain that ends nowhere', () => {
    expect(withRedirects(redirect('/1/', '/2/'), redirect('/2/', '/nowhere/'))).toContain(
      'redirect-missing /nowhere/',
    );
  });

  test('a loop', () => {
    expect(withRedirects(redirect('/1/', '/2/'), redirect('/2/', '/1/'))).toEqual([
      'redirect-loop /1/',
      'redirect-loop /2/',
    ]);
  });

  test('a line that leads to itself', () => {
    expect(withRedirects(redirect('/1/', '/1'))).toEqual(['redirect-loop /1/']);
  });

  test('an alias as target', () => {
    const article = articleWith('a', '2020-01-23', { aliases: [alias('/alias/')] });
    const archive = archiveOf(contentWith([article], { redirects: [redirect('/1/', '/alias/')] }));
    expect(told(archive)).toEqual([]);
  });
});

describe('old addresses', () => {
  const withAliases = (first: string, second: string) =>
    told(
      archiveOf(
        contentWith([articleWith('a', '2020-01-23', { aliases: [alias(first)] })], {
          zones: [zoneWith({ id: 'kd', aliases: [alias(second, 'zones/kd.md')] })],
        }),
      ),
    );

  test('different ones', () => {
    expect(withAliases('/plus/view.php?aid=1', '/plus/view.php?aid=2')).toEqual([]);
  });

  test.each([
    ['the same', '/old/', '/old/'],
    ['with and without the last slash', '/old/', '/old'],
    ['with index.html', '/old/', '/old/index.html'],
    ['the same query', '/view.php?id=1', '/view.php?id=1'],
  ])('%s twice', (_, first, second) => {
    expect(withAliases(first, second)).toEqual([`alias-taken ${second}`]);
  });

  test.each([
    '/zones/kd/',
    '/zones/kd',
    '/news/2020/01/a/index.html',
    '/news-flash/',
    '/feed.xml',
    '/404.html',
  ])('that of a living page: %s', (address) => {
    expect(withAliases('/fine/', address)).toEqual([`alias-taken ${address}`]);
  });

  test.each([
    ['/old/a.html', '/old/a.html/b', '/old/a.html/b'],
    ['/old/a.html/b', '/old/a.html', '/old/a.html/b'],
    ['/fine/', '/404.html/x', '/404.html/x'],
  ])('a file as a folder: %s and %s', (first, second, told) => {
    expect(withAliases(first, second)).toEqual([`alias-taken ${told}`]);
  });

  test('a folder below a page, and beside a file', () => {
    expect(withAliases('/old/a.html', '/zones/kd/old.html')).toEqual([]);
  });

  test('that of a file in public/, or of a picture', () => {
    const content = contentWith([articleWith('a', '2020-01-23', { assets: ['/news/2020/01/a.png'] })], {
      redirects: [redirect('/share.png', '/feed.xml'), redirect('/news/2020/01/a.png', '/feed.xml')],
    });
    expect(told(archiveOf(content, { publicFiles: ['/share.png'] }))).toEqual([
      'alias-taken /share.png',
      'alias-taken /news/2020/01/a.png',
    ]);
  });

  test('in aliases and in redirects.csv', () => {
    const archive = archiveOf(
      contentWith([articleWith('a', '2020-01-23')], {
        topics: [topicWith({ id: 't', aliases: [alias('/old/')] })],
        redirects: [redirect('/old/', 'gone')],
      }),
    );
    expect(told(archive)).toEqual(['alias-taken /old/']);
  });
});
