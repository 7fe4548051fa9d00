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
