import fc from 'fast-check';
import { gunzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { buildWordMap, hashWords } from '../../src/search/word-map.ts';
import { bucketOf, encodeBucket, placeOf, volumesOf, wordHash } from '../../src/search/word-map-format.ts';

/** Asks the files of a map, as the reader's page does. */
function lookUp(volumes: readonly (readonly string[])[], word: string): readonly number[] | 'anywhere' {
  const { bits, files } = buildWordMap(volumes.map(hashWords));
  const bucket = files.get(`${bucketOf(word, bits)}.bin`);
  if (!bucket) throw new Error(`no bucket for ${word}`);
  return volumesOf(bucket, word, volumes.length);
}

const word = fc.string({
  unit: fc.constantFrom(...Array.from('招商引资5g𠮷あ')),
  minLength: 1,
  maxLength: 2,
});

describe('the word map', () => {
  test('tells every volume that holds a word, unless it is in more than half', () => {
    const volumes = fc.array(fc.array(word, { maxLength: 8 }), { minLength: 5, maxLength: 40 });
    fc.assert(
      fc.property(volumes, word, (held, asked) => {
        const holders = held.flatMap((words, volume) => (words.includes(asked) ? [volume] : []));
        const found = lookUp(held, asked);
        if (holders.length * 2 > held.length) expect(found).toBe('anywhere');
        else expect(found).toEqual(holders);
      }),
    );
  });

  test('holds sets of any size and place', () => {
    const sets = fc
      .uniqueArray(fc.nat(4000), { minLength: 1, maxLength: 300 })
      .map((set) => set.sort((a, b) => a - b));
    fc.assert(
      fc.property(sets, sets, (one, other) => {
        const words = [
          ['招商', one],
          ['引资', other],
        ] as const;
        const bucket = encodeBucket(
          words.map(([each, set]) => [placeOf(wordHash(each)), set] as const).sort(([a], [b]) => a - b),
        );
        for (const [each, set] of words) expect(volumesOf(bucket, each, 4001)).toEqual(set);
        expect(volumesOf(bucket, '营商', 4001)).toEqual([]);
      }),
    );
  });

  test('cut into buckets, it holds what it held in one', () => {
    const held = Array.from({ length: 6 }, (_, volume) =>
      Array.from({ length: 10_000 }, (__, index) => `w${index * (volume + 1)}`),
    );
    const { bits, files } = buildWordMap(held.map(hashWords));
    expect(files.size).toBe(1 << bits);
    expect(bits).toBeGreaterThan(1);
    for (const [asked, holders] of [
      ['w0', 'anywhere'],
      ['w9999', [0, 2]],
      ['w49995', [4]],
      ['w7', [0]],
      ['w1000000', []],
    ] as const) {
      const bucket = files.get(`${bucketOf(asked, bits)}.bin`) ?? new Uint8Array();
      expect([asked, volumesOf(bucket, asked, 6)]).toEqual([asked, holders]);
    }
  });

  test('a bucket changes with its own words alone', () => {
    const held = Array.from({ length: 6 }, (_, volume) =>
      Array.from({ length: 10_000 }, (__, index) => `w${index * (volume + 1)}`),
    );
    const before = buildWordMap(held.map(hashWords));
    const after = buildWordMap([...held.slice(1), [...(held[0] ?? []), '新词']].map(hashWords));
    const same = buildWordMap(held.with(0, [...(held[0] ?? []), '新词']).map(hashWords));
    const changed = (files: ReadonlyMap<string, Uint8Array>): string[] =>
      [...files].filter(([name, bytes]) => !equal(bytes, before.files.get(name))).map(([name]) => name);
    expect(changed(same.files)).toEqual([`${bucketOf('新词', same.bits)}.bin`]);
    expect(changed(after.files).length).toBeGreaterThan(1);
  });
});

describe('a bucket that came', () => {
  const bucket = encodeBucket([[placeOf(wordHash('招商')), [1, 5]]]);

  test('may have been unpacked by the host', () => {
    expect(volumesOf(gunzipSync(bucket), '招商', 6)).toEqual([1, 5]);
  });

  test('of another build is refused', () => {
    expect(() => volumesOf(bucket, '招商', 5)).toThrow('another build');
  });

  test.each([
    ['empty', new Uint8Array()],
    ['a page that says it is missing', new TextEncoder().encode('<!doctype html>')],
    ['cut short', gunzipSync(bucket).slice(0, -1)],
  ])('%s: refused', (_, bytes) => {
    expect(() => volumesOf(bytes, '招商', 6)).toThrow();
  });

  test('has the same bytes on every machine', () => {
    expect(Buffer.from(bucket).toString('hex')).toBe(
      '1f8b080000000000020363647cfe8a935909005494ed2207000000',
    );
  });
});

const equal = (a: Uint8Array, b: Uint8Array | undefined): boolean =>
  b !== undefined && Buffer.compare(a, b) === 0;
