import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { close as closePagefind, createIndex } from 'pagefind';
import { fold } from '../../../src/search/fold.ts';
import { wordsOfText } from '../../../src/search/index-words.ts';
import type { Suggestions, VolumeEntry, VolumeList } from '../../../src/search/search-files.ts';
import { buildRecord } from '../../../src/search/search-record.ts';
import { buildWordMap, hashWords } from '../../../src/search/word-map.ts';

/** An article as far as the index goes. */
export interface MadeArticle {
  /** `/news/2020/01/a/` */
  readonly address: string;
  readonly title: string;
  readonly text: string;
  /** `2020-01-23` or `2020-01-23 15:30` */
  readonly date: string;
  readonly zone: readonly [id: string, name: string] | undefined;
  readonly channel: readonly [id: string, name: string];
  readonly regions: readonly string[];
}

/**
 * Writes an index as the build would, but with a volume a year: of few articles the build makes one volume.
 * @param articles the newest first
 */
export async function makeIndex(
  folder: string,
  articles: readonly MadeArticle[],
  suggestions: Suggestions['entries'],
): Promise<void> {
  const volumes: VolumeEntry[] = [];
  const words: Uint32Array[] = [];
  let wasm = '';
  for (const name of new Set(articles.map(({ date }) => date.slice(0, 4)))) {
    const own = articles.filter(({ date }) => date.startsWith(name)).reverse();
    const { index } = await createIndex({
      forceLanguage: 'zh',
      writePlayground: false,
      maxFragments: Math.ceil(own.length / 4),
    });
    if (!index) throw new Error('no Pagefind');
    for (const [place, article] of own.entries()) await index.addCustomRecord(recordOf(article, place));
    const outputPath = path.join(folder, name);
    await index.writeFiles({ outputPath });
    const program = fs.readFileSync(path.join(outputPath, 'wasm.unknown.pagefind'));
    wasm = `wasm.${createHash('sha256').update(program).digest('hex').slice(0, 8)}.pagefind`;
    fs.writeFileSync(path.join(folder, wasm), program);
    const meta =
      fs
        .readdirSync(outputPath)
        .find((file) => file.endsWith('.pf_meta'))
        ?.split('.')[1] ?? '';
    const day = (article: MadeArticle | undefined): string => article?.date.slice(0, 10) ?? '';
    volumes.push({ name, from: day(own[0]), to: day(own.at(-1)), count: own.length, meta });
    words.unshift(hashWords(own.flatMap(({ title, text }) => [...wordsOfText(fold(`${title}\n${text}`))])));
  }
  await closePagefind();
  const { bits, files } = buildWordMap(words);
  fs.mkdirSync(path.join(folder, 'words'));
  for (const [name, bytes] of files) fs.writeFileSync(path.join(folder, 'words', name), bytes);
  const list: VolumeList = {
    format: 1,
    volumes,
    wasm,
    suggestions: 'suggestions.0.json',
    words: { bits, version: '0' },
  };
  fs.writeFileSync(path.join(folder, 'volumes.json'), JSON.stringify(list));
  const offered: Suggestions = { format: 1, entries: suggestions };
  fs.writeFileSync(path.join(folder, list.suggestions), JSON.stringify(offered));
}

function recordOf({ address, title, text, date, zone, channel, regions }: MadeArticle, place: number) {
  const day = date.slice(0, 10);
  const source = {
    address,
    title,
    above: [],
    html: `<p>${text}</p>`,
    below: [],
    meta: { title, date, source: '开放时讯', channel: channel[1], ...(zone && { zone: zone[1] }) },
    filters: {
      channel: [channel[0]],
      medium: ['text'],
      year: [day.slice(0, 4)],
      date: [day],
      region: regions,
      ...(zone && { zone: [zone[0]] }),
    },
  };
  return buildRecord(source, place);
}
