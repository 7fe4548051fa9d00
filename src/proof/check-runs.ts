import { AFTER, BEFORE, fullWidth, HAN } from './characters.ts';
import type { Report } from './finding.ts';

const MARKS = '，。、；：？！';
const CHINESE_BEFORE = new RegExp(`[${HAN}${MARKS}”’》）…]$`, 'u');
const CHINESE_AFTER = new RegExp(`^[${HAN}${MARKS}“‘《（”’》）]`, 'u');

const DOTS = /\.{3,}|。{3,}|(?<!…)…(?!…)/g;
const DASHES = new RegExp(`(?<=${BEFORE}|[${MARKS}]|^)-{2,}(?=${AFTER}|$)`, 'gmu');
const ROW = new RegExp(`[${MARKS},;:]{2,}`, 'g');

/** Marks in a row: `...` and `--` for …… and ——, and marks that stand twice. */
export function checkRuns(text: string, report: Report): void {
  if (/\.{3}|。{3}|…/.test(text)) checkDots(text, report);
  if (text.includes('--')) {
    for (const { 0: value, index: from } of text.matchAll(DASHES)) {
      const to = from + value.length;
      if (/\p{Script=Han}/u.test(text.slice(Math.max(0, from - 2), to + 2)))
        report('mark-dash', from, { value }, [{ from, to, text: '——' }]);
    }
  }
  for (const { 0: value, index } of text.matchAll(ROW)) checkRow(text, value, index, report);
}

function checkDots(text: string, report: Report): void {
  for (const { 0: value, index: from } of text.matchAll(DOTS)) {
    const to = from + value.length;
    const isChinese =
      CHINESE_BEFORE.test(text.slice(Math.max(0, from - 2), from)) ||
      CHINESE_AFTER.test(text.slice(to, to + 2));
    if (isChinese) report('mark-ellipsis', from, { value }, [{ from, to, text: '……' }]);
  }
}

/** ！ and ？ may stand twice and together; 。。。 is meant for an ellipsis. */
function checkRow(text: string, value: string, from: number, report: Report): void {
  const wide = Array.from(value, (mark) => fullWidth.get(mark) ?? mark);
  if (/^[？！]+$|^。{3,}$/.test(value)) return;
  const isLatin = /^[,;:]+$/.test(value);
  if (isLatin && !new RegExp(`${BEFORE}$`, 'u').test(text.slice(Math.max(0, from - 2), from))) return;
  const [first = ''] = wide;
  const isOne = wide.every((mark) => mark === first) && value.length < 3;
  const edits = isOne ? [{ from, to: from + value.length, text: first }] : undefined;
  report('mark-doubled', from, { value, right: isOne ? first : '' }, edits);
}
