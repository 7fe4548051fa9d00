// What search costs: to make the index, and a reader's browser to ask it, cold. Beside it plain Pagefind, as it is
// shipped, over the same records. Usage: node tests/bench/search-bench.mjs ARTICLES [--plain] [--work DIR]
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { findChromium } from '../browser/find-chromium.mjs';
import { ArchiveFolder } from './archive-folder.mjs';
import { ours } from './builders.mjs';
import { makeArticle } from './corpus.mjs';
import { zones } from './corpus-words.mjs';
import { watchMemory } from './process-memory.mjs';
import { serveBytes } from './serve-bytes.mjs';
import { count, seconds, table } from './table.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { plain: { type: 'boolean', default: false }, work: { type: 'string', default: os.tmpdir() } },
});
const articles = Number(positionals[0]);
if (!Number.isInteger(articles) || articles < 1) {
  console.error('node tests/bench/search-bench.mjs ARTICLES [--plain] [--work DIR]');
  process.exit(2);
}
/** Put into one article. */
const rare = '闻人鹤鸣';
const work = fs.mkdtempSync(path.join(values.work, 'bench-search-'));
try {
  const archive = new ArchiveFolder(path.join(work, 'ours'), ours, articles, 1);
  const middle = makeArticle(Math.ceil(articles / 2), 1);
  fs.appendFileSync(path.join(archive.folder, ours.format.file(middle)), `\n翻译${rare}到场。\n`);
  const phrases = choosePhrases();
  await benchOurs(archive.folder, phrases);
  if (values.plain) await benchPlain(path.join(work, 'plain'), phrases);
} finally {
  fs.rmSync(work, { recursive: true, force: true });
}

/** @typedef {{ kind: string, text: string, articles: number }} Phrase */

/** A common and a middling phrase (1–2 % of articles), a zone, a name that stands once, and one that stands nowhere. */
function choosePhrases() {
  /** @type {Map<string, number>} */
  const candidates = new Map();
  for (let index = 1; index <= Math.min(articles, 40); index++) {
    const { title, paragraphs } = makeArticle(index * Math.floor(articles / Math.min(articles, 40)), 1);
    for (const text of [title, ...paragraphs]) {
      for (const run of text.match(/\p{Script=Han}{4,}/gu) ?? []) {
        candidates.set(run.slice(0, 4), 0);
        candidates.set(run.slice(-5), 0);
      }
    }
  }
  const chosen = [...candidates.keys()].filter((_, place) => place % Math.ceil(candidates.size / 120) === 0);
  const counts = new Map([...chosen, zones[0] ?? ''].map((phrase) => [phrase, 0]));
  for (let index = 1; index <= articles; index++) {
    const { title, paragraphs } = makeArticle(index, 1);
    const text = `${title}\n${paragraphs.join('\n')}`;
    for (const [phrase, found] of counts) if (text.includes(phrase)) counts.set(phrase, found + 1);
  }
  /** @type {(kind: string, wanted: number) => Phrase} */
  const nearest = (kind, wanted) => {
    const [best = ['', 0]] = [...counts].sort((a, b) => Math.abs(a[1] - wanted) - Math.abs(b[1] - wanted));
    return { kind, text: best[0], articles: best[1] };
  };
  return [
    nearest('common', articles / 3),
    nearest('middling', articles * 0.015),
    { kind: 'zone', text: zones[0] ?? '', articles: counts.get(zones[0] ?? '') ?? 0 },
    { kind: 'rare', text: rare, articles: 1 },
    { kind: 'absent', text: '量子玫瑰花园', articles: 0 },
  ];
}

/** @param {string} folder @param {readonly Phrase[]} phrases */
async function benchOurs(folder, phrases) {
  const site = path.join(folder, '_site');
  const made = await measureProcess(folder, [
    path.join(root, 'src/cli/news.mjs'),
    'build',
    '--format',
    'json',
  ]);
  const report = JSON.parse(made.stdout);
  const volumes = JSON.parse(fs.readFileSync(path.join(site, 'pagefind/volumes.json'), 'utf8')).volumes
    .length;
  console.log(`\n## ${count(articles)} articles\n`);
  console.log(indexTable('build with search', made, path.join(site, 'pagefind')));
  console.log(`\nof it the index: ${seconds(report.seconds.search)} s, ${volumes} volumes\n`);
  console.log(await askTable(site, phrases, (text) => `/search/?q=${encodeURIComponent(text)}`));
}

