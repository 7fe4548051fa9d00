import { describe, expect, test } from 'vitest';
import { fixtureSite, metaOf, textOf } from './built-site.ts';

const site = fixtureSite();
const address = '/news/2024/11/hostile/';
const title = `</script><script>alert(1)</script> "&'`;

describe('a hostile article is inert', () => {
  test('its title is text, wherever it stands', () => {
    const page = site.open(address);
    expect(textOf(page.querySelector('h1'))).toBe(title);
    expect(metaOf(page).get('ArticleTitle')).toBe(title);
    expect(metaOf(page).get('og:title')).toBe(title);
    expect(metaOf(page).get('Author')).toBe('"><script>alert(3)</script>');
    expect(metaOf(page).get('ColumnName')).toBe('投资政策');
  });

  test('JSON-LD gives it back unchanged', () => {
    const [block] = [...site.open(address).querySelectorAll('script[type="application/ld+json"]')];
    expect(JSON.parse(block?.textContent ?? '')).toMatchObject({ headline: title });
  });

  test('so do the feeds and the month', () => {
    expect(JSON.stringify(site.json('/policy/feed.json'))).toContain(JSON.stringify(title).slice(1, -1));
    expect(JSON.stringify(site.json('/news/2024/11/index.json'))).toContain(
      JSON.stringify(title).slice(1, -1),
    );
    expect(site.text('/policy/feed.xml')).toContain(
      '&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt; &quot;&amp;',
    );
  });

  test('HTML in its body is shown as it was written', () => {
    const body = textOf(site.open(address).querySelector('[data-pagefind-body]'));
    for (const text of ['</script>', '<script>alert(4)</script>', '<img src=x onerror=alert(5)>', '</body>'])
      expect(body).toContain(text);
  });
});

test('no page has a script or a style but ours, nor an event attribute', () => {
  const wrong = site.pages.flatMap((page) => {
    const document = site.open(page);
    const scripts = [...document.querySelectorAll('script')].filter(
      (script) =>
        script.getAttribute('type') !== 'application/ld+json' &&
        !(
          script.textContent === '' &&
          /^\/sub\/assets\/[a-z-]+\.[0-9a-f]{8}\.js$/.test(script.getAttribute('src') ?? '')
        ),
    );
    const handlers = [...document.querySelectorAll('*')].filter(({ attributes }) =>
      [...attributes].some(
        ({ name, value }) => name.startsWith('on') || name === 'style' || /^\s*javascript:/i.test(value),
      ),
    );
    return [...scripts, ...handlers, ...document.querySelectorAll('style, iframe, object, embed, base')].map(
      (node) => `${page} ${node.outerHTML.slice(0, 80)}`,
    );
  });
  expect(wrong).toEqual([]);
});
