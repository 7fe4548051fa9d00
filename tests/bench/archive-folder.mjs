import fs from 'node:fs';
import path from 'node:path';
import { makeArticle } from './corpus.mjs';

/** @typedef {{ readonly file: string, readonly bytes: number, readonly changed: number }} OutputFile */

/** One builder's copy of the archive, with its output beside it. */
export class ArchiveFolder {
  /**
   * @param {string} folder is made
   * @param {import('./builders.mjs').Builder} builder
   * @param {number} articles
   * @param {number} seed
   */
  constructor(folder, builder, articles, seed) {
    this.folder = folder;
    this.builder = builder;
    this.articles = articles;
    this.seed = seed;
    fs.mkdirSync(folder);
    builder.format.writeRest(folder);
    for (let index = 1; index <= articles; index++) this.#write(makeArticle(index, seed));
    this.sources = new Set(fs.readdirSync(folder));
  }

  /**
   * Puts the output and every cache aside. They are not deleted before all is measured: on ext4 without
   * a journal whatever is written in the minutes after many files were deleted costs up to ten times as much.
   */
  clean() {
    const aside = fs.mkdtempSync(`${this.folder}-old-`);
    for (const name of fs.readdirSync(this.folder)) {
      if (!this.sources.has(name)) fs.renameSync(path.join(this.folder, name), path.join(aside, name));
    }
  }

  /** Adds a sentence to an article in the middle; another one each `time`. */
  edit(/** @type {number} */ time) {
    const article = makeArticle(Math.ceil(this.articles / 2), this.seed);
    fs.appendFileSync(
      path.join(this.folder, this.builder.format.file(article)),
      `\n编者按：本文第${time}次修订。\n`,
    );
  }

  /** Adds an article that is newer than all others. */
  add(/** @type {number} */ time) {
    const minutes = String(time % 60).padStart(2, '0');
    const hours = String(Math.floor(time / 60)).padStart(2, '0');
    const article = makeArticle(this.articles + time, this.seed);
    this.#write({ ...article, date: `2025-01-01 ${hours}:${minutes}` });
  }

  /** @returns {OutputFile[]} */
  output() {
    const root = path.join(this.folder, this.builder.output);
    return fs
      .readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const file = path.join(entry.parentPath, entry.name);
        const { size, mtimeMs } = fs.statSync(file);
        return { file: path.relative(root, file), bytes: size, changed: mtimeMs };
      });
  }

  #write(/** @type {import('./corpus.mjs').Article} */ article) {
    const file = path.join(this.folder, this.builder.format.file(article));
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, this.builder.format.text(article));
  }
}
