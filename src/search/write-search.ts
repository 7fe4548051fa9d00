import { hash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Archive } from '../archive/archive.ts';
import { type Holds, yearOfNewest } from '../archive/part-years.ts';
import type { Article } from '../content/article.ts';
import { hashOfReader } from '../content/read-articles.ts';
import { type IndexFile, IndexLedger, type IndexPlaces } from './index-ledger.ts';
import { asideInPart, writePartIndex } from './part-index.ts';
import type { VolumeEntry } from './search-files.ts';
import { prepareSources } from './search-record.ts';
import { buildSuggestions, listNames } from './suggestions.ts';
import { writeVolumeList } from './volume-list.ts';
import { cutVolumes, type VolumeSpan } from './volume-spans.ts';
import { forgetWordFiles, readWordFile } from './word-file.ts';
import { volumeProgram } from './write-volume.ts';
import { writeVolumes } from './write-volumes.ts';

export interface SearchJob extends IndexPlaces {
  readonly archive: Archive;
  /** Where a part of the site is built: what it holds. */
  readonly part: Holds | undefined;
  /** Holds the words of the volumes between builds. */
  readonly cache: string;
  readonly compiledRoot: string;
  readonly signal: AbortSignal;
}

export interface WrittenSearch {
  /** Files that stay as the last build wrote them, and files that wait in staging; by path in the output. */
  readonly kept: ReadonlyMap<string, IndexFile>;
  readonly staged: ReadonlyMap<string, IndexFile>;
  readonly volumes: number;
  /** From the start, though other work went on meanwhile. */
  readonly seconds: number;
}

/** An index that is being made. */
export interface Searching {
  /** @throws {SearchFailed} */
  readonly finished: Promise<WrittenSearch>;
  /** Aborts when the index fails: then nothing else need be made either. */
  readonly failed: AbortSignal;
  /** Called after every volume. */
  onProgress: (done: number, total: number) => void;
  /** Ends all processes, finished or not. */
  stop(): Promise<void>;
}

const wasmName = 'wasm.unknown.pagefind';

/** Starts to make the index below `/pagefind/`, beside other work. What has not changed since the last build is kept. */
export function startSearch(job: SearchJob): Searching {
  const stopped = new AbortController();
  const failed = new AbortController();
  const signal = AbortSignal.any([job.signal, stopped.signal]);
  const progress: Pick<Searching, 'onProgress'> = { onProgress: () => undefined };
  const finished = writeSearch({ ...job, signal }, (done, total) => progress.onProgress(done, total));
  // It is awaited later: until then a failure must not count as one that nobody waits for.
  finished.catch((error: unknown) => failed.abort(error));
  return Object.assign(progress, {
    finished,
    failed: failed.signal,
    async stop() {
      stopped.abort();
      await finished.catch(() => undefined);
    },
  });
}

interface Volume extends VolumeSpan<Article> {
  /** Among all, newest first. */
  readonly place: number;
  /** Changes when anything does that its index holds. */
  readonly key: string;
}

