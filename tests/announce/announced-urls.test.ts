import { expect, test } from 'vitest';
import { announcedUrls } from '../../src/announce/announced-urls.ts';

const base = 'https://host.example/sub/';
const site = {
  base,
  addresses: [
    '/',
    '/news/',
    '/news/2020/',
    '/news/2019/05/old/',
    '/news/2020/01/a/',
    '/news/2020/02/b/',
    '/quiet/',
    '/zones/kunshan/',
    '/about/',
    '/sitemap/',
  ],
};

test('articles first, the newest ones first; then zones, channels and pages; lists, feeds and redirects never', () => {
  const urls = announcedUrls(site, {
    added: [
      'news/2020/01/a/a.png',
      'news/2020/01/a/index.html',
      'news/2020/02/b/index.html',
      'old-address/index.html',
      'quiet/page/1/index.html',
    ],
    changed: [
      '404.html',
      'about/index.html',
      'feed.xml',
      'index.html',
      'news/2019/05/old/index.html',
      'news/2020/01/index.html',
      'news/2020/index.html',
      'news/index.html',
      'quiet/index.html',
      'sitemap/index.html',
      'zones/kunshan/index.html',
    ],
  });
  expect(urls).toEqual([
    `${base}news/2020/02/b/`,
    `${base}news/2020/01/a/`,
    `${base}news/2019/05/old/`,
    `${base}zones/kunshan/`,
    `${base}quiet/`,
    `${base}about/`,
  ]);
});
