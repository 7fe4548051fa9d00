import type { Problem } from '../problems/problem.ts';
import type { Article } from './article.ts';
import { type ArticleRow, rowOfUnstamped } from './article-row.ts';
import type { ArticleSketch, ProofSheet } from './proof-desk.ts';
import { parseArticle } from './read-article.ts';
import type { Ground } from './read-ground.ts';

/** What a number of article files say. */
export interface ArticlesRead {
  readonly articles: readonly Article[];
  /** Titles by file, of those too that could not be read to the end. */
  readonly titles: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
  /** By file, where copy-editing is asked for. */
  readonly sketches: ReadonlyMap<string, ArticleSketch>;
}

/** What the files of a slice say. */
export interface SliceRead extends ArticlesRead {
  /** What is known of the articles whose texts are not kept. */
  readonly rows: readonly ArticleRow[];
}

export interface SliceOptions {
  /** Adds the warnings of copy-editing. */
  readonly proof?: boolean;
  /** Files whose texts need not be kept. */
  readonly light?: ReadonlySet<string>;
}

/** Reads article files one after another. */
export function readSlice(
  files: readonly string[],
  { source, registries, desk }: Ground,
  { proof = false, light }: SliceOptions = {},
): SliceRead {
  const problems: Problem[] = [];
  const titles = new Map<string, string>();
  const sketches = new Map<string, ArticleSketch>();
  const onSheet = (sheet: ProofSheet): void => {
    const sketch = desk().proof(sheet);
    if (sketch) sketches.set(sketch.place.file, sketch);
  };
  const articles: Article[] = [];
  const rows: ArticleRow[] = [];
  for (const file of files) {
    const bytes = source.read(file, problems);
    const article =
      bytes &&
      parseArticle(bytes, file, registries, source.around, problems, titles, proof ? onSheet : undefined);
    if (!article) continue;
    if (light?.has(file)) rows.push(rowOfUnstamped(article));
    else articles.push(article);
  }
  return { articles, rows, titles, problems, sketches };
}
