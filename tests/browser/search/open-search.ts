import fs from 'node:fs';
import path from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll } from 'vitest';
import type { Suggestions } from '../../../src/search/search-files.ts';
import { makeFolder } from '../../temporary-folder.ts';
import { openBrowser } from '../open-browser.ts';
import { type MadeArticle, makeIndex } from './made-index.ts';

/**
 * Newest first: thirty articles in each of three years, then five a year. All hold 招商引资; those of 2022 麻醉机,
 * one of 2019 and none else 冰雕.
 */
export const articles: readonly MadeArticle[] = [2024, 2023, 2022, 2021, 2020, 2019, 2018].flatMap((year) => {
  const number = year > 2021 ? 30 : 5;
  return Array.from({ length: number }, (_, place) => madeArticle(year, number - place));
});

function madeArticle(year: number, number: number): MadeArticle {
  const month = String(Math.ceil(number / 3)).padStart(2, '0');
  const day = String(((number - 1) % 3) * 9 + 1).padStart(2, '0');
  return {
    address: `/news/${year}/${month}/a-${number}/`,
    title: `${year}年第${number}次招商引资座谈`,
    text: [
      `招商引资座谈在园区举行，第${number}组代表介绍营商环境，约翰·史密斯到会。`,
      '会议没有更多的话要说。'.repeat(12),
      year === 2022 ? '医院领到一台麻醉机。' : '会后参观车间。',
      number === 7 ? `${year}年装了ＬＥＤ灯，用了3.14小时。` : '',
      year === 2019 && number === 2 ? '门前有一座冰雕。' : '',
    ].join(''),
    date: `${year}-${month}-${day}${number % 2 ? ' 09:30' : ''}`,
    zone: number % 3 ? ['kunshan-etdz', '昆山样例开发区'] : undefined,
    channel: number % 2 ? ['zone-news', '开发区新闻'] : ['policy', '投资政策'],
    regions: number % 3 ? ['suzhou', 'jiangsu'] : ['wuhan'],
  };
}

const suggestions: Suggestions['entries'] = [
  ['昆山样例开发区', '/zones/kunshan-etdz/', 'zone', 'ksylkfq', 'kunshanyanglikaifaqu'],
  ['武汉样例新区', '/zones/wuhan-new/', 'zone', 'whylxq', 'wuhanyanglixinqu'],
  ['昆山', '/regions/kunshan/', 'region', 'ks', 'kunshan'],
  ['开发区新闻', '/zone-news/', 'channel', 'kfqxw', 'kaifaquxinwen'],
  ['绿色园区在昆山', '/topics/green/', 'topic', 'lsyqzks', 'lüseyuanqu'],
  ['一只接头卡住一台麻醉机 昆山医生', '/news/2024/11/every-key/', 'article', 'yzjtkzytmzjksys', ''],
];

/** For what comes by itself; the machine may be busy. */
export const patience = { timeout: 20_000 };

export interface OpenSearch {
  readonly page: Page;
  readonly faults: string[];
  /** Files of the index that were asked for, by name below `/pagefind/`. */
  readonly asked: string[];
  /** Files that fail: as missing, or with these bytes. Others do again. */
  fail(files: RegExp | undefined, bytes?: Buffer): void;
  /** Opens an address of the site and waits until a question in it is answered. */
  go(address: string): Promise<void>;
  answered(): Promise<void>;
  status(): Promise<string>;
  titles(): Promise<string[]>;
}

/** The fixture site with an index of these articles, before a real browser. */
export async function openSearches(indexed: readonly MadeArticle[] = articles): Promise<{
  readonly home: string;
  open(options?: BrowserContextOptions): Promise<OpenSearch>;
}> {
  const reader = await openBrowser('fixture');
  const folder = makeFolder();
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
  await makeIndex(folder, indexed, suggestions);
  return {
    home: reader.home,
    async open(options) {
      const { page, faults } = await reader.open(undefined, options);
      const asked: string[] = [];
      let failing: RegExp | undefined;
      let broken: Buffer | undefined;
      await page.route('**/pagefind/**', async (route) => {
        const name = new URL(route.request().url()).pathname.replace(/^.*\/pagefind\//, '');
        asked.push(name);
        const file = path.join(folder, name);
        if (failing?.test(name)) await route.fulfill(broken ? { body: broken } : { status: 404, body: '' });
        else await route.fulfill(fs.existsSync(file) ? { path: file } : { status: 404, body: '' });
      });
      const answered = () =>
        page.locator('[data-search-results][aria-busy="false"]').waitFor({ state: 'attached' });
      return {
        page,
        faults,
        asked,
        fail(files, bytes) {
          failing = files;
          broken = bytes;
        },
        async go(address) {
          await page.goto(reader.home + address.slice(1));
          if (address.startsWith('/search/')) await answered();
        },
        answered,
        status: async () => (await page.locator('main [role="status"]').first().textContent()) ?? '',
        titles: () => page.locator('[data-search-results] > li a.title').allInnerTexts(),
      };
    },
  };
}
