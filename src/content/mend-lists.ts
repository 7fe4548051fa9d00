import type { Edit } from '../problems/problem.ts';
import type { PlacedText } from './kinds.ts';
import { editOf, type Sheet } from './sheet.ts';
import { isPlainItem } from './simple-yaml.ts';

/** A text that should be a list as one; undefined where its items are not plainly words, addresses for one. */
export function listEdit(
  sheet: Sheet,
  node: { readonly text: string; readonly at: number },
  items: readonly string[],
): Edit | undefined {
  const isPlain = items.length > 0 && items.every(isPlainItem);
  if (!isPlain || (items.length > 1 && items.some((item) => /[/?]/.test(item)))) return undefined;
  return editOf(sheet, node, `[${items.join(', ')}]`);
}

/** Takes an item, not the first, out of its list: with the comma before it, or with its whole line. */
export function itemRemoval(sheet: Sheet, item: PlacedText): Edit | undefined {
  const span = editOf(sheet, item, '');
  if (!span) return undefined;
  const lineStart = sheet.text.lastIndexOf('\n', span.from - 1) + 1;
  const before = sheet.text.slice(lineStart, span.from);
  const comma = /,[ \t]*$/.exec(before)?.index;
  if (comma !== undefined) return { ...span, from: lineStart + comma };
  const after = /^[ \t]*\n/.exec(sheet.text.slice(span.to))?.[0];
  if (after === undefined || !/^[ \t]*- +$/.test(before)) return undefined;
  return { from: lineStart, to: span.to + after.length, text: '' };
}
