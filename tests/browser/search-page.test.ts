import { describe, expect, test } from 'vitest';
import { desktop, phone } from './open-browser.ts';
import { articles, openSearches, patience } from './search/open-search.ts';

const searches = await openSearches();
const titlesOf = (year: string): string[] =>
  articles.filter(({ date }) => date.startsWith(year)).map(({ title }) => title);
const volumesIn = (asked: readonly string[]): string[] =>
  asked.filter((name) => name.endsWith('.pf_meta')).map((name) => name.slice(0, 4));
const query = (text: string): string => `/search/?q=${encodeURIComponent(text)}`;

describe('an answer', () => {
  test('holds what the contract promises of a result', async () => {
    const { page, go, status, faults } = await searches.open();
    await go(query('3.14小时'));
    expect(await status()).toBe('“3.14小时”：共 3 条');
    expect(await page.title()).toMatch(/^3\.14小时 - 检索/);
    const rows = page.locator('ol[data-search-results] > li');
    expect(await rows.count()).toBe(3);
    const row = rows.first();
    expect(await row.locator('a').first().textContent()).toBe('2024年第7次招商引资座谈');
    expect(await row.locator('a').first().getAttribute('href')).toBe(
      `/sub/news/2024/03/a-7/?q=${encodeURIComponent('3.14小时')}`,
    );
    expect(await row.locator('time').getAttribute('datetime')).toBe('2024-03-01T09:30');
    expect(await row.locator('time').textContent()).toBe('2024-03-01 09:30');
    expect(await row.locator('[data-field="source"]').textContent()).toBe('开放时讯');
    expect(await row.locator('[data-field="zone"]').textContent()).toBe('昆山样例开发区');
    expect(await row.locator('.excerpt mark').allInnerTexts()).toEqual(['3.14小时']);
    expect(faults).toEqual([]);
  });

  test('comes newest first, twenty at a time, and leads the focus on', async () => {
    const { page, go, status, titles, answered } = await searches.open();
    await go(query('招商引资'));
    expect(await titles()).toEqual(titlesOf('2024').slice(0, 20));
    expect(await status()).toMatch(/^“招商引资”：至少 \d+ 条$/);
    const more = page.locator('button[data-search-more]');
    for (let shown = 40; shown <= 120; shown += 20) {
      await more.click();
      await answered();
      expect(await titles()).toEqual(articles.slice(0, shown).map(({ title }) => title));
      const focused = page.locator('[data-search-results] > li', { has: page.locator('a:focus') });
      expect(await focused.locator('a.title').textContent()).toBe(articles[shown - 20]?.title);
    }
    expect(await more.count()).toBe(0);
    expect(await status()).toBe('“招商引资”：共 110 条');
  });

  test.each([
    ['招商引資', 20],
    ['ＬＥＤ', 3],
    ['led', 3],
    ['約翰史密斯', 20],
    ['约翰·史密斯', 20],
    ['“代表介绍营商环境，约翰”', 20],
    ['冰雕', 1],
    ['座谈 -招商', 0],
    ['麻醉机 -LED', 20],
    ['会', 20],
    ['招商大会', 0],
    ['引资会', 0],
    ['zzzz', 0],
    ['招商 ledxyz', 0],
  ])('to %s has %d on its first page', async (text, number) => {
    const { go, page, titles, faults } = await searches.open();
    await go(query(text));
    expect(await titles()).toHaveLength(number);
    expect(await page.locator('[data-search-browse]').isVisible()).toBe(number === 0);
    expect(faults).toEqual([]);
  });

  test('of rare words is counted whole, whatever lies between', async () => {
    const { go, status, titles } = await searches.open();
    await go(query('麻醉机 -LED'));
    await expect.poll(status, patience).toBe('“麻醉机 -LED”：共 29 条');
    expect((await titles())[0]).toBe('2022年第30次招商引资座谈');
  });

  test('is ordered by relevance on demand, titles first', async () => {
    const { page, go, titles, answered } = await searches.open();
    await go(query('2022年'));
    expect(await titles()).toHaveLength(20);
    await page.locator('button', { hasText: '最相关' }).click();
    await answered();
    expect(new URL(page.url()).searchParams.get('sort')).toBe('relevance');
    expect((await titles())[0]).toBe('2022年第7次招商引资座谈');
  });

  test('without text lists what the filters leave', async () => {
    const { go, status, titles } = await searches.open();
    await go('/search/?year=2022&channel=policy&zone=kunshan-etdz');
    expect(await status()).toBe('筛选出的新闻：共 10 条');
    expect(await titles()).toEqual(
      articles
        .filter(({ date, channel, zone }) => date.startsWith('2022') && channel[0] === 'policy' && zone)
        .map(({ title }) => title),
    );
  });

  test('opens only the volumes that it needs', async () => {
    const { go, asked } = await searches.open();
    await go(query('招商引资'));
    expect(asked.filter((name) => name.endsWith('.pf_meta')).map((name) => name.slice(0, 4))).toEqual([
      '2024',
    ]);
    asked.length = 0;
    await go(query('冰雕'));
    expect(volumesIn(asked)).toEqual(['2024', '2019']);
    const { go: goNarrow, asked: askedNarrow, titles } = await searches.open();
    await goNarrow(`${query('招商引资')}&from=2022-02-01&to=2022-02-20`);
    expect(volumesIn(askedNarrow)).toEqual(['2022']);
    expect(await titles()).toHaveLength(3);
  });

  test('offers the zone that initials mean', async () => {
    const { page, go } = await searches.open();
    await go(query('ksylkfq'));
    const offer = page.locator('a:has-text("昆山样例开发区")').first();
    await offer.waitFor();
    expect(await offer.getAttribute('href')).toBe('/sub/zones/kunshan-etdz/');
  });
});

