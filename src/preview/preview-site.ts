import { hash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { type Archive, buildArchive } from '../archive/archive.ts';
import { drawPage } from '../build/draw-page.ts';
import { readShellAssets } from '../build/draw-site.ts';
import { addressOfFile } from '../content/addresses.ts';
import type { Article } from '../content/article.ts';
import type { Content } from '../content/content.ts';
import { ASSET_TYPES, typeOf } from '../content/content-files.ts';
import { PageFinder } from '../pages/find-page.ts';
import type { Page } from '../pages/page.ts';
import { buildShell, type Shell } from '../pages/shell.ts';
import { type Problem, sortProblems } from '../problems/problem.ts';
import type { Moment } from '../site/clock.ts';
import { hrefOf, type Site } from '../site/site.ts';
import { articleStates } from './article-states.ts';
import { renderDesk } from './desk-page.tsx';
import { renderUnaskedPage, renderUnreadPage } from './own-page.tsx';
import { type PageNote, withNote } from './page-note.tsx';
import { deskAddress } from './preview-files.ts';
import { buildProof } from './proof/build-proof.ts';
import { renderProof } from './proof/proof-page.tsx';

/** What one state of the files is shown with. */
export interface SiteOptions {
  readonly content: Content;
  readonly now: Moment;
  readonly projectRoot: string;
  readonly compiledRoot: string;
  readonly since: number | undefined;
  /** What hinders the preview itself, shown on every page. */
  readonly hindrances: readonly string[];
}

/** What a browser gets. */
export interface Answer {
  readonly status: number;
  /** The ending of a file's name, by which its type is known. */
  readonly type: string;
  readonly body: string | { readonly file: string };
  /** Tells one state of the page from another. */
  readonly version: string;
}

/**
 * The whole site as it stands in the editor's files, drafts and scheduled articles too. A page is found and drawn
 * when it is asked for, once.
 */
export class PreviewSite {
  readonly site: Site;
  readonly archive: Archive;
  readonly problems: readonly Problem[];
  readonly #archiveProblems: readonly Problem[];
  readonly #options: SiteOptions;
  readonly #pages: PageFinder;
  readonly #articles: ReadonlyMap<string, Article>;
  /** Addresses that one file stands for, be it broken; without the articles. */
  readonly #ofFiles: ReadonlySet<string>;
  readonly #unread: ReadonlySet<string>;
  readonly #shell: Shell;
  readonly #answers = new Map<string, Promise<Answer>>();

  constructor(options: SiteOptions) {
    const { content, now, compiledRoot, since } = options;
    this.#options = options;
    this.site = content.site;
    this.archive = buildArchive(content, { now, drafts: true, allowEmpty: true });
    this.#pages = new PageFinder(this.archive);
    this.#articles = new Map(content.articles.map((article) => [article.address, article]));
    this.#unread = new Set(content.unread.map(({ address }) => address));
    this.#ofFiles = new Set([
      ...this.#unread,
      ...[...content.zones, ...content.topics, ...content.pages].map(({ file }) => addressOfFile(file) ?? ''),
    ]);
    this.#shell = buildShell(content, now, readShellAssets(compiledRoot), false);
    // What an archive without its older years cannot know is no mistake of the editor's.
    this.#archiveProblems =
      since === undefined ? this.archive.problems : this.archive.problems.filter(isSureAlone);
    this.problems = sortProblems([...content.problems, ...this.#archiveProblems]);
  }

  /**
   * What stands at an address of the site, without its base path.
   * @param proof asks for the view of an article in which it is proofread
   */
  answer(address: string, proof = false): Promise<Answer> {
    const key = `${proof} ${address}`;
    const known = this.#answers.get(key) ?? this.#make(address, proof);
    this.#answers.set(key, known);
    return known;
  }

  async #make(address: string, proof: boolean): Promise<Answer> {
    if (address === deskAddress) return this.#html(200, renderDesk(this.#options), address, this.problems);
    const article = this.#articles.get(address);
    const page = this.#pages.find(address) ?? this.#pages.find(encodeURI(address));
    if (article && page && proof) {
      const data = page.data();
      const title = 'head' in data ? data.head.title : article.title;
      const html = renderProof(buildProof(article, this.archive, title), hrefOf(this.site, address));
      return this.#html(200, html, `${address}?proof`, this.#problemsAt(address));
    }
    if (page) return this.#drawn(page, 200);
    const file = this.#findFile(address);
    if (file !== undefined) return { status: 200, type: path.extname(file), body: { file }, version: '' };
    if (this.#unread.has(address)) {
      const { since } = this.#options;
      if (since !== undefined && this.#isUnasked(address)) {
        return this.#html(200, renderUnaskedPage(since), address, []);
      }
      return this.#html(200, renderUnreadPage(this.#problemsAt(address)), address, []);
    }
    if (!address.endsWith('/') && this.#pages.find(`${address}/`)) {
      return { status: 302, type: '', body: hrefOf(this.site, `${address}/`), version: '' };
    }
    return this.lost(address);
  }

  /** What stands at an address that has no page. */
  async lost(address: string): Promise<Answer> {
    const page = this.#pages.find('/404.html');
    if (!page) throw new Error('the site has no 404.html');
    return this.#drawn(page, 404, address);
  }

  /** Articles that were not read because they are older than was asked for. */
  get unasked(): number {
    return [...this.#unread].filter((address) => this.#isUnasked(address)).length;
  }

  #isUnasked(address: string): boolean {
    const year = /^\/news\/(\d{4})\//.exec(address)?.[1];
    return year !== undefined && Number(year) < (this.#options.since ?? 0);
  }

  async #drawn(page: Page, status: number, address = page.address): Promise<Answer> {
    const text = await drawPage(this.#options.compiledRoot, this.#shell, page);
    if (page.template === 'text') {
      return { status, type: path.extname(page.address) || '.txt', body: text, version: versionOf(text) };
    }
    return this.#html(status, text, address, this.#problemsAt(address));
  }

  #html(status: number, html: string, at: string, problems: readonly Problem[]): Answer {
    const { hindrances, now } = this.#options;
    const [address = at] = at.split('?', 1);
    const article = this.#articles.get(address);
    const isOwn = ({ file }: Problem): boolean => addressOfFile(file) === address;
    const note: PageNote = {
      states: [...hindrances, ...(article ? articleStates(article, now) : [])],
      own: problems.filter(isOwn),
      others: problems.filter((problem) => !isOwn(problem)),
      proof: article && at === address ? `${hrefOf(this.site, address)}?proof` : undefined,
    };
    const version = versionOf(JSON.stringify([html, note]));
    const shownAt = at.startsWith('/__preview/') ? at : hrefOf(this.site, at);
    return { status, type: '.html', body: withNote(html, note, { at: shownAt, version }), version };
  }

  /**
   * What is wrong with the file of a page, and with what every page follows from; on other pages everything.
   * Copy-editing looks at the article on the screen alone: of a whole archive it would be slow, and long.
   */
  #problemsAt(address: string): readonly Problem[] {
    const article = this.#articles.get(address);
    if (!article && !this.#ofFiles.has(address)) return this.problems;
    const above = this.problems.filter(({ file, level }) => level === 'error' && !file.includes('/'));
    if (!article) {
      return sortProblems([...above, ...this.problems.filter(({ file }) => addressOfFile(file) === address)]);
    }
    const { file } = article;
    const own = this.#archiveProblems.filter((each) => each.file === file);
    return sortProblems([...above, ...this.#options.content.proofread(file), ...own]);
  }

  /** A plain file that pages show. Sources, names that start with a dot, and what lies elsewhere are never given out. */
  #findFile(address: string): string | undefined {
    const { compiledRoot, projectRoot, content } = this.#options;
    if (address.endsWith('/') || address.split('/').some((part) => part.startsWith('.'))) return undefined;
    const isAsset = ASSET_TYPES.has(typeOf(address)) && address !== '/redirects.csv';
    const places: readonly (readonly [folder: string, name: string])[] = [
      [
        path.join(compiledRoot, 'assets'),
        address.startsWith('/assets/') ? address.slice('/assets'.length) : '',
      ],
      [path.join(projectRoot, 'public'), address],
      [content.root, isAsset ? address : ''],
    ];
    const place = places.find(([folder, name]) => name !== '' && isFileWithin(folder, name));
    return place && path.join(...place);
  }
}

/** Whether a problem of the whole archive is one though its older years were not read. */
const isSureAlone = ({ code }: Problem): boolean =>
  !['link-missing', 'neighbour-missing', 'redirect-missing'].includes(code);

/** True for a file that really lies in the folder: no part of its path is a link. */
function isFileWithin(folder: string, name: string): boolean {
  const file = path.join(folder, name);
  if (!fs.lstatSync(file, { throwIfNoEntry: false })?.isFile()) return false;
  return fs.realpathSync(file) === path.join(fs.realpathSync(folder), name);
}

const versionOf = (text: string): string => hash('sha1', text, 'hex').slice(0, 16);
