import type { ChildProcess } from 'node:child_process';
import net from 'node:net';
import { startNews } from './run-news.ts';
import { now } from './small-project.ts';

export interface RunningPreview {
  readonly origin: string;
  readonly child: ChildProcess;
  /** What it has said so far. */
  said(): string;
}

/** `news dev` in a folder, once it is up. Whoever starts it ends it. */
export async function startPreview(folder: string, words: readonly string[] = []): Promise<RunningPreview> {
  const port = await findFreePort();
  const child = startNews(['dev', '--port', String(port), '--now', now, ...words], { cwd: folder });
  let said = '';
  child.stderr.on('data', (data) => {
    said += data;
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (data) => {
      said += data;
      if (said.includes(`:${port}/`)) resolve();
    });
    child.on('close', () => reject(new Error(said)));
  });
  return { origin: `http://127.0.0.1:${port}`, child, said: () => said };
}

/** A port that nobody listens on. */
function findFreePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
