import { hash } from 'node:crypto';

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

/** True where the digest was made from these bytes. */
export const isDigestOf = (digest: string, bytes: Buffer): boolean => digest.startsWith(hashOf(bytes));

const hashOf = (bytes: Buffer): string => hash('sha1', bytes);
