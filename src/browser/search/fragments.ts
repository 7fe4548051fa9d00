import { partMark } from '../../search/search-files.ts';
import { IndexFault, type IndexFiles } from './index-files.ts';

/** An article as the index holds it. */
export interface Fragment {
  /** Site address without base path. */
  readonly address: string;
  readonly title: string;
  readonly text: string;
  /** title, date, source, zone, channel as shown; absent ones are left out. */
  readonly meta: Readonly<Record<string, string>>;
  /** Ids, by filter. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

/** Where an article's fragment lies: its name and the file that it shares with its neighbours, or ''. */
export interface FragmentPlace {
  readonly p: string;
  readonly g: string;
}

/**
 * Reads the article of a search result.
 * @param volume folder of the volume below `/pagefind/`
 * @throws {IndexFault}
 */
export async function readFragment(
  files: IndexFiles,
  volume: string,
  { p, g }: FragmentPlace,
): Promise<Fragment> {
  const name = `${volume}/fragment/${g || p}.pf_fragment`;
  const bytes = await files.readPacked(name);
  let found: unknown;
  try {
    const whole: unknown = JSON.parse(new TextDecoder().decode(bytes));
    found = g && isRecord(whole) ? whole[p] : whole;
  } catch (cause) {
    throw new IndexFault(`${name} is no JSON`, { cause });
  }
  const fragment = fragmentOf(found);
  if (!fragment) throw new IndexFault(`${name} does not hold ${p}`);
  return fragment;
}

/** A record as Pagefind keeps it; undefined where it is none. */
export function fragmentOf(found: unknown): Fragment | undefined {
  if (!isRecord(found) || typeof found.content !== 'string' || typeof found.url !== 'string')
    return undefined;
  // Pagefind parts the words by zero-width spaces.
  const [title = '', text = ''] = found.content.replaceAll('\u200b', '').split(partMark);
  return {
    address: found.url,
    title: title.trim(),
    text: text.trim(),
    meta: textsOf(found.meta),
    filters: listsOf(found.filters),
  };
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textsOf = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(isRecord(value) ? value : {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );

const listsOf = (value: unknown): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(isRecord(value) ? value : {}).map(([name, list]) => [
      name,
      Array.isArray(list) ? list.map(String) : [],
    ]),
  );
