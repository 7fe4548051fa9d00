import { hash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Problem } from '../problems/problem.ts';
import type { Article } from './article.ts';
import type { ArticleMemory } from './article-memory.ts';
import { type ArticleRow, type FileStamp, problemsOf } from './article-row.ts';
import type { ContentFiles } from './content-files.ts';
import type { ArticleSketch, ProofSheet } from './proof-desk.ts';
import { parseArticle } from './read-article.ts';
import type { Ground } from './read-ground.ts';
import type { parseSiteUrl } from './read-site.ts';
import { RememberedArticle } from './remembered-article.ts';

/** What a number of article files say. */
export interface ArticlesRead {
  readonly articles: readonly Article[];
  /** Titles by file, of those too that could not be read to the end. */
  readonly titles: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
  /** By file, where copy-editing is asked for. */
  readonly sketches: ReadonlyMap<string, ArticleSketch>;
}

export interface Reading {
  /** Folder of the compiled code, where the second thread's is. */
  readonly compiledRoot: string | undefined;
  readonly memory: ArticleMemory | undefined;
}

/** What a thread needs to stand on the same ground. */
export interface ThreadData {
  readonly root: string;
  readonly files: ContentFiles;
  readonly base: ReturnType<typeof parseSiteUrl>;
  /** Adds copy-editing. */
  readonly proof: boolean;
}

export interface ThreadReply {
  /** Number of the slice. */
  readonly slice: number;
  readonly read: ArticlesRead;
}

/** Files read between two reports of progress, and given to a thread at a time. */
const sliceSize = 250;
/** Fewer are read before a second thread is warm: 10,000 took as long in two. */
const worthThread = 20_000;
/** Slices that wait at a thread, so that it never does. */
const ahead = 2;

/** Reads article files one after another; `proof` adds the warnings of copy-editing. */
export function readSlice(
  files: readonly string[],
  { source, registries, desk }: Ground,
  proof = false,
): ArticlesRead {
  const problems: Problem[] = [];
  const titles = new Map<string, string>();
  const sketches = new Map<string, ArticleSketch>();
  const onSheet = (sheet: ProofSheet): void => {
    const sketch = desk().proof(sheet);
    if (sketch) sketches.set(sketch.place.file, sketch);
  };
  const articles = files.flatMap((file): Article[] => {
    const bytes = source.read(file, problems);
    const article =
      bytes &&
      parseArticle(bytes, file, registries, source.around, problems, titles, proof ? onSheet : undefined);
    return article ? [article] : [];
  });
  return { articles, titles, problems, sketches };
}

/**
 * All articles, in the order of their files: those that the memory knows from there, the others read, in two
 * threads where they are many: parsing takes one core all its time.
 */
export async function readArticles(
  ground: Ground,
  data: ThreadData,
  { compiledRoot, memory }: Reading,
  onProgress: ((done: number, total: number) => void) | undefined,
): Promise<ArticlesRead> {
  const files = data.files.articles;
  const known = new Map<string, ArticleRow>();
  const stamps = new Map<string, FileStamp | undefined>();
  for (const file of memory ? files : []) {
    const recalled = memory?.recall(file);
    if (recalled) known.set(file, recalled);
    else stamps.set(file, memory?.stampOf(file));
  }
  const unknown = known.size === 0 ? files : files.filter((file) => !known.has(file));
  const read = await readFiles(unknown, ground, data, compiledRoot, (done) =>
    onProgress?.(known.size + done, files.length),
  );
  if (memory) rememberAll(memory, read, stamps);
  if (known.size === 0) return read;
  const fresh = new Map(read.articles.map((article) => [article.file, article]));
  return {
    articles: files.flatMap((file): Article[] => {
      const recalled = known.get(file);
      const article = recalled ? new RememberedArticle(recalled, reread) : fresh.get(file);
      return article ? [article] : [];
    }),
    titles: read.titles,
    sketches: read.sketches,
    problems: [...known.values()].flatMap(problemsOf).concat(read.problems),
  };

  function reread(file: string): Article {
    const article = readSlice([file], ground).articles[0];
    if (article && article.digest === known.get(file)?.[3]) return article;
    throw Object.assign(new Error(`${file} 在构建时被改动了，请再构建一次`), { code: 'EBUSY' });
  }
}

