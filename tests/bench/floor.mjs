/**
 * The least that any generator in Node must do, and nothing else: reads every article and writes
 * as many bytes into as many files as the site has.
 *
 *   node floor.mjs ARTICLES LIST OUTPUT     LIST is a JSON file of [path, bytes]
 */
import fs from 'node:fs';
import path from 'node:path';

const [articles = '', list = '', output = ''] = process.argv.slice(2);

for (const entry of fs.readdirSync(articles, { recursive: true, withFileTypes: true })) {
  if (entry.isFile()) fs.readFileSync(path.join(entry.parentPath, entry.name), 'utf8');
}

/** @type {[file: string, bytes: number][]} */
const files = JSON.parse(fs.readFileSync(list, 'utf8'));
const filler = Buffer.alloc(
  files.reduce((most, [, bytes]) => Math.max(most, bytes), 0),
  'x',
);
const made = new Set();
for (const [file, bytes] of files) {
  const target = path.join(output, file);
  const folder = path.dirname(target);
  if (!made.has(folder)) fs.mkdirSync(folder, { recursive: true });
  made.add(folder);
  fs.writeFileSync(target, filler.subarray(0, bytes));
}
