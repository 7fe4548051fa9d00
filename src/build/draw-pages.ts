import path from 'node:path';
import type { Page, Shell, TemplateName } from '../pages/page.ts';
import { outputPath } from './output-path.ts';

export interface Drawing {
  readonly page: Page;
  /** Path in the output folder. */
  readonly file: string;
  readonly text: string;
}

/** Draws pages with Eleventy, one fresh instance a call; give it a few thousand at most (memory). */
export type DrawPages = (pages: readonly Page[]) => Promise<Drawing[]>;

/** A class, so that Eleventy neither copies it nor wraps it; its data is made when its template asks, and then let go. */
class BatchEntry {
  readonly file: string;
  readonly page: Page;
  readonly shell: Shell;

  constructor(file: string, page: Page, shell: Shell) {
    this.file = file;
    this.page = page;
    this.shell = shell;
  }
}

/**
 * @param compiledRoot folder of the compiled `.eleventy.js` and `templates/`
 * Eleventy is imported at the first page only: a build that draws nothing never loads it.
 */
export function preparePages(compiledRoot: string, shell: Shell): DrawPages {
  return async (pages) => {
    if (pages.length === 0) return [];
    const { default: Eleventy } = await import('@11ty/eleventy');
    const batch = emptyBatch();
    const waiting = new Map<string, Page>();
    for (const page of pages) {
      const file = outputPath(page.address);
      waiting.set(file, page);
      batch[page.template].push(new BatchEntry(file, page, shell));
    }
    const output = path.join(compiledRoot, 'output');
    const eleventy = new Eleventy(path.join(compiledRoot, 'templates'), output, {
      configPath: path.join(compiledRoot, '.eleventy.js'),
      quietMode: true,
      config: (config) => {
        config.addGlobalData('batch', batch);
      },
    });
    eleventy.disableLogger();
    await eleventy.init();
    const drawings: Drawing[] = [];
    for (const { outputPath: written, content } of await eleventy.toJSON()) {
      const file =
        written === false ? '' : path.relative(output, path.resolve(written)).split(path.sep).join('/');
      const page = waiting.get(file);
      if (!page || content === undefined)
        throw new Error(`Eleventy drew ${file || 'a page without a path'} unasked`);
      waiting.delete(file);
      drawings.push({ page, file, text: content });
    }
    // A render that returns undefined drops its page in silence.
    const [lost] = waiting.keys();
    if (lost !== undefined) throw new Error(`Eleventy did not draw ${lost}`);
    return drawings;
  };
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
  redirect: [],
  text: [],
});
