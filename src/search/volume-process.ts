import fs from 'node:fs';
import path from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { fold } from './fold.ts';
import { wordsOfText } from './index-words.ts';
import { pagefindVersion } from './search-failed.ts';
import { buildRecord } from './search-record.ts';
import { writeWordFile } from './word-file.ts';
import { hashWords } from './word-map.ts';
import type { VolumeTask } from './write-volume.ts';

/*
 * A process of its own for each volume: Pagefind keeps what it has read until its process ends. The parent sends one
 * task; the answer is the end with code 0.
 */

/** Articles that share a file of fragments: of the neighbours of a hit, some are hits too. */
const articlesInFragment = 4;
/** Records on their way to Pagefind at once: each alone would wait for its answer. */
const recordsAtOnce = 32;
/** What the reader's page does not ask for. */
const kept = /^(pagefind-entry\.json|pagefind\..+\.pf_meta|wasm\.unknown\.pagefind|index|filter|fragment)$/;

// What Pagefind's package reports comes with stacks: the messages are enough.
console.error = (...said: unknown[]) => {
  const lines = said.map((each) => (each instanceof Error ? each.message : each));
  process.stderr.write(`${lines.join(' ')}\n`);
};

process.once('message', (task: VolumeTask) => {
  // From here on only Pagefind keeps this process alive: when it dies without an answer, so does this.
  process.channel?.unref();
  writeVolume(task).then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.once('disconnect', () => process.exit(1));
process.once('beforeExit', () => {
  console.error('Pagefind ended before its work was done');
  process.exit(1);
});

async function writeVolume({ articles, folder, wordFile }: VolumeTask): Promise<void> {
  try {
    const { index, errors } = await createIndex({
      forceLanguage: 'zh',
      writePlayground: false,
      maxFragments: Math.ceil(articles.length / articlesInFragment),
    });
    refuse(errors);
    if (!index) throw new Error('Pagefind gave no index');
    const words = await addRecords(index, articles);
    refuse((await index.writeFiles({ outputPath: folder })).errors);
    checkEntry(folder, articles.length);
    for (const name of fs.readdirSync(folder))
      if (!kept.test(name)) fs.rmSync(path.join(folder, name), { recursive: true });
    writeWordFile(wordFile, hashWords(words));
  } finally {
    await close();
  }
}

/** @returns all words of the volume */
async function addRecords(index: PagefindIndex, articles: VolumeTask['articles']): Promise<Set<string>> {
  const words = new Set<string>();
  for (let from = 0; from < articles.length; from += recordsAtOnce) {
    const records = articles
      .slice(from, from + recordsAtOnce)
      .map((article, place) => buildRecord(article, from + place));
    const answers = Promise.all(records.map((record) => index.addCustomRecord(record)));
    for (const { content } of records) for (const word of wordsOfText(fold(content))) words.add(word);
    for (const { errors } of await answers) refuse(errors);
  }
  return words;
}

/** An index of another release, or one that lacks articles, would fail the reader in silence. */
function checkEntry(folder: string, articles: number): void {
  const text = fs.readFileSync(path.join(folder, 'pagefind-entry.json'), 'utf8');
  const { version, languages }: { version?: string; languages?: Record<string, { page_count?: number }> } =
    JSON.parse(text);
  if (version !== pagefindVersion) throw new Error(`Pagefind is ${version}, not ${pagefindVersion}`);
  const counts = Object.values(languages ?? {}).map(({ page_count }) => page_count);
  if (counts.length !== 1 || counts[0] !== articles)
    throw new Error(`Pagefind indexed ${counts.join(' + ')} of ${articles} articles`);
}

function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(errors.join('\n'));
}
