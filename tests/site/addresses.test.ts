import { describe, expect, test } from 'vitest';
import { fixtureSite, sampleSite } from './built-site.ts';

const site = fixtureSite();
const matching = (form: RegExp): string[] => site.pages.filter((address) => form.test(address));

describe('every address of the contract', () => {
  test('articles: /news/2020/01/<slug>/', () => {
    const slugs = matching(/^\/news\/\d{4}\/\d\d\/(?!page\/)[^/]+\/$/).map((address) => address.slice(6, -1));
    const october = Array.from({ length: 12 }, (_, n) => `2024/10/plain-${String(n + 1).padStart(2, '0')}`);
    const november = [
      'every-key',
      'expired',
      'false-ends',
      'film',
      'hostile',
      'linked-film',
      'plain-less',
      'withdrawn',
    ];
    expect(slugs).toEqual([
      '2019/03/first',
      '2023/05/tie-a',
      '2023/05/tie-b',
      ...october,
      ...november.map((slug) => `2024/11/${slug}`),
      '2024/12/newest',
    ]);
  });

  test('channels, one without news too', () => {
    expect(matching(/^\/(zone-news|policy|quiet)\/$/)).toEqual(['/policy/', '/quiet/', '/zone-news/']);
  });

  test('a channel’s regions and their media, where there is news', () => {
    expect(matching(/^\/(zone-news|policy|quiet)\/(?!page\/)[^/]+\/$/)).toEqual([
      '/policy/hubei/',
      '/policy/jiangsu/',
      '/policy/suzhou/',
      '/policy/wuhan/',
      '/zone-news/hubei/',
      '/zone-news/jiangsu/',
      '/zone-news/kunshan/',
      '/zone-news/suzhou/',
      '/zone-news/wuhan/',
    ]);
    expect(matching(/^\/zone-news\/(jiangsu|kunshan|suzhou)\/(text|picture|video)\/$/)).toEqual([
      '/zone-news/jiangsu/picture/',
      '/zone-news/jiangsu/text/',
      '/zone-news/jiangsu/video/',
      '/zone-news/kunshan/text/',
      '/zone-news/kunshan/video/',
      '/zone-news/suzhou/picture/',
    ]);
  });

  test('every region, zone and topic', () => {
    expect(matching(/^\/regions\/([^/]+\/)?$/)).toEqual(
      ['', 'gansu/', 'hubei/', 'jiangsu/', 'kunshan/', 'suzhou/', 'wuhan/'].map((id) => `/regions/${id}`),
    );
    expect(matching(/^\/zones\/([^/]+\/)?$/)).toEqual(
      ['', 'kunshan-etdz/', 'lanzhou-empty/', 'wuhan-new/'].map((id) => `/zones/${id}`),
    );
    expect(matching(/^\/topics\/([^/]+\/)?$/)).toEqual(['', 'bare/', 'green/'].map((id) => `/topics/${id}`));
  });

  test('years and months', () => {
    expect(matching(/^\/news\/(\d{4}\/)?(\d\d\/)?$/)).toEqual(
      ['', '2019/', '2019/03/', '2023/', '2023/05/', '2024/', '2024/10/', '2024/11/', '2024/12/'].map(
        (date) => `/news/${date}`,
      ),
    );
  });

  test('older parts of lists, full pages of five', () => {
    expect(matching(/\/page\/\d+\/$/)).toEqual([
      '/news/2024/10/page/1/',
      '/regions/jiangsu/page/1/',
      '/regions/jiangsu/page/2/',
      '/regions/kunshan/page/1/',
      '/zone-news/jiangsu/page/1/',
      '/zone-news/jiangsu/page/2/',
      '/zone-news/jiangsu/text/page/1/',
      '/zone-news/kunshan/page/1/',
      '/zone-news/kunshan/text/page/1/',
      '/zone-news/page/1/',
      '/zone-news/page/2/',
      '/zones/kunshan-etdz/page/1/',
      '/zones/kunshan-etdz/page/2/',
    ]);
  });

  test.each(['/', '/about/', '/contact/', '/search/', '/sitemap/', '/404.html'])('%s', (address) => {
    expect(site.has(address)).toBe(true);
  });

  test.each(['/about.asp', '/html/2024/every.html', '/old/folder/', '/old/chain-1/', '/old/gone.html'])(
    'the old address %s',
    (address) => {
      expect(site.pages).toContain(address);
    },
  );

  test('feeds of the site, and of every channel, region, zone and topic that has news', () => {
    const places = [
      '',
      'policy/',
      'regions/hubei/',
      'regions/jiangsu/',
      'regions/kunshan/',
      'regions/suzhou/',
    ];
    const more = ['regions/wuhan/', 'topics/green/', 'zone-news/', 'zones/kunshan-etdz/', 'zones/wuhan-new/'];
    for (const name of ['feed.xml', 'feed.json']) {
      expect(site.files.filter((file) => file.endsWith(`/${name}`)).sort()).toEqual(
        [...places, ...more].map((place) => `/${place}${name}`).sort(),
      );
    }
  });

  test.each([
    '/sitemap.xml',
    '/sitemaps/2019.xml',
    '/sitemaps/2023.xml',
    '/sitemaps/2024.xml',
    '/sitemaps/news.xml',
    '/robots.txt',
    '/_redirects',
    '/_headers',
    '/vercel.json',
    '/_nginx/http.conf',
    '/_nginx/server.conf',
    '/news/2024/10/index.json',
    '/.investchn',
  ])('%s', (file) => {
    expect(site.files).toContain(file);
  });
});

test.each([
  ['fixture', fixtureSite],
  ['sample', sampleSite],
])('the %s site: slugs and ids are [a-z0-9-], at most 80', (_, read) => {
  const wrong = read().pages.filter(
    (address) =>
      address.endsWith('/') && !address.startsWith('/old/') && !/^\/(([a-z0-9-]{1,80})\/)*$/.test(address),
  );
  expect(wrong).toEqual([]);
});

test('pictures and videos lie where their content files lie', () => {
  for (const file of ['every-key/cover.png', 'every-key/inside.png', 'film/film.mp4', 'film/poster.png'])
    expect(site.files).toContain(`/news/2024/11/${file}`);
});

test('nothing of the content folder is published as it is', () => {
  expect(site.files.filter((file) => /\.(md|ya?ml|csv|tsx?|map)$/.test(file))).toEqual([]);
});
