import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'fflate';
import { createIndex } from 'pagefind';
import { PagefindWasm } from '../../src/browser/search/pagefind-wasm.ts';
import { chunksOfBeginning } from '../../src/search/index-words.ts';

export interface TestIndex {
  /** Numbers of the records that hold a word, or words that begin with it, ascending. */
  search(word: string, exact: boolean): number[];
}

/** Has Pagefind index texts, each a record under its number, and opens what it wrote with the page's own program. */
export async function indexTexts(texts: readonly string[], folder: string): Promise<TestIndex> {
  const { index, errors } = await createIndex({ forceLanguage: 'zh', writePlayground: false });
  if (!index) throw new Error(errors.join());
  for (const [number, content] of texts.entries()) {
    const added = await index.addCustomRecord({
      url: `/${number}/`,
      content,
      language: 'zh',
      sort: { n: String(number).padStart(8, '0') },
    });
    if (added.errors.length > 0) throw new Error(added.errors.join());
  }
  await index.writeFiles({ outputPath: folder });
  return openIndex(folder);
}

async function openIndex(folder: string): Promise<TestIndex> {
  const unpack = (name: string): Uint8Array<ArrayBuffer> =>
    // Pagefind's files begin with twelve bytes of its own.
    new Uint8Array(gunzipSync(fs.readFileSync(path.join(folder, name))).subarray(12));
  const meta = fs.readdirSync(folder).find((name) => name.endsWith('.pf_meta'));
  const wasm = await PagefindWasm.start(unpack('wasm.unknown.pagefind'));
  let place = wasm.openIndex(unpack(meta ?? ''));
  const loaded = new Set<string>();
  return {
    search(word, exact) {
      const chunks = exact
        ? wasm.chunksFor(place, word)
        : chunksOfBeginning(word, (each) => wasm.chunksFor(place, each));
      for (const chunk of chunks) {
        if (loaded.has(chunk)) continue;
        place = wasm.loadChunk(place, unpack(`index/${chunk}.pf_index`));
        loaded.add(chunk);
      }
      return wasm
        .search(place, word, '{}', 'n:desc', exact)
        .results.map(({ s }) => s)
        .sort((a, b) => a - b);
    },
  };
}
