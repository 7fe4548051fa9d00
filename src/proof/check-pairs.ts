import { shortened } from './characters.ts';
import type { Report } from './finding.ts';

const partners: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['‘', '’'],
  ['《', '》'],
  ['〈', '〉'],
  ['（', '）'],
  ['【', '】'],
  ['「', '」'],
  ['『', '』'],
  ['〔', '〕'],
]);
const opened: ReadonlyMap<string, string> = new Map(
  [...partners].map(([opening, closing]) => [closing, opening]),
);
const MARKS = /[“”‘’《》〈〉（）【】「」『』〔〕()]/g;

/** `1）`, `a）`, `二）` at the beginning of an item. */
const NUMBERING = /(?:^|[\s，。；：、！？])(?:\d{1,3}|[A-Za-z]|[一二三四五六七八九十]{1,3})$/u;

interface Open {
  readonly mark: string;
  readonly at: number;
}

/**
 * Quotation marks and brackets without a partner. A quotation of several paragraphs opens each of them and is closed
 * in the last, so `goesOn` tells that the next paragraph begins with “.
 */
export function checkPairs(text: string, goesOn: boolean, report: Report): void {
  const open: Open[] = [];
  /** How many of a kind are open: a mark that closes nothing is seen at once, however many are. */
  const counts = new Map<string, number>();
  const isOpen = (mark: string): boolean => (counts.get(mark) ?? 0) > 0;
  const count = (mark: string, by: number): unknown => counts.set(mark, (counts.get(mark) ?? 0) + by);
  const tell = (mark: string, at: number, right: string): void =>
    report('mark-unbalanced', at, {
      value: mark,
      near: shortened(text.slice(Math.max(0, at - 4), at + 9), 12),
      right,
    });
  for (const { 0: mark, index: at } of text.matchAll(MARKS)) {
    if (mark === '’' && /[A-Za-z0-9]/.test(text[at - 1] ?? '') && !isOpen('‘')) continue;
    if (mark === '(' || partners.has(mark)) {
      open.push({ mark, at });
      count(mark, 1);
      continue;
    }
    // A half-width bracket may close a full-width one: that is another mistake.
    const partnersOf = /[)）]/.test(mark) ? ['(', '（'] : [opened.get(mark) ?? ''];
    if (partnersOf.some(isOpen)) {
      const closed = open.splice(open.findLastIndex((each) => partnersOf.includes(each.mark)));
      for (const each of closed) count(each.mark, -1);
      for (const left of closed.slice(1)) tellOpen(left);
    } else if (mark !== ')' && !(mark === '）' && NUMBERING.test(text.slice(Math.max(0, at - 4), at))))
      tell(mark, at, opened.get(mark) ?? '');
  }
  const isQuotation = goesOn && open[0]?.mark === '“';
  for (const left of isQuotation ? open.slice(1) : open) tellOpen(left);

  function tellOpen({ mark, at }: Open): void {
    if (mark !== '(') tell(mark, at, partners.get(mark) ?? '');
  }
}
