import fs from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { type PreviewSite, readPreviewSite } from '../preview/preview-site.ts';
import { servePreview } from '../preview/serve-preview.ts';
import { printProblems } from '../problems/print-problems.ts';
import { parseOptions, WrongUsage } from './arguments.ts';
import { interruption } from './interrupt.ts';
import { contentFolder, nowFrom, shownPrefix } from './locations.ts';
import type { Installation } from './main.ts';

const firstPort = 8080;
/** Milliseconds in which the changes of one save are gathered. */
const gathering = 20;

/** `dev`: the site as the files stand, at a local address; pages load themselves again after every save. */
export async function runDev(words: readonly string[], installation: Installation): Promise<number> {
  const { values } = parseOptions(words, { content: 'string', port: 'string', since: 'string' });
  const root = contentFolder(values.content);
  const port = numberFrom('port', values.port, 65535);
  const options = {
    content: root,
    projectRoot: installation.projectRoot,
    now: nowFrom(undefined),
    since: numberFrom('since', values.since, 9999),
  };
  const signal = interruption();
  let { compiledRoot } = installation;
  let site: PreviewSite = await readPreviewSite({ ...options, compiledRoot });
  const { server, reload } = servePreview(() => site);
  const listening = await listen(server, port);
  const tell = (): void => {
    if (site.problems.length > 0) {
      console.log(printProblems(site.problems, { format: 'text', lang: 'zh-CN', prefix: shownPrefix(root) }));
    }
  };
  tell();
  console.log(
    `预览 ${site.articles} 篇稿件：http://localhost:${listening}${site.site.basePath}（Ctrl-C 结束）`,
  );

  const again = async (): Promise<void> => {
    const began = performance.now();
    try {
      ({ compiledRoot } = await installation.compile());
      site = await readPreviewSite({ ...options, compiledRoot });
      reload();
      console.log(`已更新（${Math.round(performance.now() - began)} 毫秒）`);
      tell();
    } catch (error) {
      console.error(error);
    }
  };
  const watchers = watchFolders(
    [
      root,
      ...['templates', 'public', 'src/browser'].map((name) => path.join(installation.projectRoot, name)),
    ],
    again,
  );
  if (!signal.aborted)
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
  for (const watcher of watchers) watcher.close();
  server.close();
  server.closeAllConnections();
  return 130;
}

/** Calls `changed` after every burst of changes, never twice at once. */
function watchFolders(folders: readonly string[], changed: () => Promise<void>): fs.FSWatcher[] {
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let waiting = false;
  const run = async (): Promise<void> => {
    if (running) {
      waiting = true;
      return;
    }
    running = true;
    do {
      waiting = false;
      await changed();
    } while (waiting);
    running = false;
  };
  return folders
    .filter((folder) => fs.existsSync(folder))
    .map((folder) =>
      fs.watch(folder, { recursive: true }, () => {
        clearTimeout(timer);
        timer = setTimeout(() => void run(), gathering);
      }),
    );
}

/** Listens on the port asked for, else on the first free one from 8080. */
async function listen(
  server: ReturnType<typeof servePreview>['server'],
  asked: number | undefined,
): Promise<number> {
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
