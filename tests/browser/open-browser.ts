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
}

export interface OpenPage {
  readonly page: Page;
  /** Errors of the console, failed or third-party requests, refusals of the policy. */
  readonly faults: string[];
}

/** Starts the browser once for a file of tests; it goes with the last of them. */
export async function openBrowser(site: 'fixture' | 'sample'): Promise<Reader> {
  const base = site === 'fixture' ? '/sub/' : '/';
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('no Chromium: run npm test, or set CHROME_PATH');
  const served: ServedFolder = await serveFolder(path.join(inject('sites'), site), base);
  const browser: Browser = await chromium.launch({ executablePath, args: flags });
  afterAll(async () => {
    await browser.close();
    served.close();
  });
  return {
    home: served.origin + base,
    async open(address, options = {}) {
      const context = await browser.newContext({
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        viewport: phone,
        reducedMotion: 'reduce',
        ...options,
      });
      onTestFinished(() => context.close());
      const page = await context.newPage();
      const faults = watch(page, served.origin);
      if (address !== undefined)
        await page.goto(served.origin + base + address.slice(1), { waitUntil: 'load' });
      return { page, faults };
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
    if (!request.url().startsWith(`${origin}/`)) faults.push(`third party: ${request.url()}`);
  });
  return faults;
}
