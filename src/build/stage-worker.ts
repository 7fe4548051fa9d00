import fs from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { compress, compressedEndings, isCompressible } from './precompress.ts';

/** Files to write: pages as text, copies from where they lie. */
export interface StageTask {
  readonly texts: readonly (readonly [file: string, text: string])[];
  readonly copies: readonly (readonly [file: string, from: string])[];
}

/** How the thread is started. */
export interface StageOrder {
  readonly folder: string;
  /** Write compressed copies beside the files that are worth it. */
  readonly precompress: boolean;
}

export interface StageReply {
  readonly written: readonly (readonly [file: string, size: number, mtimeMs: number])[];
  readonly failure: { readonly message: string; readonly code: string | undefined } | undefined;
}

// Runs in a thread of its own: encoding pages and creating files costs as much as drawing them.
const { folder, precompress }: StageOrder = workerData;
const { O_CREAT, O_EXCL, O_WRONLY } = fs.constants;
const made = new Set(['.']);
let scratch = Buffer.allocUnsafe(1 << 18);

parentPort?.on('message', (task: StageTask) => {
  const written: [string, number, number][] = [];
  let failure: StageReply['failure'];
  try {
    for (const [file, text] of task.texts) {
      // Three bytes a UTF-16 unit at most. `Buffer.from(text)` takes three times as long for Chinese.
      if (text.length * 3 > scratch.length) scratch = Buffer.allocUnsafe(text.length * 3);
      written.push(...writeAll(file, scratch, scratch.write(text, 'utf8')));
    }
    for (const [file, from] of task.copies) {
      const copy = fs.readFileSync(from);
      written.push(...writeAll(file, copy, copy.length));
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    failure = { message: error instanceof Error ? error.message : String(error), code };
  }
  const reply: StageReply = { written, failure };
  parentPort?.postMessage(reply);
});

function writeAll(file: string, bytes: Buffer, length: number): [string, number, number][] {
  const written = [write(file, bytes, length)];
  if (!precompress || !isCompressible(file, length)) return written;
  compress(bytes.subarray(0, length)).forEach((copy, place) => {
    written.push(write(file + compressedEndings[place], copy, copy.length));
  });
  return written;
}

function write(file: string, bytes: Uint8Array, length: number): [string, number, number] {
  makeFolder(path.posix.dirname(file));
  const descriptor = fs.openSync(`${folder}/${file}`, O_CREAT | O_EXCL | O_WRONLY, 0o644);
  try {
    for (let at = 0; at < length; ) at += fs.writeSync(descriptor, bytes, at, length - at);
    return [file, length, fs.fstatSync(descriptor).mtimeMs];
  } finally {
    fs.closeSync(descriptor);
  }
}

function makeFolder(relative: string): void {
  if (made.has(relative)) return;
  makeFolder(path.posix.dirname(relative));
  fs.mkdirSync(`${folder}/${relative}`, 0o755);
  made.add(relative);
}
