import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { OutputLocked, takeLock } from '../../src/publish/lock.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const lockFile = (): string => path.join(temporaryFolder(), '_site.lock');

const writeHolder = (file: string, holder: object): void => fs.writeFileSync(file, JSON.stringify(holder));

/** A process that lives as long as the test. */
function livingProcess(): number {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child.pid ?? 0;
}

/** A process that has ended, its number not yet given away. */
async function deadProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', ''], { stdio: 'ignore' });
  await new Promise((resolve) => child.on('exit', resolve));
  return child.pid ?? 0;
}

describe('the lock of an output', () => {
  test('is there while it is held, and gone afterwards', () => {
    const file = lockFile();
    const unlock = takeLock(file);
    expect(fs.existsSync(file)).toBe(true);
    unlock();
    expect(fs.existsSync(file)).toBe(false);
  });

  test('is not given twice', () => {
    const file = lockFile();
    takeLock(file);
    expect(() => takeLock(file)).toThrow(OutputLocked);
  });

  test('names the process that holds it', () => {
    const file = lockFile();
    const pid = livingProcess();
    writeHolder(file, { pid, host: os.hostname() });
    expect(() => takeLock(file)).toThrow(String(pid));
    expect(JSON.parse(fs.readFileSync(file, 'utf8')).pid).toBe(pid);
  });

  test('of a dead process is taken over', async () => {
    const file = lockFile();
    writeHolder(file, { pid: await deadProcess(), host: os.hostname() });
    takeLock(file)();
    expect(fs.existsSync(file)).toBe(false);
  });

  test('of an earlier process with the same number is taken over', () => {
    const file = lockFile();
    writeHolder(file, { pid: livingProcess(), host: os.hostname(), started: '1' });
    expect(() => takeLock(file)).not.toThrow();
  });

  test('of another machine stands', async () => {
    const file = lockFile();
    writeHolder(file, { pid: await deadProcess(), host: 'another-machine' });
    expect(() => takeLock(file)).toThrow('another-machine');
  });

  test('that is no lock is taken over', () => {
    const file = lockFile();
    fs.writeFileSync(file, 'nonsense');
    expect(() => takeLock(file)).not.toThrow();
  });

  test('that someone else has taken meanwhile is not removed', () => {
    const file = lockFile();
    const unlock = takeLock(file);
    writeHolder(file, { pid: 1, host: os.hostname() });
    unlock();
    expect(fs.existsSync(file)).toBe(true);
  });

  // A zombie is dead, though its number still answers: its parent has not asked for its end.
  test.runIf(process.platform === 'linux')('of a zombie is taken over', async () => {
    const file = lockFile();
    const script = 'sleep 0.01 & echo $!; exec sleep 60';
    const parent = spawn('sh', ['-c', script], { stdio: ['ignore', 'pipe', 'ignore'] });
    onTestFinished(() => void parent.kill('SIGKILL'));
    const pid = Number(
      await new Promise<string>((resolve) => parent.stdout.once('data', (data) => resolve(String(data)))),
    );
    await expect
      .poll(() => fs.readFileSync(`/proc/${pid}/stat`, 'utf8'), { timeout: 10_000 })
      .toContain(') Z ');
    writeHolder(file, { pid, host: os.hostname() });
    expect(() => takeLock(file)).not.toThrow();
  });

  test('what killed processes left beside it goes with the next', async () => {
    const file = lockFile();
    const pid = await deadProcess();
    writeHolder(`${file}.${pid}`, { pid, host: os.hostname() });
    takeLock(file);
    expect(fs.readdirSync(path.dirname(file))).toEqual(['_site.lock']);
  });
});
