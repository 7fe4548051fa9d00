import {
  type BucketWord,
  bucketName,
  bucketNumber,
  encodeBucket,
  mostBits,
  placeOf,
  wordHash,
} from './word-map-format.ts';

/** Words of all volumes that share a bucket: at most 10 KB of it in an archive of 100,000. */
const wordsInBucket = 12_000;
/** In a Uint32Array a place of 20 bits leaves 12 for the number of a volume. */
const mostVolumes = 1 << 12;

/** The hashes of the words of one volume, ascending, each once. */
export function hashWords(words: Iterable<string>): Uint32Array {
  const hashes = new Set<number>();
  for (const word of words) hashes.add(wordHash(word));
  return Uint32Array.from(hashes).sort();
}

/**
 * The files of the word map, by name. A bucket follows from its own words alone: an edit changes few of them.
 * @param volumes for each volume, oldest first, what `hashWords` made
 */
export function buildWordMap(volumes: readonly Uint32Array[]): {
  readonly bits: number;
  readonly files: ReadonlyMap<string, Uint8Array>;
} {
  if (volumes.length > mostVolumes) throw new Error(`more than ${mostVolumes} volumes`);
  const words = volumes.reduce((sum, { length }) => sum + length, 0);
  const bits = Math.min(mostBits, Math.max(0, Math.ceil(Math.log2(words / wordsInBucket))));
  const starts = new Uint32Array(volumes.length);
  const files = new Map<string, Uint8Array>();
  for (let bucket = 0; bucket < 1 << bits; bucket++) {
    const pairs: number[] = [];
    for (const [volume, hashes] of volumes.entries()) {
      let at = starts[volume] ?? 0;
      for (
        let hash = hashes[at];
        hash !== undefined && bucketNumber(hash, bits) === bucket;
        hash = hashes[++at]
      )
        pairs.push(placeOf(hash) * mostVolumes + volume);
      starts[volume] = at;
    }
    files.set(`${bucketName(bucket, bits)}.bin`, encodeBucket(groupPairs(pairs, volumes.length)));
  }
  return { bits, files };
}

function groupPairs(pairs: readonly number[], volumeCount: number): BucketWord[] {
  const words: [place: number, volumes: number[]][] = [];
  for (const pair of Uint32Array.from(pairs).sort()) {
    const place = Math.floor(pair / mostVolumes);
    const volume = pair % mostVolumes;
    const last = words.at(-1);
    if (last?.[0] !== place) words.push([place, [volume]]);
    else if (last[1].at(-1) !== volume) last[1].push(volume);
  }
  return words.map(([place, held]) => [place, held.length * 2 > volumeCount ? 'anywhere' : held]);
}
