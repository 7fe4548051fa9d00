import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { ContentFiles } from '../content/content-files.ts';
import type { Ground } from '../content/read-ground.ts';
import type { Moment } from '../site/clock.ts';
import { buildReport } from './build-report.ts';
import { type Existing, readExisting } from './existing-articles.ts';
import { count, type ImportReport } from './import-report.ts';
import { type Candidate, type Joined, joinParts } from './join-parts.ts';
import { LinkTargets } from './link-targets.ts';
import { addressKey, aliasKey, bareHost } from './old-address.ts';
import { type OldFile, OldSite } from './old-site.ts';
import { type PlannedArticle, planArticles, type UnplannedArticle } from './plan-articles.ts';
import { appendRedirects, planRedirects, successorOf } from './plan-redirects.ts';
import { type OldBody, type OldPage, readOldPage } from './read-old-page.ts';
import type { Rules } from './rules.ts';
import { Spool } from './spool.ts';
import { type Workshop, type Written, writeImported } from './write-imported.ts';

export interface ImportOptions {
  /** Files, folders and WARCs. */
  readonly inputs: readonly string[];
  /** The content folder, and what was read of it. */
  readonly root: string;
  readonly files: ContentFiles;
  readonly ground: Ground;
  readonly rules: Rules;
  /** Nothing is written. */
  readonly isDry: boolean;
  readonly now: Moment;
  readonly signal: AbortSignal;
  readonly onProgress: (stage: 'read' | 'write', done: number, total: number) => void;
}

/**
 * Old pages → articles in the content folder, and lines in redirects.csv. What is there is never changed, and what
 * was imported before is not imported again. Throws only what is the machine's fault, and where `signal` says so.
 */
export async function importSite(options: ImportOptions): Promise<ImportReport> {
  const spool = new Spool();
  try {
    const site = new OldSite(spool, options.rules.base);
    for (const input of options.inputs) {
      await site.add(input, options.signal);
      options.signal.throwIfAborted();
    }
    return await new Import(options, site, spool).run();
  } finally {
    spool.close();
  }
}

class Import {
  readonly #options: ImportOptions;
  readonly #site: OldSite;
  readonly #spool: Spool;
  readonly #pages: OldPage[] = [];
  readonly #candidates: Candidate[] = [];
  readonly #unreadable: OldFile[] = [];
  /** How many pages say the same in their head. */
  readonly #said = new Map<string, number>();
  readonly #results = new Map<PlannedArticle, Written>();

  constructor(options: ImportOptions, site: OldSite, spool: Spool) {
    this.#options = options;
    this.#site = site;
    this.#spool = spool;
  }

  async run(): Promise<ImportReport> {
    const { root, files, ground, rules, now } = this.#options;
    await this.#readPages();
    const hosts = this.#ownHosts();
    const isOwn = ({ url }: OldPage): boolean => !url || hosts.has(bareHost(url.host));
    const existing = readExisting(root, files, ground);
    const joined = joinParts(this.#candidates.filter(({ page }) => isOwn(page)));
    const { planned, unplanned } = planArticles(joined, { root, existing, ground, rules, now });
    const successors = this.#successors(planned, unplanned);
    for (const page of this.#pages.filter(isOwn)) {
      const target = page.url && successorOf(page, page.url, rules, ground);
      if (page.url && target !== undefined) successors.set(addressKey(page.url), target);
    }
    await this.#write(planned, hosts, existing, successors);
    const aliases = new Set(planned.flatMap((article) => article.aliases.map(aliasKey)));
    const redirects = planRedirects({
      pages: this.#pages.filter(isOwn),
      site: this.#site,
      hosts,
      existing,
      ground,
      rules,
      successors: new Map([...successors].filter(([, address]) => address !== undefined)),
      aliases,
    });
    if (!this.#options.isDry) appendRedirects(root, redirects);
    return buildReport({
      site: this.#site,
      pages: this.#pages,
      isOwn,
      planned,
      unplanned,
      results: this.#results,
      unreadable: this.#unreadable,
      redirects,
    });
  }

  async #readPages(): Promise<void> {
    const { rules, ground, onProgress, signal } = this.#options;
    const { pages } = this.#site;
    for (const [done, file] of pages.entries()) {
      if (done % 50 === 0) {
        onProgress('read', done, pages.length);
        // Lets an interruption through.
        await new Promise(setImmediate);
        signal.throwIfAborted();
      }
      const page = this.#readPage(file, rules, ground.site.timeZone);
      if (!page) continue;
      if (page.url) this.#site.learn(file, page.url);
      const { body, ...rest } = page;
      const light: OldPage = { ...rest, body: undefined };
      this.#pages.push(light);
      if (!body) continue;
      const bytes = Buffer.from(JSON.stringify(body));
      const digest = createHash('sha1').update(bytes).digest('base64');
      this.#candidates.push({
        page: light,
        place: this.#spool.add(bytes),
        digest,
      });
      for (const said of [page.fields?.keywords.join(), page.fields?.summary])
        if (said) count(this.#said, said);
    }
    onProgress('read', pages.length, pages.length);
  }

