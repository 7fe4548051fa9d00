import fs from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

/** Files to write: texts lie in `buffer` as UTF-8, copies are made from where they lie. */
export interface StageTask {
  readonly buffer: ArrayBuffer | undefined;
  readonly files: readonly (readonly [file: string, start: number, length: number])[];
  readonly copies: readonly (readonly [file: string, from: string])[];
}

export interface StageReply {
  /** The task's buffer, for the next parcel. */
  readonly buffer: ArrayBuffer | undefined;
  readonly written: readonly (readonly [file: string, size: number, mtimeMs: number])[];
  readonly failure: { readonly message: string; readonly code: string | undefined } | undefined;
}

// Runs in a thread of its own: creating files costs as much as drawing them.
const folder = String(workerData);
const { O_CREAT, O_EXCL, O_WRONLY } = fs.constants;
const made = new Set(['.']);

parentPort?.on('message', (task: StageTask) => {
  const written: [string, number, number][] = [];
  let failure: StageReply['failure'];
  try {
    const bytes = task.buffer === undefined ? Buffer.alloc(0) : Buffer.from(task.buffer);
    for (const [file, start, length] of task.files) written.push(write(file, bytes, start, length));
    for (const [file, from] of task.copies) {
      const copy = fs.readFileSync(from);
      written.push(write(file, copy, 0, copy.length));
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    failure = { message: error instanceof Error ? error.message : String(error), code };
  }
  const reply: StageReply = { buffer: task.buffer, written, failure };
  parentPort?.postMessage(reply, task.buffer ? [task.buffer] : []);
});

function write(file: string, bytes: Buffer, start: number, length: number): [string, number, number] {
  makeFolder(path.posix.dirname(file));
  const descriptor = fs.openSync(`${folder}/${file}`, O_CREAT | O_EXCL | O_WRONLY, 0o644);
  try {
    for (let at = 0; at < length; ) at += fs.writeSync(descriptor, bytes, start + at, length - at);
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
