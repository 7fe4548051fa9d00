import fs from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { desktop, openBrowser, phone } from './open-browser.ts';
import { pageKinds } from './page-kinds.ts';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const reader = await openBrowser('fixture');

declare global {
  interface Window {
    readonly axe: { run(context: Document, options: object): Promise<{ violations: Violation[] }> };
  }
}
interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

/** What axe finds on a page as it stands. */
async function judge(page: Page): Promise<string[]> {
  return page.evaluate(async (values) => {
    const options = { runOnly: { type: 'tag', values }, rules: { 'target-size': { enabled: true } } };
    const { violations } = await window.axe.run(document, { ...options, resultTypes: ['violations'] });
    return violations.map(
      ({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.target.join(' ')} × ${nodes.length}`,
    );
  }, tags);
}

/** By how many pixels a page is too wide, and what is cut off at its edge. */
async function measureOverflow(page: Page): Promise<{ by: number; cut: string[] }> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const boxed = (node: Element): boolean => {
      for (let at = node.parentElement; at && at !== document.body; at = at.parentElement)
        if (/auto|scroll|hidden|clip/.test(getComputedStyle(at).overflowX)) return true;
      return false;
    };
    const beyond = [...document.body.querySelectorAll('*')].filter((node) => {
      const box = node.getBoundingClientRect();
      return box.width > 1 && box.height > 1 && box.right > width + 1 && !boxed(node);
    });
    return {
      by: Math.max(0, document.documentElement.scrollWidth - width),
      cut: beyond.map((node) => `${node.tagName} ${node.className}`),
    };
  });
}

describe.each(Object.entries(pageKinds))('%s', (_, address) => {
  test('axe finds nothing, light and dark, on a phone and on a desk', async () => {
    const { page } = await reader.open(address);
    // As text into the page's own world: the policy forbids a script element.
    await page.evaluate(axe);
    const found: string[] = [];
    for (const viewport of [phone, desktop])
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme });
        for (const violation of await judge(page))
          found.push(`${viewport.width} ${colorScheme} ${violation}`);
      }
    expect(found).toEqual([]);
  });

  test('is no wider than 320 pixels, and asks for nothing that fails, is refused or lies elsewhere', async () => {
    const { page, faults } = await reader.open(address, { viewport: { width: 320, height: 640 } });
    await page.evaluate(async () => {
      for (const image of document.images) image.loading = 'eager';
      await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    });
    expect(await measureOverflow(page)).toEqual({ by: 0, cut: [] });
    expect(faults).toEqual([]);
  });

  test('reads without script', async () => {
    const { page } = await reader.open(address, { javaScriptEnabled: false });
    const seen = async (selector: string): Promise<boolean> => page.locator(selector).first().isVisible();
    expect(await seen('h1, main h2')).toBe(true);
    expect(await seen('nav[aria-label="主导航"] a')).toBe(true);
    expect((await page.locator('main').allInnerTexts()).join('').length).toBeGreaterThan(10);
  });
});
