import type { Problem } from '../problems/problem.ts';
import type { Article } from './article.ts';

/** Bytes, and milliseconds of the last change. */
export type FileStamp = readonly [size: number, mtimeMs: number];

/**
 * What the next build must know of an article that has not changed, as the cache holds it: what relations
 * between articles are made from, and digests of the rest. A list, for a hundred thousand are read at once.
 */
export type ArticleRow = readonly [
  file: string,
  size: number,
  mtimeMs: number,
  digest: string,
  rowDigest: string,
  title: string,
  ms: number,
  time: string | null,
  iso: string,
  channel: string,
  zone: string | null,
  region: string | null,
  medium: Article['medium'],
  isSourced: 0 | 1,
  more?: MoreFacts,
];

/** What few articles have; a part that is empty is left out. */
export interface MoreFacts extends Partial<Pick<Article, FactName>> {
  /** Files that it shows. */
  readonly assets?: readonly AssetStamp[];
  readonly problems?: readonly Problem[];
}

type AssetStamp = readonly [address: string, ...FileStamp];
type FactName = (typeof factNames)[number];

const factNames = [
  'updated',
  'topics',
  'prev',
  'next',
  'aliases',
  'draft',
  'expires',
  'withdrawn',
  'anchors',
  'links',
] as const;

export const moreOf = (row: ArticleRow): MoreFacts => row[14] ?? nothing;
export const assetsOf = (row: ArticleRow): readonly AssetStamp[] => row[14]?.assets ?? none;
export const problemsOf = (row: ArticleRow): readonly Problem[] => row[14]?.problems ?? none;

const nothing: MoreFacts = {};
const none: readonly never[] = [];

export function withStamp([file, , , ...facts]: ArticleRow, stamp: FileStamp): ArticleRow {
  return [file, ...stamp, ...facts];
}

/** The row of an article that was read in this run: nobody asks for its times. */
export const rowOfUnstamped = (article: Article): ArticleRow =>
  rowOf(
    article,
    none,
    [0, 0],
    article.assets.map((address) => [address, 0, 0]),
  );

export function rowOf(
  article: Article,
  problems: readonly Problem[],
  stamp: FileStamp,
  assets: readonly AssetStamp[],
): ArticleRow {
  const facts = factNames.map((name) => [name, article[name]] as const);
  const filled = [...facts, ['assets', assets] as const, ['problems', problems] as const].filter(
    ([name, value]) =>
      value !== undefined &&
      !(Array.isArray(value) && value.length === 0) &&
      !(name === 'draft' && value === false),
  );
  const more: MoreFacts = Object.fromEntries(filled);
  const { date } = article;
  return [
    article.file,
    ...stamp,
    article.digest,
    article.rowDigest,
    article.title,
    date.ms,
    date.time ?? null,
    date.iso,
    article.channel,
    article.zone ?? null,
    article.region ?? null,
    article.medium,
    article.isSourced ? 1 : 0,
    ...(filled.length > 0 ? ([more] as const) : ([] as const)),
  ];
}
