import fs from 'node:fs';
import type { Problem } from '../problems/problem.ts';
import type { Article } from './article.ts';
import { ArticleMemory } from './article-memory.ts';
import type { Content } from './content.ts';
import type { ContentFiles } from './content-files.ts';
import { readArticles } from './read-articles.ts';
import { contentOf, type Folder, groundKey, readFolder } from './read-content.ts';
import { type Ground, readGround } from './read-ground.ts';
import { type ArticlesRead, readSlice } from './read-slice.ts';

export interface LiveOptions {
  /** Absolute path of the content folder. */
  readonly root: string;
  readonly compiledRoot: string;
  /** Folder that remembers the articles from one start to the next. */
  readonly memory: string;
  /** Articles of earlier years are not read: they count among `unread`. */
  readonly since: number | undefined;
}

/** What one article file said when it was last read. */
interface Entry {
  readonly article: Article | undefined;
  readonly title: string | undefined;
  readonly problems: readonly Problem[];
}

interface StandingGround {
  readonly ground: Ground;
  readonly problems: readonly Problem[];
  readonly key: string;
  /** False where a registry has errors. */
  readonly isSound: boolean;
}

const REGISTRY = /^(?:site|channels|regions|sources)\.yaml$/;

/** The content folder for as long as someone edits it: read once, and after a save only what was saved. */
export class LiveContent {
  readonly #options: LiveOptions;
  readonly #entries = new Map<string, Entry>();
  #folder: Folder;
  #standing: StandingGround;
  #brokenRegistries: readonly string[] = [];

  private constructor(options: LiveOptions, folder: Folder) {
    this.#options = options;
    this.#folder = folder;
    this.#standing = this.#readGround();
  }

  static async read(options: LiveOptions): Promise<LiveContent> {
    const { root, compiledRoot, since } = options;
    const live = new LiveContent(options, readFolder(root));
    const { ground, key } = live.#standing;
    const files = readable(live.#folder.files, since);
    const memory = new ArticleMemory(options.memory, root, key);
    live.#keep(
      files.articles,
      await readArticles(
        ground,
        { root, files, base: undefined, proof: false },
        { compiledRoot, memory },
        undefined,
      ),
    );
    memory.write();
    return live;
  }

  get content(): Content {
    const { files } = this.#folder;
    const articles: Article[] = [];
    const titles = new Map<string, string>();
    const problems: Problem[] = [];
    for (const file of files.articles) {
      const entry = this.#entries.get(file);
      if (!entry) continue;
      if (entry.article) articles.push(entry.article);
      if (entry.title !== undefined) titles.set(file, entry.title);
      for (const problem of entry.problems) problems.push(problem);
    }
    const read = { articles, titles, problems, sketches: new Map() };
    return contentOf(this.#options.root, this.#folder, this.#standing, read);
  }

  /** Registries with errors: what follows from them is shown as it was before they had any. */
  get brokenRegistries(): readonly string[] {
    return this.#brokenRegistries;
  }

  /**
   * Reads again what follows from these files.
   * @param changed paths relative to the content folder of files that were written, made or removed; undefined
   *   where that is not known
   */
  update(changed: ReadonlySet<string> | undefined): void {
    if (changed && this.#isSameFolder(changed)) this.#readAgain([...changed]);
    else this.#readFolderAgain(changed);
  }

  /** Whether only texts of articles were changed: then nothing need be looked for in the folder. */
  #isSameFolder(changed: ReadonlySet<string>): boolean {
    const isThere = (file: string): boolean =>
      fs.lstatSync(`${this.#options.root}/${file}`, { throwIfNoEntry: false })?.isFile() === true;
    return [...changed].every((file) => this.#entries.has(file) && isThere(file));
  }

  #readFolderAgain(changed: ReadonlySet<string> | undefined): void {
    const { root, since } = this.#options;
    this.#folder = readFolder(root);
    const { articles } = readable(this.#folder.files, since);
    const there = new Set(articles);
    for (const file of this.#entries.keys()) if (!there.has(file)) this.#entries.delete(file);
    const isArticle = (file: string): boolean => file.startsWith('news/') && file.endsWith('.md');
    const others = changed && new Set([...changed].filter((file) => !isArticle(file)));
    let isStale = (file: string): boolean => changed?.has(file) ?? true;
    if (others?.size !== 0) {
      const before = this.#standing.key;
      this.#standGround();
      const isOtherGround = others === undefined || this.#standing.key !== before;
      isStale = (file) => isOtherGround || changed?.has(file) === true || this.#leansOn(file, others);
    }
    this.#readAgain(articles.filter((file) => !this.#entries.has(file) || isStale(file)));
  }

  /** Whether an article shows one of these files, or has mistakes that one of them might mend. */
  #leansOn(file: string, others: ReadonlySet<string>): boolean {
    const entry = this.#entries.get(file);
    if (!entry || entry.problems.length > 0) return true;
    return entry.article?.assets.some((address) => others.has(address.slice(1))) ?? true;
  }

  /** Broken registries would take the whole site with them: the last good ones stand in. */
  #standGround(): void {
    const next = this.#readGround();
    const standsIn = !next.isSound && this.#standing.isSound;
    this.#brokenRegistries = standsIn ? registriesWithErrors(next.problems, this.#folder) : [];
    this.#standing = standsIn ? { ...this.#standing, problems: next.problems } : next;
  }

  #readGround(): StandingGround {
    const { root, compiledRoot } = this.#options;
    const problems: Problem[] = [];
    const ground = readGround(root, this.#folder.files, undefined, problems);
    const isSound = registriesWithErrors(problems, this.#folder).length === 0;
    return { ground, problems, key: groundKey(ground, undefined, compiledRoot), isSound };
  }

  #readAgain(files: readonly string[]): void {
    if (files.length > 0) this.#keep(files, readSlice(files, this.#standing.ground));
  }

  #keep(files: readonly string[], { articles, titles, problems }: ArticlesRead): void {
    const byFile = new Map(articles.map((article) => [article.file, article]));
    const faults = new Map<string, Problem[]>();
    for (const problem of problems) {
      const same = faults.get(problem.file);
      if (same) same.push(problem);
      else faults.set(problem.file, [problem]);
    }
    for (const file of files) {
      this.#entries.set(file, {
        article: byFile.get(file),
        title: titles.get(file),
        problems: faults.get(file) ?? [],
      });
    }
  }
}

const registriesWithErrors = (problems: readonly Problem[], folder: Folder): string[] => [
  ...new Set(
    [...problems, ...folder.problems]
      .filter(({ file, level }) => level === 'error' && REGISTRY.test(file))
      .map(({ file }) => file),
  ),
];

/** The files without the articles of earlier years; one in no year's folder is kept for its mistakes. */
function readable(files: ContentFiles, since: number | undefined): ContentFiles {
  if (since === undefined) return files;
  const isRecent = (file: string): boolean => {
    const year = /^news\/(\d{4})\//.exec(file)?.[1];
    return year === undefined || Number(year) >= since;
  };
  return { ...files, articles: files.articles.filter(isRecent) };
}
