import fs from 'node:fs';
import path from 'node:path';
import { ASSET_TYPES, PICTURE_TYPES } from '../content/content-files.ts';
import { readPicture } from '../content/read-picture.ts';
import type { OldFile } from './old-site.ts';

/** Files that an article takes with it, laid into one folder under names that addresses can hold. */
export class AssetFolder {
  readonly #root: string;
  readonly #folder: string;
  /** Names in the folder by the file that they come from; null where it could not be taken. */
  readonly #names = new Map<string, string | null>();
  readonly #taken = new Set<string>();

  /** `folder` lies below `root`. Both are made when the first file comes. */
  constructor(root: string, folder: string) {
    this.#root = root;
    this.#folder = folder;
  }

  /** Relative to the root. */
  get files(): string[] {
    return [...this.#taken].map((name) => `${this.#folder}/${name}`);
  }

  get isEmpty(): boolean {
    return this.#taken.size === 0;
  }

  /** A picture, by its own bytes, whatever its name says; undefined where it cannot be shown. */
  picture(file: OldFile): string | undefined {
    return this.#once(file, () => {
      const bytes = file.read();
      const type = pictureType(bytes);
      if (type === undefined) return undefined;
      const name = this.#write(file, type, bytes);
      const { size, faults } = readPicture(this.#root, `${this.#folder}/${name}`);
      const place = { file: name, line: 1, column: 1 };
      if (size && faults.every((fault) => fault(place).level !== 'error')) return name;
      fs.rmSync(path.join(this.#root, this.#folder, name));
      this.#taken.delete(name);
      return undefined;
    });
  }

  /** A document, film or other file that links lead to. */
  attachment(file: OldFile, type: string): string | undefined {
    if (PICTURE_TYPES.has(type)) return this.picture(file);
    if (!ASSET_TYPES.has(type) || file.size === 0) return undefined;
    return this.#once(file, () => this.#write(file, type, file.read()));
  }

  #once(file: OldFile, take: () => string | undefined): string | undefined {
    const known = this.#names.get(file.key);
    if (known !== undefined) return known ?? undefined;
    const name = take();
    this.#names.set(file.key, name ?? null);
    return name;
  }

  #write(file: OldFile, type: string, bytes: Buffer): string {
    const written = file.url?.pathname ?? file.shown;
    const base = path.posix
      .basename(written)
      .replace(/\.[^.]*$/, '')
      .toLowerCase()
      .replace(/%[0-9a-f]{2}/g, '')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60);
    let name = `${base || 'file'}.${type}`;
    for (let number = 2; this.#taken.has(name); number++) name = `${base || 'file'}-${number}.${type}`;
    const folder = path.join(this.#root, this.#folder);
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path.join(folder, name), bytes, { flag: 'wx' });
    this.#taken.add(name);
    return name;
  }
}

/** What the first bytes say. */
function pictureType(bytes: Buffer): string | undefined {
  const head = bytes.toString('latin1', 0, 400);
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (head.startsWith('\xff\xd8\xff')) return 'jpg';
  if (/^GIF8[79]a/.test(head)) return 'gif';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp';
  if (/^ftypavi[fs]/.test(head.slice(4))) return 'avif';
  return /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>|<!--[^>]*-->|<!DOCTYPE[^>]*>|\s)*<svg[\s>]/i.test(head)
    ? 'svg'
    : undefined;
}
