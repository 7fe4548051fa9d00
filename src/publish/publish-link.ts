import fs from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { takeLock } from './lock.ts';
import type { Changes } from './manifest.ts';
import { markName, OutputRefused, writeMark } from './output-folder.ts';
import { compareFolders, copyInto, type FolderOptions } from './publish-folder.ts';
import { listSite } from './site-files.ts';

/** Versions that are kept, the one that readers see among them. */
const kept = 4;

/**
 * `/srv/www` is a link to `/srv/www.versions/7`. A version is made whole beside the others, then the link is renamed
 * into place: readers see the old site or the new one. Unchanged files are one file on the disk.
 * @throws {OutputRefused} where something else stands in the link's place
 */
export async function publishLink({ folder, to, dryRun, signal }: FolderOptions): Promise<Changes> {
  const place = linkedPlace(to);
  const changesNow = (): Changes => {
    const current = currentVersion(place);
    return compareFolders(
      folder,
      current === undefined ? path.join(place.versions, 'none') : at(place, current),
    );
  };
  if (dryRun) return changesNow();
  fs.mkdirSync(path.dirname(place.link), { recursive: true });
  const unlock = takeLock(place.lock);
  try {
    openVersions(place);
    const current = currentVersion(place);
    // What lies beyond the current version was cut short, or has been gone back from.
    fs.rmSync(`${place.link}.new`, { force: true });
    removeVersions(place, (version) => current !== undefined && version > current);
    const changes = changesNow();
    const { added, changed, removed } = changes;
    if (current !== undefined && added.length + changed.length + removed.length === 0) return changes;
    const next = Math.max(0, ...versionsIn(place)) + 1;
    const aside = `${at(place, next)}.partial`;
    try {
      await writeVersion(folder, current === undefined ? undefined : at(place, current), aside, {
        fresh: new Set([...added, ...changed]),
        signal,
      });
      fs.renameSync(aside, at(place, next));
    } finally {
      fs.rmSync(aside, { recursive: true, force: true });
    }
    switchLink(place, next);
    removeVersions(place, (version) => version <= next - kept);
    return changes;
  } finally {
    unlock();
  }
}

/** Files between which a signal is looked for. */
const breath = 200;

/** The whole site in `aside`: what is `fresh` as a copy, the rest as second names of files of the version before. */
async function writeVersion(
  folder: string,
  before: string | undefined,
  aside: string,
  { fresh, signal }: { readonly fresh: ReadonlySet<string>; readonly signal: AbortSignal },
): Promise<void> {
  for (const [n, { name }] of listSite(folder).entries()) {
    if (n % breath === 0) await setImmediate();
    signal.throwIfAborted();
    const to = path.join(aside, name);
    if (before === undefined || fresh.has(name)) await copyInto(path.join(folder, name), to);
    else await linkInto(path.join(before, name), to);
  }
  writeMark(aside);
}

/**
 * Goes back to the version before the current one.
 * @returns its number
 * @throws {OutputRefused} where there is none
 */
export function rollbackLink(to: string): number {
  const place = linkedPlace(to);
  const current = currentVersion(place);
  if (current === undefined) {
    throw new OutputRefused(`${to} 不是用 publish --to ${to} --link 发布的，没有可以退回的版本`);
  }
  const unlock = takeLock(place.lock);
  try {
    const before = Math.max(...versionsIn(place).filter((version) => version < current));
    if (!Number.isFinite(before)) {
      throw new OutputRefused(`${to} 现在是第 ${current} 版，${place.versions} 里没有更早的版本`);
    }
    switchLink(place, before);
    return before;
  } finally {
    unlock();
  }
}

/** True where `--link` has published here before. */
export const isLinkedPlace = (to: string): boolean =>
  fs.lstatSync(to, { throwIfNoEntry: false })?.isSymbolicLink() === true && versionOf(to) !== undefined;

interface Place {
  readonly link: string;
  readonly versions: string;
  readonly lock: string;
}

function linkedPlace(to: string): Place {
  const stat = fs.lstatSync(to, { throwIfNoEntry: false });
  if (stat?.isSymbolicLink() && versionOf(to) === undefined)
    throw new OutputRefused(`${to} 是别处来的链接，不予改动`);
  const empty = stat?.isDirectory() === true && fs.readdirSync(to).length === 0;
  if (stat && !stat.isSymbolicLink() && !empty) {
    throw new OutputRefused(
      `${to} 是文件夹或文件，不能换成链接。请先把它移走（mv ${to} ${to}.old），或者不用 --link`,
    );
  }
  return { link: to, versions: `${to}.versions`, lock: `${to}.lock` };
}

/** The version that a link of ours names. */
function versionOf(link: string): number | undefined {
  const [folder, version, ...more] = fs.readlinkSync(link).split('/');
  const ours = folder === `${path.basename(link)}.versions` && more.length === 0;
  return ours && /^\d+$/.test(version ?? '') ? Number(version) : undefined;
}

function currentVersion(place: Place): number | undefined {
  if (!isLinkedPlace(place.link)) return undefined;
  const version = versionOf(place.link);
  return version !== undefined && fs.existsSync(path.join(at(place, version), markName))
    ? version
    : undefined;
}

const at = (place: Place, version: number): string => path.join(place.versions, String(version));

/** The folder of versions, marked as ours. */
function openVersions({ versions }: Place): void {
  fs.mkdirSync(versions, { recursive: true });
  const names = fs.readdirSync(versions);
  if (!names.includes(markName) && names.length > 0)
    throw new OutputRefused(`${versions} 里有别的文件，没有本程序的标记 ${markName}，不予改动`);
  writeMark(versions);
}

const versionsIn = ({ versions }: Place): number[] =>
  fs
    .readdirSync(versions)
    .filter((name) => /^\d+$/.test(name))
    .map(Number);

function removeVersions(place: Place, which: (version: number) => boolean): void {
  for (const name of fs.readdirSync(place.versions)) {
    const [, version, partial] = /^(\d+)(\.partial)?$/.exec(name) ?? [];
    if (version === undefined || (partial === undefined && !which(Number(version)))) continue;
    const aside = `${at(place, Number(version))}.partial`;
    // Under its own name a version is always whole: one may be gone back to.
    if (partial === undefined) {
      fs.rmSync(aside, { recursive: true, force: true });
      fs.renameSync(at(place, Number(version)), aside);
    }
    fs.rmSync(aside, { recursive: true, force: true });
  }
}

/** One step for readers: a link that waits beside it is renamed over the old one. */
function switchLink({ link, versions }: Place, version: number): void {
  const aside = `${link}.new`;
  fs.rmSync(aside, { force: true });
  // Relative, so that link and versions can move together.
  fs.symlinkSync(`${path.basename(versions)}/${version}`, aside);
  if (fs.lstatSync(link, { throwIfNoEntry: false })?.isDirectory()) fs.rmdirSync(link);
  fs.renameSync(aside, link);
}

/** A second name for a file that does not change; a disk without such names gets a copy. */
async function linkInto(from: string, to: string): Promise<void> {
  fs.mkdirSync(path.dirname(to), { recursive: true });
  try {
    fs.linkSync(from, to);
  } catch {
    await copyInto(from, to);
  }
}
