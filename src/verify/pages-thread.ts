import { parentPort, workerData } from 'node:worker_threads';
import { openPages, type PagesFolder, type PagesReply, type PagesTask } from './check-pages.ts';

// Looking through a page takes as long as drawing it: threads share the work.
const folder: PagesFolder = workerData;
const pages = openPages(folder);
const answer = (reply: PagesReply): void => parentPort?.postMessage(reply);

parentPort?.on('message', ({ files }: PagesTask) => {
  if (files !== 'end') answer({ reports: files.map((file) => pages.check(file)) });
  else void pages.judge().then((judged) => answer({ judged }));
});
