import { describe, expect, test } from 'vitest';
import { openSearches } from './search/open-search.ts';

const searches = await openSearches();
const query = (text: string): string => `/search/?q=${encodeURIComponent(text)}`;

describe('a volume that fails', () => {
  test.each([
    ['is missing', /^2022\/pagefind\./, undefined],
    ['has a page in its place', /^2022\/pagefind\./, Buffer.from('<!doctype html><title>404</title>')],
    ['lacks a chunk', /^2022\/index\//, undefined],
    ['has an empty chunk', /^2022\/index\//, Buffer.alloc(0)],
    [
      'has a broken chunk',
      /^2022\/index\//,
      Buffer.from('1f8b0800000000000003cb48cdc9c9070086a61036', 'hex'),
    ],
    ['lacks its texts', /^2022\/fragment\//, undefined],
  ])('because it %s is named, the rest is shown, and 重试 mends it', async (_, files, bytes) => {
    const { page, go, fail, status, titles, answered, asked } = await searches.open();
    fail(files, bytes);
    await go(query('3.14小时'));
    expect(await status()).toBe('2022年的索引打不开。“3.14小时”：至少 2 条');
    expect(await page.locator('.search-fault p').textContent()).toContain('2022年的索引打不开');
    expect(await titles()).toEqual(['2024年第7次招商引资座谈', '2023年第7次招商引资座谈']);
    fail(undefined);
    asked.length = 0;
    await page.locator('button[data-search-retry]').click();
    await answered();
    expect(await status()).toBe('“3.14小时”：共 3 条');
    expect(await titles()).toHaveLength(3);
    expect(await page.locator('button[data-search-retry]').count()).toBe(0);
    expect(asked.filter((name) => !name.startsWith('2022/'))).toEqual([]);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('status');
  });

  test('because its chunk was changed on the way is not taken for an empty one', async () => {
    const { page, go, fail, status } = await searches.open();
    await go('/search/');
    const changed = await page.evaluate(async () => {
      const list = await (await fetch('../pagefind/volumes.json')).json();
      const [{ name, meta }] = list.volumes;
      const answer = await fetch(`../pagefind/${name}/pagefind.${meta}.pf_meta`);
      const bytes = [...new Uint8Array(await answer.arrayBuffer())];
      return bytes.map((byte, place) => (place === bytes.length - 6 ? byte ^ 1 : byte));
    });
    fail(/^2024\/pagefind\./, Buffer.from(changed));
    await go(query('3.14小时'));
    expect(await status()).toContain('2024年的索引打不开');
  });
});

describe('no search at all', () => {
  test.each([
    ['the list is missing', /^volumes\.json$/, undefined, '检索目录打不开'],
    ['the list is a page', /^volumes\.json$/, Buffer.from('<!doctype html>'), '检索目录打不开'],
    ['the list is of another kind', /^volumes\.json$/, Buffer.from('{"format":2}'), '检索目录打不开'],
    ['the program is missing', /^wasm\./, undefined, '检索程序打不开'],
    ['the program is broken', /^wasm\./, Buffer.from('no wasm'), '检索程序打不开'],
  ])('where %s is said, with the lists of the site, and 重试 mends it', async (_, files, bytes, said) => {
    const { page, go, fail, status, answered, titles } = await searches.open();
    fail(files, bytes);
    await go(query('led'));
    expect(await status()).toContain(said);
    expect(await page.locator('[data-search-browse]').isVisible()).toBe(true);
    fail(undefined);
    await page.locator('button[data-search-retry]').click();
    await answered();
    expect(await titles()).toHaveLength(3);
    expect(await page.locator('[data-search-browse]').isVisible()).toBe(false);
  });

  test('in a browser without WebAssembly is said', async () => {
    const { page, go, status } = await searches.open();
    await page.addInitScript(() => Reflect.deleteProperty(window, 'WebAssembly'));
    await go(query('led'));
    expect(await status()).toContain('WebAssembly');
    expect(await page.locator('[data-search-browse]').isVisible()).toBe(true);
  });
});

test('a word map that fails costs nothing but requests', async () => {
  const { go, fail, status, titles } = await searches.open();
  fail(/^words\//);
  await go(query('冰雕'));
  expect(await titles()).toEqual(['2019年第2次招商引资座谈']);
  expect(await status()).toBe('“冰雕”：共 1 条');
});

test('filters that fail leave the results as they are', async () => {
  const { page, go, fail, titles } = await searches.open({ viewport: { width: 1280, height: 900 } });
  fail(/\/filter\//);
  await go(query('招商引资'));
  await page.waitForTimeout(700);
  expect(await titles()).toHaveLength(20);
});