describe('the filters', () => {
  test('show their counts, narrow the answer, and stand in the address', async () => {
    const { page, go, status, answered, faults } = await searches.open({ viewport: desktop });
    await go(query('麻醉机'));
    const row = (text: string) => page.locator('.search-filters label', { hasText: text });
    await expect.poll(() => row('投资政策').textContent(), patience).toMatch(/投资政策\s*15$/);
    expect(await row('江苏').textContent()).toMatch(/20$/);
    await row('投资政策').click();
    await expect.poll(status, patience).toBe('“麻醉机”（已筛选）：共 15 条');
    expect(new URL(page.url()).searchParams.getAll('channel')).toEqual(['policy']);
    await expect.poll(() => row('开发区新闻').textContent(), patience).toMatch(/15$/);
    await row('开发区新闻').click();
    await expect.poll(status, patience).toBe('“麻醉机”（已筛选）：共 30 条');
    await page.goBack();
    await expect.poll(status, patience).toBe('“麻醉机”（已筛选）：共 15 条');
    await page.locator('.search-chip').click();
    await expect.poll(status, patience).toBe('“麻醉机”：共 30 条');
    await page.locator('input[name="from"]').fill('2022-09-01');
    await answered();
    await expect.poll(status, patience).toBe('“麻醉机”（已筛选）：共 6 条');
    expect(new URL(page.url()).searchParams.get('from')).toBe('2022-09-01');
    expect(faults).toEqual([]);
  });

  test('offer the years of volumes that are closed, without a number', async () => {
    const { page, go, status } = await searches.open({ viewport: desktop });
    await go(query('招商引资'));
    const years = page.locator('.search-filters label', { has: page.locator('input[name="year"]') });
    await expect
      .poll(() => years.allTextContents(), patience)
      .toEqual(['2024年30+', '2023年', '2022年', '2021年', '2020年', '2019年', '2018年']);
    await years.filter({ hasText: '2019年' }).click();
    await expect.poll(status, patience).toBe('“招商引资”（已筛选）：共 5 条');
    await expect.poll(() => years.allTextContents(), patience).toContain('2019年5');
    expect(await years.count()).toBe(7);
  });

  test('are folded away on a phone and ask for nothing until they are opened', async () => {
    const { page, go, asked } = await searches.open({ viewport: phone });
    await go(query('招商引资'));
    await page.waitForTimeout(700);
    expect(asked.filter((name) => name.includes('/filter/'))).toEqual([]);
    await page.locator('.search-filters summary').click();
    await page.locator('.search-filters label', { hasText: '投资政策' }).waitFor();
    expect(asked.some((name) => name.includes('/filter/'))).toBe(true);
  });
});

