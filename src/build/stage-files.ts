import fs from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { KnownFile } from './last-build.ts';
import type { StageReply, StageTask } from './stage-worker.ts';

/** Puts the files of the new site into the staging folder and remembers them. A thread of its own writes them. */
export interface Stage {
  writeText(file: string, key: string, text: string): void;
  copyFile(file: string, key: string, from: string): void;
  /** Waits while more than a few megabytes are still to be written, so that a slow disk holds drawing up. */
  settle(): Promise<void>;
  /**
   * Waits for the last file.
   * @returns every file written, by its path in the output
   * @throws what the file system threw, with its `code`
   */
  close(): Promise<ReadonlyMap<string, KnownFile>>;
  /** Ends the thread, finished or not. */
  stop(): Promise<void>;
}

/** Bytes of text that go to the writing thread at a time. */
const parcelSize = 1 << 20;
/** Parcels on their way beyond which `settle` waits. */
const mostParcels = 16;

export function openStage(folder: string, compiledRoot: string): Stage {
  fs.mkdirSync(folder, { recursive: true });
  const worker = new Worker(path.join(compiledRoot, 'src/build/stage-worker.js'), { workerData: folder });
  const keys = new Map<string, string>();
  const written = new Map<string, KnownFile>();
  const idle: ArrayBuffer[] = [];
  let sent = 0;
  let answered = 0;
  let failure: Error | undefined;
  let wake: (() => void) | undefined;
  worker.on('message', (reply: StageReply) => {
    answered++;
    if (reply.buffer) idle.push(reply.buffer);
    for (const [file, size, mtimeMs] of reply.written)
      written.set(file, { key: keys.get(file) ?? '', size, mtimeMs });
    if (reply.failure)
      failure ??= Object.assign(new Error(reply.failure.message), { code: reply.failure.code });
    wake?.();
  });
  worker.on('error', (error) => {
    failure ??= error;
    wake?.();
  });

  let parcel = Buffer.from(new ArrayBuffer(parcelSize));
  let used = 0;
  let files: [file: string, start: number, length: number][] = [];
  const post = (task: StageTask): void => {
    sent++;
    worker.postMessage(task, task.buffer ? [task.buffer] : []);
  };
  const flush = (): void => {
    if (files.length === 0) return;
    post({ buffer: parcel.buffer, files, copies: [] });
    files = [];
    used = 0;
    parcel = Buffer.from(idle.pop() ?? new ArrayBuffer(parcelSize));
  };
  const remember = (file: string, key: string): void => {
    if (keys.has(file)) throw new Error(`two pages for one file: ${file}`);
    keys.set(file, key);
  };
  const until = async (done: () => boolean): Promise<void> => {
    while (!failure && !done()) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    if (failure) throw failure;
  };
  return {
    writeText(file, key, text) {
      remember(file, key);
      // Three bytes a UTF-16 unit at most.
      const most = text.length * 3;
      if (used + most > parcel.length) flush();
      if (most > parcel.length) parcel = Buffer.from(new ArrayBuffer(most));
      // `Buffer.from(text)` takes three times as long for Chinese (40 against 14 µs a page).
      const length = parcel.write(text, used, 'utf8');
      files.push([file, used, length]);
      used += length;
    },
    copyFile(file, key, from) {
      remember(file, key);
      post({ buffer: undefined, files: [], copies: [[file, from]] });
    },
    settle: () => until(() => sent - answered <= mostParcels),
    async close() {
      flush();
      await until(() => answered === sent);
      return written;
    },
    async stop() {
      await worker.terminate();
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
