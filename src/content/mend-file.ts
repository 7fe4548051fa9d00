import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { MendedFile } from './mend-content.ts';
import { readFile } from './read-file.ts';

/**
 * Puts a mended file in the place of the one that was read, whole or not at all, with its mode. False where that
 * has changed meanwhile, or a folder on the way to it is a link: then nothing is written.
 */
export function writeMended(root: string, { file, before, after }: MendedFile): boolean {
  const target = path.join(fs.realpathSync(root), file);
  const folder = path.dirname(target);
  if (!isStill(target, before)) return false;
  fs.accessSync(target, fs.constants.W_OK);
  // A name that reading passes over, should it be left behind.
  const temporary = path.join(folder, `.${randomUUID()}.tmp`);
  const descriptor = fs.openSync(temporary, 'wx');
  try {
    try {
      fs.writeFileSync(descriptor, after);
      fs.fchmodSync(descriptor, fs.statSync(target).mode & 0o7777);
      fs.fsyncSync(descriptor);
    } finally {
      fs.closeSync(descriptor);
    }
    if (!isStill(target, before)) return false;
    fs.renameSync(temporary, target);
    return true;
  } finally {
    fs.rmSync(temporary, { force: true });
  }
}

/** Whether the file is the one that was read; never through a link. */
function isStill(target: string, before: Buffer): boolean {
  try {
    return fs.realpathSync(target) === target && readFile(target).equals(before);
  } catch {
    return false;
  }
}
