import { describe, expect, test } from 'vitest';
import { fixtureSite, hrefsOf, textOf } from './built-site.ts';

const site = fixtureSite();
const main = (address: string): Element => {
  const found = site.open(address).querySelector('main');
  if (!found) throw new Error(`${address} has no main`);
  return found;
};
/** Articles of a list page in the order shown, as `2024/10/plain-12`. */
const shown = (address: string): string[] =>
  hrefsOf(main(address).querySelectorAll('.items a.title, .items a[href*="/news/2"]:not([tabindex])'))
    .map((href) => /\/news\/(\d{4}\/\d\d\/[^/]+)\//.exec(href)?.[1])
    .filter((slug) => slug !== undefined)
    .filter((slug, index, list) => list.indexOf(slug) === index);
const plain = (n: number): string => `2024/10/plain-${String(n).padStart(2, '0')}`;

describe('lists are numbered from the oldest', () => {
  test('the own address shows the newest', () => {
    expect(shown('/zones/kunshan-etdz/')).toEqual([
      '2024/11/every-key',
      '2024/11/film',
      '2024/11/false-ends',
      plain(12),
      plain(11),
    ]);
  });

  test('page/2/ and page/1/ are full', () => {
    expect(shown('/zones/kunshan-etdz/page/2/')).toEqual([10, 9, 8, 7, 6].map(plain));
    expect(shown('/zones/kunshan-etdz/page/1/')).toEqual([5, 4, 3, 2, 1].map(plain));
  });

  test('each part leads to the newer and the older one', () => {
    const steps = (address: string) =>
      ['prev', 'next'].map((rel) => main(address).querySelector(`a[rel="${rel}"]`)?.getAttribute('href'));
    expect(steps('/zone-news/')).toEqual([undefined, '/sub/zone-news/page/2/']);
    expect(steps('/zone-news/page/2/')).toEqual(['/sub/zone-news/', '/sub/zone-news/page/1/']);
    expect(steps('/zone-news/page/1/')).toEqual(['/sub/zone-news/page/2/', undefined]);
  });

  test('an older part has a canonical address and a title of its own', () => {
    const [newest, oldest] = ['/zone-news/', '/zone-news/page/1/'].map((address) => site.open(address));
    expect(oldest?.querySelector('link[rel="canonical"]')?.getAttribute('href')).toBe(
      'https://host.example/sub/zone-news/page/1/',
    );
    expect(textOf(oldest?.querySelector('title'))).not.toBe(textOf(newest?.querySelector('title')));
  });
});

describe('what is in a list', () => {
  test('a region holds the news of the regions below it', () => {
    expect(shown('/regions/hubei/')).toEqual(['2024/12/newest', '2024/11/hostile', '2024/11/linked-film']);
    expect(shown('/regions/wuhan/')).toEqual(['2024/12/newest', '2024/11/linked-film']);
  });

  test('the region of an article wins over that of its zone', () => {
    expect(shown('/regions/suzhou/')[0]).toBe('2024/11/every-key');
    expect(shown('/regions/kunshan/')).not.toContain('2024/11/every-key');
  });

  test('a medium holds its own', () => {
    expect(shown('/zone-news/jiangsu/video/')).toEqual(['2024/11/film']);
    expect(shown('/zone-news/jiangsu/picture/')).toEqual(['2024/11/every-key']);
  });

  test('the same moment stands by address', () => {
    expect(shown('/news/2023/05/')).toEqual(['2023/05/tie-a', '2023/05/tie-b']);
  });

  test('a topic has its introduction and its news', () => {
    expect(textOf(main('/topics/green/'))).toContain('专题的导言');
    expect(shown('/topics/green/')).toEqual(['2024/11/every-key', ...[11, 9, 7, 5, 3, 1].map(plain)]);
  });

  test.each(['/quiet/', '/zones/lanzhou-empty/', '/topics/bare/', '/regions/gansu/'])(
    '%s has no news and says so',
    (address) => {
      expect(shown(address)).toEqual([]);
      expect(textOf(main(address))).toMatch(/没有稿件/);
    },
  );

  test('an item shows title, date, source and zone', () => {
    const item = textOf(main('/zone-news/').querySelector('.item'));
    for (const text of ['每个键都用到一次的稿件', '2024-11-20', '样例通讯社', '昆山样例开发区'])
      expect(item).toContain(text);
  });
});

describe('dates', () => {
  test('a month has an anchor for each day', () => {
    const ids = (address: string) => [...main(address).querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids('/news/2024/10/')).toEqual(['2024-10-06', '2024-10-05', '2024-10-04', '2024-10-03']);
    expect(ids('/news/2024/10/page/1/')).toEqual(['2024-10-03', '2024-10-02', '2024-10-01']);
  });

  test('a year is a calendar whose days lead to the part that has them', () => {
    const hrefs = hrefsOf(main('/news/2024/').querySelectorAll('td a'));
    expect(hrefs).toEqual([
      '/sub/news/2024/10/page/1/#2024-10-01',
      '/sub/news/2024/10/page/1/#2024-10-02',
      '/sub/news/2024/10/#2024-10-03',
      '/sub/news/2024/10/#2024-10-04',
      '/sub/news/2024/10/#2024-10-05',
      '/sub/news/2024/10/#2024-10-06',
      ...[15, 16, 17, 18, 19, 20].map((day) => `/sub/news/2024/11/#2024-11-${day}`),
      '/sub/news/2024/12/#2024-12-30',
    ]);
  });

  test('all years', () => {
    expect(hrefsOf(main('/news/').querySelectorAll('h2 a'))).toEqual([
      '/sub/news/2024/',
      '/sub/news/2023/',
      '/sub/news/2019/',
    ]);
  });

  test('a month for programs', () => {
    const month = site.json('/news/2024/11/index.json');
    expect(month).toMatchObject({
      month: '2024-11',
      articles: [
        {
          address: '/news/2024/11/every-key/',
          title: '每个键都用到一次的稿件',
          date: '2024-11-20 09:30',
          medium: 'picture',
          summary: '编辑写的摘要，会显示在正文上面。',
          text: expect.stringContaining('第一段提到{{ title }}'),
        },
        { address: '/news/2024/11/plain-less/', date: '2024-11-19' },
        { address: '/news/2024/11/hostile/' },
        { address: '/news/2024/11/film/' },
        { address: '/news/2024/11/false-ends/' },
        { address: '/news/2024/11/linked-film/' },
      ],
    });
  });
});

describe('directories', () => {
  test('the zones, each in its region and level', () => {
    const cards = [...main('/zones/').querySelectorAll('[data-region]')];
    expect(cards.map((card) => [textOf(card.querySelector('a')), card.getAttribute('data-region')])).toEqual([
      ['昆山样例开发区', 'kunshan jiangsu'],
      ['兰州样例园', 'gansu'],
      ['武汉样例新区', 'wuhan hubei'],
    ]);
  });

  test('a zone has its facts and its profile', () => {
    const text = textOf(main('/zones/kunshan-etdz/'));
    for (const fact of [
      '国家级',
      '1985',
      '115平方公里',
      '电子信息',
      '0512-50000000',
      'zone@sample.example',
      '概况的第一段',
    ])
      expect(text).toContain(fact);
  });

  test('the site map names every channel, topic, zone, year and page', () => {
    const hrefs = hrefsOf(main('/sitemap/').querySelectorAll('a'));
    for (const address of [
      'zone-news/',
      'quiet/',
      'topics/green/',
      'zones/wuhan-new/',
      'news/2019/',
      'about/',
      'feed.xml',
    ])
      expect(hrefs).toContain(`/sub/${address}`);
  });

  test('the search page has its form', () => {
    expect(
      site.open('/search/').querySelector('form[role="search"] input[type="search"][name="q"]'),
    ).not.toBeNull();
  });

  test('the home page has the newest of every channel, pictures, topics, zones and years', () => {
    const hrefs = hrefsOf(main('/').querySelectorAll('a'));
    for (const address of [
      'news/2024/12/newest/',
      'news/2024/11/every-key/',
      'quiet/',
      'topics/green/',
      'zones/wuhan-new/',
      'regions/hubei/',
      'news/2019/',
    ])
      expect(hrefs).toContain(`/sub/${address}`);
  });
});
