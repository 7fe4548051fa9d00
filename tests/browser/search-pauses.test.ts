import { expect, test } from 'vitest';
import { articles, openSearches } from './search/open-search.ts';

const [template] = articles;
if (!template) throw new Error('no article to begin with');

/** All hold both pairs of 座谈会, but only the oldest holds them together. */
const searches = await openSearches([
  ...Array.from({ length: 230 }, (_, place) => ({
    ...template,
    title: `第${place}号`,
    text: '座谈。谈会。',
    address: `/news/2024/01/a-${place}/`,
    date: '2024-01-01',
  })),
  { ...template, title: '座谈会', text: '座谈会。', address: '/news/2023/01/last/', date: '2023-01-01' },
]);

test('a phrase that hardly any candidate holds is looked for in steps', async () => {
  const { page, go, status, titles, answered } = await searches.open();
  await go(`/search/?q=${encodeURIComponent('座谈会')}`);
  expect(await status()).toBe('还没有找到“座谈会”，可以接着找');
  expect(await page.locator('[data-search-browse]').isVisible()).toBe(false);
  const more = page.locator('button[data-search-more]');
  await more.click();
  await answered();
  expect(await titles()).toEqual(['座谈会']);
  expect(await status()).toBe('“座谈会”：共 1 条');
  expect(await more.count()).toBe(0);
});
