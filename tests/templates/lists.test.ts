import { describe, expect, it } from 'vitest';
import type { Paging, ShownPicture, ZoneCard } from '../../src/pages/page.ts';
import home from '../../templates/home.11ty.tsx';
import listTemplate from '../../templates/list.11ty.tsx';
import year from '../../templates/year.11ty.tsx';
import zones from '../../templates/zones.11ty.tsx';
import { base, draw, item, list, open, textOf } from './draw.ts';

const openList = (changes: Partial<typeof list>): Document =>
  open(draw('list', listTemplate, { ...list, ...changes }));
const picture: ShownPicture = {
  src: '/sub/a.png',
  alt: '码头',
  width: 1280,
  height: 720,
  caption: undefined,
  credit: undefined,
};
const card: ZoneCard = {
  href: '/sub/zones/sip/',
  name: '苏州工业园区',
  region: { href: '/sub/regions/suzhou/', text: '苏州' },
  level: '国家级经开区',
  founded: '1994',
  industries: ['生物医药', '人工智能'],
  summary: '',
};

describe('list', () => {
  it('gives each item its title, time, source and zone', () => {
    const document = openList({});
    expect(document.querySelector('.item .title')?.getAttribute('href')).toBe('/sub/news/2020/01/b/');
    expect(document.querySelector('.item time')?.getAttribute('datetime')).toBe('2020-01-22');
    expect(textOf(document, '.item .origin')).toBe('开放时讯苏州工业园区');
  });

  it('tags what is more than text', () => {
    const group = (medium: 'text' | 'picture' | 'video') => [
      { id: undefined, title: undefined, items: [{ ...item, medium }] },
    ];
    expect(textOf(openList({ groups: group('video') }), '.medium')).toBe('视频');
    expect(textOf(openList({ groups: group('text') }), '.medium')).toBeUndefined();
  });

  it('has anchors for its days', () => {
    const groups = [{ id: '2020-01-23', title: '2020年1月23日', items: [item] }];
    expect(textOf(openList({ groups }), 'h2[id="2020-01-23"]')).toBe('2020年1月23日');
  });

  it('says so when it is empty', () => {
    const document = openList({ count: 0, groups: [{ id: undefined, title: undefined, items: [] }] });
    expect(textOf(document, '.nothing')).toBe('这里还没有稿件。');
  });

  it('gives pictures their size, and lets neither focus nor speech stop at them', () => {
    const document = openList({
      groups: [{ id: undefined, title: undefined, items: [{ ...item, picture }] }],
    });
    const link = document.querySelector('.thumbnail');
    expect([link?.getAttribute('tabindex'), link?.getAttribute('aria-hidden')]).toEqual(['-1', 'true']);
    const image = link?.querySelector('img');
    expect(['width', 'height', 'loading', 'alt'].map((name) => image?.getAttribute(name))).toEqual([
      '1280',
      '720',
      'lazy',
      '',
    ]);
  });
});

describe('pager', () => {
  const paging: Paging = {
    number: undefined,
    newest: '/sub/zone-news/',
    newer: undefined,
    older: '/sub/zone-news/page/4/',
    around: [
      { href: '/sub/zone-news/page/4/', number: 4 },
      undefined,
      { href: '/sub/zone-news/page/1/', number: 1 },
    ],
  };

  it('leads to older parts and says that there is nothing newer', () => {
    const document = openList({ paging });
    expect(document.querySelector('.pager a[rel="next"]')?.getAttribute('href')).toBe(
      '/sub/zone-news/page/4/',
    );
    expect(document.querySelector('.pager a[rel="prev"]')).toBeNull();
    expect(textOf(document, '.pager [aria-current="page"]')).toBe('最新');
  });

  it('is left out where there is one part', () => {
    expect(openList({}).querySelector('.pager')).toBeNull();
  });
});

describe('home page', () => {
  const empty = {
    ...base,
    crumbs: [],
    section: 'home',
    lead: undefined,
    pictures: [],
    latest: [],
    channels: [],
    topics: [],
    zonesByRegion: [],
    years: [],
    count: 0,
    zoneCount: 0,
  };

  it('stands without any article', () => {
    const document = open(draw('home', home, empty));
    expect(textOf(document, 'h1')).toBe('投促中国');
    expect(document.querySelector('nav[aria-label="您现在的位置"]')).toBeNull();
    expect(textOf(document, '.latest .nothing')).toBe('还没有稿件。');
  });

  it('loads the picture of the lead at once', () => {
    const document = open(draw('home', home, { ...empty, lead: { ...item, picture } }));
    const image = document.querySelector('.lead img');
    expect(image?.getAttribute('fetchpriority')).toBe('high');
    expect(image?.hasAttribute('loading')).toBe(false);
  });
});

describe('zone directory', () => {
  it('filters by radio buttons and attributes that its style sheet knows', () => {
    const document = open(
      draw('zones', zones, {
        ...base,
        zones: [{ ...card, regionKeys: 'suzhou jiangsu', levelKey: 'l1' }],
        regions: [{ key: 'jiangsu', name: '江苏', count: 1 }],
        levels: [{ key: 'l1', name: '国家级经开区', count: 1 }],
        zoneFilter: '/sub/assets/zone-filter.css',
        count: 1,
        filters: [],
        turner: undefined,
      }),
    );
    const ids = [...document.querySelectorAll('.zones input[type="radio"]')].map((input) => input.id);
    expect(ids).toEqual(['region-all', 'region-jiangsu', 'level-all', 'level-l1']);
    expect(document.querySelector('#region-all')?.hasAttribute('checked')).toBe(true);
    expect(document.querySelector('[data-region~="jiangsu"][data-level="l1"]')).not.toBeNull();
    expect(document.querySelector('link[href="/sub/assets/zone-filter.css"]')).not.toBeNull();
  });
});

describe('year', () => {
  it('links the days that have news', () => {
    const days = [
      { day: 1, href: undefined, label: '2020年1月1日' },
      { day: 2, href: '/sub/news/2020/01/#2020-01-02', label: '2020年1月2日，3篇' },
    ];
    const document = open(
      draw('year', year, {
        ...base,
        year: '2020',
        count: 3,
        older: undefined,
        newer: undefined,
        months: [{ name: '1月', href: '/sub/news/2020/01/', count: 3, weeks: [[undefined, ...days]] }],
      }),
    );
    const links = [...document.querySelectorAll('td a')];
    expect(links.map((link) => [link.textContent, link.getAttribute('aria-label')])).toEqual([
      ['2', '2020年1月2日，3篇'],
    ]);
    expect(document.querySelectorAll('th[scope="col"]')).toHaveLength(7);
    expect(document.querySelector('caption a')?.getAttribute('href')).toBe('/sub/news/2020/01/');
  });
});
