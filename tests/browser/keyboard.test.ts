import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { desktop, openBrowser, phone } from './open-browser.ts';

const reader = await openBrowser('fixture');

interface Stop {
  readonly part: string;
  readonly name: string;
  /** Looks other than without focus. */
  readonly marked: boolean;
  readonly inView: boolean;
  /** Nothing lies over it. */
  readonly free: boolean;
}

/** Every stop of the Tab key, from the top to the end of the page. */
async function tabThrough(page: Page): Promise<Stop[]> {
  await page.evaluate(() => {
    const look = (node: Element): string => {
      const style = getComputedStyle(node);
      const outline = style.outlineStyle === 'none' ? '' : style.outline;
      return [
        outline,
        style.boxShadow,
        style.borderColor,
        style.backgroundColor,
        style.color,
        style.textDecoration,
      ].join('|');
    };
    const around = (node: Element): Element[] =>
      [node, node.nextElementSibling, node.parentElement].filter((each) => each !== null);
    const nodes = [
      ...document.querySelectorAll(
        'a[href], button, input, select, textarea, summary, video, [tabindex="0"]',
      ),
    ];
    Object.assign(window, {
      look,
      around,
      before: new Map(nodes.flatMap(around).map((node) => [node, look(node)])),
    });
  });
  const stops: Stop[] = [];
  for (let n = 0; n < 300; n++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const { look, around, before } = window as unknown as {
        look(node: Element): string;
        around(node: Element): Element[];
        before: Map<Element, string>;
      };
      const node = document.activeElement;
      if (!node || node === document.body) return undefined;
      const box = node.getBoundingClientRect();
      const free = [...node.getClientRects()].some((rect) => {
        const top = document.elementFromPoint(rect.left + rect.width / 2, rect.top + rect.height / 2);
        return top && (node.contains(top) || top.contains(node) || top.closest('label')?.contains(node));
      });
      const nav = node.closest('nav');
      const label = nav?.getAttribute('aria-label');
      const part = node.matches('.skip')
        ? 'skip'
        : node.closest('[role="search"]')
          ? 'search'
          : label === '您现在的位置'
            ? 'crumbs'
            : label === '主导航'
              ? 'navigation'
              : (node.closest('main, footer, header')?.tagName.toLowerCase() ?? 'other');
      return {
        part,
        name: (node.textContent || node.getAttribute('aria-label') || node.tagName).trim().slice(0, 30),
        marked: around(node).some((each) => before.get(each) !== look(each)),
        inView:
          box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 1,
        free,
      };
    });
    if (!stop) break;
    stops.push(stop);
  }
  return stops;
}

describe.each([
  ['home', '/', desktop],
  ['home on a phone', '/', phone],
  ['a list', '/zone-news/', desktop],
  ['an article', '/news/2024/11/every-key/', desktop],
  ['an article on a phone', '/news/2024/11/every-key/', phone],
  ['the directory of zones', '/zones/', desktop],
  ['a year', '/news/2024/', desktop],
] as const)('%s by keyboard', (_, address, viewport) => {
  test('every stop is seen, in view and free; all parts are reached in their order', async () => {
    const { page } = await reader.open(address, { viewport });
    const stops = await tabThrough(page);
    expect(stops.filter(({ marked }) => !marked).map(({ name }) => `not marked: ${name}`)).toEqual([]);
    expect(stops.filter(({ inView }) => !inView).map(({ name }) => `out of view: ${name}`)).toEqual([]);
    expect(stops.filter(({ free }) => !free).map(({ name }) => `covered: ${name}`)).toEqual([]);
    const parts = [...new Set(stops.map(({ part }) => part))];
    expect(parts[0]).toBe('skip');
    const order = ['search', 'navigation', ...(address === '/' ? [] : ['crumbs']), 'main', 'footer'];
    expect(parts.filter((part) => order.includes(part))).toEqual(order);
  });
});

test('the skip link leads into the main part', async () => {
  const { page } = await reader.open('/zone-news/');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
});

test('/ leads to the search field, but not while one writes', async () => {
  const { page } = await reader.open('/zone-news/', { viewport: desktop });
  await page.keyboard.press('/');
  await page.keyboard.type('a/b');
  expect(await page.locator('input[type="search"]').first().inputValue()).toBe('a/b');
});

test('Enter in the search field asks the search page, with the question in the address', async () => {
  const { page } = await reader.open('/', { viewport: desktop });
  await page.locator('form[role="search"] input').first().fill('招商');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${reader.home}search/?q=*`);
  expect(new URL(page.url()).searchParams.get('q')).toBe('招商');
});
