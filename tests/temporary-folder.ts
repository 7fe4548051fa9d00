import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** An empty folder that goes when the test is over. */
export function temporaryFolder(): string {
  const folder = makeFolder();
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An empty folder that whoever asks for it takes away. */
export const makeFolder = (): string => fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'news-test-')));

/** Writes files by their paths below a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
}

/** Every file below a folder with its text, folders that are empty as `name/`. */
export function readFiles(folder: string): Record<string, string> {
  const found: Record<string, string> = {};
  if (!fs.existsSync(folder)) return found;
  for (const name of fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const file = path.join(folder, name);
    if (!fs.statSync(file).isDirectory()) found[name] = fs.readFileSync(file, 'utf8');
    else if (fs.readdirSync(file).length === 0) found[`${name}/`] = '';
  }
  return found;
}
