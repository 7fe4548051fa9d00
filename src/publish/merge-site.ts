import fs from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type KnownFile, readLastBuild, writeLastBuild } from '../build/last-build.ts';
import { findFiles } from '../build/walk-folder.ts';
import type { Problem } from '../problems/problem.ts';
import { IndexLedger } from '../search/index-ledger.ts';
import { mergeIndexes } from '../search/part-index.ts';
import { checkVanished } from './check-vanished.ts';
import { takeLock } from './lock.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { type OutputFolder, openOutputFolder } from './output-folder.ts';
import { openParts, type Part, PartBroken, PartsRefused } from './parts.ts';
import { replaceSite } from './replace-site.ts';
import { finishSwitch } from './switch-site.ts';

export interface MergeOptions {
  /** Outputs of `build --years`, which stay as they are. */
  readonly parts: readonly string[];
  readonly output: string;
  readonly cache: string;
  readonly allowGone: boolean;
  /** Hash every file for a manifest. */
  readonly manifest: boolean;
  readonly compiledRoot: string;
  /** Stops the merging before the switch; its reason is thrown. */
  readonly signal: AbortSignal;
}

export interface MergeResult {
  /** False where an address would vanish: the old site stands. */
  readonly published: boolean;
  readonly files: Readonly<Record<'all' | 'added' | 'changed' | 'removed', number>>;
  readonly problems: readonly Problem[];
  readonly manifest: Manifest | undefined;
}

/**
 * Parts → the whole site in `output`, all or nothing: the very bytes of one build of all years.
 * @throws {PartsRefused}, PartBroken, OutputRefused, OutputLocked, and what the file system throws: the old site is then as it was.
 */
export async function mergeSite(options: MergeOptions): Promise<MergeResult> {
  const { signal } = options;
  const parts = openParts(options.parts, options.output);
  const output = openOutputFolder(options.output, options.parts[0] ?? options.output);
  fs.mkdirSync(path.dirname(output.folder), { recursive: true });
  const unlock = [takeLock(output.lock)];
  try {
    for (const { places } of parts) unlock.push(takeLock(places.lock));
    finishSwitch(output);
    fs.rmSync(output.staging, { recursive: true, force: true });
    const last = readLastBuild(options.cache, output.folder);
    const { permanent, answered } = parts.find((part) => part.addresses)?.addresses ?? nothing;
    const problems = options.allowGone ? [] : checkVanished(new Set(answered), last.permanent);
    if (problems.length > 0) return { published: false, files: none, problems, manifest: undefined };
    const found = await findFiles(output.folder, options.compiledRoot, last.files.size);
    const staged = await stageParts(parts, output, signal);
    if (parts[0]?.search) stageIndex(parts, output, staged);
    signal.throwIfAborted();
    const { files, ...changes } = replaceSite({ kept: new Map(), staged }, output, found);
    writeLastBuild(options.cache, output.folder, { files, permanent });
    const { added, changed, removed } = changes;
    return {
      published: true,
      files: { all: files.size, added: added.length, changed: changed.length, removed: removed.length },
      problems,
      manifest: options.manifest ? readManifest(output.folder, files.keys(), changes) : undefined,
    };
  } finally {
    // A switch that was begun needs what still waits in staging: the next run finishes it.
    if (!fs.existsSync(output.journal)) fs.rmSync(output.staging, { recursive: true, force: true });
    for (const release of unlock) release();
  }
}

const nothing = { permanent: [], answered: [] };
const none = { all: 0, added: 0, changed: 0, removed: 0 };
/** Of a file that no page's key is known of: the next build draws it. */
const mergedKey = 'merged';
/** Files between two looks at the signal. */
const stride = 1000;

/** Puts the files of all parts into staging: as links where the disk can, so that nothing is copied. */
async function stageParts(
  parts: readonly Part[],
  output: OutputFolder,
  signal: AbortSignal,
): Promise<Map<string, KnownFile>> {
  const staged = new Map<string, KnownFile>();
  const made = new Set<string>();
  for (const { places, files, name } of parts) {
    for (const [file, size] of files) {
      if (staged.size % stride === 0) {
        await setImmediate();
        signal.throwIfAborted();
      }
      if (staged.has(file)) throw new PartsRefused(`${name} 里的 ${file} 在另一部分里也有`);
      const from = path.join(places.folder, file);
      const to = path.join(output.staging, file);
      const stat = fs.lstatSync(from, { throwIfNoEntry: false });
      if (!stat?.isFile() || stat.size !== size)
        throw new PartBroken(`${name} 不完整：${file} 缺少或被改动过，请重新生成这一部分`);
      const folder = path.dirname(to);
      if (!made.has(folder)) fs.mkdirSync(folder, { recursive: true, mode: 0o755 });
      made.add(folder);
      linkOrCopy(from, to);
      staged.set(file, { key: mergedKey, size, mtimeMs: fs.statSync(to).mtimeMs });
    }
  }
  return staged;
}

function linkOrCopy(from: string, to: string): void {
  try {
    fs.linkSync(from, to);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    // Another disk, one without links, a file of another user, too many links.
    if (code !== 'EXDEV' && code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EMLINK') throw error;
    fs.copyFileSync(from, to, fs.constants.COPYFILE_EXCL);
  }
}

function stageIndex(parts: readonly Part[], { staging }: OutputFolder, staged: Map<string, KnownFile>): void {
  const ledger = new IndexLedger({ last: new Map(), known: new Map(), staging });
  const folders = parts.map(({ places }) => places.folder);
  if (!mergeIndexes(folders, ledger))
    throw new PartBroken('检索索引合不起来：有一部分的分卷缺少或损坏，请重新生成各部分');
  for (const [file, known] of ledger.staged) staged.set(file, { ...known, key: mergedKey });
}