  #readPage(file: OldFile, rules: Rules, timeZone: string): OldPage | undefined {
    try {
      return readOldPage(file, rules, timeZone);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (!['EACCES', 'EPERM', 'ENOENT', 'ELOOP'].includes(code)) throw error;
      this.#unreadable.push(file);
      return undefined;
    }
  }

  /** Those of the rules, or the one that most articles come from. */
  #ownHosts(): ReadonlySet<string> {
    const { base, hosts } = this.#options.rules;
    const named = [...(base ? [base.host] : []), ...hosts].map(bareHost);
    if (named.length > 0) return new Set(named);
    const counts = new Map<string, number>();
    const pages = this.#candidates.length > 0 ? this.#candidates.map(({ page }) => page) : this.#pages;
    for (const { url } of pages) if (url) count(counts, bareHost(url.host));
    const [most] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    return new Set(most ? [most[0]] : []);
  }

  /** New addresses of old pages by their keys; undefined for drafts and what is not written. */
  #successors(
    planned: readonly PlannedArticle[],
    unplanned: readonly UnplannedArticle[],
  ): Map<string, string | undefined> {
    const successors = new Map<string, string | undefined>();
    const add = ({ parts, copies }: Joined, address: string | undefined): void => {
      for (const { page } of [...parts, ...copies]) {
        successors.set(page.file.key, address);
        if (page.url) successors.set(addressKey(page.url), address);
      }
    };
    for (const { joined, lacks, address } of planned) add(joined, lacks.length === 0 ? address : undefined);
    for (const { joined, outcome, address } of unplanned) {
      // What is known is found by its alias, which tells whether it is out.
      if (outcome !== 'imported') add(joined, address);
    }
    return successors;
  }

  async #write(
    planned: readonly PlannedArticle[],
    hosts: ReadonlySet<string>,
    existing: Existing,
    successors: Map<string, string | undefined>,
  ): Promise<void> {
    const { root, isDry, ground, rules, onProgress, signal } = this.#options;
    const stage = isDry ? path.join(this.#spool.folder, 'stage') : path.join(root, `.import-${process.pid}`);
    const newSite = ground.site;
    const targets = new LinkTargets({ site: this.#site, hosts, newSite, existing, rules, successors });
    const workshop: Workshop = {
      root,
      stage,
      isDry,
      ground,
      site: this.#site,
      targets,
      isCommon: (text) => this.#isCommon(text),
      bodyOf: ({ joined }) =>
        joined.parts.map(({ page, place }) => ({ page, body: parseBody(this.#spool.read(place)) })),
    };
    try {
      for (const [done, article] of planned.entries()) {
        if (done % 50 === 0) {
          onProgress('write', done, planned.length);
          await new Promise(setImmediate);
          signal.throwIfAborted();
        }
        this.#results.set(article, writeImported(article, workshop));
      }
      onProgress('write', planned.length, planned.length);
    } finally {
      fs.rmSync(stage, { recursive: true, force: true });
    }
  }

  /** Keywords or a summary that a tenth of all pages have are the site's. */
  #isCommon(text: string): boolean {
    const times = this.#said.get(text) ?? 0;
    return times >= 5 && times >= this.#candidates.length / 10;
  }
}

/** What this run has put into the spool itself. */
const parseBody = (bytes: Buffer): OldBody => JSON.parse(bytes.toString('utf8'));
