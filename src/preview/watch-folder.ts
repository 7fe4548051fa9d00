import fs from 'node:fs';
import path from 'node:path';

/** Told of a file by its path below the folder, with `/`; undefined where the system does not say which. */
type Told = (file: string | undefined) => void;

/**
 * Watches a folder and all below it until it is closed. Names that start with a dot are no one's work.
 * Linux knows no recursive watch, and Node's own there takes a handle for every file (10,000 took 0.35 s to
 * start): here it is one for every folder.
 */
export function watchFolder(root: string, told: Told): { close(): void } {
  if (!fs.existsSync(root)) return { close: () => undefined };
  if (process.platform === 'linux') return new FolderTree(root, told);
  return fs.watch(root, { recursive: true }, (_, name) => {
    const file = name?.split(path.sep).join('/');
    if (!file?.split('/').some((part) => part.startsWith('.'))) told(file);
  });
}

class FolderTree {
  readonly #root: string;
  readonly #told: Told;
  readonly #watchers = new Map<string, fs.FSWatcher>();

  constructor(root: string, told: Told) {
    this.#root = root;
    this.#told = told;
    this.#add('', false);
  }

  close(): void {
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }

  /** @param isNew its files are told of: they may have been written before it was watched */
  #add(folder: string, isNew: boolean): void {
    if (this.#watchers.has(folder)) return;
    try {
      const watcher = fs.watch(path.join(this.#root, folder), (event, name) =>
        this.#changed(folder, name, event),
      );
      watcher.on('error', () => this.#remove(folder));
      this.#watchers.set(folder, watcher);
      for (const entry of fs.readdirSync(path.join(this.#root, folder), { withFileTypes: true })) {
        if (entry.name.startsWith('.')) continue;
        const below = join(folder, entry.name);
        if (entry.isDirectory()) this.#add(below, isNew);
        else if (isNew) this.#told(below);
      }
    } catch (error) {
      // A folder that is gone again is told of by its parent.
      if (!isGone(error)) throw error;
      this.#remove(folder);
    }
  }

  #changed(folder: string, name: string | null, event: string): void {
    if (name === null) this.#told(undefined);
    if (name === null || name.startsWith('.')) return;
    const below = join(folder, name);
    const stat = fs.lstatSync(path.join(this.#root, below), { throwIfNoEntry: false });
    // One that was put in another's place has the same name, but is not watched.
    if (event === 'rename' && this.#watchers.has(below)) this.#remove(below);
    if (stat?.isDirectory()) this.#add(below, true);
    this.#told(below);
  }

  #remove(folder: string): void {
    for (const [name, watcher] of this.#watchers) {
      if (name !== folder && !name.startsWith(`${folder}/`)) continue;
      watcher.close();
      this.#watchers.delete(name);
    }
  }
}

const join = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);

const isGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
