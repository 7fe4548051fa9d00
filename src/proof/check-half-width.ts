import { AFTER, BEFORE, fullWidth, HAN } from './characters.ts';
import type { Report } from './finding.ts';

const ANY = /[,;:?!"()]|\.(?!\d)/;
/** Between Chinese characters, or behind one at the end of its line; one space at either side belongs to it. */
const MARK = new RegExp(
  `(?<=${BEFORE}[")]?)( ?)([,;:?!])(?: (?=${AFTER})|(?=["(]?${AFTER}|[ \\n]*$|\\n))`,
  'gu',
);
const STOP = new RegExp(`(?<=${BEFORE})\\.(?=${AFTER}|\\s*$|\\n)`, 'gu');
const BRACKETS = /\(([^()（）]{1,300})[)）]|（([^()（）]{1,300})\)/gu;
const QUOTED = /"([^"]{1,500})"/gu;

const hasHan = new RegExp(HAN, 'u');
/** Half-width marks that stand between are those of the same sentence. */
const endsInChinese = new RegExp(`[${HAN}，。、；：？！”’》）][,:;]? ?$`, 'u');
const beginsInChinese = new RegExp(`^[,:;.?!]? ?[${HAN}，。、；：？！“‘《（]`, 'u');

/** Half-width marks between Chinese characters; those in numbers, times and Latin words are as they should be. */
export function checkHalfWidth(text: string, report: Report): void {
  if (!ANY.test(text)) return;
  if (/[,;:?!]/.test(text)) checkMarks(text, report);
  if (text.includes('.')) checkStops(text, report);
  if (/[()]/.test(text)) checkBrackets(text, report);
  if (text.includes('"')) checkQuotes(text, report);
}

function checkMarks(text: string, report: Report): void {
  for (const { 0: whole, 1: space = '', 2: mark = '', index } of text.matchAll(MARK)) {
    const right = fullWidth.get(mark) ?? mark;
    const edit = { from: index, to: index + whole.length, text: right };
    report('mark-halfwidth', index + space.length, { value: mark, right }, [edit]);
  }
}

function checkStops(text: string, report: Report): void {
  for (const { index } of text.matchAll(STOP)) {
    const isEnd = /^\s*$/.test(text.slice(index + 1));
    const edits = isEnd ? [{ from: index, to: index + 1, text: '。' }] : undefined;
    report('mark-halfwidth', index, { value: '.', right: isEnd ? '。' : '。（人名中间用 ·）' }, edits);
  }
}

/** Around Chinese words in a Chinese sentence, or where only one of the two is half-width. */
function checkBrackets(text: string, report: Report): void {
  for (const { 0: whole, 1: inner, 2: mixed, index } of text.matchAll(BRACKETS)) {
    const end = index + whole.length;
    const isMixed = mixed !== undefined || whole.endsWith('）');
    const isChinese = hasHan.test(inner ?? mixed ?? '') && isInChinese(text, index, end);
    if (!isMixed && !isChinese) continue;
    if (isMixed) {
      const at = mixed === undefined ? index : end - 1;
      const value = text[at] ?? '';
      const right = fullWidth.get(value) ?? '';
      report('mark-halfwidth', at, { value, right }, [{ from: at, to: at + 1, text: right }]);
      continue;
    }
    report('mark-halfwidth', index, { value: '( )', right: '（）' }, [
      { from: index, to: index + 1, text: '（' },
      { from: end - 1, to: end, text: '）' },
    ]);
  }
}

/** Pairs of `"` around Chinese words; an odd one leaves open which belong together. */
function checkQuotes(text: string, report: Report): void {
  if ((text.split('"').length - 1) % 2 === 1) return;
  let inside = 0;
  let counted = 0;
  for (const { 0: whole, 1: inner = '', index } of text.matchAll(QUOTED)) {
    const end = index + whole.length;
    for (const { 0: mark } of text.slice(counted, index).matchAll(/[“”]/g)) inside += mark === '“' ? 1 : -1;
    counted = index;
    if (!hasHan.test(inner) || !isInChinese(text, index, end)) continue;
    const [opening, closing] = inside > 0 ? ['‘', '’'] : ['“', '”'];
    report('mark-halfwidth', index, { value: '" "', right: `${opening}${closing}` }, [
      { from: index, to: index + 1, text: opening },
      { from: end - 1, to: end, text: closing },
    ]);
  }
}

/** Whether Chinese text stands before or behind, or nothing at all. */
function isInChinese(text: string, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - 4), from);
  const after = text.slice(to, to + 4);
  return (
    endsInChinese.test(before) || beginsInChinese.test(after) || (before.trim() === '' && after.trim() === '')
  );
}
