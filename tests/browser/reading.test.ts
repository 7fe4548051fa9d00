import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { desktop, openBrowser, phone } from './open-browser.ts';

const reader = await openBrowser('fixture');
const sample = await openBrowser('sample');
const article = '/news/2024/11/every-key/';

describe('an article', () => {
  test('weighs 20 KB at most with style and script, in gzip', async () => {
    const { page } = await sample.open('/');
    const long = await page.evaluate(async () => {
      const month = await (await fetch('/sitemaps/2024.xml')).text();
      return [...month.matchAll(/<loc>[^<]*?(\/news\/[^<]+)<\/loc>/g)].map(([, path]) => path ?? '');
    });
    const sizes: Record<string, number> = {};
    for (const address of [...long.slice(0, 6)]) {
      const { page: opened } = await sample.open(address);
      const files = await opened.evaluate(() => [
        location.pathname,
        ...[...document.querySelectorAll('script[src]')].map((node) => node.getAttribute('src') ?? ''),
        ...[...document.querySelectorAll('link[rel="stylesheet"]')].map(
          (node) => node.getAttribute('href') ?? '',
        ),
      ]);
      let size = 0;
      for (const file of files) {
        const answer = await opened.request.get(new URL(file, opened.url()).href);
        size += gzipSync(await answer.body(), { level: 6 }).length;
      }
      sizes[address] = size;
    }
    expect(Object.keys(sizes).length).toBeGreaterThan(3);
    expect(Object.entries(sizes).filter(([, size]) => size > 20 * 1024)).toEqual([]);
  });

  test('is set for Chinese: 18 pixels, 1.8, two characters of indent, at most 38 in a line', async () => {
    const { page } = await sample.open('/', { viewport: desktop });
    await page.locator('main a.title').first().click();
    await page.waitForURL('**/news/**');
    const set = await page.evaluate(() => {
      const paragraph = document.querySelector('[data-pagefind-body] > p');
      if (!paragraph) return undefined;
      const style = getComputedStyle(paragraph);
      const em = parseFloat(style.fontSize);
      return {
        fontSize: em,
        lineHeight: parseFloat(style.lineHeight) / em,
        indent: parseFloat(style.textIndent) / em,
        align: style.textAlign,
        measure: paragraph.clientWidth / em,
      };
    });
    expect(set).toMatchObject({ fontSize: 18, indent: 2, align: 'justify' });
    expect(set?.lineHeight).toBeCloseTo(1.8, 1);
    expect(set?.measure).toBeLessThanOrEqual(38.1);
  });

  test('prints without navigation', async () => {
    const { page } = await reader.open(article, { viewport: { width: 794, height: 1123 } });
    await page.emulateMedia({ media: 'print' });
    const left = await page.evaluate(() =>
      [...document.querySelectorAll('nav, form, button, a[rel="prev"], a[rel="next"], .skip')]
        .filter((node) => node.getAttribute('aria-label') !== '您现在的位置')
        .filter((node) =>
          [...node.getClientRects()].some(
            ({ width, height, bottom }) => width > 1 && height > 1 && bottom > 0,
          ),
        )
        .filter((node) => node.checkVisibility({ visibilityProperty: true }))
        .map((node) => node.outerHTML.slice(0, 60)),
    );
    expect(left).toEqual([]);
    expect(await page.locator('h1').isVisible()).toBe(true);
    expect(await page.locator('[data-pagefind-body]').isVisible()).toBe(true);
  });

  test('moves nothing when its pictures come', async () => {
    const { page } = await reader.open(article, { viewport: phone });
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += 'value' in entry ? Number(entry.value) : 0;
          }).observe({ type: 'layout-shift', buffered: true });
          scrollTo(0, document.body.scrollHeight);
          setTimeout(() => resolve(sum), 300);
        }),
    );
    expect(shift).toBeLessThan(0.001);
  });
});

describe('text size', () => {
  test('grows by a button, and is remembered', async () => {
    const { page } = await reader.open(article);
    const size = (): Promise<number> =>
      page
        .locator('[data-pagefind-body] > p')
        .first()
        .evaluate((node) => parseFloat(getComputedStyle(node).fontSize));
    const buttons = page.locator('[role="group"][aria-label="字号"] button');
    expect(await buttons.allInnerTexts()).toEqual(['标准', '大', '特大']);
    const standard = await size();
    await buttons.nth(2).click();
    const huge = await size();
    expect(huge).toBeGreaterThan(standard * 1.2);
    expect(await buttons.nth(2).getAttribute('aria-pressed')).toBe('true');
    await page.goto(`${reader.home}about/`);
    await page.goto(reader.home + article.slice(1));
    expect(await size()).toBe(huge);
    expect(await buttons.nth(2).getAttribute('aria-pressed')).toBe('true');
  });

  test('at its largest overflows no phone', async () => {
    const { page } = await reader.open(article, { viewport: { width: 320, height: 640 } });
    await page.locator('[role="group"][aria-label="字号"] button').nth(2).click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  test('stays away without script', async () => {
    const { page } = await reader.open(article, { javaScriptEnabled: false });
    expect(await page.locator('button:has-text("特大")').count()).toBe(0);
  });
});

test('a page at a missing address looks like the site', async () => {
  const { page } = await reader.open('/no/such/page/', { viewport: desktop });
  expect(await page.evaluate(() => document.styleSheets.length)).toBeGreaterThan(0);
  await page.locator('nav[aria-label="主导航"] a:has-text("开发区新闻")').click();
  await page.waitForURL(`${reader.home}zone-news/`);
});

test('an old address leads on by itself', async () => {
  const { page } = await reader.open('/html/2024/every.html');
  await page.waitForURL(`${reader.home}${article.slice(1)}`);
});

describe('the directory of zones without script', () => {
  test('is narrowed by its radio buttons, with the keyboard', async () => {
    const { page } = await reader.open('/zones/', { javaScriptEnabled: false });
    const shown = async (): Promise<string[]> => {
      const cards = await page.locator('[data-region]').all();
      const visible = await Promise.all(cards.map((card) => card.isVisible()));
      const names = await page.locator('[data-region] .zone-name a').allInnerTexts();
      return names.filter((_, index) => visible[index]);
    };
    expect(await shown()).toHaveLength(3);
    await page.locator('#region-all').focus();
    await page.keyboard.press('ArrowRight');
    expect(await shown()).toEqual(['昆山样例开发区']);
    await page.keyboard.press('ArrowRight');
    expect(await shown()).toEqual(['武汉样例新区']);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.locator('#level-all').focus();
    await page.keyboard.press('ArrowRight');
    expect(await shown()).toEqual(['昆山样例开发区']);
  });
});
