import { fold } from '../../search/fold.ts';
import type { SuggestionEntry, SuggestionKind, Suggestions } from '../../search/search-files.ts';
import { readVolumeList } from './archive-index.ts';
import { isRecord } from './fragments.ts';
import type { IndexFiles } from './index-files.ts';

/** Something to go to, with its name folded for comparison. */
export interface Suggestion {
  readonly name: string;
  /** Site address without base path. */
  readonly address: string;
  readonly kind: SuggestionKind;
  readonly folded: string;
  readonly initials: string;
  readonly pinyin: string;
}

/** Kinds in the order in which they are offered. */
export const kindNames: Readonly<Record<SuggestionKind, string>> = {
  zone: '开发区',
  region: '地区',
  channel: '栏目',
  topic: '专题',
  article: '新闻',
};

const most = 8;
/** Where titles match too, so many places are left for zones, regions, channels and topics. */
const mostPlaces = 5;

/** @throws {SearchClosed, IndexFault} */
export async function readSuggestions(files: IndexFiles): Promise<Suggestion[]> {
  const { suggestions } = await readVolumeList(files);
  const read = await files.readJson(suggestions);
  return isSuggestions(read) ? read.entries.map(foldEntry) : [];
}

const isSuggestions = (value: unknown): value is Suggestions =>
  isRecord(value) && value.format === 1 && Array.isArray(value.entries);

const foldEntry = ([name, address, kind, initials, pinyin]: SuggestionEntry): Suggestion => ({
  name,
  address,
  kind,
  folded: fold(name),
  initials,
  pinyin,
});

/** What the reader may mean, by a part of a name, its initials (`ksdggyy`) or its pinyin; best first in each kind. */
export function matchSuggestions(all: readonly Suggestion[], text: string): Suggestion[] {
  const asked = fold(text).trim();
  if (asked === '') return [];
  const ranked = all.flatMap((suggestion) => {
    const rank = rankOf(suggestion, asked);
    return rank === undefined ? [] : [{ suggestion, rank }];
  });
  ranked.sort((a, b) => a.rank - b.rank);
  const isTitle = ({ suggestion }: { readonly suggestion: Suggestion }): boolean =>
    suggestion.kind === 'article';
  const titles = ranked.filter(isTitle);
  const places = ranked.filter((each) => !isTitle(each));
  const shown = places.slice(0, Math.max(mostPlaces, most - titles.length));
  shown.push(...titles.slice(0, most - shown.length));
  return Object.keys(kindNames).flatMap((kind) =>
    shown.map(({ suggestion }) => suggestion).filter((suggestion) => suggestion.kind === kind),
  );
}

/** Zones and regions that Latin letters stand for: a question in pinyin finds no article. */
export const matchPlaces = (all: readonly Suggestion[], text: string): Suggestion[] =>
  /^[a-z\s]+$/i.test(text)
    ? matchSuggestions(all, text.replace(/\s/g, '')).filter(
        ({ kind }) => kind === 'zone' || kind === 'region',
      )
    : [];

/** 0 is best; undefined does not match. Initials of titles match too easily: they take more letters. */
function rankOf({ folded, initials, pinyin, kind }: Suggestion, asked: string): number | undefined {
  if (folded.startsWith(asked)) return 0;
  if (folded.includes(asked)) return 1;
  if (!/^[a-z0-9]+$/.test(asked)) return undefined;
  const more = kind === 'article' ? 2 : 0;
  if (asked.length > more && initials.startsWith(asked)) return 2;
  if (asked.length > 1 && pinyin.startsWith(asked)) return 3;
  if (asked.length > 1 + more && initials.includes(asked)) return 4;
  return undefined;
}
