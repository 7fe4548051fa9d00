import { hash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { walkFolder } from '../build/walk-folder.ts';
import { markName, OutputRefused } from './output-folder.ts';

/** A file of the site as it stands: SHA-256 (hexadecimal), bytes, milliseconds of the last change. */
export interface SiteFile {
  readonly sha256: string;
  readonly size: number;
  readonly mtimeMs: number;
}

export type SiteFiles = ReadonlyMap<string, SiteFile>;

/**
 * Every file of a built site but our mark, by its path. What has size and time of a file that is `known` is not read
 * again.
 * @throws {OutputRefused} where no site stands, or something in it is no file
 */
export function readSiteFiles(folder: string, known: SiteFiles): SiteFiles {
  const names = listSite(folder);
  const files = new Map<string, SiteFile>();
  for (const { name, size, mtimeMs } of names) {
    const same = known.get(name);
    const read = (): string => hash('sha256', fs.readFileSync(path.join(folder, name)), 'hex');
    const sha256 = same?.size === size && same.mtimeMs === mtimeMs ? same.sha256 : read();
    files.set(name, { sha256, size, mtimeMs });
  }
  return files;
}

interface ListedFile {
  readonly name: string;
  readonly size: number;
  readonly mtimeMs: number;
}

/**
 * The files of a built site but our mark, sorted.
 * @throws {OutputRefused} where no site stands, or something in it is no file
 */
export function listSite(folder: string): readonly ListedFile[] {
  if (!fs.existsSync(path.join(folder, markName)))
    throw new OutputRefused(`${folder} 里没有网站，请先运行 npm run build`);
  const { names, numbers } = walkFolder(folder);
  const files = names
    .map((name, i) => ({ name, size: numbers[2 * i] ?? -1, mtimeMs: numbers[2 * i + 1] ?? -1 }))
    .filter(({ name }) => name !== markName)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const odd = files.find(({ name, size }) => size < 0 || name.includes('\n'));
  if (odd) throw new OutputRefused(`${folder} 里的 ${odd.name} 不是普通文件，请再运行一次 npm run build`);
  return files;
}
