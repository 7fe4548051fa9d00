import type { Problem } from '../problems/problem.ts';
import type { Site } from '../site/site.ts';
import type { Article } from './article.ts';
import type { ArticleSketch } from './proof-desk.ts';
import type { Channel, Redirect, Region, Source, StaticPage, Topic, Zone } from './registries.ts';

/** Everything that the content folder says, checked file by file; what needs more than one article is checked by src/archive. */
export interface Content {
  /** Absolute path of the content folder. */
  readonly root: string;
  readonly site: Site;
  readonly channels: readonly Channel[];
  readonly regions: readonly Region[];
  readonly zones: readonly Zone[];
  readonly topics: readonly Topic[];
  readonly pages: readonly StaticPage[];
  readonly sources: readonly Source[];
  readonly redirects: readonly Redirect[];
  /** Every article that could be read, drafts and withdrawn ones too, sorted by file. */
  readonly articles: readonly Article[];
  /** Number of article files found, those that could not be read included. */
  readonly articleFiles: number;
  /** What stands in the folder but has mistakes of its own: links to it are not wrong for that. */
  readonly unread: readonly Unread[];
  readonly problems: readonly Problem[];
  /** Of the articles, by file, where copy-editing was asked for: what tells that two are the same story. */
  readonly sketches: ReadonlyMap<string, ArticleSketch>;
  /** The problems of one article file with those of copy-editing, read anew. */
  readonly proofread: (file: string) => readonly Problem[];
}

/** A file that yields no fact. */
export interface Unread {
  readonly address: string;
  /** An article's, where at least that could be read. */
  readonly title: string | undefined;
}
