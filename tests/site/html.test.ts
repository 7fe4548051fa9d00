import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { type BuiltSite, fixtureSite, metaOf, sampleSite, textOf } from './built-site.ts';

/** The HTML standard, documents and accessibility; matters of taste are left out. */
const judge = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:standard', 'html-validate:document', 'html-validate:a11y'],
    rules: {
      // Our own files need no integrity.
      'require-sri': 'off',
      // The contract asks for form[role="search"], which old browsers understand.
      'prefer-native-element': 'off',
      // role="list" gives Safari its lists back.
      'no-redundant-role': 'off',
      'no-implicit-button-type': 'off',
    },
  }),
);

function mistakesOf(site: BuiltSite): string[] {
  return site.pages.flatMap((page) =>
    judge
      .validateStringSync(site.text(page), page)
      .results.flatMap(({ messages }) => messages)
      .filter(({ severity }) => severity === 2)
      .map(({ line, column, ruleId, message }) => `${page}:${line}:${column} ${ruleId} ${message}`),
  );
}

describe.each([
  ['fixture', fixtureSite(), 'https://host.example/sub'],
  ['sample', sampleSite(), 'https://www.investchn.com'],
] as const)('the %s site', (_, site, url) => {
  const isRedirect = (page: string): boolean =>
    site.open(page).querySelector('meta[http-equiv="refresh"]') !== null;
  const isHidden = (page: string): boolean => metaOf(site.open(page)).has('robots');

  test('every page is valid HTML', () => {
    expect(mistakesOf(site)).toEqual([]);
  });

  test('every page has language, character set, viewport, title and one h1; headings skip no level', () => {
    const wrong = site.pages.filter((page) => {
      const document = site.open(page);
      const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ tagName }) =>
        Number(tagName[1]),
      );
      return !(
        document.documentElement.getAttribute('lang') === 'zh-CN' &&
        document.querySelector('meta[charset="utf-8"]') &&
        metaOf(document).get('viewport') === 'width=device-width, initial-scale=1' &&
        textOf(document.querySelector('title')) &&
        levels.filter((level) => level === 1).length === 1 &&
        levels.every((level, index) => level <= (levels[index - 1] ?? level) + 1)
      );
    });
    expect(wrong).toEqual([]);
  });

  test('every page but 404 and redirects names its own address', () => {
    const wrong = site.pages.filter((page) => {
      const canonical = site.open(page).querySelector('link[rel="canonical"]')?.getAttribute('href');
      return page !== '/404.html' && !isRedirect(page) && canonical !== url + page;
    });
    expect(wrong).toEqual([]);
  });

  test('every page that may be indexed has a title of its own, a description and the tags of the site', () => {
    const titles = new Map<string, string>();
    const wrong: string[] = [];
    for (const page of site.pages.filter((each) => !isHidden(each))) {
      const document = site.open(page);
      const meta = metaOf(document);
      const title = textOf(document.querySelector('title'));
      const same = titles.get(title);
      if (same !== undefined) wrong.push(`${page} has the title of ${same}`);
      titles.set(title, page);
      for (const name of ['description', 'SiteName', 'SiteDomain', 'og:title', 'og:url', 'og:image'])
        if (!meta.get(name)) wrong.push(`${page} lacks ${name}`);
    }
    expect(wrong).toEqual([]);
  });

  test('lists and articles carry the tags of their column', () => {
    const lists = site.pages.filter(
      (page) =>
        /^\/(zone-news|policy|regions|news\/\d{4}\/\d\d)\/[^.]*$/.test(page) &&
        page !== '/regions/' &&
        !isHidden(page),
    );
    expect(lists.length).toBeGreaterThan(10);
    const lacking = lists.filter((page) =>
      ['ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'].some(
        (name) => !metaOf(site.open(page)).get(name),
      ),
    );
    expect(lacking).toEqual([]);
  });

  test('every picture has its size, so that nothing moves when it arrives', () => {
    const wrong = site.pages.flatMap((page) =>
      [...site.open(page).querySelectorAll('img')]
        .filter(
          (image) =>
            !image.getAttribute('width') || !image.getAttribute('height') || !image.hasAttribute('alt'),
        )
        .map((image) => `${page} ${image.getAttribute('src')}`),
    );
    expect(wrong).toEqual([]);
  });

  test('nothing comes from another host', () => {
    const wrong = site.pages.flatMap((page) =>
      [
        ...site
          .open(page)
          .querySelectorAll('script[src], img[src], link[rel="stylesheet"], link[rel="icon"], video, source'),
      ]
        .map((node) => node.getAttribute('src') ?? node.getAttribute('href') ?? '')
        .filter((target) => !target.startsWith(site.base))
        .map((target) => `${page} ${target}`),
    );
    expect(wrong).toEqual([]);
  });
});
