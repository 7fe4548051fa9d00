import { describe, expect, it } from 'vitest';
import directory from '../../templates/directory.11ty.tsx';
import gone from '../../templates/gone.11ty.tsx';
import redirect from '../../templates/redirect.11ty.tsx';
import search from '../../templates/search.11ty.tsx';
import text from '../../templates/text.11ty.ts';
import { base, draw, open, textOf } from './draw.ts';

describe('gone page', () => {
  it('keeps title, date and reason, shows ways on, and has no text', () => {
    const document = open(
      draw('gone', gone, {
        ...base,
        head: { ...base.head, noindex: true },
        title: '一条撤下的新闻',
        date: { iso: '2020-01-23', text: '2020-01-23' },
        state: '本稿已撤稿',
        reason: '来源方要求。',
        ways: [{ href: '/sub/news/', text: '历年新闻' }],
      }),
    );
    expect(textOf(document, 'h1')).toBe('一条撤下的新闻');
    expect(textOf(document, 'time')).toBe('2020-01-23');
    expect(textOf(document, '.state')).toBe('本稿已撤稿来源方要求。');
    expect(document.querySelector('main a')?.getAttribute('href')).toBe('/sub/news/');
    expect(document.querySelector('[data-pagefind-body]')).toBeNull();
    expect(document.querySelector('meta[name="robots"]')?.getAttribute('content')).toBe('noindex');
  });
});

const groups = [{ title: '栏目', links: [{ href: '/sub/policy/', text: '投资政策', note: '12篇' }] }];

describe('directory page', () => {
  const page = {
    ...base,
    section: 'siteMap',
    title: '网站地图',
    intro: '全站页面一览。',
    groups,
    turner: undefined,
  };

  it('has the search form of the banner alone', () => {
    const document = open(draw('directory', directory, page));
    expect(document.querySelector('main form')).toBeNull();
    expect(document.querySelector('header form[role="search"]')).not.toBeNull();
  });

  it('lists its groups under headings', () => {
    const document = open(draw('directory', directory, page));
    expect(textOf(document, 'main h2')).toBe('栏目');
    expect(textOf(document, 'main section li')).toBe('投资政策12篇');
  });
});

describe('search page', () => {
  const page = {
    ...base,
    section: 'search',
    title: '检索',
    names: {
      channel: [{ id: 'policy', name: '投资政策' }],
      region: [{ id: 'suzhou', name: '苏州', parent: 'jiangsu' }],
      zone: [],
      medium: [{ id: 'text', name: '文字新闻' }],
    },
    browse: groups,
  };
  const hrefsOf = (document: Document, selector: string): (string | null)[] =>
    [...document.querySelectorAll(selector)].map(
      (node) => node.getAttribute('href') ?? node.getAttribute('src'),
    );

  it('has one search form, large in the page, that asks by its address', () => {
    const document = open(draw('search', search, page));
    const forms = document.querySelectorAll('form[role="search"]');
    expect(forms).toHaveLength(1);
    expect(document.querySelector('main form')?.getAttribute('action')).toBe('/sub/search/');
    expect(document.querySelector('main input[type="search"]')?.getAttribute('name')).toBe('q');
  });

  it('is busy until its script answers, and shows the lists', () => {
    const document = open(draw('search', search, page));
    expect(document.querySelector('ol[data-search-results]')?.getAttribute('aria-busy')).toBe('true');
    expect(document.querySelector('[data-search-answer]')?.hasAttribute('hidden')).toBe(true);
    expect(document.querySelector('[role="status"]')?.textContent).toBe('');
    expect(textOf(document, '[data-search-browse] li')).toBe('投资政策12篇');
    expect(hrefsOf(document, 'script[type="module"], link[href*="search-page"]')).toEqual([
      '/sub/assets/search-page.css',
      '/sub/assets/search.js',
    ]);
  });

  it('names the ids that its script will find', () => {
    const document = open(draw('search', search, page));
    const option = document.querySelector('[data-names="region"] option');
    expect(option?.getAttribute('value')).toBe('suzhou');
    expect(option?.getAttribute('label')).toBe('苏州');
    expect(option?.getAttribute('data-parent')).toBe('jiangsu');
  });

  it('says so where the site has no index, and loads no script', () => {
    const document = open(draw('search', search, page, { searchable: false }));
    expect(textOf(document, 'main')).toContain('这一版网站没有检索索引');
    expect(hrefsOf(document, 'script[type="module"]')).toEqual([]);
    expect(document.querySelector('form')?.hasAttribute('data-suggest')).toBe(false);
    expect(textOf(document, '[data-search-browse] li')).toBe('投资政策12篇');
  });
});

describe('redirect', () => {
  it('leads on by itself and by a link', () => {
    const document = open(
      draw('redirect', redirect, {
        to: '/sub/about/',
        canonical: 'https://www.investchn.com/sub/about/',
        title: '页面已移动',
      }),
    );
    expect(document.querySelector('meta[http-equiv="refresh"]')?.getAttribute('content')).toBe(
      '0; url=/sub/about/',
    );
    expect(document.querySelector('link[rel="canonical"]')?.getAttribute('href')).toBe(
      'https://www.investchn.com/sub/about/',
    );
    expect(document.querySelector('main a')?.getAttribute('href')).toBe('/sub/about/');
  });
});

describe('text file', () => {
  it('is its text to the byte', () => {
    expect(draw('text', text, { text: '<feed/>\n' })).toBe('<feed/>\n');
  });
});