async function writeSearch(
  job: SearchJob,
  onProgress: (done: number, total: number) => void,
): Promise<WrittenSearch> {
  const began = performance.now();
  const { archive, cache, compiledRoot, signal } = job;
  const { factsOf, sourceOf } = prepareSources(archive);
  const ledger = new IndexLedger(job);
  const program = hashOf(
    `${hashOf(fs.readFileSync(volumeProgram(compiledRoot)))} ${hashOfReader(compiledRoot)}`,
  );
  const { part } = job;
  const holdsRest = part?.(undefined) ?? true;
  const wasmKey = `wasm ${program}${holdsRest ? '' : ' part'}`;
  const spans = cutVolumes(archive.articles);
  const volumes = spans.flatMap((span, place): Volume[] => {
    if (part && !part(yearOfNewest(span.articles.slice(-1)))) return [];
    const facts = span.articles.map(factsOf).join('\n');
    return [{ ...span, place, key: hashOf(`${program} ${span.name}\n${facts}`) }];
  });
  const wordFolder = path.join(cache, 'search');
  const wordFile = ({ key }: Volume): string => path.join(wordFolder, `${key}.words`);

  const words = new Map<string, Uint32Array>();
  const files = new Map<string, readonly string[]>();
  let [wasm] = volumes.length > 0 ? ledger.keep(wasmKey) : [];
  for (const volume of volumes) {
    // The reader's program comes with a volume: where it is lost, they are made anew.
    const known = wasm === undefined ? undefined : readWordFile(wordFile(volume));
    const kept = known ? ledger.keep(volume.key) : [];
    if (!known || kept.length === 0) continue;
    words.set(volume.name, known);
    files.set(volume.name, kept);
  }
  const orders = volumes
    .filter(({ name }) => !files.has(name))
    .map((volume) => ({
      volume,
      name: volume.name,
      count: volume.articles.length,
      task: () => ({
        articles: volume.articles.map(sourceOf),
        folder: ledger.stagingPath(volume.name),
        wordFile: wordFile(volume),
      }),
    }));
  await writeVolumes(orders, { compiledRoot, signal }, ({ name, volume }) => {
    const from = ledger.stagingPath(`${name}/${wasmName}`);
    if (wasm === undefined) {
      const bytes = fs.readFileSync(from);
      const file = `wasm.${hashOf(bytes).slice(0, 8)}.pagefind`;
      wasm = holdsRest ? file : asideInPart(file);
      ledger.write(wasm, wasmKey, bytes);
    }
    fs.rmSync(from);
    files.set(name, ledger.take(name, volume.key));
    words.set(name, readWordFile(wordFile(volume)) ?? new Uint32Array());
    onProgress(files.size, volumes.length);
  });

  const suggestions = holdsRest ? await writeSuggestions(ledger, archive, compiledRoot) : undefined;
  const made = volumes.map((volume) => ({
    place: volume.place,
    key: volume.key,
    entry: entryOf(volume, files.get(volume.name) ?? []),
    words: words.get(volume.name) ?? new Uint32Array(),
    wordFile: wordFile(volume),
  }));
  if (part) {
    const own = holdsRest ? { wasm: wasm ?? '', suggestions } : { wasm: undefined, suggestions: undefined };
    writePartIndex(ledger, made, { total: spans.length, ...own });
  } else writeVolumeList(ledger, made, { wasm: wasm ?? '', suggestions: suggestions ?? '' });
  forgetWordFiles(wordFolder, new Set(volumes.map(wordFile)), Date.now());
  const { kept, staged } = ledger;
  return { kept, staged, volumes: volumes.length, seconds: (performance.now() - began) / 1000 };
}

function entryOf({ name, articles }: Volume, files: readonly string[]): VolumeEntry {
  const meta = files.map((file) => /\/pagefind\.([^/]+)\.pf_meta$/.exec(file)?.[1]).find(Boolean);
  return {
    name,
    from: articles[0]?.date.day ?? '',
    to: articles.at(-1)?.date.day ?? '',
    count: articles.length,
    meta: meta ?? '',
  };
}

/** @returns the file's name */
async function writeSuggestions(
  ledger: IndexLedger,
  archive: Archive,
  compiledRoot: string,
): Promise<string> {
  const names = listNames(archive);
  const code = fs.readFileSync(path.join(compiledRoot, 'hash.txt'), 'utf8');
  const key = `suggestions ${hashOf(code + JSON.stringify(names))}`;
  const [kept] = ledger.keep(key);
  if (kept !== undefined) return kept;
  const text = `${JSON.stringify(await buildSuggestions(names))}\n`;
  const name = `suggestions.${hashOf(text).slice(0, 8)}.json`;
  ledger.write(name, key, text);
  return name;
}

const hashOf = (bytes: string | Uint8Array): string => hash('sha256', bytes, 'hex').slice(0, 32);
