import { describe, expect, it } from 'vitest';
import type { ArticlePage } from '../../src/pages/page.ts';
import template from '../../templates/article.11ty.tsx';
import { article, draw, item, open, textOf } from './draw.ts';

const drawArticle = (changes: Partial<ArticlePage> = {}): string =>
  draw('article', template, { ...article, ...changes });
const openArticle = (changes: Partial<ArticlePage> = {}): Document => open(drawArticle(changes));

describe('what a program finds in an article page', () => {
  it('the language and exactly one h1', () => {
    const document = openArticle();
    expect(document.documentElement.getAttribute('lang')).toBe('zh-CN');
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    expect(textOf(document, 'h1')).toBe('援外医疗队启程 一封家书随行');
  });

  it('every step of the breadcrumb as a link', () => {
    const links = [...openArticle().querySelectorAll('nav[aria-label="您现在的位置"] ol > li > a')];
    expect(links.map((link) => link.textContent)).toEqual(['首页', '开发区新闻', '苏州', '文字新闻']);
    expect(links.every((link) => !link.hasAttribute('aria-current'))).toBe(true);
  });

  it('date, source and zone alone, their labels beside them', () => {
    const document = openArticle({ zone: { href: '/sub/zones/sip/', text: '苏州工业园区' } });
    const time = document.querySelector('time');
    expect(time?.getAttribute('datetime')).toBe('2020-01-23T15:30:00+08:00');
    expect(time?.textContent).toBe('2020-01-23 15:30');
    expect(textOf(document, '[data-field="source"]')).toBe('江海园区报');
    expect(textOf(document, '[data-field="zone"] a')).toBe('苏州工业园区');
    expect(textOf(document, '.byline')).toBe(
      '发布时间：2020-01-23 15:30来源：江海园区报发布开发区：苏州工业园区',
    );
  });

  it('no zone where there is none, whatever stands in the lists', () => {
    const more = { title: '更多', items: [item], all: { href: '/sub/zone-news/', text: '全部' } };
    const document = openArticle({ more });
    expect(document.querySelector('[data-field="zone"]')).toBeNull();
    expect(document.querySelectorAll('[data-field="source"]')).toHaveLength(1);
  });

  it('the link to the source inside its field', () => {
    const document = openArticle({ source: { name: '开放时讯', url: 'https://example.com/1' } });
    expect(document.querySelector('[data-field="source"] a')?.getAttribute('href')).toBe(
      'https://example.com/1',
    );
  });

  it('the text, and nothing but the text, as what is to be searched', () => {
    const document = openArticle({ summary: '摘要', keywords: ['医疗'] });
    expect(document.querySelectorAll('[data-pagefind-body]')).toHaveLength(1);
    expect(document.querySelector('[data-pagefind-body]')?.innerHTML).toBe('<p>正文。</p>');
  });

  it('the titles of the neighbours alone in their links', () => {
    const document = openArticle({ prev: { href: '/sub/news/2020/02/c/', text: '较新的一条' } });
    expect(document.querySelector('a[rel="prev"]')?.textContent).toBe('较新的一条');
    expect(document.querySelector('a[rel="next"]')).toBeNull();
    expect(textOf(document, '.neighbours')).toBe('上一条：较新的一条下一条：没有了');
  });

  it('contact and copyright in the footer', () => {
    const footer = textOf(openArticle(), 'footer');
    expect(footer).toContain('+86-0512-53660867');
    expect(footer).toContain('© 2015-2024 InvestCHN.com');
  });
});

describe('optional parts', () => {
  it('stand there when they are given', () => {
    const document = openArticle({
      originalTitle: '带着家书去铜仁',
      author: '李南风',
      editor: '周敏',
      aiNote: '本文在人工智能辅助下撰写',
      corrections: [{ date: { iso: '2020-02-01', text: '2020-02-01' }, note: '“305天”误作“350天”。' }],
    });
    expect(textOf(document, '.makers')).toBe('原标题：带着家书去铜仁作者：李南风责任编辑：周敏');
    expect(textOf(document, '.ai-note')).toBe('本文在人工智能辅助下撰写');
    expect(textOf(document, '.corrections li')).toBe('2020-02-01 “305天”误作“350天”。');
  });

  it('leave no empty box behind', () => {
    const document = openArticle();
    for (const name of ['corrections', 'makers', 'topics', 'keywords', 'lede', 'beside', 'subtitle']) {
      expect(document.querySelector(`.${name}`), name).toBeNull();
    }
  });

  it('load a video only when it is played', () => {
    const poster = {
      src: '/p.png',
      alt: '海报',
      width: 1280,
      height: 720,
      caption: undefined,
      credit: undefined,
    };
    const video = openArticle({ video: { src: '/clip.webm', poster } }).querySelector('video');
    expect(video?.getAttribute('preload')).toBe('none');
    expect(video?.getAttribute('poster')).toBe('/p.png');
    expect(video?.hasAttribute('controls')).toBe(true);
  });
});

describe('hostile text', () => {
  const title = '</title><script>alert(1)</script>&"';

  it('in a title stays text', () => {
    const text = drawArticle({ title, head: { ...article.head, title } });
    expect(text).not.toContain('<script>alert');
    expect(textOf(open(text), 'h1')).toBe(title);
    expect(textOf(open(text), 'title')).toBe(title);
  });

  it('in JSON-LD cannot close its block', () => {
    const text = drawArticle({ head: { ...article.head, jsonLd: [{ headline: '</script><script>x' }] } });
    expect(text).not.toContain('</script><script>x');
    const block = open(text).querySelector('script[type="application/ld+json"]');
    expect(JSON.parse(block?.textContent ?? '')).toEqual({ headline: '</script><script>x' });
  });
});
