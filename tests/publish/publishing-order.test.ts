import { expect, test } from 'vitest';
import { publishingSteps } from '../../src/publish/publishing-order.ts';

const list =
  '_redirects feed.xml news/2020/01/index.json pagefind/volumes.json pagefind/words/1.bin sitemap.xml';

test('what pages are made with goes first, then new pages, then what names them; removals last', () => {
  const { sent, removed } = publishingSteps({
    added: [
      'assets/site.1a2b.css',
      'news/2020/01/a/a.png',
      'news/2020/01/a/index.html',
      'news/2020/01/a/index.html.gz',
      'pagefind/2020/fragment/x.pf_fragment',
      'pagefind/2020/pagefind-entry.json',
      'zones/new/feed.xml',
    ],
    changed: ['favicon.svg', 'index.html', 'index.html.br', ...list.split(' ')],
    removed: ['assets/site.0000.css', 'news/2019/01/b/b.png', 'news/2019/01/b/index.html'],
  });
  expect(sent).toEqual([
    [
      'assets/site.1a2b.css',
      'news/2020/01/a/a.png',
      'pagefind/2020/fragment/x.pf_fragment',
      'pagefind/2020/pagefind-entry.json',
      'favicon.svg',
    ],
    ['news/2020/01/a/index.html', 'news/2020/01/a/index.html.gz'],
    ['zones/new/feed.xml', 'index.html', 'index.html.br', ...list.split(' ')],
  ]);
  expect(removed).toEqual([['news/2019/01/b/index.html'], ['assets/site.0000.css', 'news/2019/01/b/b.png']]);
});

test('nothing to do is no step', () => {
  expect(publishingSteps({ added: [], changed: [], removed: [] })).toEqual({ sent: [], removed: [] });
});
