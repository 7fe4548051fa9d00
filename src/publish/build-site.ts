import fs from 'node:fs';
import path from 'node:path';
import { permanentAddresses } from '../archive/addresses.ts';
import { type Archive, type ArticleCounts, buildArchive } from '../archive/archive.ts';
import { holderOf } from '../archive/part-years.ts';
import { copyKey, drawSite } from '../build/draw-site.ts';
import { type KnownFile, readLastBuild, writeLastBuild } from '../build/last-build.ts';
import { compressedKey } from '../build/precompress.ts';
import { type FoundFiles, findFiles } from '../build/walk-folder.ts';
import { readContent } from '../content/read-content.ts';
import { hasErrors, type Problem } from '../problems/problem.ts';
import { indexKey } from '../search/index-ledger.ts';
import { type Searching, startSearch, type WrittenSearch } from '../search/write-search.ts';
import type { Moment } from '../site/clock.ts';
import type { YearSpan } from '../site/year-span.ts';
import { checkDrawn } from '../verify/check-drawn.ts';
import { AdminMissing } from './admin-missing.ts';
import { answeredAddresses, checkVanished } from './check-vanished.ts';
import { listCopies, listPublicFiles } from './list-copies.ts';
import { takeLock } from './lock.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { openOutputFolder } from './output-folder.ts';
import { refuseWholeSite, writePartFile } from './part-file.ts';
import { replaceSite } from './replace-site.ts';
import { finishSwitch } from './switch-site.ts';

export interface BuildOptions {
  readonly content: string;
  readonly output: string;
  readonly cache: string;
  readonly baseUrl: string | undefined;
  readonly now: (timeZone: string) => Moment;
  readonly drafts: boolean;
  /** False builds the site without its index. */
  readonly search: boolean;
  readonly full: boolean;
  /** Write gzip and Brotli copies beside the files that are worth it. */
  readonly precompress: boolean;
  /** Only what belongs to these years, as a part to be merged; undefined for the whole site. */
  readonly years: YearSpan | undefined;
  readonly allowGone: boolean;
  readonly allowEmpty: boolean;
  /** Hash every file for a manifest. */
  readonly manifest: boolean;
  readonly projectRoot: string;
  readonly compiledRoot: string;
  /** Makes the program of /admin/ and tells its folder; undefined where it is not installed. */
  readonly compileAdmin: (compiledRoot: string) => Promise<string | undefined>;
  /** Stops the build between two batches; its reason is thrown. */
  readonly signal: AbortSignal;
}

export type Stages = 'read' | 'archive' | 'draw' | 'search' | 'publish';

export interface BuildProgress {
  start(stage: Stages): void;
  /** `total` is unknown while pages are still being counted. */
  step(done: number, total: number | undefined): void;
  end(stage: Stages, count: number, seconds: number): void;
}

export interface BuildResult {
  /** False where errors in content kept the old site. */
  readonly published: boolean;
  readonly articles: ArticleCounts;
  readonly pages: { readonly drawn: number; readonly kept: number; readonly removed: number };
  readonly seconds: Readonly<Record<Stages, number>>;
  readonly problems: readonly Problem[];
  readonly archive: Archive;
  readonly manifest: Manifest | undefined;
  readonly size: SiteSize;
}

/** What hosts count. */
export interface SiteSize {
  readonly files: number;
  readonly bytes: number;
  /** Files of the search index among them. */
  readonly indexFiles: number;
}

/**
 * Content → the whole site in `output`, or a part of it, all or nothing.
 * @throws OutputRefused, OutputLocked, SearchFailed, DrawnFault, and what the file system throws: the old site is then as it was.
 */