describe('asking', () => {
  test('goes with what is typed, without a press', async () => {
    const { page, go, status } = await searches.open();
    await go('/search/');
    await page.locator('#search').pressSequentially('led', { delay: 20 });
    await expect.poll(status, patience).toBe('“led”：共 3 条');
    expect(new URL(page.url()).searchParams.get('q')).toBe('led');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search');
  });

  test('keeps each question for the back button, but not each letter', async () => {
    const { page, go, status } = await searches.open();
    await go('/search/');
    const ask = async (text: string): Promise<void> => {
      await page.locator('#search').fill('');
      await page.locator('#search').pressSequentially(text, { delay: 90 });
      await page.keyboard.press('Enter');
      await expect.poll(status, patience).toContain(`“${text}”：共`);
    };
    await ask('led');
    await ask('3.14小时');
    await page.goBack();
    await expect.poll(status, patience).toContain('“led”：共');
    expect(await page.locator('#search').inputValue()).toBe('led');
    await page.goBack();
    await expect.poll(() => page.locator('[data-search-browse]').isVisible(), patience).toBe(true);
    expect(await status()).toBe('');
    await page.goForward();
    await expect.poll(status, patience).toContain('“led”：共');
  });

  test('waits while an input method composes', async () => {
    const { page, go, asked, status } = await searches.open();
    await go('/search/');
    const input = page.locator('#search');
    await input.focus();
    await page.waitForTimeout(300);
    asked.length = 0;
    await input.evaluate(async (node) => {
      if (!(node instanceof HTMLInputElement)) return;
      node.dispatchEvent(new CompositionEvent('compositionstart'));
      for (const text of ['z', 'zh', 'zhao', 'zhao shang']) {
        node.value = text;
        node.dispatchEvent(new InputEvent('input', { isComposing: true, bubbles: true }));
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
    });
    expect(asked.filter((name) => !name.includes('suggestions'))).toEqual([]);
    expect(await page.locator('[role="option"]').count()).toBe(0);
    await input.evaluate((node) => {
      if (!(node instanceof HTMLInputElement)) return;
      node.value = '招商';
      node.dispatchEvent(new InputEvent('input', { isComposing: true, bubbles: true }));
      node.dispatchEvent(new CompositionEvent('compositionend', { data: '招商' }));
    });
    await expect.poll(status, patience).toContain('“招商”：');
    expect(new URL(page.url()).searchParams.get('q')).toBe('招商');
  });

  test('for nothing brings the lists back', async () => {
    const { page, go, titles } = await searches.open();
    await go(query('led'));
    await page.locator('#search').fill('');
    await expect.poll(() => page.locator('[data-search-browse]').isVisible(), patience).toBe(true);
    expect(await titles()).toEqual([]);
    expect(new URL(page.url()).search).toBe('');
  });

  test.each(['！！', '""', '-', '"', '<script>alert(1)</script>', '\u0000', '%', `"${'招商 '.repeat(200)}`])(
    'hostile: %s',
    async (text) => {
      const { page, go, faults } = await searches.open();
      await go(query(text));
      expect(await page.locator('#search').inputValue()).not.toBe('');
      expect(faults).toEqual([]);
    },
  );
});

test('without script the lists are there, and what the page cannot do is said', async () => {
  const { page } = await searches.open({ javaScriptEnabled: false });
  await page.goto(`${searches.home}search/?q=${encodeURIComponent('招商')}`);
  expect(await page.locator('.search-unscripted').isVisible()).toBe(true);
  expect(await page.locator('[data-search-browse] a[href="/sub/zone-news/"]').isVisible()).toBe(true);
  expect(await page.locator('[data-search-answer]').isVisible()).toBe(false);
});
