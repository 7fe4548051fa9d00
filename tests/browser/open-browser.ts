import path from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, inject, onTestFinished } from 'vitest';
import { findChromium } from './find-chromium.mjs';
import { type ServedFolder, serveFolder } from './serve-folder.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
  // Nothing but loopback has an address: a request to anyone else fails, is seen, and never leaves.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

export const phone = { width: 390, height: 844 };
export const desktop = { width: 1280, height: 900 };

/** A real browser before a built site. */
export interface Reader {
  /** Address of the site's home page. */
  readonly home: string;
  /** A new page, at an address or still empty; what went wrong in it is collected in `faults`. */
  open(address: string | undefined, options?: BrowserContextOptions): Promise<OpenPage>;
  /** A page for a whole file of tests, which takes the reader to one address after another. */
  keep(options?: BrowserContextOptions): Promise<KeptPage>;
}

export interface OpenPage {
  readonly page: Page;
  /** Errors of the console, failed or third-party requests, refusals of the policy. */
  readonly faults: string[];
}

export interface KeptPage extends OpenPage {
  /** Goes to an address; `faults` begins anew. */
  visit(address: string): Promise<Page>;
}

/** Starts the browser once for a file of tests; it goes with the last of them. */
export async function openBrowser(site: 'fixture' | 'sample'): Promise<Reader> {
  return openFolder(path.join(inject('sites'), site), site === 'fixture' ? '/sub/' : '/');
}

/** The same for a site in a folder of its own. */
export async function openFolder(folder: string, base: string, hasAdmin = false): Promise<Reader> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('no Chromium: run npm test, or set CHROME_PATH');
  const served: ServedFolder = await serveFolder(folder, base, hasAdmin);
  const browser: Browser = await chromium.launch({ executablePath, args: flags });
  afterAll(async () => {
    await browser.close();
    served.close();
  });
  const openPage = async (options: BrowserContextOptions): Promise<OpenPage> => {
    const context = await browser.newContext({
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      viewport: phone,
      reducedMotion: 'reduce',
      ...options,
    });
    const page = await context.newPage();
    return { page, faults: watch(page, served.origin) };
  };
  const visit = async ({ page, faults }: OpenPage, address: string): Promise<Page> => {
    faults.length = 0;
    await page.goto(served.origin + base + address.slice(1), { waitUntil: 'load' });
    return page;
  };
  return {
    home: served.origin + base,
    async open(address, options = {}) {
      const opened = await openPage(options);
      onTestFinished(() => opened.page.context().close());
      if (address !== undefined) await visit(opened, address);
      return opened;
    },
    async keep(options = {}) {
      const opened = await openPage(options);
      return { ...opened, visit: (address) => visit(opened, address) };
    },
  };
}

function watch(page: Page, origin: string): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // Not a failure: the reader went on to another page, or the script no longer wants the answer.
    if (why !== 'net::ERR_ABORTED') faults.push(`${request.url()} ${why}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
  });
  page.on('request', (request) => {
    // What a page holds in memory is its own.
    if (
      !request
        .url()
        .replace(/^blob:/, '')
        .startsWith(`${origin}/`)
    )
      faults.push(`third party: ${request.url()}`);
  });
  return faults;
}
