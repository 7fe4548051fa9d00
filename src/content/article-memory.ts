import { hash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { hasErrors, type Problem } from '../problems/problem.ts';
import type { Article } from './article.ts';
import { type ArticleRow, assetsOf, type FileStamp, rowOf, withStamp } from './article-row.ts';
import { isDigestOf } from './digest.ts';

const format = 2;

/**
 * What the last build knew of articles, in `.cache/articles.json`: parsing is most of the work of a build after
 * one edit. A file is known by size and time, else by its bytes: a fresh clone costs a hash, not a build.
 */
export class ArticleMemory {
  readonly #file: string;
  readonly #root: string;
  readonly #key: string;
  readonly #known: ReadonlyMap<string, ArticleRow>;
  readonly #now = new Map<string, ArticleRow>();
  #changed = false;

  /**
   * @param root the content folder
   * @param ground everything that an article's facts follow from beside its own file: registries, site, code.
   *   What was known on other ground counts for nothing, like a file that is broken or cut short.
   */
  constructor(cacheFolder: string, root: string, ground: string) {
    this.#file = path.join(cacheFolder, 'articles.json');
    this.#root = root;
    this.#key = hash('sha1', `${format} ${ground}`);
    this.#known = readRows(this.#file, this.#key);
  }

  /** What is known of a file, where neither it nor anything that it shows has changed. */
  recall(file: string): ArticleRow | undefined {
    const row = this.#known.get(file);
    const stamp = row && this.stampOf(file);
    if (!row || !stamp) return undefined;
    const [, size, mtimeMs, digest] = row;
    const touched = stamp[1] !== mtimeMs;
    if (stamp[0] !== size || (touched && !this.#isSame(file, digest))) return undefined;
    for (const [address, size, mtimeMs] of assetsOf(row)) {
      const asset = this.stampOf(address.slice(1));
      if (asset?.[0] !== size || asset[1] !== mtimeMs) return undefined;
    }
    if (touched) this.#changed = true;
    this.#now.set(file, touched ? withStamp(row, stamp) : row);
    return row;
  }

  /**
   * One with errors is not remembered: what mends it may lie elsewhere, a picture that was missing for one.
   * @param stamp of the file, taken before it was read: one that changes afterwards is read again
   */
  remember(article: Article, problems: readonly Problem[], stamp: FileStamp | undefined): void {
    this.#changed = true;
    const assets = article.assets.flatMap((asset) => {
      const of = this.stampOf(asset.slice(1));
      return of ? [[asset, ...of] as const] : [];
    });
    if (!stamp || hasErrors(problems) || assets.length < article.assets.length) return;
    this.#now.set(article.file, rowOf(article, problems, stamp, assets));
  }

  /** Undefined where there is no such file. */
  stampOf(file: string): FileStamp | undefined {
    const stat = fs.lstatSync(`${this.#root}/${file}`, { throwIfNoEntry: false });
    return stat?.isFile() ? [stat.size, stat.mtimeMs] : undefined;
  }

  /** Writes what is known now, in one step; nothing where it is what was known. */
  write(): void {
    if (!this.#changed && this.#now.size === this.#known.size) return;
    const text = JSON.stringify([...this.#now.values()]);
    fs.mkdirSync(path.dirname(this.#file), { recursive: true });
    const aside = `${this.#file}.${process.pid}`;
    fs.writeFileSync(aside, `${this.#key} ${hash('sha1', text)}\n${text}`);
    fs.renameSync(aside, this.#file);
  }

  #isSame(file: string, digest: string): boolean {
    return isDigestOf(digest, fs.readFileSync(`${this.#root}/${file}`));
  }
}

function readRows(file: string, key: string): Map<string, ArticleRow> {
  let bytes: Buffer;
  try {
    bytes = fs.readFileSync(file);
  } catch {
    return new Map();
  }
  const head = key.length + 42;
  const body = bytes.subarray(head);
  if (bytes.toString('latin1', 0, head) !== `${key} ${hash('sha1', body)}\n`) return new Map();
  const rows: readonly ArticleRow[] = JSON.parse(body.toString('utf8'));
  return new Map(rows.map((row) => [row[0], row]));
}
