// How long an editor waits: from the start of the preview to its first page, and from a save to the new text on the
// screen of a real browser. Beside it `hugo server` over the same articles.
// Usage: node tests/bench/dev-bench.mjs ARTICLES [--runs 10] [--hugo] [--work DIR]
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { findChromium } from '../browser/find-chromium.mjs';
import { ArchiveFolder } from './archive-folder.mjs';
import { ours, peers } from './builders.mjs';
import { makeArticle } from './corpus.mjs';
import { count, table } from './table.mjs';

/** @typedef {import('./corpus.mjs').Article} Article */

/**
 * A preview that is compared.
 * @typedef {object} Preview
 * @property {import('./builders.mjs').Builder} builder
 * @property {(port: number) => readonly [program: string, args: readonly string[]]} command
 * @property {(article: Article) => string} address
 * @property {string} ready what it says when it is up
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '10' },
    hugo: { type: 'boolean', default: false },
    work: { type: 'string', default: os.tmpdir() },
  },
});
const articles = Number(positionals[0]);
const runs = Number(values.runs);
if (!Number.isInteger(articles) || articles < 2 || !Number.isInteger(runs) || runs < 1) {
  console.error('node tests/bench/dev-bench.mjs ARTICLES [--runs 10] [--hugo] [--work DIR]');
  process.exit(2);
}
/** Between two edits, so that none runs into the next. */
const pause = 400;
const news = path.resolve(import.meta.dirname, '../../src/cli/news.mjs');

/** @type {Preview[]} */
const previews = [
  {
    builder: ours,
    command: (port) => [process.execPath, [news, 'dev', '--port', String(port)]],
    address: ({ id, date }) => `/news/${date.slice(0, 4)}/${date.slice(5, 7)}/${id}/`,
    ready: '预览',
  },
];
if (values.hugo && peers.hugo) {
  previews.push({
    builder: peers.hugo,
    command: (port) => ['hugo', ['server', '--port', String(port)]],
    address: ({ id }) => `/news/${id}/`,
    ready: 'Web Server is available',
  });
}

const work = fs.mkdtempSync(path.join(values.work, 'bench-dev-'));
const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: ['--no-sandbox'] });
try {
  const rows = [];
  for (const preview of previews) {
    console.error(`${preview.builder.name}: ${count(articles)} articles are written`);
    const archive = new ArchiveFolder(path.join(work, preview.builder.name), preview.builder, articles, 1);
    // What is compiled once is no part of a start.
    spawnSync(...preview.builder.start);
    rows.push(await measurePreview(preview, archive.folder));
  }
  console.log(`${count(articles)} articles, ${runs} edits each; milliseconds: least (median)\n`);
  const edits = ['text', 'title', 'title, home page', 'mistake', 'mended'];
  console.log(table(['preview', 'first start', 'next start', ...edits], rows));
} finally {
  await browser.close();
  fs.rmSync(work, { recursive: true, force: true });
}

/** @param {Preview} preview @param {string} folder */
async function measurePreview(preview, folder) {
  const starts = [];
  for (let run = 0; run < 2; run++) {
    const { child, startedIn } = await start(preview, folder);
    starts.push(count(startedIn));
    child.kill('SIGKILL');
    await sleep(pause);
  }
  const { child, origin } = await start(preview, folder);
  try {
    /** @type {(article: Article) => string} */
    const fileOf = (article) => path.join(folder, preview.builder.format.file(article));
    const middle = makeArticle(Math.ceil(articles / 2), 1);
    const newest = findNewest();
    const address = origin + preview.address(middle);
    const text = fs.readFileSync(fileOf(middle), 'utf8');
    const newestText = fs.readFileSync(fileOf(newest), 'utf8');
    /** @type {(whole: string, mark: string) => string} */
    const titled = (whole, mark) => whole.replace(/^title: .*$/m, `title: ${mark}`);
    /** @type {(article: Article, within: string, at: string, change: (mark: string) => string) => Promise<string>} */
    const edited = async (article, within, at, change) =>
      shown(await measureEdits(at, within, (mark) => fs.writeFileSync(fileOf(article), change(mark))));
    const row = [
      await edited(middle, 'article', address, (mark) => `${text}\n编者按：${mark}。\n`),
      await edited(middle, 'h1', address, (mark) => titled(text, mark)),
      await edited(newest, 'main', `${origin}/`, (mark) => titled(newestText, mark)),
    ];
    if (preview.builder === ours) {
      row.push(
        await edited(middle, 'body', address, (mark) => text.replace(/^channel: .*$/m, `channel: ${mark}`)),
        // Every second edit mends what the one before has broken.
        shown(await measureMending(fileOf(middle), address, text)),
      );
    }
    return [preview.builder.name, ...starts, ...row];
  } finally {
    child.kill('SIGKILL');
  }
}

