import path from 'node:path';
import { expect, test } from 'vitest';
import { runNews } from '../cli/run-news.ts';
import { fixtureSite, metaOf, sampleSite } from './built-site.ts';

/*
 * Links, anchors, pictures, HTML, heads, structured data, feeds, sitemaps, lists, search: `verify` looks at all of
 * them, and tests/cli/verify.test.ts proves that it sees what is wrong.
 */
test.each([
  ['fixture', fixtureSite(), 'tests/site/fixture/content'],
  ['sample', sampleSite(), 'content'],
] as const)('verify finds nothing wrong with the %s site', async (_, site, content) => {
  const { code, stdout } = await runNews([
    'verify',
    '--output',
    site.root,
    '--content',
    path.resolve(content),
    '--format',
    'json',
  ]);
  const { problems, counts } = JSON.parse(stdout);
  expect(problems).toEqual([]);
  expect(code).toBe(0);
  expect(counts).toMatchObject({ pages: site.pages.length, validated: site.pages.length, searchable: true });
});

test.each([
  ['fixture', fixtureSite()],
  ['sample', sampleSite()],
] as const)('the %s site: every page is Chinese and fits the screen', (_, site) => {
  const wrong = site.pages.filter((page) => {
    const document = site.open(page);
    return !(
      document.documentElement.getAttribute('lang') === 'zh-CN' &&
      metaOf(document).get('viewport') === 'width=device-width, initial-scale=1'
    );
  });
  expect(wrong).toEqual([]);
});
