import zlib from 'node:zlib';
import { gzipSync } from 'fflate';

/** Bytes below which compression saves no packet. */
const leastSize = 1024;
const worth = /\.(?:html|css|js|json|xml|svg|txt)$/;

/** Endings of the copies that stand beside a file. */
export const compressedEndings = ['.gz', '.br'] as const;
/** Begins the key of such a copy. */
export const compressedKey = 'compressed ';
/** The key of the copies of a file with a key: another Brotli makes them anew, as a full build would. */
export const compressedKeyOf = (key: string): string => `${compressedKey}${process.versions.brotli} ${key}`;

/** Whether a file gets compressed copies. `size` in bytes. What Vercel alone reads, no server sends. */
export const isCompressible = (file: string, size: number): boolean =>
  size >= leastSize && worth.test(file) && file !== 'vercel.json';

/** Brotli at 5: 9 took 300 times as long for 3 % less (60 article pages, 10 KB each). */
const quality = 5;

/**
 * The copies of a file, in the order of their endings. gzip by fflate, as zlib makes other bytes on other
 * processors; Brotli is Node's own, and may make other bytes in another version of Node.
 */
export function compress(bytes: Buffer): readonly Uint8Array[] {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_MODE, BROTLI_MODE_TEXT, BROTLI_PARAM_SIZE_HINT } =
    zlib.constants;
  return [
    gzipSync(bytes, { level: 6, mtime: 0 }),
    zlib.brotliCompressSync(bytes, {
      params: {
        [BROTLI_PARAM_QUALITY]: quality,
        [BROTLI_PARAM_MODE]: BROTLI_MODE_TEXT,
        [BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  ];
}
