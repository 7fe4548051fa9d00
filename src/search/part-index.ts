import fs from 'node:fs';
import path from 'node:path';
import type { IndexLedger } from './index-ledger.ts';
import type { VolumeEntry } from './search-files.ts';
import { type ListedVolume, writeVolumeList } from './volume-list.ts';
import { readWordFile } from './word-file.ts';

/*
 * The index of a part of the site: its own volumes, as they will lie in the site, and below `/pagefind/part/` what
 * it takes to join them to the others'.
 */

/** Below `/pagefind/`. */
const partFolder = 'part';
const listName = `${partFolder}/volumes.json`;

interface PartList {
  /** Volumes of the whole site. */
  readonly total: number;
  readonly volumes: readonly PartVolume[];
  /** Undefined where another part has them. */
  readonly wasm: string | undefined;
  readonly suggestions: string | undefined;
}

interface PartVolume {
  /** Among all of the site, newest first. */
  readonly place: number;
  readonly key: string;
  readonly entry: VolumeEntry;
}

/** A volume of a part that is made. */
export interface MadeVolume extends PartVolume {
  /** Where its words are kept. */
  readonly wordFile: string;
}

/** Of a file of the output: it is for merging, not for the site. */
export const isPartOfIndex = (file: string): boolean => file.startsWith(`pagefind/${partFolder}/`);

/** Where the reader's program goes, in a part that does not hold it for the site. */
export const asideInPart = (name: string): string => `${partFolder}/${name}`;

export function writePartIndex(
  ledger: IndexLedger,
  volumes: readonly MadeVolume[],
  rest: Omit<PartList, 'volumes'>,
): void {
  for (const { entry, wordFile } of volumes)
    ledger.write(`${partFolder}/${entry.name}.words`, 'part', fs.readFileSync(wordFile));
  const list: PartList = {
    ...rest,
    volumes: volumes.map(({ place, key, entry }) => ({ place, key, entry })),
  };
  ledger.write(listName, 'part', `${JSON.stringify(list)}\n`);
}

/**
 * Joins the indexes of all parts: writes what one index over the whole site has beside its volumes.
 * @param folders of the parts' outputs
 * @returns false where something is missing or broken
 */
export function mergeIndexes(folders: readonly string[], ledger: IndexLedger): boolean {
  const lists = folders.map((folder) => ({ folder, list: readPartList(folder) }));
  const volumes: (ListedVolume | undefined)[] = [];
  let wasm: string | undefined;
  let suggestions: string | undefined;
  let total = 0;
  for (const { folder, list } of lists) {
    if (!list) return false;
    total = list.total;
    wasm ??= list.wasm;
    suggestions ??= list.suggestions;
    for (const { place, key, entry } of list.volumes) {
      const words = readWordFile(path.join(folder, 'pagefind', partFolder, `${entry.name}.words`));
      if (!words || volumes[place]) return false;
      volumes[place] = { entry, key, words };
    }
  }
  const whole = Array.from({ length: total }, (_, place) => volumes[place]).filter(
    (each) => each !== undefined,
  );
  if (whole.length < total || volumes.length > total || wasm === undefined || suggestions === undefined)
    return false;
  writeVolumeList(ledger, whole, { wasm, suggestions });
  return true;
}

function readPartList(folder: string): PartList | undefined {
  const file = path.join(folder, 'pagefind', listName);
  if (!fs.existsSync(file)) return undefined;
  try {
    const list: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
    return isPartList(list) ? list : undefined;
  } catch {
    return undefined;
  }
}

function isPartList(value: unknown): value is PartList {
  if (typeof value !== 'object' || value === null) return false;
  const list: Partial<Record<keyof PartList, unknown>> = value;
  return (
    typeof list.total === 'number' &&
    Array.isArray(list.volumes) &&
    list.volumes.every(isPartVolume) &&
    [list.wasm, list.suggestions].every((name) => name === undefined || typeof name === 'string')
  );
}

function isPartVolume(value: unknown): value is PartVolume {
  if (typeof value !== 'object' || value === null) return false;
  const { place, key, entry }: Partial<Record<keyof PartVolume, unknown>> = value;
  if (!Number.isSafeInteger(place) || typeof key !== 'string') return false;
  if (typeof entry !== 'object' || entry === null) return false;
  const { name, from, to, count, meta }: Partial<Record<keyof VolumeEntry, unknown>> = entry;
  return (
    typeof name === 'string' &&
    /^[0-9-]+$/.test(name) &&
    typeof count === 'number' &&
    [from, to, meta].every((text) => typeof text === 'string')
  );
}
