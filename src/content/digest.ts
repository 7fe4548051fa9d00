import { createHash } from 'node:crypto';

/** Hash of a file's bytes and of the sizes of the pictures that it shows: changes when the page's content does. */
export function digestOf(
  bytes: Buffer,
  pictures: readonly ({ width: number; height: number } | undefined)[],
): string {
  const hash = createHash('sha1').update(bytes);
  for (const picture of pictures) if (picture) hash.update(`\n${picture.width}×${picture.height}`);
  return hash.digest('hex');
}
