import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Fragment, fragmentOf } from '../browser/search/fragments.ts';
import { isData } from './check-data.ts';

/** The articles that a volume holds, by the names that answers give them. */
export interface VolumeRecords {
  readonly fragments: ReadonlyMap<string, Fragment>;
  /** Files that cannot be read, with the reason. */
  readonly broken: readonly { readonly name: string; readonly why: string }[];
}

/** Stands before the content of every file that Pagefind packs. */
const packMark = 'pagefind_dcd';

/** Reads all fragments of a volume: a reader's page reads those that it shows. */
export function readRecords(root: string, volume: string): VolumeRecords {
  const fragments = new Map<string, Fragment>();
  const broken: { name: string; why: string }[] = [];
  const folder = path.join(root, volume, 'fragment');
  const names = fs.existsSync(folder) ? fs.readdirSync(folder).sort() : [];
  for (const file of names) {
    const name = `${volume}/fragment/${file}`;
    try {
      const whole: unknown = JSON.parse(unpack(path.join(folder, file)));
      // A file holds one record, or several by their names.
      const records: [string, unknown][] =
        isData(whole) && typeof whole.content !== 'string'
          ? Object.entries(whole)
          : [[file.replace(/\.pf_fragment$/, ''), whole]];
      for (const [key, record] of records) {
        const fragment = fragmentOf(record);
        if (fragment) fragments.set(key, fragment);
        else broken.push({ name, why: `里面没有 ${key}` });
      }
    } catch (error) {
      broken.push({ name, why: error instanceof Error ? error.message : String(error) });
    }
  }
  return { fragments, broken };
}

/** zlib compares the checksum as well. */
function unpack(file: string): string {
  const text = gunzipSync(fs.readFileSync(file)).toString();
  if (!text.startsWith(packMark)) throw new Error('不是 Pagefind 的文件');
  return text.slice(packMark.length);
}
