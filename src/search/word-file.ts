import { hash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Hexadecimal digits of the hash that ends a file: in a broken cache it is wrong. */
const digits = 32;

/** Keeps the words of a volume for later builds: their hashes, ascending. The file appears whole. */
export function writeWordFile(file: string, words: Uint32Array): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const aside = `${file}.${process.pid}`;
  const bytes = Buffer.from(words.buffer, words.byteOffset, words.byteLength);
  fs.writeFileSync(aside, Buffer.concat([bytes, Buffer.from(hashOf(bytes), 'latin1')]));
  fs.renameSync(aside, file);
}

/** Undefined where the file is missing or broken: then the volume is made anew, for the word map must not lack a word. */
export function readWordFile(file: string): Uint32Array | undefined {
  if (!fs.existsSync(file)) return undefined;
  const all = fs.readFileSync(file);
  const bytes = all.subarray(0, Math.max(0, all.length - digits));
  if (all.toString('latin1', bytes.length) !== hashOf(bytes)) return undefined;
  return new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

/**
 * Removes the files that no volume needs any more, but for the last day's: a build of another output may need them.
 * @param now milliseconds since 1970
 */
export function forgetWordFiles(folder: string, needed: ReadonlySet<string>, now: number): void {
  if (!fs.existsSync(folder)) return;
  for (const name of fs.readdirSync(folder)) {
    const file = path.join(folder, name);
    const stat = fs.statSync(file, { throwIfNoEntry: false });
    if (stat && !needed.has(file) && now - stat.mtimeMs > 86_400_000) fs.rmSync(file, { force: true });
  }
}

const hashOf = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex').slice(0, digits);
