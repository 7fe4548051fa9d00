/*
 * What the reader asks for, and its written form: the address of the search page holds all of it.
 */

/** Filters of the page, in their order; each takes ids, several of which mean any of them. */
export const filterNames = ['channel', 'region', 'zone', 'medium', 'year'] as const;
export type FilterName = (typeof filterNames)[number];

export interface Asked {
  /** As the reader wrote it. */
  readonly text: string;
  readonly filters: Readonly<Record<FilterName, readonly string[]>>;
  /** First and last day, `2020-01-23`, or ''. */
  readonly from: string;
  readonly to: string;
  readonly sort: 'date' | 'relevance';
}

/** Reads the query of an address; what is no value is left out. */
export function parseAsked(query: string): Asked {
  const values = new URLSearchParams(query);
  const list = (name: FilterName): string[] => {
    const ids = values.getAll(name).filter((id) => /^[\w-]{1,80}$/.test(id));
    return [...new Set(ids)].slice(0, 50);
  };
  const day = (name: string): string => {
    const value = values.get(name) ?? '';
    return /^\d{4}-\d\d-\d\d$/.test(value) ? value : '';
  };
  return {
    text: (values.get('q') ?? '').trim(),
    filters: {
      channel: list('channel'),
      region: list('region'),
      zone: list('zone'),
      medium: list('medium'),
      year: list('year'),
    },
    from: day('from'),
    to: day('to'),
    sort: values.get('sort') === 'relevance' ? 'relevance' : 'date',
  };
}

/** The query of the address, with its `?`, or '' where nothing is asked. */
export function showAsked(asked: Asked): string {
  const values = new URLSearchParams();
  if (asked.text !== '') values.set('q', asked.text);
  for (const name of filterNames) for (const id of asked.filters[name]) values.append(name, id);
  if (asked.from !== '') values.set('from', asked.from);
  if (asked.to !== '') values.set('to', asked.to);
  if (asked.sort !== 'date') values.set('sort', asked.sort);
  const query = values.toString();
  return query === '' ? '' : `?${query}`;
}

export const isNarrowed = (asked: Asked): boolean =>
  asked.from !== '' || asked.to !== '' || filterNames.some((name) => asked.filters[name].length > 0);

/** The first and last day that hits may have; years and the span of dates together. */
export function spanOf({ from, to, filters }: Asked): { readonly from: string; readonly to: string } {
  const years = [...filters.year].sort();
  const first = years[0] === undefined ? '' : `${years[0]}-01-01`;
  const last = years.length === 0 ? '' : `${years.at(-1) ?? ''}-12-31`;
  return {
    from: from > first ? from : first,
    to: (to === '' || (last !== '' && last < to) ? last : to) || '9999',
  };
}
