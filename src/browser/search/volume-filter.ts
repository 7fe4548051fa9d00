import type { VolumeEntry } from '../../search/search-files.ts';
import { type Asked, type FilterName, filterNames, spanOf } from './asked.ts';
import type { PagefindFilter } from './pagefind-wasm.ts';

/** Can a volume hold articles of the days and years that are asked for? */
export function isInSpan(volume: VolumeEntry, asked: Asked): boolean {
  const { from, to } = spanOf(asked);
  if (from > to || volume.to < from || volume.from > to) return false;
  const { year } = asked.filters;
  return (
    year.length === 0 || year.some((each) => each >= volume.from.slice(0, 4) && each <= volume.to.slice(0, 4))
  );
}

/**
 * What Pagefind must let through in one volume; undefined where everything may pass.
 * @param without a filter that is left out: its values are counted as if none were chosen
 */
export function filterFor(
  volume: VolumeEntry,
  asked: Asked,
  without?: FilterName,
): PagefindFilter | undefined {
  const all: PagefindFilter[] = filterNames
    .filter((name) => name !== without && asked.filters[name].length > 0)
    .map((name) => ({ any: asked.filters[name].map((id) => ({ [name]: id })) }));
  const days = daysWithin(volume, asked);
  if (days) all.push({ any: days });
  return all.length > 0 ? { all } : undefined;
}

/** The days of a volume that the span cuts: whole years by their number, the rest day by day. */
function daysWithin(volume: VolumeEntry, { from, to }: Asked): PagefindFilter[] | undefined {
  const first = from > volume.from ? from : volume.from;
  const last = to !== '' && to < volume.to ? to : volume.to;
  if (first === volume.from && last === volume.to) return undefined;
  const days: PagefindFilter[] = [];
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year++) {
    if (first <= `${year}-01-01` && last >= `${year}-12-31`) days.push({ year: String(year) });
    else for (const date of daysOf(year)) if (date >= first && date <= last) days.push({ date });
  }
  return days;
}

/** `2020-01-01` to `2020-12-31`. */
function* daysOf(year: number): Generator<string> {
  const end = Date.UTC(year + 1, 0, 1);
  for (let day = Date.UTC(year, 0, 1); day < end; day += 86_400_000)
    yield new Date(day).toISOString().slice(0, 10);
}
