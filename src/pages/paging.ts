import { cutList, type ListPart } from '../archive/lists.ts';
import type { Article } from '../content/article.ts';
import type { Item, Paging } from './page.ts';
import type { Views } from './views.ts';

/** What tells the older parts of a list apart in titles. */
export const pageSuffix = (index: number): string => (index === 0 ? '' : `（第${index + 1}页）`);

/** Neighbouring parts of a cut list; readers count from the newest, addresses from the oldest. */
export function buildPaging(views: Views, parts: readonly ListPart[], index: number): Paging {
  const wanted = [0, index - 2, index - 1, index, index + 1, index + 2, parts.length - 1];
  const shown = [...new Set(wanted)].filter((at) => at >= 0 && at < parts.length).sort((a, b) => a - b);
  const around: Paging['around'][number][] = [];
  let last = -1;
  for (const at of shown) {
    const part = parts[at];
    if (!part) continue;
    if (at > last + 1) around.push(undefined);
    around.push({ href: views.href(part.address), number: at + 1 });
    last = at;
  }
  const newer = parts[index - 1];
  const older = parts[index + 1];
  return {
    parts: parts.length,
    current: index + 1,
    newer: newer && views.href(newer.address),
    older: older && views.href(older.address),
    around,
  };
}

/** A part of a zone's or topic's list, shown. */
export interface ShownPart {
  readonly address: string;
  readonly suffix: string;
  readonly newest: boolean;
  readonly items: readonly Item[];
  readonly paging: Paging;
}

/** The list under an address cut into pages, newest first; one empty part where there is no news. */
export function buildShownParts(views: Views, address: string, articles: readonly Article[]): ShownPart[] {
  const parts = cutList(address, articles, views.site.pageSize);
  return parts.map((part, index) => ({
    address: part.address,
    suffix: pageSuffix(index),
    newest: index === 0,
    items: part.articles.map((article) => views.item(article)),
    paging: buildPaging(views, parts, index),
  }));
}
