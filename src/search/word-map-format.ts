import { gunzipSync, gzipSync } from 'fflate';

/*
 * The word map: which volumes hold a word. A word's hash says in which of `1 << bits` buckets it stands (the upper
 * bits) and at which place (the lower 20). A bucket is gzipped:
 *
 *   byte 1, varint                the format; the number of words
 *   for each word, by place:      varint: distance from the place before
 *                                 0: in so many volumes that asking spares nothing
 *                                 varint 2n: n varints, distances between the numbers of the volumes
 *                                 varint 2n + 1: n bytes, a bit for each volume, number 0 the lowest
 *
 * Two words with one place share their volumes: then a volume is opened for nothing.
 */

const format = 1;
const placeBits = 20;
/** So many bits of a hash can number buckets. */
export const mostBits = 32 - placeBits;

/** A word in a bucket, with the volumes that hold it, ascending. */
export type BucketWord = readonly [place: number, volumes: readonly number[] | 'anywhere'];

/** 32 bits, unsigned. */
export function wordHash(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  // FNV alone leaves the upper bits of short words alike.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

export const placeOf = (hash: number): number => hash & ((1 << placeBits) - 1);
export const bucketNumber = (hash: number, bits: number): number => (bits === 0 ? 0 : hash >>> (32 - bits));

/** The bucket of a word, as its file is named: `words/<hex>.bin`. */
export const bucketOf = (word: string, bits: number): string =>
  bucketName(bucketNumber(wordHash(word), bits), bits);

export const bucketName = (number: number, bits: number): string =>
  number.toString(16).padStart(Math.ceil(bits / 4), '0');

/** @param words by ascending place, each place once */
export function encodeBucket(words: readonly BucketWord[]): Uint8Array {
  const bytes = [format];
  pushVarint(bytes, words.length);
  let before = 0;
  for (const [place, volumes] of words) {
    pushVarint(bytes, place - before);
    before = place;
    if (volumes === 'anywhere') bytes.push(0);
    else pushVolumes(bytes, volumes);
  }
  // zlib's bytes differ between releases of Node and processors; these do not.
  return gzipSync(Uint8Array.from(bytes), { level: 9, mtime: 0 });
}

/**
 * The numbers of the volumes that can hold a word, counted from the oldest, ascending.
 * @param bucket the file of `bucketOf(word)`; some hosts unpack it on its way
 * @throws where it is no bucket, or speaks of volumes that there are not: it belongs to another build
 */
export function volumesOf(
  bucket: Uint8Array,
  word: string,
  volumeCount: number,
): readonly number[] | 'anywhere' {
  const bytes = bucket[0] === 0x1f && bucket[1] === 0x8b ? gunzipSync(bucket) : bucket;
  if (bytes[0] !== format) throw new Error('not a bucket of the word map');
  const wanted = placeOf(wordHash(word));
  const reader = { bytes, at: 1 };
  let place = 0;
  for (let words = readVarint(reader); words > 0; words--) {
    place += readVarint(reader);
    const head = readVarint(reader);
    if (place < wanted) skipVolumes(reader, head);
    else if (place > wanted) return [];
    else if (head === 0) return 'anywhere';
    else {
      const volumes = readVolumes(reader, head);
      if (volumes.some((volume) => volume >= volumeCount)) throw new Error('a word map of another build');
      return volumes;
    }
  }
  return [];
}

interface Reader {
  readonly bytes: Uint8Array;
  at: number;
}

function pushVolumes(bytes: number[], volumes: readonly number[]): void {
  const bitmapLength = ((volumes.at(-1) ?? 0) >> 3) + 1;
  if (volumes.length <= bitmapLength) {
    pushVarint(bytes, volumes.length * 2);
    let before = 0;
    for (const volume of volumes) {
      pushVarint(bytes, volume - before);
      before = volume;
    }
    return;
  }
  pushVarint(bytes, bitmapLength * 2 + 1);
  const bitmap = new Array<number>(bitmapLength).fill(0);
  for (const volume of volumes) bitmap[volume >> 3] = (bitmap[volume >> 3] ?? 0) | (1 << (volume & 7));
  bytes.push(...bitmap);
}

function readVolumes(reader: Reader, head: number): number[] {
  const volumes: number[] = [];
  const length = head >> 1;
  if (head % 2 === 0) {
    let volume = 0;
    for (let index = 0; index < length; index++) {
      volume += readVarint(reader);
      volumes.push(volume);
    }
    return volumes;
  }
  if (reader.at + length > reader.bytes.length) throw cutShort();
  for (let volume = 0; volume < length * 8; volume++)
    if (((reader.bytes[reader.at + (volume >> 3)] ?? 0) >> (volume & 7)) & 1) volumes.push(volume);
  return volumes;
}

function skipVolumes(reader: Reader, head: number): void {
  const length = head >> 1;
  if (head % 2 === 1) reader.at += length;
  else for (let index = 0; index < length; index++) readVarint(reader);
}

function pushVarint(bytes: number[], value: number): void {
  let rest = value;
  for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128);
  bytes.push(rest);
}

function readVarint(reader: Reader): number {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = reader.bytes[reader.at++];
    if (byte === undefined) throw cutShort();
    value |= (byte & 127) << shift;
    if (byte < 128) return value;
  }
}

const cutShort = (): Error => new Error('a bucket that was cut short');
