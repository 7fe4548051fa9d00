import type { KnownFile } from '../build/last-build.ts';

/** Every file of the site with its SHA-256, and what is different since the last build: what a host must be sent. */
export interface Manifest {
  readonly files: Readonly<Record<string, string>>;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

export function buildManifest(
  files: ReadonlyMap<string, KnownFile>,
  before: ReadonlyMap<string, KnownFile>,
  removed: readonly string[],
): Manifest {
  const names = [...files.keys()].sort();
  return {
    files: Object.fromEntries(names.map((name) => [name, files.get(name)?.sha256 ?? ''])),
    added: names.filter((name) => !before.has(name)),
    changed: names.filter((name) => before.has(name) && before.get(name)?.sha256 !== files.get(name)?.sha256),
    removed: [...removed].sort(),
  };
}
