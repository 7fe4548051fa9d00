/** All that matters of an article here: the day in the site's zone, `2020-01-23`. */
export interface Dated {
  readonly date: { readonly day: string };
}

/** The articles of one span of time: what one Pagefind index holds. */
export interface VolumeSpan<A extends Dated> {
  /** `2009-2024`, `2010-2019`, `2020`, `202001-202006`, `202001`, `20200101-20200110`, `20200101`, `20200101-2`. */
  readonly name: string;
  /** Oldest first. */
  readonly articles: readonly A[];
}

/** Articles in one volume: Pagefind takes 0.75 MB of memory and 5 ms for each. */
const mostArticles = 1000;

/** Each is cut at the borders of the next where it holds too much. The borders depend on no article. */
const grains: readonly ((day: string) => string)[] = [
  () => 'all',
  (day) => `${day.slice(0, 3)}0-${day.slice(0, 3)}9`,
  (day) => day.slice(0, 4),
  (day) => monthsOf(day, 6),
  (day) => monthsOf(day, 2),
  (day) => day.slice(0, 7).replace('-', ''),
  thirdOf,
  (day) => day.replaceAll('-', ''),
];

/**
 * Cuts the archive into volumes, newest first. A span holds all its articles or is cut at fixed borders, so that an
 * article touches the one volume of its day and leaves the others as they are.
 * @param newestFirst published articles in the order of the archive
 */
export function cutVolumes<A extends Dated>(newestFirst: readonly A[]): VolumeSpan<A>[] {
  return newestFirst.length === 0 ? [] : cut(newestFirst, 0);
}

function cut<A extends Dated>(newestFirst: readonly A[], level: number): VolumeSpan<A>[] {
  const nameOf = grains[level];
  if (!nameOf) return cutDay(newestFirst);
  if (newestFirst.length <= mostArticles) {
    const newest = newestFirst[0]?.date.day ?? '';
    const oldest = newestFirst.at(-1)?.date.day ?? '';
    const name = level === 0 ? yearsOf(oldest, newest) : nameOf(newest);
    return [{ name, articles: newestFirst.toReversed() }];
  }
  const finer = grains[level + 1] ?? nameOf;
  const parts = new Map<string, A[]>();
  for (const article of newestFirst) {
    const name = finer(article.date.day);
    const part = parts.get(name);
    if (part) part.push(article);
    else parts.set(name, [article]);
  }
  return [...parts.values()].flatMap((part) => cut(part, level + 1));
}

/** A day with too many articles, in the order of their time: its first thousand is `20200101-1`. */
function cutDay<A extends Dated>(newestFirst: readonly A[]): VolumeSpan<A>[] {
  const articles = newestFirst.toReversed();
  const day = articles[0]?.date.day.replaceAll('-', '') ?? '';
  const parts: VolumeSpan<A>[] = [];
  for (let from = 0; from < articles.length; from += mostArticles)
    parts.unshift({
      name: `${day}-${parts.length + 1}`,
      articles: articles.slice(from, from + mostArticles),
    });
  return parts;
}

function yearsOf(oldest: string, newest: string): string {
  const [first, last] = [oldest.slice(0, 4), newest.slice(0, 4)];
  return first === last ? first : `${first}-${last}`;
}

/** `202001-202006` for a day of the half year, where `months` is 6. */
function monthsOf(day: string, months: number): string {
  const first = Math.floor((Number(day.slice(5, 7)) - 1) / months) * months + 1;
  const name = (month: number): string => day.slice(0, 4) + String(month).padStart(2, '0');
  return `${name(first)}-${name(first + months - 1)}`;
}

/** `20200101-20200110`; the last third ends with its month. */
function thirdOf(day: string): string {
  const month = day.slice(0, 7).replace('-', '');
  const third = Math.min(2, Math.floor((Number(day.slice(8)) - 1) / 10));
  const end = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(4)), 0)).getUTCDate();
  const last = third === 2 ? end : third * 10 + 10;
  return `${month}${third}1-${month}${last}`;
}
