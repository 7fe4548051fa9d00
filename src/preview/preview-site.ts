import fs from 'node:fs';
import path from 'node:path';
import { buildArchive } from '../archive/archive.ts';
import { preparePages } from '../build/draw-pages.ts';
import { readShellAssets } from '../build/draw-site.ts';
import { outputPath } from '../build/output-path.ts';
import type { Article } from '../content/article.ts';
import { readContent } from '../content/read-content.ts';
import { buildPages } from '../pages/build-pages.ts';
import type { Page } from '../pages/page.ts';
import { buildShell } from '../pages/shell.ts';
import { type Problem, sortProblems } from '../problems/problem.ts';
import { type Moment, showMoment } from '../site/clock.ts';
import type { Site } from '../site/site.ts';

export interface PreviewOptions {
  readonly content: string;
  readonly projectRoot: string;
  readonly compiledRoot: string;
  readonly now: (timeZone: string) => Moment;
  /** Only articles of this year and later. */
  readonly since: number | undefined;
}

/** The whole site as it stands in the editor's files, drafts and scheduled articles too; a page is drawn when asked for. */
export interface PreviewSite {
  readonly site: Site;
  readonly articles: number;
  readonly problems: readonly Problem[];
  /** The file of the site at an address, undefined where there is none. */
  draw(address: string): Promise<PreviewFile | undefined>;
}

export type PreviewFile =
  | { readonly kind: 'text'; readonly name: string; readonly text: string; readonly note: PreviewNote }
  | { readonly kind: 'file'; readonly name: string; readonly path: string };

/** What a previewed page says about itself beyond what readers will see. */
export interface PreviewNote {
  readonly state: string | undefined;
  readonly problems: readonly Problem[];
}

export async function readPreviewSite(options: PreviewOptions): Promise<PreviewSite> {
  const content = await readContent({ root: options.content, baseUrl: undefined });
  const { since } = options;
  const articles =
    since === undefined
      ? content.articles
      : content.articles.filter(({ date }) => Number(date.day.slice(0, 4)) >= since);
  const now = options.now(content.site.timeZone);
  const archive = buildArchive({ ...content, articles }, { now, drafts: true, allowEmpty: true });
  const assets = path.join(options.compiledRoot, 'assets');
  const shell = buildShell(content, now, readShellAssets(options.compiledRoot), false);
  const draw = preparePages(options.compiledRoot, shell);
  const pages = new Map<string, Page>();
  for (const page of buildPages(archive)) pages.set(page.address, page);
  const byAddress = new Map(articles.map((article) => [article.address, article]));
  // What an archive without its older years cannot know is no mistake of the editor's.
  const problems = sortProblems([...content.problems, ...(since === undefined ? archive.problems : [])]);

  return {
    site: content.site,
    articles: archive.articles.length,
    problems,
    async draw(address) {
      const page = pages.get(address);
      if (page) {
        let text = '';
        await draw([page], (drawing) => {
          text = drawing.text;
          return undefined;
        });
        const article = byAddress.get(address);
        const note = {
          state: article && stateText(article, now),
          problems: article ? problems.filter(({ file }) => file === article.file) : problems,
        };
        return { kind: 'text', name: outputPath(address), text, note };
      }
      return findFile(address, [
        [address.startsWith('/assets/') ? assets : '', address.slice('/assets'.length)],
        [path.join(options.projectRoot, 'public'), address],
        [options.content, /\.(md|ya?ml|csv)$/.test(address) ? '' : address],
      ]);
    },
  };
}

function stateText(article: Article, now: Moment): string | undefined {
  if (article.draft) return '草稿：正式网站上没有这一篇';
  if (article.date.ms > now.ms) return `此稿将于 ${showMoment(article.date)} 发布`;
  return undefined;
}

/** A plain file below one of the folders; names that start with a dot are never shown. */
function findFile(
  address: string,
  places: readonly (readonly [folder: string, name: string])[],
): PreviewFile | undefined {
  if (address.endsWith('/') || address.split('/').some((part) => part.startsWith('.'))) return undefined;
  for (const [folder, name] of places) {
    if (folder === '' || name === '') continue;
    const file = path.join(folder, name);
    if (file.startsWith(folder + path.sep) && fs.lstatSync(file, { throwIfNoEntry: false })?.isFile()) {
      return { kind: 'file', name: path.basename(file), path: file };
    }
  }
  return undefined;
}
