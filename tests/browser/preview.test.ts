import fs from 'node:fs';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { startPreview } from '../cli/start-preview.ts';
import { makeFolder } from '../temporary-folder.ts';
import { findChromium } from './find-chromium.mjs';
import { judge, loadAxe, measureOverflow } from './judge-page.ts';
import { desktop, phone } from './open-browser.ts';

const folder = makeFolder();
fs.cpSync('tests/site/fixture/content', path.join(folder, 'content'), { recursive: true });
const { origin, page } = await open();
const file = path.join(folder, 'content/news/2024/10/plain-05.md');
const good = fs.readFileSync(file, 'utf8');
const article = `${origin}/news/2024/10/plain-05/`;

/** A preview of the fixture, and a browser before it. */
async function open(): Promise<{ origin: string; page: Page }> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('no Chromium: run npm test, or set CHROME_PATH');
  const preview = await startPreview(folder);
  let browser: Browser | undefined;
  afterAll(async () => {
    await browser?.close();
    preview.child.kill('SIGKILL');
    fs.rmSync(folder, { recursive: true, force: true });
  });
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  const context = await browser.newContext({ locale: 'zh-CN', viewport: phone });
  return { origin: preview.origin, page: await context.newPage() };
}

test('what is saved is seen, where the reader was; a mistake comes and goes', async () => {
  await page.goto(article);
  await page.waitForFunction(() => document.readyState === 'complete');
  await page.evaluate(() => scrollTo(0, 300));
  fs.writeFileSync(file, good.replace('最后一段', '刚改的一段'));
  await page.getByText('刚改的一段').waitFor();
  await page.waitForFunction(() => scrollY === 300);

  fs.writeFileSync(file, good.replace('title:', 'title'));
  await page.getByRole('alert').getByText('plain-05.md:2:1').waitFor();

  // As careful editors save: another file, put in the place of the first.
  fs.writeFileSync(`${file}.tmp`, `${good}\n[坏链接](/nowhere/)\n`);
  fs.renameSync(`${file}.tmp`, file);
  await page.getByRole('alert').getByText('/nowhere/').waitFor();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('第5期');

  fs.writeFileSync(file, good);
  await page.getByRole('alert').waitFor({ state: 'detached' });
  await page.getByText('最后一段').waitFor();

  fs.rmSync(file);
  await page.getByText('找不到这一页').first().waitFor();
  fs.writeFileSync(file, good);
  await page.getByText('最后一段').waitFor();
});

test('a folder that is new is watched, and one that is moved', async () => {
  const made = path.join(folder, 'content/news/2024/09');
  await page.goto(`${origin}/news/2024/09/new/`);
  fs.mkdirSync(made);
  fs.writeFileSync(path.join(made, 'new.md'), good.replace('2024-10', '2024-09'));
  await page.getByText('最后一段').waitFor();
  fs.renameSync(made, `${made}-away`);
  await page.getByText('找不到这一页').first().waitFor();
  fs.renameSync(`${made}-away`, made);
  await page.getByText('最后一段').waitFor();
  fs.appendFileSync(path.join(made, 'new.md'), '\n搬回来以后写的。\n');
  await page.getByText('搬回来以后写的').waitFor();
  fs.rmSync(made, { recursive: true });
  await page.getByText('找不到这一页').first().waitFor();
});

test.each([
  ['a scheduled article', '/news/2025/02/scheduled-one/'],
  ['an article that is proofread', '/news/2024/11/every-key/?proof'],
  ['the desk', '/__preview/desk'],
])(
  '%s, with what the preview adds: for every reader, phone and desktop, light and dark',
  async (_, address) => {
    for (const [viewport, colorScheme] of [
      [phone, 'light'],
      [desktop, 'dark'],
    ] as const) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      await page.goto(origin + address);
      await loadAxe(page);
      expect(await judge(page)).toEqual([]);
      expect((await measureOverflow(page)).by).toBe(0);
    }
  },
);

test('mistakes are readable too; from the bar they are one step away, and the bar covers nothing', async () => {
  await page.setViewportSize(phone);
  await page.goto(article);
  fs.writeFileSync(file, `${good}\n[坏链接](/nowhere/)\n`);
  await page.getByRole('link', { name: '1 处问题' }).click();
  await loadAxe(page);
  expect(await judge(page)).toEqual([]);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  const covered = await page.evaluate(() => {
    const bar = document.querySelector('.preview-bar')?.getBoundingClientRect();
    const footer = document.querySelector('footer')?.getBoundingClientRect();
    return (footer?.bottom ?? 0) - (bar?.top ?? 0);
  });
  expect(covered).toBeLessThanOrEqual(0.5);
  fs.writeFileSync(file, good);
  await page.getByRole('alert').waitFor({ state: 'detached' });
});

test('a row of the proofreading view leads to its first place in the text', async () => {
  await page.goto(`${origin}/news/2024/11/every-key/?proof`);
  const row = page.locator('.proof-entries a').first();
  const text = await row.textContent();
  await row.click();
  expect(await page.locator('mark:target, mark:has(:target)').first().textContent()).toContain(
    text?.slice(0, 2),
  );
});