function findNewest() {
  let newest = makeArticle(1, 1);
  for (let index = 2; index <= articles; index++) {
    const article = makeArticle(index, 1);
    if (article.date > newest.date) newest = article;
  }
  return newest;
}

/** Starts a preview and waits until its first page has come. @param {Preview} preview @param {string} folder */
async function start(preview, folder) {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const [program, args] = preview.command(port);
  const began = performance.now();
  const child = spawn(program, [...args], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  await new Promise((resolve, reject) => {
    child.stdout.on('data', (data) => {
      said += data;
      if (said.includes(preview.ready)) resolve(undefined);
    });
    child.on('close', () => reject(new Error(said)));
  });
  await (await fetch(`${origin}/`)).text();
  return { child, origin, startedIn: performance.now() - began };
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/**
 * Edits again and again, and waits each time until the edit has been painted.
 * @param {string} address
 * @param {string} within where its mark is to stand
 * @param {(mark: string) => void} edit
 */
async function measureEdits(address, within, edit) {
  const watched = await watch(address, within);
  const times = [];
  // The first only warms up.
  for (let run = 0; run <= runs; run++) {
    const mark = `第${run}次修订${Math.random().toString(36).slice(2)}`;
    const ms = await watched.timeTo(mark, () => edit(mark));
    if (run > 0) times.push(ms);
  }
  await watched.close();
  return times;
}

/** @param {string} file @param {string} address @param {string} text */
async function measureMending(file, address, text) {
  const watched = await watch(address, 'body');
  const times = [];
  for (let run = 0; run < runs; run++) {
    const broken = text.replace('---\n', '---\nunknown-key: 1\n');
    await watched.timeTo('unknown-key', () => fs.writeFileSync(file, broken));
    const mark = `第${run}次改好`;
    times.push(await watched.timeTo(mark, () => fs.writeFileSync(file, `${text}\n${mark}。\n`)));
  }
  await watched.close();
  return times;
}

/**
 * A page that tells when a text has been painted in it, across its reloads.
 * @param {string} address
 * @param {string} within
 */
async function watch(address, within) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN' });
  const page = await context.newPage();
  /** @type {{ mark: string, resolve: (at: number) => void } | undefined} */
  let wanted;
  await page.exposeBinding('painted', (_, /** @type {string} */ text, /** @type {number} */ at) => {
    if (wanted && text.includes(wanted.mark)) wanted.resolve(at);
  });
  await page.addInitScript(tellWhenPainted, within);
  await page.goto(address, { waitUntil: 'load' });
  await sleep(pause);
  return {
    /** Milliseconds from the edit to its text on the screen. @param {string} mark @param {() => void} edit */
    async timeTo(mark, edit) {
      /** @type {Promise<number>} */
      const seen = new Promise((resolve) => {
        wanted = { mark, resolve };
      });
      const began = performance.timeOrigin + performance.now();
      edit();
      const ms = (await seen) - began;
      await sleep(pause);
      return ms;
    },
    close: () => context.close(),
  };
}

/** Runs in the page, before all else. A frame has been painted when the one after it begins. */
function tellWhenPainted(/** @type {string} */ within) {
  const told = /** @type {{ painted?: (text: string, at: number) => void }} */ (
    /** @type {unknown} */ (window)
  );
  const tell = () =>
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const text = document.querySelector(within)?.textContent ?? '';
        told.painted?.(text, performance.timeOrigin + performance.now());
      }),
    );
  document.addEventListener('DOMContentLoaded', tell);
}

/** @param {readonly number[]} times */
function shown(times) {
  const sorted = [...times].sort((a, b) => a - b);
  return `${count(sorted[0] ?? 0)} (${count(sorted[Math.floor(sorted.length / 2)] ?? 0)})`;
}
