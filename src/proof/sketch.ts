/** Characters of a shingle: shorter ones are shared by all that is written about one subject. */
const GRAM = 4;
/** About two short sentences; in less there is too little to tell two stories apart. */
const LEAST_SHINGLES = 30;
/** Numbers of a sketch. */
export const SKETCH_SIZE = 64;
/** Hashes have 30 bits: numbers of that size are cheapest. */
const EMPTY = 0x3fffffff;
/** The first 6 bits say to which part a hash belongs. */
const SHIFT = 24;

/**
 * A text's shingles in 64 numbers, of which two texts share about as many as they share shingles: the least hash of
 * each 64th part of all hashes, a part without one borrowing from the next (densified one-permutation hashing).
 * Undefined where there is too little text.
 */
export function sketchOf(texts: readonly string[]): Int32Array | undefined {
  const hashes = hashesOf(texts);
  if (hashes.length < LEAST_SHINGLES) return undefined;
  const least = new Int32Array(SKETCH_SIZE).fill(EMPTY);
  for (let i = 0; i < hashes.length; i++) {
    const hash = hashes[i] ?? EMPTY;
    const part = hash >>> SHIFT;
    if (hash < (least[part] ?? 0)) least[part] = hash;
  }
  return withoutGaps(least);
}

/** All shingles of a text as hashes, for comparing two texts exactly. */
export const shinglesOf = (text: string): Set<number> => new Set(hashesOf([text]));

const PRIME = 0x01000193;
/** PRIME to the power of GRAM: takes out the character that a rolling hash leaves behind. */
const OLDEST = Math.imul(Math.imul(PRIME, PRIME), Math.imul(PRIME, PRIME));

function hashesOf(texts: readonly string[]): Int32Array {
  const codes = new Uint16Array(texts.reduce((sum, text) => sum + text.length, 0));
  let count = 0;
  for (const text of texts) {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (isWord(code)) codes[count++] = code;
    }
  }
  const hashes = new Int32Array(Math.max(0, count - GRAM + 1));
  let rolling = 0;
  for (let i = 0; i < count; i++) {
    rolling = (Math.imul(rolling, PRIME) + (codes[i] ?? 0)) | 0;
    if (i >= GRAM) rolling = (rolling - Math.imul(codes[i - GRAM] ?? 0, OLDEST)) | 0;
    if (i >= GRAM - 1) hashes[i - GRAM + 1] = finish(rolling);
  }
  return hashes;
}

/** Letters, digits and Chinese characters; marks and spaces differ between two filings of one story. */
const isWord = (code: number): boolean =>
  (code >= 0x3400 && code < 0xa000) ||
  (code >= 0x30 && code < 0x3a) ||
  (code >= 0x41 && code < 0x5b) ||
  (code >= 0x61 && code < 0x7b);

/** The finisher of MurmurHash3: spreads a hash over all its bits. */
function finish(hash: number): number {
  let spread = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  spread = Math.imul(spread ^ (spread >>> 13), 0xc2b2ae35);
  return (spread ^ (spread >>> 16)) >>> 2;
}

function withoutGaps(least: Int32Array): Int32Array {
  const filled = least.slice();
  for (let part = 0; part < SKETCH_SIZE; part++) {
    for (let on = 0; filled[part] === EMPTY && on < SKETCH_SIZE; on++) {
      const borrowed = least[(part + on) % SKETCH_SIZE] ?? EMPTY;
      if (borrowed !== EMPTY) filled[part] = finish(borrowed + on);
    }
  }
  return filled;
}

/** The part of two sketches that is the same, about that of the texts' shingles; 0 where it is less than `least`. */
export function likeness(a: Int32Array, b: Int32Array, least: number): number {
  const most = Math.floor(SKETCH_SIZE * (1 - least));
  let different = 0;
  for (let part = 0; part < SKETCH_SIZE; part++) {
    if (a[part] !== b[part] && ++different > most) return 0;
  }
  return 1 - different / SKETCH_SIZE;
}
