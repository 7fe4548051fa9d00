import { describe, expect, test } from 'vitest';
import { judge, loadAxe, measureOverflow } from './judge-page.ts';
import { desktop, openBrowser, phone } from './open-browser.ts';
import { pageKinds } from './page-kinds.ts';

const reader = await openBrowser('fixture');
const sighted = await reader.keep();
const narrow = await reader.keep({ viewport: { width: 320, height: 640 } });
const scriptless = await reader.keep({ javaScriptEnabled: false });

describe.each(Object.entries(pageKinds))('%s', (_, address) => {
  test('axe finds nothing, light and dark, on a phone and on a desk', async () => {
    const page = await sighted.visit(address);
    await page.emulateMedia({ colorScheme: 'light' });
    await loadAxe(page);
    const found: string[] = [];
    for (const viewport of [phone, desktop]) {
      await page.setViewportSize(viewport);
      for (const violation of await judge(page)) found.push(`${viewport.width} ${violation}`);
    }
    // Dark changes nothing but colours.
    await page.emulateMedia({ colorScheme: 'dark' });
    for (const violation of await judge(page, ['color-contrast', 'link-in-text-block']))
      found.push(`dark ${violation}`);
    expect(found).toEqual([]);
  });

  test('is no wider than 320 pixels, and asks for nothing that fails, is refused or lies elsewhere', async () => {
    const page = await narrow.visit(address);
    await page.evaluate(async () => {
      for (const image of document.images) image.loading = 'eager';
      await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    });
    expect(await measureOverflow(page)).toEqual({ by: 0, cut: [] });
    expect(narrow.faults).toEqual([]);
  });

  test('reads without script', async () => {
    const page = await scriptless.visit(address);
    const seen = async (selector: string): Promise<boolean> => page.locator(selector).first().isVisible();
    expect(await seen('h1, main h2')).toBe(true);
    expect(await seen('nav[aria-label="主导航"] a')).toBe(true);
    expect((await page.locator('main').allInnerTexts()).join('').length).toBeGreaterThan(10);
  });
});
