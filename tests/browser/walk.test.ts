import { describe, expect, test } from 'vitest';
import { desktop, openBrowser, phone } from './open-browser.ts';

const reader = await openBrowser('sample');

describe.each([
  ['a phone', phone],
  ['a desk', desktop],
])('on %s', (_, viewport) => {
  test('from home to a channel, its region, an article, the next one and its zone', async () => {
    const { page, faults } = await reader.open('/', { viewport });
    const at = (): string => new URL(page.url()).pathname;
    const follow = async (selector: string): Promise<string> => {
      const from = page.url();
      await page.locator(selector).first().click();
      await page.waitForURL(({ href }) => href !== from);
      return ((await page.locator('h1').textContent()) ?? '').trim();
    };

    expect(await follow('nav[aria-label="主导航"] a:has-text("开发区新闻")')).toBe('开发区新闻');
    expect(at()).toBe('/zone-news/');
    expect(await follow('nav[aria-label="缩小范围"] a:has-text("江苏")')).toContain('江苏');
    expect(at()).toBe('/zone-news/jiangsu/');
    const title = await page.locator('main .items a.title').first().textContent();
    expect(await follow('main .items a.title')).toBe(title);
    expect(at()).toMatch(/^\/news\/\d{4}\/\d\d\/[a-z0-9-]+\/$/);
    const next = await page.locator('a[rel="next"]').textContent();
    expect(await follow('a[rel="next"]')).toBe(next);
    while ((await page.locator('[data-field="zone"] a').count()) === 0) await follow('a[rel="next"]');
    const zone = await page.locator('[data-field="zone"] a').textContent();
    expect(await follow('[data-field="zone"] a')).toBe(zone);
    expect(at()).toMatch(/^\/zones\/[a-z0-9-]+\/$/);
    await follow('nav[aria-label="您现在的位置"] a:has-text("首页")');
    expect(at()).toBe('/');
    expect(faults).toEqual([]);
  });
});

test('back leads back', async () => {
  const { page } = await reader.open('/');
  await page.locator('main a.title').first().click();
  await page.waitForURL('**/news/**');
  await page.goBack();
  expect(new URL(page.url()).pathname).toBe('/');
});
