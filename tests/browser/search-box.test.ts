import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { desktop } from './open-browser.ts';
import { openSearches, patience } from './search/open-search.ts';

const searches = await openSearches();

const optionsOf = (page: Page): Locator => page.locator('[role="listbox"] [role="option"]');

async function openBox(text: string): Promise<{ page: Page; input: Locator; faults: string[] }> {
  const { page, go, faults } = await searches.open({ viewport: desktop });
  await go('/about/');
  const input = page.locator('#search');
  await input.fill(text);
  await optionsOf(page).first().waitFor();
  return { page, input, faults };
}

describe('the box in the banner', () => {
  test('offers zones, regions and titles by a part of their names, grouped', async () => {
    const { page, input, faults } = await openBox('昆山');
    expect(await optionsOf(page).allTextContents()).toEqual([
      '昆山样例开发区',
      '昆山',
      '绿色园区在昆山',
      '一只接头卡住一台麻醉机 昆山医生',
      '搜索“昆山”全文',
    ]);
    const groups = page.locator('[role="listbox"] [role="group"]');
    expect(await groups.evaluateAll((nodes) => nodes.map((node) => node.getAttribute('aria-label')))).toEqual(
      ['开发区', '地区', '专题', '新闻'],
    );
    expect(await input.getAttribute('role')).toBe('combobox');
    expect(await input.getAttribute('aria-expanded')).toBe('true');
    expect(await page.locator(`#${await input.getAttribute('aria-controls')}`).getAttribute('role')).toBe(
      'listbox',
    );
    expect(faults).toEqual([]);
  });

  test('knows initials and leads to the page with Enter', async () => {
    const { page, input } = await openBox('ksyl');
    await input.press('ArrowDown');
    await input.press('Enter');
    await page.waitForURL(`${searches.home}zones/kunshan-etdz/`);
  });

  test('is gone through with the arrows, Home and End, and left with Escape', async () => {
    const { page, input } = await openBox('昆山');
    const marked = async (): Promise<string | null> => {
      const id = await input.getAttribute('aria-activedescendant');
      if (id === null) return null;
      expect(await page.locator('[aria-selected="true"]').count()).toBe(1);
      return page.locator(`#${id}[aria-selected="true"]`).textContent();
    };
    expect(await marked()).toBeNull();
    await input.press('ArrowDown');
    expect(await marked()).toBe('昆山样例开发区');
    await input.press('ArrowDown');
    expect(await marked()).toBe('昆山');
    await input.press('End');
    expect(await marked()).toBe('搜索“昆山”全文');
    await input.press('ArrowDown');
    expect(await marked()).toBeNull();
    await input.press('ArrowUp');
    expect(await marked()).toBe('搜索“昆山”全文');
    await input.press('Home');
    expect(await marked()).toBe('昆山样例开发区');
    await input.press('Escape');
    expect(await optionsOf(page).first().isVisible()).toBe(false);
    expect(await input.getAttribute('aria-expanded')).toBe('false');
    expect(await input.getAttribute('aria-activedescendant')).toBeNull();
    expect(await input.inputValue()).toBe('昆山');
  });

  test('goes where the mouse presses', async () => {
    const { page } = await openBox('昆山');
    await optionsOf(page).filter({ hasText: '绿色园区' }).click();
    await page.waitForURL(`${searches.home}topics/green/`);
  });

  test('searches the whole text with Enter or its last option', async () => {
    const { page, input } = await openBox('昆山');
    await input.press('Enter');
    await page.waitForURL(`${searches.home}search/?q=*`);
    const again = await openBox('昆山');
    await optionsOf(again.page).last().click();
    await again.page.waitForURL(`${searches.home}search/?q=*`);
    expect(new URL(again.page.url()).searchParams.get('q')).toBe('昆山');
  });

  test('closes when the focus leaves', async () => {
    const { page, input } = await openBox('昆山');
    await page.keyboard.press('Tab');
    expect(await optionsOf(page).first().isVisible()).toBe(false);
    expect(await input.getAttribute('aria-expanded')).toBe('false');
  });

  test('offers nothing while an input method composes, nor takes its Enter', async () => {
    const { page, input } = await openBox('昆');
    await input.evaluate((node) => {
      if (!(node instanceof HTMLInputElement)) return;
      node.dispatchEvent(new CompositionEvent('compositionstart'));
      node.value = '昆shan';
      node.dispatchEvent(new InputEvent('input', { isComposing: true, bubbles: true }));
    });
    expect(await optionsOf(page).first().isVisible()).toBe(false);
    await input.evaluate((node) => {
      if (!(node instanceof HTMLInputElement)) return;
      node.value = '昆山';
      node.dispatchEvent(new CompositionEvent('compositionend', { data: '山' }));
    });
    await expect.poll(() => optionsOf(page).count(), patience).toBe(5);
  });

  test('is a plain field where its list does not come', async () => {
    const { page, go, fail } = await searches.open({ viewport: desktop });
    fail(/./);
    await go('/about/');
    await page.locator('#search').fill('昆山');
    await expect.poll(() => optionsOf(page).allTextContents(), patience).toEqual(['搜索“昆山”全文']);
    await page.locator('#search').press('Enter');
    await page.waitForURL(`${searches.home}search/?q=*`);
  });

  test('loads nothing before the first focus', async () => {
    const { page, go, asked } = await searches.open({ viewport: desktop });
    const scripts: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
    });
    await go('/about/');
    expect(scripts.map((name) => name.replace(/\.\w+\.js$/, ''))).toEqual(['/sub/assets/reading-aids']);
    await page.keyboard.press('/');
    await page.keyboard.type('昆');
    await optionsOf(page).first().waitFor();
    expect(scripts).toHaveLength(2);
    expect(asked).toEqual(['volumes.json', 'suggestions.0.json']);
  });
});
