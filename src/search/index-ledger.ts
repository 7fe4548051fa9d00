import fs from 'node:fs';
import path from 'node:path';

/** What is known of a file of the index since it was written. */
export interface IndexFile {
  /** Begins with `indexKey`. */
  readonly key: string;
  /** Bytes and milliseconds, by which the next build knows that nobody touched it. */
  readonly size: number;
  readonly mtimeMs: number;
}

/** Where the index of the last build lies, and where this one's goes. */
export interface IndexPlaces {
  /** Files of the last build, by their path in the output; those of its pages too. */
  readonly last: ReadonlyMap<string, IndexFile>;
  /** Those that stand in the output as it wrote them. */
  readonly known: ReadonlyMap<string, IndexFile>;
  readonly staging: string;
}

/** Begins the key of a file of the index, and of no other. */
export const indexKey = 'index ';
const root = 'pagefind';

/** The files below `/pagefind/`: those that stay and those that wait in staging. What one key covers stays or goes together. */
export class IndexLedger {
  readonly kept = new Map<string, IndexFile>();
  readonly staged = new Map<string, IndexFile>();
  readonly #places: IndexPlaces;
  readonly #known = new Map<string, [file: string, known: IndexFile][]>();

  constructor(places: IndexPlaces) {
    this.#places = places;
    for (const [file, known] of places.last) {
      if (!known.key.startsWith(indexKey)) continue;
      const same = this.#known.get(known.key);
      if (same) same.push([file, known]);
      else this.#known.set(known.key, [[file, known]]);
    }
  }

  /**
   * Keeps the files of the last build with a key.
   * @returns their names below `/pagefind/`; none where there are none or one was touched since
   */
  keep(key: string): string[] {
    const files = this.#known.get(indexKey + key) ?? [];
    if (!files.every(([file]) => this.#places.known.has(file))) return [];
    for (const [file, known] of files) this.kept.set(file, known);
    return files.map(([file]) => file.slice(root.length + 1));
  }

  /** A path in staging, by its name below `/pagefind/`. */
  stagingPath(name: string): string {
    return path.join(this.#places.staging, root, name);
  }

  write(name: string, key: string, bytes: string | Uint8Array): void {
    const file = this.stagingPath(name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, bytes, { flag: 'wx' });
    this.#remember(name, key);
  }

  /**
   * Remembers what was written into a folder in staging.
   * @returns names below `/pagefind/`, sorted
   */
  take(folder: string, key: string): string[] {
    const names = fs
      .readdirSync(this.stagingPath(folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(this.stagingPath(''), path.join(entry.parentPath, entry.name)))
      .map((name) => name.split(path.sep).join('/'))
      .sort();
    for (const name of names) this.#remember(name, key);
    return names;
  }

  #remember(name: string, key: string): void {
    const { size, mtimeMs } = fs.statSync(this.stagingPath(name));
    this.staged.set(`${root}/${name}`, { key: indexKey + key, size, mtimeMs });
  }
}
