import fs from 'node:fs';
import path from 'node:path';
import { parseHTML } from 'linkedom';
import { Converter } from 'opencc-js/cn2t';
import { chromium, type Page } from 'playwright-core';
import { afterAll, expect, inject, test } from 'vitest';
import { makeArticle } from '../bench/corpus.mjs';
import { contentFolder } from '../bench/corpus-files.mjs';
import { runNews } from '../cli/run-news.ts';
import { makeFolder } from '../temporary-folder.ts';
import { findChromium } from './find-chromium.mjs';
import { cutQuestions, type ProofQuestion, type ScannedArticle, scan } from './search/proof-questions.ts';
import { serveFolder } from './serve-folder.ts';

const traditional = Converter({ from: 'cn', to: 't' });
/** More are not asked for: a word of half the archive would be a thousand presses. */
const mostShown = 60;

/** Published articles of a built site, newest first, as readers see them. */
function readArticles(site: string): ScannedArticle[] {
  const months = fs
    .readdirSync(path.join(site, 'news'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /^\d{4}.\d\d.index\.json$/.test(name))
    .sort()
    .reverse();
  return months.flatMap((name): ScannedArticle[] => {
    const { articles } = JSON.parse(fs.readFileSync(path.join(site, 'news', name), 'utf8'));
    return articles.map(({ address, title }: { address: string; title: string }) => {
      const { document } = parseHTML(fs.readFileSync(path.join(site, address, 'index.html'), 'utf8'));
      const parts = document.querySelectorAll(
        '.subtitle, .lede, [data-pagefind-body] :is(p, li, h2, h3, td, th, dt, dd, figcaption), figcaption',
      );
      return { address, title, text: [...parts].map((part) => part.textContent).join('\n') };
    });
  });
}

interface Answer {
  readonly status: string;
  readonly hits: readonly { readonly address: string; readonly marked: string }[];
  readonly hasMore: boolean;
}

/** Types a question into the page and presses 更多 until there is no more. */
const ask = (page: Page, typed: string): Promise<Answer> =>
  page.evaluate(
    async ({ typed, most }) => {
      const find = <T extends Element>(selector: string): T | null => document.querySelector<T>(selector);
      const field = find<HTMLInputElement>('main input[name="q"]');
      const list = find('[data-search-results]');
      if (!field || !list) throw new Error('no search page');
      const answered = async (): Promise<void> => {
        while (list.getAttribute('aria-busy') !== 'false')
          await new Promise((resolve) => setTimeout(resolve, 4));
      };
      field.value = typed;
      field.form?.requestSubmit();
      await answered();
      const more = (): HTMLElement | null => find<HTMLElement>('[data-search-more]:not([hidden])');
      for (let button = more(); button && list.children.length < most; button = more()) {
        button.click();
        await answered();
      }
      return {
        status: find('main [role="status"]')?.textContent ?? '',
        hits: [...list.children].map((item) => ({
          address: new URL(item.querySelector('a')?.href ?? '').pathname,
          marked: item.querySelector('mark')?.textContent ?? '',
        })),
        hasMore: more() !== null,
      };
    },
    { typed, most: mostShown },
  );

/** What is wrong with an answer, and how many of the articles that should be shown are. */
function judge(question: ProofQuestion, answer: Answer, articles: readonly ScannedArticle[]) {
  const must = scan(articles, question, false);
  const may = scan(articles, question, true);
  const shown = answer.hits.map(({ address }) => address);
  const order = articles.map(({ address }) => address);
  // Where there is more to come: what is newer than the last one shown.
  const end = answer.hasMore ? order.indexOf(shown.at(-1) ?? '') + 1 : order.length;
  const expected = must.filter((address) => order.indexOf(address) < end);
  const wrong: string[] = [];
  const extra = shown.filter((address) => !may.includes(address));
  if (extra.length > 0) wrong.push(`shows ${extra} without the phrase`);
  const inOrder = order.filter((address) => shown.includes(address));
  if (inOrder.join() !== shown.join())
    wrong.push(`wrong order ${shown.find((address, i) => address !== inOrder[i])}`);
  const exact = Number(/共 (\d+) 条/.exec(answer.status)?.[1] ?? must.length);
  const least = Number(/至少 (\d+) 条/.exec(answer.status)?.[1] ?? 0);
  if (exact < must.length || exact > may.length || least > may.length)
    wrong.push(`${answer.status}, of ${must.length} to ${may.length}`);
  const missed = expected.filter((address) => !shown.includes(address));
  return { wrong, expected: expected.length, missed };
}

async function prove(site: string, articles: readonly ScannedArticle[], questions: readonly ProofQuestion[]) {
  const served = await serveFolder(site, '/');
  const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    await page.goto(`${served.origin}/search/`);
    const found = { expected: 0, missed: 0 };
    const wrong: string[] = [];
    const missed: string[] = [];
    for (const question of questions) {
      const verdict = judge(question, await ask(page, question.typed), articles);
      found.expected += verdict.expected;
      found.missed += verdict.missed.length;
      wrong.push(...verdict.wrong.map((what) => `${question.typed}: ${what}`));
      if (verdict.missed.length > 0) missed.push(`${question.typed}: ${verdict.missed.slice(0, 3)}`);
    }
    return { wrong, missed, recall: 1 - found.missed / found.expected, expected: found.expected };
  } finally {
    await browser.close();
    served.close();
  }
}

