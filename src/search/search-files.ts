/*
 * The files below `/pagefind/` as the build writes them and the reader's page reads them.
 */

/** `/pagefind/volumes.json`: the one file of the index whose name never changes; readers ask for it first. */
export interface VolumeList {
  readonly format: 1;
  /** Newest first. */
  readonly volumes: readonly VolumeEntry[];
  /** File names below `/pagefind/`, by content hash. */
  readonly wasm: string;
  readonly suggestions: string;
  /** Undefined where there are too few volumes to need it. */
  readonly words: WordMapEntry | undefined;
}

/** One Pagefind index, at `/pagefind/<name>/`. */
export interface VolumeEntry {
  /** Its span: `2009-2024`, `2010-2019`, `2020`, `202001-202006`, `202001`, `20200101-20200110`, `20200101`. */
  readonly name: string;
  /** Dates of its oldest and newest article, `2020-01-23`. */
  readonly from: string;
  readonly to: string;
  /** Articles. */
  readonly count: number;
  /** Hash that names its `pagefind.<meta>.pf_meta`: other bytes, other name. */
  readonly meta: string;
}

/** Which volumes can hold a word, in `1 << bits` files `words/<hex>.bin`. */
export interface WordMapEntry {
  readonly bits: number;
  /** Follows the address as `?<version>`, so that no cache mixes two builds. */
  readonly version: string;
}

/** `/pagefind/suggestions.<hash>.json`: what the search box offers while the reader types. */
export interface Suggestions {
  readonly format: 1;
  /** Zones, regions, channels and topics, then the newest titles. */
  readonly entries: readonly SuggestionEntry[];
}

/** Name; address without base path; kind; pinyin initials, `ksdggyy`; whole pinyin, not for titles. */
export type SuggestionEntry = readonly [
  name: string,
  address: string,
  kind: SuggestionKind,
  initials: string,
  pinyin: string,
];

export type SuggestionKind = 'zone' | 'region' | 'channel' | 'topic' | 'article';

/** Stands between title, text and folded twins in the text that a volume holds of an article. */
export const partMark = '\u{E000}';
