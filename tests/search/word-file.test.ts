import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { forgetWordFiles, readWordFile, writeWordFile } from '../../src/search/word-file.ts';
import { temporaryFolder } from '../temporary-folder.ts';

test('words are read as they were written, be there none', () => {
  const file = path.join(temporaryFolder(), 'search/a.words');
  for (const words of [Uint32Array.of(1, 70_000, 2 ** 32 - 1), new Uint32Array()]) {
    writeWordFile(file, words);
    expect(readWordFile(file)).toEqual(words);
  }
  expect(fs.readdirSync(path.dirname(file))).toEqual(['a.words']);
});

test('a file that is missing, cut short or changed counts for nothing', () => {
  const file = path.join(temporaryFolder(), 'a.words');
  expect(readWordFile(file)).toBeUndefined();
  writeWordFile(file, Uint32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9));
  const bytes = fs.readFileSync(file);
  for (const broken of [bytes.subarray(0, 0), bytes.subarray(0, 32), bytes.subarray(4), bytes.with(5, 9)]) {
    fs.writeFileSync(file, broken);
    expect(readWordFile(file)).toBeUndefined();
  }
});

test('files that nobody needs go after a day', () => {
  const folder = temporaryFolder();
  const [needed, other] = ['needed.words', 'other.words'].map((name) => path.join(folder, name));
  if (needed === undefined || other === undefined) throw new Error('no names');
  for (const file of [needed, other]) writeWordFile(file, Uint32Array.of(1));
  forgetWordFiles(folder, new Set([needed]), Date.now());
  expect(fs.readdirSync(folder)).toHaveLength(2);
  forgetWordFiles(folder, new Set([needed]), Date.now() + 90_000_000);
  expect(fs.readdirSync(folder)).toEqual(['needed.words']);
});
