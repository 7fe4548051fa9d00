import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { Changes } from '../preview/changes.ts';
import { Preview, type PreviewOptions } from '../preview/preview.ts';
import { servePreview } from '../preview/serve-preview.ts';
import { watchFolder } from '../preview/watch-folder.ts';
import { printProblems } from '../problems/print-problems.ts';
import { parseOptions, WrongUsage } from './arguments.ts';
import { interruption } from './interrupt.ts';
import { contentFolder, nowFrom, shownPrefix } from './locations.ts';
import type { Installation } from './main.ts';

const firstPort = 8080;

/** `dev`: the site as the files stand, at a local address; pages load themselves again after every save. */
export async function runDev(words: readonly string[], installation: Installation): Promise<number> {
  const { values } = parseOptions(words, {
    content: 'string',
    port: 'string',
    since: 'string',
    now: 'string',
    cache: 'string',
  });
  const root = contentFolder(values.content);
  const port = numberFrom('port', values.port, 65535);
  const since = numberFrom('since', values.since, 9999);
  const options: PreviewOptions = {
    content: root,
    cache: path.resolve(values.cache ?? '.cache'),
    now: nowFrom(values.now),
    since,
    ...installation,
  };
  const signal = interruption();
  const changes = new Changes();
  // Watched first, so that nothing is missed that is saved while it is read.
  const watchers = [
    watchFolder(root, (file) => changes.add(file)),
    ...['templates', 'public', 'src/browser'].map((name) =>
      watchFolder(path.join(installation.projectRoot, name), () => changes.addCode()),
    ),
  ];
  try {
    await serve(options, { port, changes, signal, installation });
    return 130;
  } finally {
    for (const watcher of watchers) watcher.close();
  }
}

interface Serving {
  readonly port: number | undefined;
  readonly changes: Changes;
  readonly signal: AbortSignal;
  readonly installation: Installation;
}

/** Reads, serves, and goes on until it is told to stop. */
async function serve(
  options: PreviewOptions,
  { port, changes, signal, installation }: Serving,
): Promise<void> {
  const preview = await Preview.open(options);
  const { server, reload } = servePreview(() => preview.site);
  const listening = await listen(server, port);
  const prefix = shownPrefix(options.content);
  let told = '';
  const tell = (): void => {
    const text = printProblems(preview.problems, { format: 'text', lang: 'zh-CN', prefix });
    if (text !== told) console.log(text === '' ? '没有问题了' : text);
    told = text;
  };
  tell();
  console.log(
    `预览 ${countOf(preview, options.since)}：http://localhost:${listening}${preview.site.site.basePath}（Ctrl-C 结束）`,
  );
  changes.handle(async ({ files, isCode }) => {
    const began = performance.now();
    if (isCode) await preview.recompile(installation.compile);
    if (files === undefined || files.size > 0) preview.update(files);
    await reload();
    console.log(`已更新（${Math.round(performance.now() - began)} 毫秒）`);
    tell();
  });
  if (!signal.aborted)
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
  server.close();
  server.closeAllConnections();
}

/** `52 篇稿件`, or how many of how many where older ones were left out. */
function countOf({ site }: Preview, since: number | undefined): string {
  const { read } = site.archive.counts;
  if (since === undefined) return `${read} 篇稿件`;
  const asked = read - site.unasked;
  return `${since} 年以来的 ${asked} 篇稿件（更早的 ${site.unasked} 篇没有读，指向它们的链接不检查）`;
}

/** Listens on the port asked for, else on the first free one from 8080. */
async function listen(server: Server, asked: number | undefined): Promise<number> {
  const attempt = (port: number): Promise<number> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', reject);
        resolve((server.address() as AddressInfo).port);
      });
    });
  if (asked !== undefined) return attempt(asked);
  for (let port = firstPort; ; port++) {
    try {
      return await attempt(port);
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken || port > firstPort + 50) throw error;
    }
  }
}

function numberFrom(name: string, text: string | undefined, most: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > most) throw new WrongUsage(`--${name} 要写成数字，不能是“${text}”`);
  return value;
}
