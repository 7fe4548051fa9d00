import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { desktop } from './open-browser.ts';
import { openSearches, patience } from './search/open-search.ts';

const searches = await openSearches();
const article = '/news/2024/11/every-key/';

const textOf = async (page: Page): Promise<string> => (await page.locator('article').textContent()) ?? '';

/** Opens the article as a result leads to it, once its bar is there; `plain` is its text without marks. */
async function openMarked(text: string): Promise<{ page: Page; plain: string; faults: string[] }> {
  const before = await searches.open();
  await before.go(article);
  const plain = await textOf(before.page);
  const { page, go, faults } = await searches.open({ viewport: desktop });
  await go(`${article}?q=${encodeURIComponent(text)}`);
  await page.locator('.marks-bar').waitFor();
  return { page, plain, faults };
}

describe('an article opened from a result', () => {
  test.each([
    ['每个键', 1, ['每个键']],
    ['圖注', 2, ['图注', '图注']],
    ['一句重点', 1, ['一句', '重点']],
    ['“一个脚注，一句重点”', 1, ['一个脚注', '，一句', '重点']],
    ['重点 副标题', 2, ['副标题', '重点']],
    ['1,200', 1, ['1,200']],
    ['代码块', 1, ['代码块']],
  ])('marks %s in %d places', async (text, places, pieces) => {
    const { page, plain, faults } = await openMarked(text);
    expect(await page.locator('article mark').allTextContents()).toEqual(pieces);
    expect(await page.locator('.marks-bar [role="status"]').textContent()).toBe(`标出 ${places} 处`);
    expect(await textOf(page)).toBe(plain);
    expect(faults).toEqual([]);
  });

  test('goes from one place to the next and back', async () => {
    const { page } = await openMarked('图注');
    const status = page.locator('.marks-bar [role="status"]');
    const inView = () =>
      page.locator('mark.current').evaluate((node) => {
        const { top, bottom } = node.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      });
    for (const [name, said] of [
      ['下一处', '第 1/2 处'],
      ['下一处', '第 2/2 处'],
      ['下一处', '第 1/2 处'],
      ['上一处', '第 2/2 处'],
    ] as const) {
      await page.locator('.marks-bar button', { hasText: name }).click();
      expect(await status.textContent()).toBe(said);
      await expect.poll(inView, patience).toBe(true);
    }
  });

  test('is as it was once the marks are cleared', async () => {
    const { page, plain } = await openMarked('一句重点');
    await page.locator('.marks-bar button', { hasText: '清除标记' }).click();
    expect(await page.locator('mark, .marks-bar').count()).toBe(0);
    expect(await textOf(page)).toBe(plain);
    expect(new URL(page.url()).search).toBe('');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  });

  test('prints without marks and bar', async () => {
    const { page } = await openMarked('重点');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.marks-bar').isVisible()).toBe(false);
    const background = await page.locator('mark').evaluate((node) => getComputedStyle(node).backgroundColor);
    expect(background).toBe('rgba(0, 0, 0, 0)');
  });

  test.each(['没有的词', '-重点', '""', '图注第一节'])('stays plain for %s', async (text) => {
    const { page, go, faults } = await searches.open();
    const loaded = page.waitForResponse(/\/assets\/search\./);
    await go(`${article}?q=${encodeURIComponent(text)}`);
    await (await loaded).finished();
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    expect(await page.locator('mark, .marks-bar').count()).toBe(0);
    expect(faults).toEqual([]);
  });
});
