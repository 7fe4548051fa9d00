import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Another build writes to this output: exit 75. */
export class OutputLocked extends Error {
  override readonly name = 'OutputLocked';
}

/**
 * One build at a time per output. A lock whose process is dead (or a zombie) is taken over.
 * The lock appears with its content in one step (a link), so that no one reads it half written.
 * @returns the function that gives the lock back
 * @throws {OutputLocked}
 */
export function takeLock(file: string): () => void {
  const own = `${file}.${process.pid}`;
  const mine = JSON.stringify({ pid: process.pid, host: os.hostname(), started: startOf(process.pid) });
  fs.writeFileSync(own, mine);
  try {
    for (let tries = 0; !linked(own, file); tries++) {
      const found = readText(file);
      const holder = parseHolder(found);
      if (tries > 100 || (holder && isAlive(holder))) throw new OutputLocked(lockedText(file, holder));
      if (found !== undefined) removeDead(file, found, own);
    }
  } finally {
    fs.rmSync(own, { force: true });
  }
  removeStrays(file);
  return () => {
    if (readText(file) === mine) fs.rmSync(file, { force: true });
  };
}

/** False where the name is taken. */
function linked(from: string, to: string): boolean {
  try {
    fs.linkSync(from, to);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST') return false;
    if (code !== 'EPERM' && code !== 'ENOTSUP') throw error;
    // A disk without links, FAT for one.
    fs.writeFileSync(to, fs.readFileSync(from), { flag: 'wx' });
    return true;
  }
}

/**
 * Removes a lock whose holder is dead, unless another process has taken it over since it was read. Only the
 * process that holds the second lock may, so that nobody ever removes a living one's.
 */
function removeDead(file: string, dead: string, own: string): void {
  const second = `${file}.taking`;
  if (linked(own, second)) {
    if (readText(file) === dead) fs.rmSync(file);
    fs.rmSync(second, { force: true });
    return;
  }
  const holder = parseHolder(readText(second));
  if (holder && !isAlive(holder)) fs.rmSync(second, { force: true });
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
}

/** What killed processes left beside the lock. */
function removeStrays(file: string): void {
  const folder = path.dirname(file);
  for (const name of fs.readdirSync(folder)) {
    if (!name.startsWith(`${path.basename(file)}.`)) continue;
    const holder = parseHolder(readText(path.join(folder, name)));
    if (!holder || !isAlive(holder)) fs.rmSync(path.join(folder, name), { force: true });
  }
}

function lockedText(file: string, holder: Holder | undefined): string {
  const who = holder ? `进程 ${holder.pid}，主机 ${holder.host}` : '锁文件读不懂';
  return `另一个构建正在进行（${who}），锁文件 ${file}`;
}

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly started: string | undefined;
}

function readText(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function parseHolder(text: string | undefined): Holder | undefined {
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
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