export async function buildSite(options: BuildOptions, progress: BuildProgress): Promise<BuildResult> {
  const seconds = { read: 0, archive: 0, draw: 0, search: 0, publish: 0 };
  const timed = async <T>(
    stage: Stages,
    work: () => Promise<T> | T,
    count: (value: T) => number,
  ): Promise<T> => {
    const began = performance.now();
    options.signal.throwIfAborted();
    progress.start(stage);
    const value = await work();
    seconds[stage] = (performance.now() - began) / 1000;
    progress.end(stage, count(value), seconds[stage]);
    return value;
  };

  const output = openOutputFolder(options.output, options.content);
  fs.mkdirSync(path.dirname(output.folder), { recursive: true });
  const unlock = takeLock(output.lock);
  let searching: Searching | undefined;
  try {
    finishSwitch(output);
    if (options.years) refuseWholeSite(output.folder);
    fs.rmSync(output.staging, { recursive: true, force: true });
    const last = readLastBuild(options.cache, output.folder);
    const finding = findFiles(output.folder, options.compiledRoot, last.files.size);
    finding.catch(() => undefined);
    const content = await timed(
      'read',
      () =>
        readContent(
          {
            root: options.content,
            baseUrl: options.baseUrl,
            compiledRoot: options.compiledRoot,
            years: options.years,
            ...(!options.full && { memory: options.cache }),
          },
          (done, total) => progress.step(done, total),
        ),
      ({ articleFiles }) => articleFiles,
    );
    const now = options.now(content.site.timeZone);
    const archive = await timed(
      'archive',
      () => {
        const publicFiles = listPublicFiles(options.projectRoot);
        return buildArchive(content, {
          now,
          drafts: options.drafts,
          allowEmpty: options.allowEmpty,
          publicFiles,
        });
      },
      ({ lists }) => lists.size,
    );
    const holds = holderOf(archive, options.years);
    const answered = answeredAddresses(archive, content.unread);
    // Only the merged site has a last one to be compared with.
    const vanished = options.allowGone || options.years ? [] : checkVanished(answered, last.permanent);
    const problems = [...content.problems, ...archive.problems, ...vanished];
    const nothing = { drawn: 0, kept: 0, removed: 0 };
    if (hasErrors(problems)) {
      return {
        published: false,
        articles: archive.counts,
        pages: nothing,
        seconds,
        problems,
        archive,
        manifest: undefined,
        size: sizeOf([]),
      };
    }
    const admin = content.site.cms && (await options.compileAdmin(options.compiledRoot));
    if (content.site.cms && admin === undefined) throw new AdminMissing();
    const found = await finding;
    const known = options.full ? new Map<string, KnownFile>() : untouched(last.files, found);
    // The index is made in processes of its own while this one draws.
    searching = options.search
      ? startSearch({
          archive,
          part: options.years && holds,
          last: last.files,
          known,
          staging: output.staging,
          cache: options.cache,
          compiledRoot: options.compiledRoot,
          signal: options.signal,
        })
      : undefined;
    const drawn = await timed(
      'draw',
      () =>
        drawSite({
          content,
          archive,
          holds,
          known,
          staging: output.staging,
          compiledRoot: options.compiledRoot,
          searchable: options.search,
          precompress: options.precompress,
          copies: listCopies(content, archive, holds, { ...options, admin }),
          signal: searching ? AbortSignal.any([options.signal, searching.failed]) : options.signal,
          onProgress: (pages) => progress.step(pages, undefined),
        }),
      ({ kept, staged }) => kept.size + staged.size,
    );
    const index = searching && (await finishSearch(searching, progress));
    seconds.search = index?.seconds ?? 0;
    const site = {
      kept: new Map([...drawn.kept, ...(index?.kept ?? [])]),
      staged: new Map([...drawn.staged, ...(index?.staged ?? [])]),
    };
    if (options.years)
      writePartFile({ ...options, years: options.years, content, archive, answered, site, output });
    const changes = await timed(
      'publish',
      () => {
        // Pages of a part lead to other parts.
        if (!options.years && drawn.drawnPages <= mostChecked)
          checkDrawn({
            staging: output.staging,
            drawn: drawn.staged.keys(),
            all: [...site.kept.keys(), ...site.staged.keys()],
            url: content.site.url,
          });
        const { files, ...changes } = replaceSite(site, output, found);
        writeLastBuild(options.cache, output.folder, { files, permanent: permanentAddresses(archive) });
        return changes;
      },
      ({ added, changed, removed }) => added.length + changed.length + removed.length,
    );
    return {
      published: true,
      articles: archive.counts,
      pages: {
        drawn: drawn.drawnPages,
        kept: drawn.keptPages,
        removed: changes.removed.filter((file) => isPage(last.files.get(file))).length,
      },
      seconds,
      problems,
      archive,
      manifest: options.manifest
        ? readManifest(output.folder, [...site.kept.keys(), ...site.staged.keys()], changes)
        : undefined,
      size: sizeOf([...site.kept.values(), ...site.staged.values()]),
    };
  } finally {
    await searching?.stop();
    // A switch that was begun needs what still waits in staging: the next run finishes it.
    if (!fs.existsSync(output.journal)) fs.rmSync(output.staging, { recursive: true, force: true });
    unlock();
  }
}

async function finishSearch(searching: Searching, progress: BuildProgress): Promise<WrittenSearch> {
  progress.start('search');
  searching.onProgress = (done, total) => progress.step(done, total);
  const index = await searching.finished;
  progress.end('search', index.volumes, index.seconds);
  return index;
}

/** Drawn pages that are looked at before they are published; a build that draws more leaves that to `verify`. */
const mostChecked = 100;

const isPage = (known: KnownFile | undefined): boolean =>
  known === undefined || ![copyKey, compressedKey, indexKey].some((begin) => known.key.startsWith(begin));

const sizeOf = (files: readonly KnownFile[]): SiteSize => ({
  files: files.length,
  bytes: files.reduce((sum, { size }) => sum + size, 0),
  indexFiles: files.filter(({ key }) => key.startsWith(indexKey)).length,
});

/** The files that stand as the last build wrote them. */
function untouched(files: ReadonlyMap<string, KnownFile>, found: FoundFiles): Map<string, KnownFile> {
  const same = new Map<string, KnownFile>();
  for (const [file, known] of files) {
    const there = found.get(file);
    if (there?.size === known.size && there.mtimeMs === known.mtimeMs) same.set(file, known);
  }
  return same;
}
