import fs from 'node:fs';
import os from 'node:os';

/** Another build writes to this output: exit 75. */
export class OutputLocked extends Error {
  override readonly name = 'OutputLocked';
}

/**
 * One build at a time per output. A lock whose process is dead (or a zombie) is taken over.
 * @returns the function that gives the lock back
 * @throws {OutputLocked}
 */
export function takeLock(file: string): () => void {
  const mine = JSON.stringify({ pid: process.pid, host: os.hostname(), started: startOf(process.pid) });
  for (let tries = 0; ; tries++) {
    try {
      fs.writeFileSync(file, mine, { flag: 'wx' });
      return () => {
        if (readLock(file)?.pid === process.pid) fs.rmSync(file, { force: true });
      };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const holder = readLock(file);
    if (holder && (tries > 2 || isAlive(holder))) {
      throw new OutputLocked(`另一个构建正在进行（进程 ${holder.pid}，主机 ${holder.host}），锁文件 ${file}`);
    }
    fs.rmSync(file, { force: true });
  }
}

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly started: string | undefined;
}

function readLock(file: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
    if (typeof value !== 'object' || value === null || !('pid' in value) || typeof value.pid !== 'number')
      return undefined;
    const host = 'host' in value && typeof value.host === 'string' ? value.host : '';
    const started = 'started' in value && typeof value.started === 'string' ? value.started : undefined;
    return { pid: value.pid, host, started };
  } catch {
    return undefined;
  }
}

function isAlive({ pid, host, started }: Holder): boolean {
  // A process of another host cannot be asked: its lock stands until someone removes it.
  if (host !== os.hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  const now = startOf(pid);
  return now !== 'zombie' && (now === undefined || started === undefined || now === started);
}

/** When a process started, in the kernel's ticks: tells a process from a later one with its number. Linux only. */
function startOf(pid: number): string | undefined {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? 'zombie' : fields[19];
  } catch {
    return undefined;
  }
}
