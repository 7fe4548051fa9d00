import { describe, expect, test } from 'vitest';
import { judge, loadAxe, measureOverflow } from './judge-page.ts';
import { desktop, phone } from './open-browser.ts';
import { openSearches } from './search/open-search.ts';

const searches = await openSearches();
const query = (text: string): string => `/search/?q=${encodeURIComponent(text)}`;

describe.each([
  ['results', query('招商引资')],
  ['chosen filters', `${query('招商引资')}&channel=policy&year=2024&year=2022&from=2022-02-01`],
  ['nothing found', query('ksylkfq')],
  ['a marked article', `/news/2024/11/every-key/?q=${encodeURIComponent('图注')}`],
])('%s', (_, address) => {
  test('axe finds nothing, light and dark, on a phone and on a desk', async () => {
    const { page, go } = await searches.open();
    await go(address);
    await loadAxe(page);
    const found: string[] = [];
    for (const viewport of [desktop, phone])
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme });
        if (viewport === desktop) await page.waitForTimeout(300);
        for (const violation of await judge(page))
          found.push(`${viewport.width} ${colorScheme} ${violation}`);
      }
    expect(found).toEqual([]);
  });

  test('is no wider than 320 pixels', async () => {
    const { page, go, faults } = await searches.open({ viewport: { width: 320, height: 640 } });
    await go(address);
    const filters = page.locator('.search-filters summary');
    if (await filters.isVisible()) await filters.click();
    await page.waitForTimeout(300);
    expect(await measureOverflow(page)).toEqual({ by: 0, cut: [] });
    expect(faults).toEqual([]);
  });
});

test('an open box with suggestions pleases axe', async () => {
  const { page, go } = await searches.open({ viewport: desktop });
  await go('/about/');
  await page.locator('#search').fill('昆山');
  await page.locator('[role="option"]').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await loadAxe(page);
  expect(await judge(page)).toEqual([]);
});

test('a fault pleases axe', async () => {
  const { page, go, fail } = await searches.open({ viewport: desktop });
  fail(/^2022\/pagefind\./);
  await go(query('3.14小时'));
  await loadAxe(page);
  expect(await judge(page)).toEqual([]);
});
