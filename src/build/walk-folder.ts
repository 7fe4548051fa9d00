import fs from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';

/** Bytes, and milliseconds of the last change. */
export interface FoundFile {
  readonly size: number;
  readonly mtimeMs: number;
}

/** What stands in a folder, by path with `/` between names. */
export type FoundFiles = ReadonlyMap<string, FoundFile>;

/** As a thread hands it over: numbers lie two by two, in the order of the names. */
export interface WalkedFolder {
  readonly names: readonly string[];
  readonly numbers: Float64Array<ArrayBuffer>;
}

/** Files expected beyond which a thread pays for its start. */
const worthThread = 20_000;

/**
 * Every file in a folder, none where there is no folder. The published site is looked through whole before each
 * build, whatever another hand has done to it; a large one in a thread, while content is read.
 * @param expected number of files that the last build left there
 */
export async function findFiles(folder: string, compiledRoot: string, expected: number): Promise<FoundFiles> {
  const { names, numbers } =
    expected < worthThread ? walkFolder(folder) : await walkInThread(folder, compiledRoot);
  return new Map(
    names.map((name, i) => [name, { size: numbers[2 * i] ?? 0, mtimeMs: numbers[2 * i + 1] ?? 0 }]),
  );
}

export function walkFolder(folder: string): WalkedFolder {
  const names: string[] = [];
  const numbers: number[] = [];
  const into = (below: string): void => {
    for (const entry of fs.readdirSync(`${folder}/${below}`, { withFileTypes: true })) {
      const name = below + entry.name;
      if (entry.isDirectory()) into(`${name}/`);
      else {
        // A link or a pipe is no file of ours: it matches nothing.
        const stat = entry.isFile() ? fs.statSync(`${folder}/${name}`) : undefined;
        names.push(name);
        numbers.push(stat?.size ?? -1, stat?.mtimeMs ?? -1);
      }
    }
  };
  if (fs.existsSync(folder)) into('');
  return { names, numbers: Float64Array.from(numbers) };
}

function walkInThread(folder: string, compiledRoot: string): Promise<WalkedFolder> {
  const thread = path.join(compiledRoot, 'src/build/walk-thread.js');
  return new Promise((resolve, reject) => {
    const worker = new Worker(thread, { workerData: folder });
    worker.once('message', (walked: WalkedFolder) => {
      resolve(walked);
      void worker.terminate();
    });
    worker.once('error', reject);
  });
}
