import { hash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** What is different from the site before, as paths in the output, sorted. */
export interface Changes {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** Every file of the site with its SHA-256 (hexadecimal), and what a host that holds the last build must be sent. */
export interface Manifest extends Changes {
  readonly files: Readonly<Record<string, string>>;
}

export function readManifest(folder: string, files: Iterable<string>, changes: Changes): Manifest {
  const names = [...files].sort();
  return {
    files: Object.fromEntries(
      names.map((name) => [name, hash('sha256', fs.readFileSync(path.join(folder, name)), 'hex')]),
    ),
    ...changes,
  };
}

/** What `build --manifest` wrote; undefined for anything else. */
export function parseManifest(text: string): Manifest | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const files = 'files' in value ? value.files : undefined;
  const added = parseNames('added' in value ? value.added : undefined);
  const changed = parseNames('changed' in value ? value.changed : undefined);
  const removed = parseNames('removed' in value ? value.removed : undefined);
  return isTexts(files) && added && changed && removed ? { files, added, changed, removed } : undefined;
}

const isTexts = (value: unknown): value is Readonly<Record<string, string>> =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((each) => typeof each === 'string');

function parseNames(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) && value.every((each) => typeof each === 'string') ? value : undefined;
}
