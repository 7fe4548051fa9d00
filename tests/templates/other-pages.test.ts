import { describe, expect, it } from 'vitest';
import directory from '../../templates/directory.11ty.tsx';
import gone from '../../templates/gone.11ty.tsx';
import redirect from '../../templates/redirect.11ty.tsx';
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

describe('directory page', () => {
  const page = {
    ...base,
    title: '检索',
    intro: '按栏目查阅。',
    groups: [{ title: '栏目', links: [{ href: '/sub/policy/', text: '投资政策', note: '12篇' }] }],
  };

  it('has one search form, large in the page, on the search page alone', () => {
    const search = open(draw('directory', directory, { ...page, section: 'search' }));
    expect(search.querySelectorAll('form[role="search"]')).toHaveLength(1);
    expect(search.querySelector('main form[role="search"]')).not.toBeNull();
    const siteMap = open(draw('directory', directory, { ...page, section: 'siteMap' }));
    expect(siteMap.querySelector('main form')).toBeNull();
    expect(siteMap.querySelector('header form[role="search"]')).not.toBeNull();
  });

  it('lists its groups under headings', () => {
    const document = open(draw('directory', directory, page));
    expect(textOf(document, 'main h2')).toBe('栏目');
    expect(textOf(document, 'main section li')).toBe('投资政策12篇');
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
