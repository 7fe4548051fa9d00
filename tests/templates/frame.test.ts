import { describe, expect, it } from 'vitest';
import type { ListPage } from '../../src/pages/page.ts';
import type { Shell } from '../../src/pages/shell.ts';
import template from '../../templates/list.11ty.tsx';
import { draw, list, open, textOf } from './draw.ts';

const openList = (changes: Partial<ListPage> = {}, shell: Partial<Shell> = {}): Document =>
  open(draw('list', template, { ...list, ...changes }, shell));

describe('head', () => {
  it('has what robots and readers look for', () => {
    const { head } = openList();
    expect(head.querySelector('meta')?.getAttribute('charset')).toBe('utf-8');
    expect(head.querySelector('meta[name="viewport"]')?.getAttribute('content')).toBe(
      'width=device-width, initial-scale=1',
    );
    expect(head.querySelector('link[rel="canonical"]')?.getAttribute('href')).toBe(list.head.canonical);
    expect(head.querySelector('link[rel="alternate"]')?.getAttribute('type')).toBe('application/atom+xml');
    expect(head.querySelector('meta[name="SiteName"]')?.getAttribute('content')).toBe('投促中国');
    expect(head.querySelector('meta[property="og:type"]')?.getAttribute('content')).toBe('article');
    expect(head.querySelector('meta[name="robots"]')).toBeNull();
  });

  it('says noindex, and leaves out a canonical address that is none', () => {
    const { head } = openList({ head: { ...list.head, noindex: true, canonical: undefined } });
    expect(head.querySelector('meta[name="robots"]')?.getAttribute('content')).toBe('noindex');
    expect(head.querySelector('link[rel="canonical"]')).toBeNull();
  });

  it('runs its script before the style sheet is waited for, and has nothing inline', () => {
    const document = openList();
    const order = [...document.head.querySelectorAll('script[src], link[rel="stylesheet"]')];
    expect(order.map((element) => element.localName)).toEqual(['script', 'link']);
    expect(document.querySelectorAll('style, [style], [onclick], script:not([src], [type])')).toHaveLength(0);
  });
});

describe('frame', () => {
  it('begins with the way to the text', () => {
    const document = openList();
    const first = document.querySelector('a');
    expect(first?.textContent).toBe('跳到正文');
    expect(document.querySelector(first?.getAttribute('href') ?? '')?.localName).toBe('main');
  });

  it('searches by a form that needs no script', () => {
    const form = openList().querySelector('form[role="search"]');
    expect(form?.getAttribute('action')).toBe('/sub/search/');
    expect(form?.querySelector('input[type="search"]')?.getAttribute('name')).toBe('q');
  });

  it('marks the open section', () => {
    const open = openList().querySelectorAll('.navigation [aria-current]');
    expect([...open].map((link) => link.textContent)).toEqual(['开发区新闻']);
  });

  it('marks the last crumb where it is the page itself', () => {
    const canonical = 'https://www.investchn.com/sub/zone-news/suzhou/text/';
    const current = openList({ head: { ...list.head, canonical } }).querySelectorAll(
      '.crumbs [aria-current]',
    );
    expect([...current].map((link) => [link.textContent, link.getAttribute('aria-current')])).toEqual([
      ['文字新闻', 'page'],
    ]);
  });

  it('prints no button that only a script could work', () => {
    expect(openList().querySelectorAll('button:not([type="submit"])')).toHaveLength(0);
  });

  it('does without what a small site lacks', () => {
    const document = openList(
      {},
      { englishName: '', tagline: '', navigation: [], services: [], footer: { ...bareFooter } },
    );
    expect(document.querySelector('.tagline, .wordmark-english, .notice')).toBeNull();
    expect(document.querySelectorAll('footer h2')).toHaveLength(0);
    expect(textOf(document, 'footer')).toBe('© 2024');
  });
});

const bareFooter: Shell['footer'] = {
  contact: [],
  about: [],
  links: [],
  feeds: [],
  copyright: '© 2024',
  holder: '',
  icp: undefined,
  police: undefined,
  siteIdCode: undefined,
};
