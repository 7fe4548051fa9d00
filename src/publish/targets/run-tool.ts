import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** A program of the machine did not do its work, or is not there: exit 3. */
export class ToolFailed extends Error {
  override readonly name = 'ToolFailed';
}

export interface ToolRun {
  readonly command: string;
  readonly args: readonly string[];
  /** What the tool reads. */
  readonly input?: string;
  /** Exit codes that are no failure. */
  readonly good?: readonly number[];
  /** What to look at where it fails, in Chinese. */
  readonly advice: string;
  readonly signal: AbortSignal;
}

/** Characters of a tool's words that are handed on. */
const mostSaid = 2000;

/**
 * Runs a tool to its end.
 * @throws {ToolFailed} with its last words and what to do; the signal's reason where it was stopped
 */
export async function runTool({ command, args, input, good = [0], advice, signal }: ToolRun): Promise<void> {
  signal.throwIfAborted();
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  let said = '';
  const hear = (data: Buffer): void => {
    said = (said + data).slice(-mostSaid);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  // A tool that ends before it has read everything says so with its exit code.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const stop = (): void => void child.kill();
  signal.addEventListener('abort', stop, { once: true });
  const ended = await new Promise<number | string | undefined>((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code, killed) => resolve(code ?? killed ?? undefined));
  });
  signal.removeEventListener('abort', stop);
  signal.throwIfAborted();
  if (typeof ended === 'number' && good.includes(ended)) return;
  const how = typeof ended === 'number' ? `退出码 ${ended}` : ended;
  throw new ToolFailed(
    [
      `${command} 没有成功（${how}）：`,
      said.trim() || '（它什么也没有说）',
      `${advice}\n已经送到的不必重来：改好以后再运行同一条命令，会接着做完。`,
    ].join('\n'),
  );
}

/** The first of some programs that is on the PATH. */
export function findTool(names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return names.find((name) => folders.some((folder) => isProgram(path.join(folder, name))));
}

function isProgram(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}
