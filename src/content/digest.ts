import { hash } from 'node:crypto';

/** Hash of a file's bytes and of the sizes of the pictures that it shows: changes when its page's content does. */
export function digestOf(
  bytes: Buffer,
  pictures: readonly ({ readonly width: number; readonly height: number } | undefined)[],
): string {
  let digest = hash('sha1', bytes);
  for (const picture of pictures) {
    if (picture) digest = hash('sha1', `${digest} ${picture.width}×${picture.height}`);
  }
  return digest;
}
