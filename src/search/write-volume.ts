import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { SearchFailed } from './search-failed.ts';
import type { RecordSource } from './search-record.ts';

/** What the process of a volume gets. */
export interface VolumeTask {
  /** Oldest first. */
  readonly articles: readonly RecordSource[];
  /** Where the index goes; must not be there. */
  readonly folder: string;
  /** Where its words go. */
  readonly wordFile: string;
}

export interface VolumeRun {
  readonly compiledRoot: string;
  /** Kills the processes; its reason is thrown. */
  readonly signal: AbortSignal;
  /** Milliseconds. */
  readonly timeLimit?: number;
}

/** The compiled code of the process: other bytes, other volumes. */
export const volumeProgram = (compiledRoot: string): string =>
  path.join(compiledRoot, 'src/search/volume-process.js');

/** Characters of what Pagefind says that are shown. */
const mostSaid = 1000;

/**
 * Makes the index of one volume, in a process of its own.
 * @param name of the volume, for messages
 * @throws {SearchFailed} where Pagefind fails, or takes longer than anything explains
 */
export async function writeVolume(
  name: string,
  task: VolumeTask,
  { compiledRoot, signal, timeLimit = 60_000 + 50 * task.articles.length }: VolumeRun,
): Promise<void> {
  signal.throwIfAborted();
  const child = fork(volumeProgram(compiledRoot), {
    // A group of its own, so that Pagefind ends with it; and Ctrl-C reaches it through us alone.
    detached: true,
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-mostSaid);
  });
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    killGroup(child);
  }, timeLimit);
  const stop = (): void => killGroup(child);
  signal.addEventListener('abort', stop);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
      // One that is dead already says so by its end.
      child.send(task, () => undefined);
    });
    signal.throwIfAborted();
    if (isLate)
      throw new SearchFailed(`分卷 ${name} 等了 ${timeLimit / 1000} 秒，Pagefind 没有完成`, said.trim());
    if (code !== 0) throw new SearchFailed(causeOf(code, said), `分卷 ${name}：${said.trim()}`);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

function causeOf(code: number | null, said: string): string {
  if (/ENOENT|EACCES|Failed to install/.test(said)) return '找不到或不能运行 Pagefind 的程序';
  return `Pagefind 出错，${code === null ? '被终止，也许内存不够' : `退出代码 ${code}`}`;
}

function killGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Windows has no groups: there Pagefind ends when it hears no more of its parent.
    child.kill('SIGKILL');
  }
}
