import { hash } from 'node:crypto';
import type { Article } from './article.ts';

/**
 * Tells one state of a page's content from another: the hash of the file's bytes, then the sizes of the pictures
 * that it shows.
 */
export function digestOf(
  bytes: Buffer,
  pictures: readonly ({ readonly width: number; readonly height: number } | undefined)[],
): string {
  let digest = hashOf(bytes);
  for (const picture of pictures) if (picture) digest += ` ${picture.width}×${picture.height}`;
  return digest;
}

/** What lists and feeds show of an article. */
type Row = Pick<
  Article,
  | 'address'
  | 'title'
  | 'date'
  | 'updated'
  | 'source'
  | 'author'
  | 'medium'
  | 'channel'
  | 'zone'
  | 'summary'
  | 'keywords'
>;
type RowPictures = Pick<Article, 'cover' | 'firstPicture' | 'video'>;

/** Stays as it is when an edit changes nothing that lists and feeds show. */
export function rowDigestOf(row: Row, { cover, firstPicture, video }: RowPictures): string {
  const { address, title, date, updated, source, author, medium, channel, zone, summary, keywords } = row;
  const facts = JSON.stringify([
    ...[address, title, date, updated, source, author, medium, channel, zone, summary, keywords],
    cover ?? video?.poster ?? firstPicture,
  ]);
  return hash('sha1', facts, 'base64').slice(0, 20);
}

/** True where the digest was made from these bytes. */
export const isDigestOf = (digest: string, bytes: Buffer): boolean => digest.startsWith(hashOf(bytes));

const hashOf = (bytes: Buffer): string => hash('sha1', bytes);
