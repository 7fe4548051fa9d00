import fs from 'node:fs';
import path from 'node:path';
import type { KnownFile } from './last-build.ts';

/** Writes the files of the new site into the staging folder and remembers what it wrote. */
export interface Stage {
  /** Files written, by their path in the output. */
  readonly written: ReadonlyMap<string, KnownFile>;
  writeText(file: string, key: string, text: string): void;
  copyFile(file: string, key: string, from: string): void;
}

const { O_CREAT, O_EXCL, O_WRONLY } = fs.constants;

export function openStage(folder: string): Stage {
  fs.mkdirSync(folder, { recursive: true });
  const written = new Map<string, KnownFile>();
  const made = new Set<string>();
  // One buffer for all texts: `Buffer.from` takes three times as long for Chinese (40 against 14 µs a page).
  let scratch = Buffer.allocUnsafe(1 << 20);

  const makeFolder = (relative: string): void => {
    if (relative === '.' || made.has(relative)) return;
    makeFolder(path.posix.dirname(relative));
    fs.mkdirSync(`${folder}/${relative}`);
    made.add(relative);
  };
  const write = (file: string, key: string, bytes: Buffer, length: number): void => {
    if (written.has(file)) throw new Error(`two pages for one file: ${file}`);
    makeFolder(path.posix.dirname(file));
    const descriptor = fs.openSync(`${folder}/${file}`, O_CREAT | O_EXCL | O_WRONLY, 0o644);
    try {
      for (let at = 0; at < length; ) at += fs.writeSync(descriptor, bytes, at, length - at);
      written.set(file, { key, size: length, mtimeMs: fs.fstatSync(descriptor).mtimeMs });
    } finally {
      fs.closeSync(descriptor);
    }
  };
  return {
    written,
    writeText(file, key, text) {
      if (text.length * 3 > scratch.length) scratch = Buffer.allocUnsafe(text.length * 3);
      write(file, key, scratch, scratch.write(text, 'utf8'));
    },
    copyFile(file, key, from) {
      const bytes = fs.readFileSync(from);
      write(file, key, bytes, bytes.length);
    },
  };
}

/** True where the file of the last build is still as it was written. */
export function isUntouched(file: string, known: KnownFile): boolean {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  return stat?.isFile() === true && stat.size === known.size && stat.mtimeMs === known.mtimeMs;
}

/** Every file in a folder, as paths with `/`, sorted. */
export function listFiles(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}
