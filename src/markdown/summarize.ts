import { joinParagraphs } from './wide-characters.ts';

const closingMarks = /^[”’」』）]*/;
const wordBefore = /[\p{Number}\p{Script=Latin}.,%]+$/u;
const wordAfter = /^[\p{Number}\p{Script=Latin}%]/u;

/**
 * The beginning of a text in one line: as many whole sentences (。！？) as fit in `limit` characters, counted in
 * code points; when not even one fits, the text cut at the limit, or before the number or Latin word there, and ……
 */
export function summarize(text: string, limit: number): string {
  let line = '';
  for (const paragraph of text.split('\n')) {
    line = joinParagraphs(line, paragraph.trim());
    if (line.length > limit * 2) break;
  }
  const end = offsetOf(line, limit);
  if (end === line.length) return line;
  const start = line.slice(0, end);
  const sentenceEnd = Math.max(start.lastIndexOf('。'), start.lastIndexOf('！'), start.lastIndexOf('？')) + 1;
  if (sentenceEnd > 0) {
    return start.slice(0, sentenceEnd) + (closingMarks.exec(start.slice(sentenceEnd))?.[0] ?? '');
  }
  // Half a number would be a wrong number.
  const whole = wordAfter.test(line.slice(end)) ? start.replace(wordBefore, '') : start;
  return `${(whole || start).replace(/[，、；：\s]+$/, '')}……`;
}

/** Where the first `count` code points end. */
function offsetOf(text: string, count: number): number {
  let offset = 0;
  for (let left = count; left > 0 && offset < text.length; left--) {
    offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
  }
  return offset;
}