/** An article as the month's JSON tells it. */
interface ListedArticle {
  readonly address: string;
  readonly date: string;
  readonly medium: string;
  readonly channel: { readonly id: string };
  readonly zone?: { readonly id: string };
  readonly region?: { readonly id: string };
  readonly text: string;
}

test('filters leave what a plain scan leaves', async () => {
  const site = path.join(inject('sites'), 'sample');
  const listed = fs
    .readdirSync(path.join(site, 'news'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /^\d{4}.\d\d.index\.json$/.test(name))
    .sort()
    .reverse()
    .flatMap(
      (name): ListedArticle[] => JSON.parse(fs.readFileSync(path.join(site, 'news', name), 'utf8')).articles,
    );
  const questions: [query: string, holds: (article: ListedArticle) => boolean][] = [
    ['zone=sip', ({ zone }) => zone?.id === 'sip'],
    ['zone=sip&zone=kunshan-german', ({ zone }) => zone?.id === 'sip' || zone?.id === 'kunshan-german'],
    ['channel=policy', ({ channel }) => channel.id === 'policy'],
    ['medium=video', ({ medium }) => medium === 'video'],
    ['medium=picture&medium=video', ({ medium }) => medium !== 'text'],
    ['year=2024', ({ date }) => date.startsWith('2024')],
    ['year=2012&year=2020', ({ date }) => /^(2012|2020)/.test(date)],
    ['region=suzhou', ({ region }) => region?.id === 'suzhou'],
    [
      'from=2019-03-01&to=2020-06-30',
      ({ date }) => date >= '2019-03-01' && date.slice(0, 10) <= '2020-06-30',
    ],
    ['q=园区&year=2024', ({ date, text }) => date.startsWith('2024') && text.includes('园区')],
    [
      'q=园区&region=suzhou&medium=text',
      ({ region, medium, text }) => region?.id === 'suzhou' && medium === 'text' && text.includes('园区'),
    ],
  ];
  const served = await serveFolder(site, '/');
  const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    for (const [query, holds] of questions) {
      await page.goto(`${served.origin}/search/?${query}`);
      await page.locator('[data-search-results][aria-busy="false"]').waitFor({ state: 'attached' });
      for (let more = page.locator('[data-search-more]:visible'); (await more.count()) > 0; ) {
        await more.click();
        await page.locator('[data-search-results][aria-busy="false"]').waitFor({ state: 'attached' });
      }
      const shown = await page
        .locator('[data-search-results] > li a.title')
        .evaluateAll((links) =>
          links.map((link) => new URL(link.getAttribute('href') ?? '', document.baseURI).pathname),
        );
      const wanted = listed.filter(holds).map(({ address }) => address);
      expect(wanted.length, query).toBeGreaterThan(0);
      if (query.includes('q=')) expect(shown, query).toEqual(expect.arrayContaining(wanted));
      else expect(shown, query).toEqual(wanted);
    }
  } finally {
    await browser.close();
    served.close();
  }
});

/** Beside what is cut from the articles. */
const byHand = (typed: string, ...wanted: string[]): ProofQuestion => ({
  typed,
  wanted: wanted.length > 0 ? wanted : [typed],
  unwanted: [],
});

test('the sample site answers as a plain scan does', async () => {
  const site = path.join(inject('sites'), 'sample');
  const articles = readArticles(site);
  const questions = [
    ...cutQuestions(articles, 168, 1, traditional),
    byHand('招商引资'),
    byHand('營商環境', '营商环境'),
    byHand('安娜·费舍尔'),
    byHand('安娜费舍尔', '安娜·费舍尔'),
    byHand('ｏｅｍ', 'OEM'),
    byHand('"OEM 图纸"', 'OEM 图纸'),
    byHand('量子玫瑰花园'),
    byHand('昆山 铜仁', '昆山', '铜仁'),
    byHand('昆山德国工业园'),
  ];
  const { wrong, missed, recall, expected } = await prove(site, articles, questions);
  expect(expected).toBeGreaterThan(500);
  expect(wrong).toEqual([]);
  expect(recall, missed.join('\n')).toBeGreaterThanOrEqual(0.99);
});

test('so does an archive of many volumes', async () => {
  const folder = makeFolder();
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
  contentFolder.writeRest(folder);
  for (let index = 0; index < 2400; index++) {
    const article = makeArticle(index, 7);
    const short = { ...article, paragraphs: article.paragraphs.map((text) => text.slice(0, 60)).slice(0, 2) };
    const file = path.join(folder, contentFolder.file(article));
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, contentFolder.text(short));
  }
  const { code, stderr } = await runNews(['build', '--now', '2025-01-01'], { cwd: folder });
  expect(code, stderr).toBe(0);
  const site = path.join(folder, '_site');
  const { volumes, words } = JSON.parse(fs.readFileSync(path.join(site, 'pagefind/volumes.json'), 'utf8'));
  expect(volumes.length).toBeGreaterThan(4);
  expect(words).toBeDefined();
  const articles = readArticles(site);
  const { wrong, missed, recall, expected } = await prove(
    site,
    articles,
    cutQuestions(articles, 168, 2, traditional),
  );
  expect(expected).toBeGreaterThan(1000);
  expect(wrong).toEqual([]);
  expect(recall, missed.join('\n')).toBeGreaterThanOrEqual(0.99);
}, 360_000);
