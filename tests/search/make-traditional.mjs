// Writes src/search/traditional.ts from the tables of opencc-js: node tests/search/make-traditional.mjs
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import hongKong from 'opencc-js/dict/HKVariantsRev';
import characters from 'opencc-js/dict/TSCharacters';
import taiwan from 'opencc-js/dict/TWVariantsRev';

export const traditionalFile = fileURLToPath(new URL('../../src/search/traditional.ts', import.meta.url));

/** What the tables know in whole words only, though Traditional text is full of it: 瞭解, 憑藉, 復甦, 彷彿. */
const byHand = ['瞭了', '藉借', '甦苏', '彷仿'];

const parse = (table) => table.split('|').map((entry) => entry.split(' '));

/** The pairs [Traditional, Simplified], in the order that compresses best. */
function characterPairs() {
  const map = new Map([...parse(characters), ...byHand.map((pair) => Array.from(pair))]);
  const simplified = new Set(map.values());
  for (const [variant, usual] of [...parse(taiwan), ...parse(hongKong)]) {
    // Taiwan writes 么 for 幺; nobody who reads 什么 wants that.
    if (!map.has(variant) && !simplified.has(variant)) map.set(variant, map.get(usual) ?? usual);
  }
  for (const [character, target] of map) map.set(character, map.get(target) ?? target);
  return [...map]
    .filter(([character, target]) => character !== target && character.normalize('NFKC') === character)
    .sort(([a, x], [b, y]) => x.codePointAt(0) - y.codePointAt(0) || a.codePointAt(0) - b.codePointAt(0));
}

/** Distances between numbers in ascending order: digits of base 26, `a` to `z`, the last of each a capital. */
const gapsOf = (numbers) =>
  numbers
    .map((number, place) => {
      const digits = (number - (numbers[place - 1] ?? 0)).toString(26).split('');
      const letters = digits.map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26))).join('');
      return letters.slice(0, -1) + letters.slice(-1).toUpperCase();
    })
    .join('');

/** The text of src/search/traditional.ts. */
export function makeTraditional() {
  const pairs = characterPairs();
  return `/*
 * Made by tests/search/make-traditional.mjs from the tables of OpenCC (Apache License 2.0); do not edit.
 */

/** Traditional characters and variants; in the order of their Simplified forms. */
export const traditional =
  '${pairs.map(([character]) => character).join('')}';

/** Of each, how far its Simplified form lies from the one before; see simplified-forms.ts. */
export const gaps =
  '${gapsOf(pairs.map(([, target]) => target.codePointAt(0)))}';
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) fs.writeFileSync(traditionalFile, makeTraditional());
