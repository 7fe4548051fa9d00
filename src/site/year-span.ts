/** Years from the first to the last, both included; an end that is left open is undefined. */
export interface YearSpan {
  /** As it was written: `2005-2009`. */
  readonly text: string;
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/** Reads `2005-2009`, `2005`, `2020-` or `-2004`; undefined where it is none of these, or ends before it begins. */
export function parseYearSpan(text: string): YearSpan | undefined {
  const [, first = '', dash, last = ''] = /^(\d{4})?(?:(-)(\d{4})?)?$/.exec(text) ?? [];
  if (first === '' && last === '') return undefined;
  const from = first === '' ? undefined : Number(first);
  const to = last === '' ? (dash === undefined ? from : undefined) : Number(last);
  return from !== undefined && to !== undefined && from > to ? undefined : { text, from, to };
}

/** @param year `2005` */
export const isInSpan = ({ from, to }: YearSpan, year: string): boolean =>
  Number(year) >= (from ?? 0) && Number(year) <= (to ?? 9999);
