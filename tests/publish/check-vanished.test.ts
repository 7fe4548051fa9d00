import { describe, expect, test } from 'vitest';
import type { Content } from '../../src/content/content.ts';
import { answeredAddresses, checkVanished } from '../../src/publish/check-vanished.ts';
import {
  alias,
  archiveOf,
  articleWith,
  at,
  contentWith,
  redirect,
  topicWith,
  zoneWith,
} from '../archive/sample-content.ts';

const successor = articleWith('b', '2020-01-24');

/** Addresses reported missing after the site had `published`. */
const missing = (published: readonly string[], content: Content): (string | undefined)[] =>
  checkVanished(answeredAddresses(archiveOf(content), content.unread), published).map(
    ({ values }) => values.address,
  );

describe('an address that the last build published', () => {
  const gone = ['/news/2020/01/a/'];

  test('may not vanish', () => {
    const [problem] = checkVanished(answeredAddresses(archiveOf(contentWith([successor])), []), gone);
    expect(problem).toMatchObject({ code: 'address-gone', level: 'error', file: 'news/2020/01/a.md' });
  });

  test.each<[string, Content]>([
    ['is there still', contentWith([articleWith('a', '2020-01-23')])],
    [
      'is withdrawn',
      contentWith([
        articleWith('a', '2020-01-23', { withdrawn: { date: at('2021-01-01'), reason: '重复' } }),
      ]),
    ],
    ['has expired', contentWith([articleWith('a', '2020-01-23', { expires: at('2021-01-01') })])],
    ['is an alias now', contentWith([{ ...successor, aliases: [alias('/news/2020/01/a/')] }])],
    [
      'is an alias now, written without its slash',
      contentWith([{ ...successor, aliases: [alias('/news/2020/01/a')] }]),
    ],
    [
      'is redirected',
      contentWith([successor], { redirects: [redirect('/news/2020/01/a/', successor.address)] }),
    ],
    ['is called gone', contentWith([successor], { redirects: [redirect('/news/2020/01/a/', 'gone')] })],
  ])('%s', (_, content) => {
    expect(missing(gone, content)).toEqual([]);
  });

  test('may not become a draft', () => {
    expect(missing(gone, contentWith([successor, articleWith('a', '2020-01-23', { draft: true })]))).toEqual(
      gone,
    );
  });

  test('may not become a scheduled article', () => {
    const later = articleWith('a', '2020-01-23', { date: at('2030-01-01') });
    expect(missing(gone, contentWith([successor, later]))).toEqual(gone);
  });

  test('is not answered for by an alias of a draft, which has no page', () => {
    const draft = articleWith('c', '2020-01-25', { draft: true, aliases: [alias('/news/2020/01/a/')] });
    expect(missing(gone, contentWith([successor, draft]))).toEqual(gone);
  });
});

test.each(['/zones/kd/', '/topics/t/', '/about/', '/policy/', '/regions/hubei/'])(
  '%s may not vanish either',
  (address) => {
    const bare = contentWith([successor], {
      channels: [{ id: 'news-flash', name: '快讯', description: '', keywords: [], type: '' }],
      regions: [],
    });
    expect(missing([address], bare)).toEqual([address]);
    const full = contentWith([successor], {
      zones: [zoneWith({ id: 'kd' })],
      topics: [topicWith({ id: 't' })],
    });
    if (address !== '/about/') expect(missing([address], full)).toEqual([]);
  },
);

test('a page whose file has mistakes of its own is not gone', () => {
  const content = contentWith([], { unread: [{ address: '/news/2020/01/a/', title: undefined }] });
  expect(checkVanished(answeredAddresses(archiveOf(content), content.unread), ['/news/2020/01/a/'])).toEqual(
    [],
  );
});
