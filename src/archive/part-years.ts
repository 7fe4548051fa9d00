import type { Article } from '../content/article.ts';
import { yearOf } from '../site/clock.ts';
import { isInSpan, type YearSpan } from '../site/year-span.ts';
import type { Archive } from './archive.ts';

/** Whether a part of the site holds what belongs to a year; undefined: to none, but to the archive as a whole. */
export type Holds = (year: string | undefined) => boolean;

/** The year of the first of these articles, newest first, as `2024`. */
export const yearOfNewest = (articles: readonly Article[]): string | undefined =>
  articles[0]?.date.day.slice(0, 4);

/** The part with the newest article also holds what belongs to no year. */
const newestYear = ({ articles, now }: Pick<Archive, 'articles' | 'now'>): string =>
  yearOfNewest(articles) ?? String(yearOf(now));

/** @param years undefined for the whole site */
export function holderOf(archive: Pick<Archive, 'articles' | 'now'>, years: YearSpan | undefined): Holds {
  if (!years) return () => true;
  const newest = newestYear(archive);
  return (year) => isInSpan(years, year ?? newest);
}

/** `2020` of an address below `/news/2020/`, or of the file there; undefined of any other. */
export const yearOfAddress = (address: string): string | undefined =>
  /^\/?news\/(\d{4})\//.exec(address)?.[1];

/** Every year that something of the site belongs to, ascending: all parts together must hold them. */
export function yearsOf(archive: Pick<Archive, 'articles' | 'heldBack' | 'now'>): string[] {
  const years = new Set([newestYear(archive)]);
  const gone = archive.heldBack.filter(({ state }) => state === 'withdrawn' || state === 'expired');
  for (const { date } of [...archive.articles, ...gone.map(({ article }) => article)])
    years.add(date.day.slice(0, 4));
  for (const { assets } of archive.articles) {
    for (const asset of assets) years.add(yearOfAddress(asset) ?? newestYear(archive));
  }
  return [...years].sort();
}
