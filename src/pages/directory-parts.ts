import type { DirectoryPart } from '../archive/lists.ts';
import type { Turner } from './link-pages.ts';
import type { Views } from './views.ts';

/** Cards or links that are shown of something on another page than its own list. */
export const mostBeside = 30;

/** The way through a directory that is cut into pages; undefined where there is one. */
export function buildTurner(
  views: Views,
  parts: readonly DirectoryPart<unknown>[],
  index: number,
): Turner | undefined {
  if (parts.length < 2) return undefined;
  const href = (part: DirectoryPart<unknown> | undefined): string | undefined =>
    part && views.href(part.address);
  return {
    number: index + 1,
    pages: parts.map(({ address, number }) => ({ href: views.href(address), number })),
    before: href(parts[index - 1]),
    after: href(parts[index + 1]),
  };
}

/** What tells the pages of a directory apart in titles. */
export const partSuffix = ({ number }: DirectoryPart<unknown>): string =>
  number === 1 ? '' : `（第${number}页）`;
