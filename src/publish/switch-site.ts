import fs from 'node:fs';
import path from 'node:path';
import { type OutputFolder, writeMark } from './output-folder.ts';

/** What turns the old site into the new one: files that wait in staging, and files that go. Paths in the output. */
export interface Switch {
  readonly moved: readonly string[];
  readonly removed: readonly string[];
}

/**
 * All or nothing. A first build is one rename. Otherwise the switch is written down first: from then on
 * the site will be the new one, and a run that is killed is finished by the next (`finishSwitch`).
 */
export function switchSite(output: OutputFolder, change: Switch): void {
  const { folder, staging, journal } = output;
  if (!fs.existsSync(folder) || fs.readdirSync(folder).length === 0) {
    writeMark(staging);
    if (fs.existsSync(folder)) fs.rmdirSync(folder);
    fs.renameSync(staging, folder);
    return;
  }
  if (change.moved.length + change.removed.length > 0) {
    const aside = `${journal}.new`;
    const file = fs.openSync(aside, 'w');
    fs.writeSync(file, JSON.stringify(change));
    fs.fsyncSync(file);
    fs.closeSync(file);
    fs.renameSync(aside, journal);
    finishSwitch(output);
  }
  fs.rmSync(staging, { recursive: true, force: true });
}

/** Carries out what the journal says; nothing where there is none. Each step may have been done before. */
export function finishSwitch({ folder, staging, journal }: OutputFolder): void {
  // A run that was killed while it wrote its journal has switched nothing yet.
  fs.rmSync(`${journal}.new`, { force: true });
  const text = readText(journal);
  if (text === undefined) return;
  const { moved, removed } = parseSwitch(text);
  // What stands in the way of a new file goes first, all else last: no page names a file that is gone.
  const early = inTheWay(moved);
  for (const file of removed) if (early(file)) removeFile(folder, file);
  const made = new Set<string>();
  for (const file of moved) {
    const from = path.join(staging, file);
    if (!fs.existsSync(from)) continue;
    const to = path.join(folder, file);
    const parent = path.dirname(to);
    if (!made.has(parent)) fs.mkdirSync(parent, { recursive: true });
    made.add(parent);
    fs.renameSync(from, to);
  }
  for (const file of removed) if (!early(file)) removeFile(folder, file);
  fs.rmSync(journal);
}

/** Tells files that a new one needs gone: a file where a folder comes, a folder's file where a file comes. */
function inTheWay(moved: readonly string[]): (file: string) => boolean {
  const files = new Set(moved);
  const folders = new Set(moved.flatMap(foldersAbove));
  return (file) => folders.has(file) || foldersAbove(file).some((folder) => files.has(folder));
}

function foldersAbove(file: string): string[] {
  const names = file.split('/').slice(0, -1);
  return names.map((_, i) => names.slice(0, i + 1).join('/'));
}

function removeFile(folder: string, file: string): void {
  // Where a file gives way to a folder of its name, an earlier run may have made the folder already.
  const old = path.join(folder, file);
  if (fs.lstatSync(old, { throwIfNoEntry: false })?.isDirectory()) return;
  fs.rmSync(old, { force: true });
  for (let parent = path.dirname(file); parent !== '.'; parent = path.dirname(parent)) {
    try {
      fs.rmdirSync(path.join(folder, parent));
    } catch {
      // Not empty, or gone already.
      return;
    }
  }
}

function parseSwitch(text: string): Switch {
  const value: unknown = JSON.parse(text);
  const paths = (list: unknown): string[] =>
    Array.isArray(list) ? list.filter((each): each is string => typeof each === 'string') : [];
  if (typeof value !== 'object' || value === null) return { moved: [], removed: [] };
  return {
    moved: paths('moved' in value ? value.moved : undefined),
    removed: paths('removed' in value ? value.removed : undefined),
  };
}

function readText(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
