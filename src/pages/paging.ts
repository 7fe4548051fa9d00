import { cutList, type ListPart } from '../archive/lists.ts';
import type { Article } from '../content/article.ts';
import type { Paging } from './page.ts';
import type { Views } from './views.ts';

/** What tells the older parts of a list apart in titles. */
export const pageSuffix = (part: ListPart): string =>
  part.number === undefined ? '' : `（第${part.number}页）`;

/** The way from one part of a cut list (newest first) to the others. */
export function buildPaging(views: Views, parts: readonly ListPart[], index: number): Paging {
  const href = (part: ListPart | undefined): string | undefined => part && views.href(part.address);
  const near = [index - 2, index - 1, index, index + 1, index + 2, parts.length - 1];
  const around: Paging['around'][number][] = [];
  let last = 0;
  for (const at of [...new Set(near)].sort((a, b) => a - b)) {
    const part = parts[at];
    if (at < 1 || part?.number === undefined) continue;
    // Below the newest parts a gap is not told apart from none: it would change with every new part.
    if (around.length > 0 && at > last + 1) around.push(undefined);
    around.push({ href: views.href(part.address), number: part.number });
    last = at;
  }
  return {
    number: parts[index]?.number,
    newest: views.href(parts[0]?.address ?? '/'),
    newer: href(parts[index - 1]),
    older: href(parts[index + 1]),
    around,
  };
}

/** Changes when anything does that a list shows of these articles; the registries' names are in `siteKey`. */
export function rowsKey(articles: readonly Article[]): string {
  let key = '';
  for (const { rowDigest } of articles) key += rowDigest;
  return key;
}

/** A part of a zone's or topic's list, shown. */
export interface ShownPart {
  readonly address: string;
  readonly suffix: string;
  readonly newest: boolean;
  readonly articles: readonly Article[];
  readonly paging: Paging;
  /** Changes when rows or paging do, and on the newest part with the number of articles. */
  readonly key: () => string;
}

/** The list under an address cut into pages, newest first; one empty part where there is no news. */
export function buildShownParts(views: Views, address: string, articles: readonly Article[]): ShownPart[] {
  const parts = cutList(address, articles, views.site.pageSize);
  return parts.map((part, index) => {
    const paging = buildPaging(views, parts, index);
    return {
      address: part.address,
      suffix: pageSuffix(part),
      newest: index === 0,
      articles: part.articles,
      paging,
      key: () => `${index === 0 ? articles.length : ''} ${JSON.stringify(paging)} ${rowsKey(part.articles)}`,
    };
  });
}
