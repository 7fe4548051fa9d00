import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type Eleventy from '@11ty/eleventy';
import type { Page, TemplateName } from '../pages/page.ts';
import type { Shell } from '../pages/shell.ts';
import { outputPath } from './output-path.ts';

export interface Drawing {
  readonly page: Page;
  /** Path in the output folder. */
  readonly file: string;
  readonly text: string;
}

/** Gets each page as it is drawn; drawing goes on once it is settled. */
export type Take = (drawing: Drawing) => Promise<void> | undefined;

/**
 * Draws pages with Eleventy, one fresh instance a call, and hands each on as soon as it is drawn; give it a
 * few thousand pages at most (memory).
 */
export type DrawPages = (pages: readonly Page[], take: Take) => Promise<void>;

/**
 * @param compiledRoot folder of the compiled `.eleventy.js` and `templates/`
 * Eleventy is imported at the first page only: a build that draws nothing never loads it.
 */
export function preparePages(compiledRoot: string, shell: Shell): DrawPages {
  return async (pages, take) => {
    if (pages.length === 0) return;
    const Eleventy = await loadEleventy(compiledRoot);
    const batch = emptyBatch();
    const waiting = new Set<BatchEntry>();
    const taken = (entry: BatchEntry, text: string): Promise<void> | undefined => {
      if (!waiting.delete(entry)) throw new Error(`Eleventy drew ${entry.file} twice`);
      return take({ page: entry.page, file: entry.file, text });
    };
    for (const page of pages) {
      const entry = new BatchEntry(outputPath(page.address), page, shell, taken);
      waiting.add(entry);
      batch[page.template].push(entry);
    }
    const eleventy = new Eleventy(path.join(compiledRoot, 'templates'), path.join(compiledRoot, 'output'), {
      configPath: path.join(compiledRoot, '.eleventy.js'),
      quietMode: true,
      config: (config) => config.addGlobalData('batch', batch),
    });
    eleventy.disableLogger();
    await eleventy.init();
    await eleventy.toJSON();
    // Eleventy drops a page in silence when its render fails to return.
    for (const { file } of waiting) throw new Error(`Eleventy did not draw ${file}`);
  };
}

/** In one piece, as src/cli/compile.mjs made it: its 400 files took 0.2 s more to load. */
async function loadEleventy(compiledRoot: string): Promise<typeof Eleventy> {
  // For sources that change under a running process; ours lie in a new folder then. It would cost a thread.
  process.env.ELEVENTY_SKIP_ESM_RESOLVER = '1';
  const file = path.join(compiledRoot, 'eleventy/src/once/eleventy.js');
  const loaded: { default: typeof Eleventy } = await import(pathToFileURL(file).href);
  return loaded.default;
}

type Taken = (entry: BatchEntry, text: string) => Promise<void> | undefined;

/**
 * One page of a batch, as its template gets it. A class, so that Eleventy neither copies nor wraps it. Its data
 * is made when its template asks, and its text goes straight on: Eleventy would keep both until the batch ends,
 * which took a third of the time in collecting garbage.
 */
class BatchEntry {
  readonly file: string;
  readonly page: Page;
  readonly shell: Shell;
  readonly #taken: Taken;

  constructor(file: string, page: Page, shell: Shell, taken: Taken) {
    this.file = file;
    this.page = page;
    this.shell = shell;
    this.#taken = taken;
  }

  take(text: string): Promise<void> | undefined {
    return this.#taken(this, text);
  }
}

/** Every template finds its part of the batch, be it empty: Eleventy takes a missing one for a mistake. */
const emptyBatch = (): Record<TemplateName, BatchEntry[]> => ({
  article: [],
  gone: [],
  list: [],
  home: [],
  zones: [],
  zone: [],
  topics: [],
  topic: [],
  years: [],
  year: [],
  regions: [],
  static: [],
  directory: [],
  search: [],
  redirect: [],
  admin: [],
  text: [],
});
