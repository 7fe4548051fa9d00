import fs from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { KnownFile } from './last-build.ts';
import { compressedKeyOf } from './precompress.ts';
import type { StageOrder, StageReply, StageTask } from './stage-worker.ts';

/** Puts the files of the new site into the staging folder and remembers them. A thread of its own writes them. */
export interface Stage {
  /** To be awaited: a slow disk holds drawing up, so that only a few megabytes ever wait to be written. */
  writeText(file: string, key: string, text: string): Promise<void> | undefined;
  copyFile(file: string, key: string, from: string): void;
  /**
   * Waits for the last file.
   * @returns every file written, by its path in the output
   * @throws what the file system threw, with its `code`
   */
  close(): Promise<ReadonlyMap<string, KnownFile>>;
  /** Ends the thread, finished or not. */
  stop(): Promise<void>;
}

/** Characters that go to the writing thread at a time. */
const parcelSize = 1 << 17;
/** Parcels on their way beyond which drawing waits. */
const mostParcels = 4;

export function openStage(order: StageOrder, compiledRoot: string): Stage {
  const { folder } = order;
  fs.mkdirSync(folder, { recursive: true });
  const worker = new Worker(path.join(compiledRoot, 'src/build/stage-worker.js'), {
    workerData: order,
    resourceLimits: { maxYoungGenerationSizeMb: 4 },
  });
  const keys = new Map<string, string>();
  const written = new Map<string, KnownFile>();
  let sent = 0;
  let answered = 0;
  let failure: Error | undefined;
  let wake: (() => void) | undefined;
  worker.on('message', (reply: StageReply) => {
    answered++;
    for (const [file, size, mtimeMs] of reply.written) {
      const key = keys.get(file) ?? compressedKeyOf(keys.get(file.slice(0, -'.gz'.length)) ?? '');
      written.set(file, { key, size, mtimeMs });
    }
    if (reply.failure)
      failure ??= Object.assign(new Error(reply.failure.message), { code: reply.failure.code });
    wake?.();
  });
  worker.on('error', (error) => {
    failure ??= error;
    wake?.();
  });

  let texts: [file: string, text: string][] = [];
  let length = 0;
  const post = (task: StageTask): void => {
    sent++;
    worker.postMessage(task);
  };
  const flush = (): void => {
    if (texts.length > 0) post({ texts, copies: [] });
    texts = [];
    length = 0;
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
      texts.push([file, text]);
      length += text.length;
      if (length < parcelSize) return undefined;
      flush();
      return sent - answered > mostParcels ? until(() => sent - answered <= mostParcels) : undefined;
    },
    copyFile(file, key, from) {
      remember(file, key);
      post({ texts: [], copies: [[file, from]] });
    },
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

/** Every file in a folder, as paths with `/`, sorted; none where there is no folder. */
export function listFiles(folder: string): string[] {
  const files: string[] = [];
  const into = (below: string): void => {
    for (const entry of fs.readdirSync(`${folder}/${below}`, { withFileTypes: true })) {
      if (entry.isDirectory()) into(`${below}${entry.name}/`);
      else files.push(below + entry.name);
    }
  };
  if (fs.existsSync(folder)) into('');
  return files.sort();
}
