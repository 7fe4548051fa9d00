import { hash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Changes, Manifest } from './manifest.ts';
import type { SiteFile, SiteFiles } from './site-files.ts';

/** What a target far away holds, as far as we have brought it there. */
export interface Arrived {
  readonly files: Map<string, SiteFile>;
  /** Files that a run may have sent or removed before it was cut short: nobody knows what stands there. */
  readonly unsure: Set<string>;
}

const format = 1;

/** Where `.cache` remembers a target. */
export const arrivedFile = (cache: string, target: string): string =>
  path.join(cache, `published-${hash('sha256', target, 'hex').slice(0, 16)}.json`);

/** What is remembered of a target; undefined where nothing is, or nothing that can be read. */
export function readArrived(file: string, target: string): Arrived | undefined {
  try {
    const value: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
    return isMemory(value) && value.target === target
      ? {
          files: new Map(
            value.files.map(([name, sha256, size, mtimeMs]) => [name, { sha256, size, mtimeMs }]),
          ),
          unsure: new Set(value.unsure),
        }
      : undefined;
  } catch {
    return undefined;
  }
}

interface Memory {
  readonly format: number;
  readonly target: string;
  readonly unsure: readonly string[];
  readonly files: readonly (readonly [string, string, number, number])[];
}

function isMemory(value: unknown): value is Memory {
  return (
    typeof value === 'object' &&
    value !== null &&
    'format' in value &&
    value.format === format &&
    'target' in value &&
    'unsure' in value &&
    Array.isArray(value.unsure) &&
    'files' in value &&
    Array.isArray(value.files)
  );
}

export function writeArrived(file: string, target: string, { files, unsure }: Arrived): void {
  const memory: Memory = {
    format,
    target,
    unsure: [...unsure],
    files: [...files].map(([name, { sha256, size, mtimeMs }]) => [name, sha256, size, mtimeMs]),
  };
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const aside = `${file}.${process.pid}`;
  fs.writeFileSync(aside, JSON.stringify(memory));
  fs.renameSync(aside, file);
}

/** A target that holds the site as it was before the build that wrote this manifest. */
export function arrivedBefore({ files, added, changed, removed }: Manifest): Arrived {
  const there = new Map<string, SiteFile>();
  const other = { size: -1, mtimeMs: -1 };
  for (const [name, sha256] of Object.entries(files)) there.set(name, { sha256, ...other });
  for (const name of added) there.delete(name);
  for (const name of [...changed, ...removed]) there.set(name, { sha256: '', ...other });
  return { files: there, unsure: new Set() };
}

/** What turns a target into the site. */
export function compareWithArrived(site: SiteFiles, { files, unsure }: Arrived): Changes {
  const added: string[] = [];
  const changed: string[] = [];
  for (const [name, { sha256 }] of site) {
    const there = files.get(name);
    if (!there) added.push(name);
    else if (there.sha256 !== sha256 || unsure.has(name)) changed.push(name);
  }
  const removed = [...new Set([...files.keys(), ...unsure])].filter((name) => !site.has(name));
  return { added, changed, removed: removed.sort() };
}