/** @param {string} folder @param {readonly Phrase[]} phrases */
async function benchPlain(folder, phrases) {
  fs.mkdirSync(folder);
  const program = path.join(import.meta.dirname, 'plain-pagefind.mjs');
  const made = await measureProcess(folder, [program, String(articles), '1', folder, rare]);
  console.log(`\nPlain Pagefind\n`);
  console.log(indexTable('one index', made, path.join(folder, 'pagefind')));
  console.log('');
  console.log(await askTable(folder, phrases, (text) => `/?q=${encodeURIComponent(text)}`));
}

/** @param {string} folder @param {readonly string[]} words */
async function measureProcess(folder, words) {
  const began = performance.now();
  const child = spawn(process.execPath, words, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  const memory = watchMemory(child.pid ?? 0);
  let stdout = '';
  child.stdout.on('data', (data) => {
    stdout += data;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`${words.join(' ')}: exit ${code}`);
  return { stdout, wall: (performance.now() - began) / 1000, ...memory.stop() };
}

/** @param {string} name @param {{ wall: number, largest: number, together: number }} made @param {string} index */
function indexTable(name, made, index) {
  const files = fs
    .readdirSync(index, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => fs.statSync(path.join(entry.parentPath, entry.name)).size);
  const bytes = files.reduce((sum, size) => sum + size, 0);
  return table(
    ['', 'wall s', 'largest MB', 'together MB', 'index MB', 'files'],
    [
      [
        name,
        seconds(made.wall),
        count(made.largest),
        count(made.together),
        (bytes / 1e6).toFixed(1),
        count(files.length),
      ],
    ],
  );
}

/** @param {string} site @param {readonly Phrase[]} phrases @param {(text: string) => string} addressOf */
async function askTable(site, phrases, addressOf) {
  const served = await serveBytes(site);
  const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: ['--no-sandbox'] });
  try {
    const rows = [];
    for (const phrase of phrases) {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });
      const page = await context.newPage();
      await page.addInitScript(watchAnswer);
      served.reset();
      await page.goto(served.origin + addressOf(phrase.text), { waitUntil: 'commit' });
      await page.waitForFunction(() => 'answered' in window, undefined, { timeout: 120_000 });
      const { origin, first, answered } = await page.evaluate(readAnswer);
      const shown = await page.locator('[data-search-results] > li').count();
      const status = (await page.locator('main [role="status"]').first().textContent()) ?? '';
      rows.push([
        `${phrase.kind} ${phrase.text}`,
        count(phrase.articles),
        ...[first, answered].flatMap((ms) => {
          const sent = served.sentBy(origin + ms);
          return [
            String(sent.length),
            count(sent.reduce((sum, { bytes }) => sum + bytes, 0) / 1000),
            count(sent.reduce((sum, { packed }) => sum + packed, 0) / 1000),
            count(ms),
          ];
        }),
        String(shown),
        status.trim().replace(/^.*：/, ''),
      ]);
      await context.close();
    }
    return table(
      [
        ...['phrase', 'articles', 'first: requests', 'KB', 'KB gzipped', 'ms'],
        ...['20 rows: requests', 'KB', 'KB gzipped', 'ms', 'rows', 'status'],
      ],
      rows,
    );
  } finally {
    await browser.close();
    served.close();
  }
}

/** Runs in the page, before all else: notes when the first row stands there and when the question is answered. */
function watchAnswer() {
  /** @type {{ first?: number, answered?: number }} */
  const times = {};
  new MutationObserver(() => {
    const list = document.querySelector('[data-search-results]');
    if (list?.firstElementChild) times.first ??= performance.now();
    if (list?.getAttribute('aria-busy') !== 'false' || times.answered !== undefined) return;
    times.answered = performance.now();
    times.first ??= times.answered;
    Object.assign(window, { answered: times });
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-busy'] });
}

/** Runs in the page: ms from the start of the navigation, which `origin` tells in ms since 1970. */
function readAnswer() {
  const { answered: times } = /** @type {{ answered: { first: number, answered: number } }} */ (
    /** @type {unknown} */ (window)
  );
  return { origin: performance.timeOrigin, ...times };
}
