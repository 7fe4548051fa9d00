import { joinParagraphs } from './wide-characters.ts';

const sentences = /^.*[。！？][”’」』）]*/su;
const wordBefore = /[\p{Number}\p{Script=Latin}.,%]+$/u;
const wordAfter = /^[\p{Number}\p{Script=Latin}%]/u;

/**
 * The beginning of a text in one line: as many whole sentences (。！？) as fit in `limit` characters, counted in
 * code points; when not even one fits, the text cut at the limit, or before the number or Latin word there, and ……
 */
export function summarize(text: string, limit: number): string {
  const line = text
    .split('\n')
    .map((part) => part.trim())
    .reduce(joinParagraphs);
  const characters = Array.from(line.slice(0, (limit + 1) * 2));
  if (characters.length <= limit) return line;
  const start = characters.slice(0, limit).join('');
  const whole = sentences.exec(start)?.[0];
  if (whole !== undefined) return whole;
  const isWordCut = wordAfter.test(characters[limit] ?? '');
  const cut = (isWordCut && start.replace(wordBefore, '')) || start;
  return `${cut.replace(/[，、；：\s]+$/u, '')}……`;
}
