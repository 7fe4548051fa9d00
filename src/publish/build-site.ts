import fs from 'node:fs';
import path from 'node:path';
import { permanentAddresses } from '../archive/addresses.ts';
import { type Archive, type ArticleCounts, buildArchive } from '../archive/archive.ts';
import { preparePages } from '../build/draw-pages.ts';
import { type KnownFile, type LastBuild, readLastBuild, writeLastBuild } from '../build/last-build.ts';
import { outputPath } from '../build/output-path.ts';
import { isUntouched, listFiles, openStage } from '../build/stage-files.ts';
import type { Content } from '../content/content.ts';
import { readContent } from '../content/read-content.ts';
import { buildPages } from '../pages/build-pages.ts';
import { digestOf } from '../pages/key.ts';
import type { Page } from '../pages/page.ts';
import { buildShell } from '../pages/shell.ts';
import { hasErrors, type Problem } from '../problems/problem.ts';
import type { Moment } from '../site/clock.ts';
import { checkVanished } from './check-vanished.ts';
import { takeLock } from './lock.ts';
import { type Changes, type Manifest, readManifest } from './manifest.ts';
import { markName, type OutputFolder, openOutputFolder } from './output-folder.ts';
import { finishSwitch, switchSite } from './switch-site.ts';

export interface BuildOptions {
  readonly content: string;
  readonly output: string;
  readonly cache: string;
  readonly baseUrl: string | undefined;
  /** Told once the site's zone is known. */
  readonly now: (timeZone: string) => Moment;
  readonly drafts: boolean;
  readonly full: boolean;
  readonly allowGone: boolean;
  readonly allowEmpty: boolean;
  /** Hash every file for a manifest. */
  readonly manifest: boolean;
  readonly projectRoot: string;
  readonly compiledRoot: string;
  /** Stops the build between two batches; its reason is thrown. */
  readonly signal: AbortSignal;
}

export type Stages = 'read' | 'archive' | 'draw' | 'publish';

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
}

/** Pages that one Eleventy instance draws: more cost memory, fewer cost its start. */
const batchSize = 1000;

/**
 * Content → the whole site in `output`, all or nothing.
 * @throws OutputRefused, OutputLocked, and what the file system throws: the old site is then as it was.
 */
export async function buildSite(options: BuildOptions, progress: BuildProgress): Promise<BuildResult> {
  const seconds = { read: 0, archive: 0, draw: 0, publish: 0 };
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
  try {
    finishSwitch(output);
    fs.rmSync(output.staging, { recursive: true, force: true });
    const last = readLastBuild(options.cache, output.folder);
    const content = await timed(
      'read',
      () =>
        readContent({ root: options.content, baseUrl: options.baseUrl }, (done, total) =>
          progress.step(done, total),
        ),
      ({ articleFiles }) => articleFiles,
    );
    const now = options.now(content.site.timeZone);
    const archive = await timed(
      'archive',
      () => buildArchive(content, { now, drafts: options.drafts, allowEmpty: options.allowEmpty }),
      ({ lists }) => lists.size,
    );
    const vanished = options.allowGone ? [] : checkVanished(archive, last.permanent);
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
      };
    }
    const drawn = await timed(
      'draw',
      () => drawSite({ options, content, archive, last, now, output, progress }),
      ({ files }) => files.size,
    );
    const changes = await timed(
      'publish',
      () => {
        const there =
          last.files.size === 0 || options.full ? listFiles(output.folder) : [...last.files.keys()];
        const { files, ...changes } = switchTo(drawn, output, there);
        writeLastBuild(options.cache, output.folder, { files, permanent: permanentAddresses(archive) });
        return changes;
      },
      ({ added, changed, removed }) => added.length + changed.length + removed.length,
    );
    return {
      published: true,
      articles: archive.counts,
      pages: {
        drawn: drawn.drawn,
        kept: drawn.kept,
        removed: changes.removed.filter((file) => !last.files.get(file)?.key.startsWith(copyKey)).length,
      },
      seconds,
      problems,
      archive,
      manifest: options.manifest ? readManifest(output.folder, drawn.files.keys(), changes) : undefined,
    };
  } finally {
    fs.rmSync(output.staging, { recursive: true, force: true });
    unlock();
  }
}

interface DrawnSite {
  /** Every file of the new site. */
  readonly files: ReadonlyMap<string, KnownFile>;
  /** Those of them that wait in staging. */
  readonly staged: ReadonlyMap<string, KnownFile>;
  readonly drawn: number;
  readonly kept: number;
}

interface DrawJob {
  readonly options: BuildOptions;
  readonly content: Content;
  readonly archive: Archive;
  readonly last: LastBuild;
  readonly now: Moment;
  readonly output: OutputFolder;
  readonly progress: BuildProgress;
}

