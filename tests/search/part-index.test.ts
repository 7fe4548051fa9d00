import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { IndexLedger } from '../../src/search/index-ledger.ts';
import { isPartOfIndex, type MadeVolume, mergeIndexes, writePartIndex } from '../../src/search/part-index.ts';
import { writeVolumeList } from '../../src/search/volume-list.ts';
import { writeWordFile } from '../../src/search/word-file.ts';
import { hashWords } from '../../src/search/word-map.ts';
import { hashFolder } from '../cli/small-project.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const years = ['2024', '2023', '2022', '2021', '2020', '2019'];
const wasm = 'wasm.1.pagefind';
const suggestions = 'suggestions.1.json';

function volumesIn(folder: string): (MadeVolume & { words: Uint32Array })[] {
  return years.map((year, place) => {
    const words = hashWords(['招商', `${year}年`, place % 2 === 0 ? '园区' : '开发']);
    const wordFile = path.join(folder, `${year}.words`);
    writeWordFile(wordFile, words);
    const entry = { name: year, from: `${year}-01-01`, to: `${year}-12-31`, count: 1000, meta: 'zh_1' };
    return { place, key: `key ${year}`, entry, wordFile, words };
  });
}

const ledgerIn = (staging: string) => new IndexLedger({ last: new Map(), known: new Map(), staging });

/** Folders of three parts, in which the volumes lie in no order. */
function writeParts(change: (of: MadeVolume[]) => MadeVolume[] = (of) => of): string[] {
  const made = change(volumesIn(temporaryFolder()));
  return [[4, 0], [1, 3, 2], [5]].map((places) => {
    const staging = temporaryFolder();
    const own = made.filter(({ place }) => places.includes(place));
    const rest = places.includes(0) ? { wasm, suggestions } : { wasm: undefined, suggestions: undefined };
    writePartIndex(ledgerIn(staging), own, { total: years.length, ...rest });
    return staging;
  });
}

test('the parts of an index make the very files of an undivided one', () => {
  const [whole, merged] = [temporaryFolder(), temporaryFolder()];
  writeVolumeList(ledgerIn(whole), volumesIn(temporaryFolder()), { wasm, suggestions });
  for (const parts of [writeParts(), writeParts().reverse()]) {
    fs.rmSync(merged, { recursive: true, force: true });
    expect(mergeIndexes(parts, ledgerIn(merged))).toBe(true);
    expect(hashFolder(merged)).toEqual(hashFolder(whole));
  }
  expect(Object.keys(hashFolder(merged))).toContain('pagefind/words');
});

test('what is for merging alone is told from the rest', () => {
  const files = writeParts().flatMap((folder) => Object.keys(hashFolder(folder)));
  const below = files.filter((file) => !['pagefind', 'pagefind/part'].includes(file));
  expect(below.every(isPartOfIndex)).toBe(true);
  expect(isPartOfIndex('pagefind/2020/pagefind-entry.json')).toBe(false);
});

describe('nothing is merged of', () => {
  test.each<[string, () => string[]]>([
    ['parts of which one is missing', () => writeParts().slice(1)],
    ['a volume in two parts', () => [...writeParts(), ...writeParts().slice(0, 1)]],
    ['a volume that nobody has', () => writeParts((of) => of.filter(({ place }) => place !== 5))],
    ['a list that is no JSON', () => spoiled((file) => fs.writeFileSync(file('volumes.json'), '{'))],
    [
      'a list of another form',
      () => spoiled((file) => fs.writeFileSync(file('volumes.json'), '{"total":"6"}')),
    ],
    [
      'a name that leaves the folder',
      () => spoiled((file) => edit(file('volumes.json'), '"2024"', '"../2024"')),
    ],
    ['words that are cut short', () => spoiled((file) => fs.truncateSync(file('2024.words'), 8))],
    ['words that are missing', () => spoiled((file) => fs.rmSync(file('2020.words')))],
  ])('%s', (_, parts) => {
    const staging = path.join(temporaryFolder(), 'staging');
    expect(mergeIndexes(parts(), ledgerIn(staging))).toBe(false);
    expect(fs.existsSync(staging)).toBe(false);
  });

  function spoiled(spoil: (file: (name: string) => string) => void): string[] {
    const parts = writeParts();
    spoil((name) => path.join(parts[0] ?? '', 'pagefind/part', name));
    return parts;
  }
  const edit = (file: string, from: string, to: string): void =>
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace(from, to));
});
