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
  const tell = (mark: string, at: number, right: string): void =>
    report('mark-unbalanced', at, {
      value: mark,
      near: shortened(text.slice(Math.max(0, at - 4), at + 9), 12),
      right,
    });
  for (const { 0: mark, index: at } of text.matchAll(MARKS)) {
    if (mark === '’' && /[A-Za-z0-9]/.test(text[at - 1] ?? '') && !open.some((each) => each.mark === '‘'))
      continue;
    if (mark === '(' || partners.has(mark)) {
      open.push({ mark, at });
      continue;
    }
    // A half-width bracket may close a full-width one: that is another mistake.
    const isPartner = (each: Open): boolean =>
      each.mark === opened.get(mark) || (/[)）]/.test(mark) && /[(（]/.test(each.mark));
    const partner = open.findLastIndex(isPartner);
    if (partner !== -1) for (const left of open.splice(partner).slice(1)) tellOpen(left);
    else if (mark !== ')' && !(mark === '）' && NUMBERING.test(text.slice(Math.max(0, at - 4), at))))
      tell(mark, at, opened.get(mark) ?? '');
  }
  const isQuotation = goesOn && open[0]?.mark === '“';
  for (const left of isQuotation ? open.slice(1) : open) tellOpen(left);

  function tellOpen({ mark, at }: Open): void {
    if (mark !== '(') tell(mark, at, partners.get(mark) ?? '');
  }
}