/** Draws the pages whose key has changed into staging, and copies the files that they show. */
async function drawSite(job: DrawJob): Promise<DrawnSite> {
  const { options, content, archive, last, output, progress } = job;
  const assets = readCompiledAssets(options.compiledRoot);
  const shell = buildShell(content, job.now, {
    style: assets.address('.css'),
    script: assets.address('.js'),
  });
  const code = fs.readFileSync(path.join(options.compiledRoot, 'hash.txt'), 'utf8');
  const shellKey = digestOf(JSON.stringify(shell) + code);
  const kept = new Map<string, KnownFile>();
  const keep = (file: string, key: string): boolean => {
    const known = options.full ? undefined : last.files.get(file);
    if (known?.key !== key || !isUntouched(path.join(output.folder, file), known)) return false;
    kept.set(file, known);
    return true;
  };
  const stage = openStage(output.staging, options.compiledRoot);
  try {
    const draw = preparePages(options.compiledRoot, shell);
    let batch: Page[] = [];
    let drawn = 0;
    const drawBatch = async (): Promise<void> => {
      options.signal.throwIfAborted();
      await draw(batch, ({ page, file, text }) => stage.writeText(file, page.key + shellKey, text));
      await stage.settle();
      drawn += batch.length;
      batch = [];
      progress.step(drawn + kept.size, undefined);
    };
    for (const page of buildPages(archive)) {
      if (keep(outputPath(page.address), page.key + shellKey)) continue;
      if (batch.push(page) === batchSize) await drawBatch();
    }
    await drawBatch();
    const keptPages = kept.size;
    for (const [file, from] of listCopies(options, content, archive, assets.files)) {
      const { size, mtimeMs } = fs.statSync(from);
      const key = `${copyKey} ${size} ${mtimeMs}`;
      if (!keep(file, key)) stage.copyFile(file, key, from);
    }
    const staged = await stage.close();
    return { files: new Map([...kept, ...staged]), staged, drawn, kept: keptPages };
  } finally {
    await stage.stop();
  }
}

/** Begins the key of a file that is no page but a copy. */
const copyKey = 'copy';

/**
 * Moves what is new or different, removes what is no longer part of the site. A page that was drawn anew but
 * came out the same keeps its file, so that hosts are sent only what differs.
 */
function switchTo(
  site: DrawnSite,
  output: OutputFolder,
  there: readonly string[],
): Changes & { files: Map<string, KnownFile> } {
  const files = new Map(site.files);
  const before = new Set(there);
  const changed: string[] = [];
  for (const [file, known] of site.staged) {
    if (!before.has(file)) continue;
    const old = path.join(output.folder, file);
    const staged = path.join(output.staging, file);
    if (sameBytes(old, staged, known.size)) {
      fs.rmSync(staged);
      files.set(file, { ...known, mtimeMs: fs.statSync(old).mtimeMs });
    } else changed.push(file);
  }
  const added = [...site.staged.keys()].filter((file) => !before.has(file));
  const removed = there.filter((file) => file !== markName && !site.files.has(file));
  switchSite(output, { moved: [...added, ...changed], removed });
  return { files, added: added.sort(), changed: changed.sort(), removed: removed.sort() };
}

function sameBytes(file: string, other: string, size: number): boolean {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  return (
    stat?.isFile() === true && stat.size === size && fs.readFileSync(file).equals(fs.readFileSync(other))
  );
}

interface CompiledAssets {
  readonly files: readonly (readonly [file: string, from: string])[];
  /** The site address of the one file with this ending. */
  address(extension: string): string;
}

function readCompiledAssets(compiledRoot: string): CompiledAssets {
  const names = fs.readdirSync(path.join(compiledRoot, 'assets')).sort();
  return {
    files: names.map((name) => [`assets/${name}`, path.join(compiledRoot, 'assets', name)]),
    address: (extension) => `/assets/${names.find((name) => name.endsWith(extension)) ?? ''}`,
  };
}

/** Files copied as they are: public/, styles and scripts, and the pictures that published pages show. */
function listCopies(
  options: BuildOptions,
  content: Content,
  archive: Archive,
  compiled: CompiledAssets['files'],
): (readonly [file: string, from: string])[] {
  const publicRoot = path.join(options.projectRoot, 'public');
  const shown = new Set<string>();
  const holders = [...archive.articles, ...content.zones, ...content.topics, ...content.pages];
  for (const { assets } of holders) for (const address of assets) shown.add(address);
  return [
    ...listFiles(publicRoot)
      .filter((file) => !path.basename(file).startsWith('.'))
      .map((file) => [file, path.join(publicRoot, file)] as const),
    ...compiled,
    ...[...shown].sort().map((address) => {
      const file = outputPath(address);
      return [file, path.join(content.root, file)] as const;
    }),
  ];
}
