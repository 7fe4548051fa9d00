import { hash } from 'node:crypto';
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

export function openStage(folder: string): Stage {
  fs.mkdirSync(folder, { recursive: true });
  const written = new Map<string, KnownFile>();
  const made = new Set<string>();
  const place = (file: string): string => {
    const target = path.join(folder, file);
    const parent = path.dirname(target);
    if (!made.has(parent)) {
      fs.mkdirSync(parent, { recursive: true });
      made.add(parent);
    }
    return target;
  };
  const write = (file: string, key: string, bytes: Buffer): void => {
    const target = place(file);
    if (written.has(file)) throw new Error(`two pages for one file: ${file}`);
    const descriptor = fs.openSync(target, 'wx', 0o644);
    try {
      fs.writeSync(descriptor, bytes);
      written.set(file, {
        key,
        sha256: hash('sha256', bytes, 'hex'),
        size: bytes.length,
        mtimeMs: fs.fstatSync(descriptor).mtimeMs,
      });
    } finally {
      fs.closeSync(descriptor);
    }
  };
  return {
    written,
    writeText: (file, key, text) => write(file, key, Buffer.from(text)),
    copyFile: (file, key, from) => write(file, key, fs.readFileSync(from)),
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
