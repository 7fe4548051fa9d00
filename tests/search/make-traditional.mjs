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
    .sort(([a, x], [b, y]) => (x === y ? compare(a, b) : compare(x, y)));
}

const compare = (a, b) => (a < b ? -1 : 1);

/** The text of src/search/traditional.ts. */
export function makeTraditional() {
  const pairs = characterPairs();
  return `/*
 * Made by tests/search/make-traditional.mjs from the tables of OpenCC (Apache License 2.0); do not edit.
 */

/** Traditional characters and variants; the character at the same place in \`simplified\` is its Simplified one. */
export const traditional =
  '${pairs.map(([character]) => character).join('')}';

export const simplified =
  '${pairs.map(([, target]) => target).join('')}';
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) fs.writeFileSync(traditionalFile, makeTraditional());
