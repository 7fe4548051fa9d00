import fs from 'node:fs';
import path from 'node:path';
import { walkFolder } from '../build/walk-folder.ts';
import { takeLock } from './lock.ts';
import type { Changes } from './manifest.ts';
import { markName, openOutputFolder } from './output-folder.ts';
import { publishingSteps } from './publishing-order.ts';
import { listSite } from './site-files.ts';
import { finishSwitch, switchSite } from './switch-site.ts';

export interface FolderOptions {
  /** The built site. */
  readonly folder: string;
  readonly to: string;
  readonly dryRun: boolean;
  readonly signal: AbortSignal;
}

/**
 * Makes a folder of this machine the same as the site: what differs is copied beside it, then switched as a build
 * switches, so that a run that was killed is finished by the next.
 * @throws {OutputRefused} where the folder is not ours
 */
export async function publishFolder({ folder, to, dryRun, signal }: FolderOptions): Promise<Changes> {
  const output = openOutputFolder(to, folder);
  if (dryRun) return compareFolders(folder, output.folder);
  fs.mkdirSync(path.dirname(output.folder), { recursive: true });
  const unlock = takeLock(output.lock);
  try {
    finishSwitch(output);
    fs.rmSync(output.staging, { recursive: true, force: true });
    const changes = compareFolders(folder, output.folder);
    const { sent, removed } = publishingSteps(changes);
    const moved = sent.flat();
    for (const file of moved) {
      signal.throwIfAborted();
      await copyInto(path.join(folder, file), path.join(output.staging, file));
    }
    fs.mkdirSync(output.staging, { recursive: true });
    switchSite(output, { moved, removed: removed.flat() });
    return changes;
  } finally {
    if (!fs.existsSync(output.journal)) fs.rmSync(output.staging, { recursive: true, force: true });
    unlock();
  }
}

/** What turns one folder into the other, by their bytes. */
export function compareFolders(from: string, to: string): Changes {
  const there = new Set(walkFolder(to).names.filter((name) => name !== markName));
  const added: string[] = [];
  const changed: string[] = [];
  for (const { name, size } of listSite(from)) {
    if (!there.delete(name)) added.push(name);
    else if (!sameFile(path.join(from, name), path.join(to, name), size)) changed.push(name);
  }
  return { added, changed, removed: [...there].sort() };
}

export function sameFile(file: string, other: string, size: number): boolean {
  const stat = fs.lstatSync(other);
  return stat.isFile() && stat.size === size && fs.readFileSync(file).equals(fs.readFileSync(other));
}

/** Copies a file with its time; a disk that can shares its blocks. */
export async function copyInto(from: string, to: string): Promise<void> {
  fs.mkdirSync(path.dirname(to), { recursive: true });
  await fs.promises.copyFile(from, to, fs.constants.COPYFILE_FICLONE);
  const { atimeMs, mtimeMs } = fs.statSync(from);
  fs.utimesSync(to, atimeMs / 1000, mtimeMs / 1000);
}
