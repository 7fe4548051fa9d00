import { hash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Problem } from '../problems/problem.ts';
import { isInSpan, type YearSpan } from '../site/year-span.ts';
import type { Article } from './article.ts';
import type { ArticleMemory } from './article-memory.ts';
import { type ArticleRow, type FileStamp, problemsOf } from './article-row.ts';
import type { ContentFiles } from './content-files.ts';
import type { Ground } from './read-ground.ts';
import type { parseSiteUrl } from './read-site.ts';
import { type ArticlesRead, readSlice, type SliceRead } from './read-slice.ts';
import { RememberedArticle } from './remembered-article.ts';

export interface Reading {
  /** Folder of the compiled code, where the second thread's is. */
  readonly compiledRoot: string | undefined;
  readonly memory: ArticleMemory | undefined;
  /** Those whose texts are needed; undefined for all. */
  readonly years?: YearSpan | undefined;
}

/** What a thread needs to stand on the same ground. */
export interface ThreadData {
  readonly root: string;
  readonly files: ContentFiles;
  readonly base: ReturnType<typeof parseSiteUrl>;
  /** Adds copy-editing. */
  readonly proof: boolean;
}

/** Files to be read together. */
export interface Slice {
  readonly files: readonly string[];
  /** Those whose text need not be kept. */
  readonly light: ReadonlySet<string>;
}

export interface ThreadTask {
  /** Number of the slice. */
  readonly number: number;
  readonly slice: Slice;
}

export interface ThreadReply {
  readonly number: number;
  readonly read: SliceRead;
}

/** Files read between two reports of progress, and given to a thread at a time. */
const sliceSize = 250;
/** Fewer are read before a second thread is warm: 10,000 took as long in two. */
const worthThread = 20_000;
/** Slices that wait at a thread, so that it never does. */
const ahead = 2;
/** Texts that are kept: some 10 KB each. Others are read again when they are drawn, which costs a second time. */
const mostTexts = 100_000;
/** Articles that were read again and are still at hand. */
const mostAtHand = 100;

/**
 * All articles, in the order of their files: those that the memory knows from there, the others read, in two
 * threads where they are many: parsing takes one core all its time.
 */
export async function readArticles(
  ground: Ground,
  data: ThreadData,
  { compiledRoot, memory, years }: Reading,
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
  const read = await readFiles(cutSlices(unknown, years), ground, data, compiledRoot, (done) =>
    onProgress?.(known.size + Math.min(done, unknown.length), files.length),
  );
  const reread = prepareRereading(ground);
  const fresh = [...read.articles, ...read.rows.map((row) => new RememberedArticle(row, reread))];
  if (memory) rememberAll(memory, fresh, read.problems, stamps);
  const byFile = new Map<string, Article>(fresh.map((article) => [article.file, article]));
  for (const [file, row] of known) byFile.set(file, new RememberedArticle(row, reread));
  return {
    articles: files.flatMap((file) => byFile.get(file) ?? []),
    titles: read.titles,
    sketches: read.sketches,
    problems: [...known.values()].flatMap(problemsOf).concat(read.problems),
  };
}

/** Whose texts are kept follows from the files alone. */
function cutSlices(files: readonly string[], years: YearSpan | undefined): Slice[] {
  let texts = 0;
  const isLight = (file: string): boolean => {
    const year = /^news\/(\d{4})\//.exec(file)?.[1];
    return (years && year !== undefined && !isInSpan(years, year)) || ++texts > mostTexts;
  };
  return cut(files, sliceSize).map((slice) => ({ files: slice, light: new Set(slice.filter(isLight)) }));
}

/** Reads articles again: the last ones are at hand, for a page asks for one part of its article after another. */
function prepareRereading(ground: Ground): (known: Pick<Article, 'file' | 'digest'>) => Article {
  const last = new Map<string, Article>();
  return ({ file, digest }) => {
    const atHand = last.get(file);
    if (atHand) return atHand;
    const article = readSlice([file], ground).articles[0];
    if (article?.digest !== digest)
      throw Object.assign(new Error(`${file} 在构建时被改动了，请再构建一次`), { code: 'EBUSY' });
    const [oldest] = last.keys();
    if (last.size >= mostAtHand && oldest !== undefined) last.delete(oldest);
    last.set(file, article);
    return article;
  };
}

function rememberAll(
  memory: ArticleMemory,
  articles: readonly Article[],
  problems: readonly Problem[],
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
  slices: readonly Slice[],
  ground: Ground,
  data: ThreadData,
  compiledRoot: string | undefined,
  onProgress: (done: number) => void,
): Promise<SliceRead> {
  const read = new Array<SliceRead | undefined>(slices.length);
  let done = 0;
  const take = (slice: number, articles: SliceRead): void => {
    read[slice] = articles;
    done++;
    onProgress(done * sliceSize);
  };
  onProgress(0);
  let next = 0;
  const thread =
    compiledRoot !== undefined && slices.length * sliceSize >= worthThread
      ? startThread(data, compiledRoot, () => (next < slices.length ? next++ : undefined), slices, take)
      : undefined;
  try {
    while (next < slices.length) {
      const number = next++;
      const slice = slices[number];
      if (slice) take(number, readSlice(slice.files, ground, { proof: data.proof, light: slice.light }));
      if (thread) await setImmediate();
    }
    await thread?.finished;
  } finally {
    await thread?.stop();
  }
  const all = read.filter((each) => each !== undefined);
  return {
    articles: all.flatMap(({ articles }) => articles),
    rows: all.flatMap(({ rows }) => rows),
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
  slices: readonly Slice[],
  take: (number: number, read: SliceRead) => void,
): Thread {
  const worker = new Worker(threadProgram(compiledRoot), { workerData: data });
  let open = 0;
  const finished = new Promise<void>((resolve, reject) => {
    const give = (): void => {
      const number = nextSlice();
      const slice = number === undefined ? undefined : slices[number];
      if (number === undefined || !slice) {
        if (open === 0) resolve();
        return;
      }
      open++;
      const task: ThreadTask = { number, slice };
      worker.postMessage(task);
    };
    worker.on('message', ({ number, read }: ThreadReply) => {
      open--;
      take(number, read);
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
