import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { readContent } from '../../src/content/read-content.ts';
import { runNews } from '../cli/run-news.ts';
import { makeFolder, writeFiles } from '../temporary-folder.ts';
import { openFolder } from './open-browser.ts';

/*
 * /admin/ of a site that asks for it, below a sub-path, on Sveltia's test backend: files lie in the browser. The
 * host sends the headers of such a site; the page's own policy holds.
 */

const folder = makeFolder();
afterAll(() => fs.rmSync(folder, { recursive: true }));
const content = path.join(folder, 'content');
fs.cpSync('tests/site/fixture/content', content, { recursive: true });
fs.appendFileSync(path.join(content, 'site.yaml'), 'cms: {backend: test}\n');
const site = path.join(folder, '_site');
const built = await runNews([
  'build',
  ...['--content', content, '--output', site, '--cache', path.join(folder, 'cache')],
  ...['--no-search', '--base-url', 'https://host.example/sub/', '--now', '2024-12-31T12:00:00+08:00'],
]);
const reader = await openFolder(site, '/sub/', true);
const old = 'content/news/2024/12/newest.md';
const oldText = fs.readFileSync(path.join(content, '..', old), 'utf8');

test('an article is filed and another changed, as check wants it', async () => {
  expect(built).toMatchObject({ code: 0 });
  const { page, faults } = await reader.open('/admin/', {
    // The form draws only what is in sight; few pixels make that cheap.
    viewport: { width: 1280, height: 2600 },
    deviceScaleFactor: 0.25,
    // Where it is still November.
    timezoneId: 'America/New_York',
  });
  page.setDefaultTimeout(60_000);
  await page.getByRole('button', { name: '使用测试仓库' }).waitFor();
  await writeRepository(page, { [old]: oldText });
  await page.getByRole('button', { name: '使用测试仓库' }).click();

  await page.getByRole('button', { name: '创建新条目' }).first().click();
  const field = (key: string) => page.locator(`section[data-key-path="${key}"]`);
  const choose = async (key: string, name: string): Promise<string[]> => {
    await field(key).getByRole('combobox').click();
    const options = await page.getByRole('option').allInnerTexts();
    await page.getByRole('option', { name }).click();
    return options;
  };
  const title = field('title').getByRole('textbox');
  // Sveltia lays a new form out twice: what was typed in between is gone.
  const slug = async (): Promise<string> => {
    if ((await title.inputValue()) === '') await title.fill('昆山：一封“迟到”的信');
    return field('slug').getByRole('textbox').inputValue();
  };
  await expect.poll(slug, { timeout: 60_000, interval: 500 }).toBe('kun-shan-yi-feng-chi-dao-de-xin');
  await field('date').locator('input').fill('2024-12-01T00:30');
  await field('source').getByRole('combobox').fill('昆山样报');
  expect(
    await field('source')
      .locator('option')
      .evaluateAll((all) => all.map((each) => each.getAttribute('value'))),
  ).toEqual(['昆山样报', '样例通讯社']);
  expect(await choose('channel', '开发区新闻')).toEqual(['开发区新闻', '投资政策', '安静栏目']);
  expect(await choose('zone', '昆山样例开发区')).toHaveLength(4);
  await field('keywords').getByRole('textbox').first().fill('港口');
  await field('body').getByRole('textbox').first().click();
  await page.keyboard.type('第一段。');
  await page.keyboard.press('Enter');
  await page.keyboard.type('第二段。');
  await page.getByRole('button', { name: '保存' }).click();
  const filed = 'content/news/2024/12/kun-shan-yi-feng-chi-dao-de-xin/index.md';
  await expect
    .poll(() => readRepository(page, filed), { timeout: 60_000 })
    .toBe(`---
title: 昆山：一封“迟到”的信
date: 2024-12-01 00:30
source: 昆山样报
channel: 开发区新闻
zone: 昆山样例开发区
keywords: [港口]
draft: true
---

第一段。

第二段。
`);

  await page.evaluate(() => location.assign('#/collections/plain'));
  await page.getByText('最新的一篇政策').click();
  await field('summary').getByRole('textbox').fill('改过的摘要。');
  await page.getByRole('button', { name: '保存' }).click();
  const changed = oldText.replace('region: wuhan\n', 'region: wuhan\nsummary: 改过的摘要。\n');
  await expect.poll(() => readRepository(page, old), { timeout: 60_000 }).toBe(changed);

  const written = { [filed]: await readRepository(page, filed), [old]: changed };
  writeFiles(folder, written);
  const { problems } = await readContent({ root: content, baseUrl: undefined });
  expect(problems.filter(({ file }) => `content/${file}` in written)).toEqual([]);
  expect(faults).toEqual([]);
}, 180_000);

test('readers and their machines do not meet it', () => {
  const texts = ['sitemaps/pages.xml', 'sitemap/index.html', 'index.html', 'robots.txt'].map((name) =>
    fs.readFileSync(path.join(site, name), 'utf8'),
  );
  for (const text of texts) expect(text).not.toContain('admin');
  expect(fs.readFileSync(path.join(site, 'admin/index.html'), 'utf8')).toContain('content="noindex"');
});

/** Sveltia's test repository, in the browser's private file system. */
const repository = 'sveltia-cms-test';

function writeRepository(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  return page.evaluate(
    async ([name, entries]) => {
      const root = await (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true });
      for (const [file, text] of Object.entries(entries)) {
        const names = file.split('/');
        let at = root;
        for (const each of names.slice(0, -1)) at = await at.getDirectoryHandle(each, { create: true });
        const handle = await at.getFileHandle(names.at(-1) ?? '', { create: true });
        const stream = await handle.createWritable();
        await stream.write(text);
        await stream.close();
      }
    },
    [repository, files] as const,
  );
}

/** The text of a file; empty where there is none. */
function readRepository(page: Page, file: string): Promise<string> {
  return page.evaluate(
    async ([name, wanted]) => {
      try {
        let at = await (await navigator.storage.getDirectory()).getDirectoryHandle(name);
        const names = wanted.split('/');
        for (const each of names.slice(0, -1)) at = await at.getDirectoryHandle(each);
        return await (await (await at.getFileHandle(names.at(-1) ?? '')).getFile()).text();
      } catch {
        return '';
      }
    },
    [repository, file] as const,
  );
}