function rememberAll(
  memory: ArticleMemory,
  { articles, problems }: ArticlesRead,
  stamps: ReadonlyMap<string, FileStamp | undefined>,
): void {
  const byFile = new Map<string, Problem[]>();
  for (const problem of problems) {
    const same = byFile.get(problem.file);
    if (same) same.push(problem);
    else byFile.set(problem.file, [problem]);
  }
  for (const article of articles) {
    memory.remember(article, byFile.get(article.file) ?? [], stamps.get(article.file));
  }
}

async function readFiles(
  files: readonly string[],
  ground: Ground,
  data: ThreadData,
  compiledRoot: string | undefined,
  onProgress: (done: number) => void,
): Promise<ArticlesRead> {
  const slices = cut(files, sliceSize);
  const read = new Array<ArticlesRead | undefined>(slices.length);
  let done = 0;
  const take = (slice: number, articles: ArticlesRead): void => {
    read[slice] = articles;
    done++;
    onProgress(Math.min(done * sliceSize, files.length));
  };
  onProgress(0);
  let next = 0;
  const thread =
    compiledRoot !== undefined && files.length >= worthThread
      ? startThread(data, compiledRoot, () => (next < slices.length ? next++ : undefined), slices, take)
      : undefined;
  try {
    while (next < slices.length) {
      const slice = next++;
      take(slice, readSlice(slices[slice] ?? [], ground, data.proof));
      if (thread) await setImmediate();
    }
    await thread?.finished;
  } finally {
    await thread?.stop();
  }
  const all = read.filter((each) => each !== undefined);
  return {
    articles: all.flatMap(({ articles }) => articles),
    titles: new Map(all.flatMap(({ titles }) => [...titles])),
    problems: all.flatMap(({ problems }) => problems),
    sketches: new Map(all.flatMap(({ sketches }) => [...sketches])),
  };
}

/** The thread's program, which holds all code that turns a file into an article. */
const threadProgram = (compiledRoot: string): string =>
  path.join(compiledRoot, 'src/content/read-articles-thread.js');

/** Other code, other articles: tells whether what was made from articles may be kept. */
export const hashOfReader = (compiledRoot: string): string =>
  hash('sha1', fs.readFileSync(threadProgram(compiledRoot)));

interface Thread {
  readonly finished: Promise<void>;
  stop(): Promise<unknown>;
}

/** A second thread that reads slices until there are no more. */
function startThread(
  data: ThreadData,
  compiledRoot: string,
  nextSlice: () => number | undefined,
  slices: readonly (readonly string[])[],
  take: (slice: number, read: ArticlesRead) => void,
): Thread {
  const worker = new Worker(threadProgram(compiledRoot), { workerData: data });
  let open = 0;
  const finished = new Promise<void>((resolve, reject) => {
    const give = (): void => {
      const slice = nextSlice();
      if (slice === undefined) {
        if (open === 0) resolve();
        return;
      }
      open++;
      worker.postMessage({ slice, files: slices[slice] });
    };
    worker.on('message', ({ slice, read }: ThreadReply) => {
      open--;
      take(slice, read);
      give();
    });
    worker.on('error', reject);
    for (let i = 0; i < ahead; i++) give();
  });
  // It is awaited later: until then a failure must not count as one that nobody waits for.
  finished.catch(() => undefined);
  return { finished, stop: () => worker.terminate() };
}

function cut<T>(list: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < list.length; at += size) parts.push(list.slice(at, at + size));
  return parts;
}
