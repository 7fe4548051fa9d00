import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { PageChecker, type PageReport } from './check-page.ts';
import { HtmlJudge, type JudgedPages } from './html-judge.ts';
import type { SiteView } from './site-view.ts';

/** What the checks of single pages bring. */
export interface CheckedPages {
  readonly reports: readonly PageReport[];
  readonly judged: JudgedPages;
}

/** The task of a thread: pages to check, or to say how the HTML of all its pages was judged. */
export type PagesTask = { readonly files: readonly string[] } | { readonly files: 'end' };
export type PagesReply = { readonly reports: readonly PageReport[] } | { readonly judged: JudgedPages };

/** What a thread is told when it starts. */
export interface PagesFolder {
  readonly output: string;
  readonly view: SiteView;
}

const parcel = 100;
/** Pages below which a thread does not pay for its start. */
const worthThread = 300;

/**
 * Checks every page by itself, in threads where there are many.
 * @param compiledRoot folder of the compiled code; without it everything happens here
 */
export async function checkPages(
  folder: PagesFolder,
  files: readonly string[],
  compiledRoot: string | undefined,
): Promise<CheckedPages> {
  if (compiledRoot === undefined || files.length < worthThread) {
    const pages = openPages(folder);
    const reports = files.map((file) => pages.check(file));
    return { reports, judged: await pages.judge() };
  }
  const parcels: string[][] = [];
  for (let from = 0; from < files.length; from += parcel) parcels.push(files.slice(from, from + parcel));
  const threads = Math.min(os.availableParallelism(), 8, parcels.length);
  const parts = await Promise.all(
    Array.from({ length: threads }, () => checkInThread(folder, parcels, compiledRoot)),
  );
  return {
    reports: parts.flatMap(({ reports }) => reports),
    judged: {
      findings: parts.flatMap(({ judged }) => judged.findings),
      judged: sum(parts.map(({ judged }) => judged.judged)),
      skeletons: sum(parts.map(({ judged }) => judged.skeletons)),
      unjudged: sum(parts.map(({ judged }) => judged.unjudged)),
    },
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/** The pages of a folder, looked at one after the other. */
export function openPages({ output, view }: PagesFolder): {
  check(file: string): PageReport;
  judge(): Promise<JudgedPages>;
} {
  const checker = new PageChecker(view);
  const judge = new HtmlJudge();
  const read = (file: string): string => fs.readFileSync(path.join(output, file), 'utf8');
  return {
    check(file) {
      const html = read(file);
      const skeleton = judge.begin(html);
      const report = checker.check(file, html, skeleton);
      if (!report.isCut) judge.add(file, html, skeleton);
      return report;
    },
    judge: () => judge.finish(read),
  };
}

/** One thread takes parcel after parcel until none is left. */
function checkInThread(
  folder: PagesFolder,
  parcels: string[][],
  compiledRoot: string,
): Promise<CheckedPages> {
  const worker = new Worker(path.join(compiledRoot, 'src/verify/pages-thread.js'), { workerData: folder });
  const reports: PageReport[] = [];
  const next = (): void => {
    const task: PagesTask = { files: parcels.pop() ?? 'end' };
    worker.postMessage(task);
  };
  return new Promise<CheckedPages>((resolve, reject) => {
    worker.on('error', reject);
    worker.on('message', (reply: PagesReply) => {
      if ('judged' in reply) resolve({ reports, judged: reply.judged });
      else {
        reports.push(...reply.reports);
        next();
      }
    });
    next();
  }).finally(() => worker.terminate());
}
