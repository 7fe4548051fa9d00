import { describe, expect, test } from 'vitest';
import { desktop, openBrowser } from './open-browser.ts';
import { patience } from './search/open-search.ts';

const sample = await openBrowser('sample');
const fixture = await openBrowser('fixture');

describe('the index that the build makes', () => {
  test('finds articles by their whole title, first of all', async () => {
    const { page, faults } = await sample.open('/news/2020/01/');
    const titles = await page.locator('main a.title').allTextContents();
    expect(titles.length).toBeGreaterThan(0);
    for (const title of titles) {
      await page.goto(`${sample.home}search/?q=${encodeURIComponent(`"${title}"`)}&sort=relevance`);
      const first = page.locator('[data-search-results] > li').first();
      await first.waitFor();
      expect(await first.locator('a.title').textContent()).toBe(title);
      expect(await first.locator('a.title mark').first().textContent()).toBe(title);
    }
    expect(faults).toEqual([]);
  });

  test('leads from a word to its article, where the word is marked', async () => {
    const { page, faults } = await sample.open('/', { viewport: desktop });
    await page.locator('#search').fill('麻醉機');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/**');
    await page.locator('[data-search-results] a.title').first().click();
    await page.waitForURL('**/news/**');
    await page.locator('article mark').first().waitFor();
    expect(new Set(await page.locator('article mark').allTextContents())).toEqual(new Set(['麻醉机']));
    expect(faults).toEqual([]);
  });

  test('counts its regions with those below them', async () => {
    const { page } = await sample.open('/search/?region=jiangsu', { viewport: desktop });
    const row = (name: string) => page.locator('.search-filters label', { hasText: name });
    const number = async (name: string): Promise<number> =>
      Number(await row(name).first().locator('.count').textContent());
    await expect.poll(() => page.locator('.search-filters .count').count(), patience).toBeGreaterThan(0);
    const below = await page
      .locator('.search-filters fieldset', { hasText: '地区' })
      .locator('.below .count')
      .allTextContents();
    expect(await number('江苏')).toBeGreaterThan(0);
    expect(below.length).toBeGreaterThan(0);
    await expect
      .poll(() => page.locator('main [role="status"]').first().textContent(), patience)
      .toBe(`筛选出的新闻：共 ${await number('江苏')} 条`);
  });

  test('knows the initials of its zones', async () => {
    const { page } = await sample.open('/about/', { viewport: desktop });
    await page.locator('#search').fill('ksdggyy');
    await expect
      .poll(() => page.locator('[role="option"]').first().textContent(), patience)
      .toBe('昆山德国工业园');
  });

  test('works below a path', async () => {
    const { page, faults } = await fixture.open(`/search/?q=${encodeURIComponent('编辑写的摘要')}`);
    const link = page.locator('[data-search-results] a.title').first();
    await link.waitFor();
    expect(await link.getAttribute('href')).toMatch(/^\/sub\/news\/2024\/11\/every-key\/\?q=/);
    expect(faults).toEqual([]);
  });
});
