import { placeAt } from '../content/sheet.ts';
import { type Problem, problem } from '../problems/problem.ts';
import { codeOf } from '../problems/show-problem.ts';

/** What stands for a character that is lost, as printers do. */
const MISSING = '〓';
/** U+FFFD, and what becomes of it when its bytes are read as GBK. */
const LOST = /\ufffd+|(?:锟斤拷)+锟?/g;
/** Characters of Microsoft's symbol fonts that others can show too. */
const SYMBOLS: Readonly<Record<string, string>> = {
  '\ue5e5': '\u3000',
  '\uf0b7': '•',
  '\uf06c': '●',
  '\uf06e': '■',
  '\uf0a7': '▪',
  '\uf0d8': '➢',
  '\uf0fc': '✓',
};
const PRIVATE = /[\ue000-\uf8ff]|[\u{f0000}-\u{10fffd}]/gu;
const MOST_REPORTED = 5;

export const plainSymbols = (text: string): string =>
  text.replace(/[\ue5e5\uf000-\uf0ff]/g, (character) => SYMBOLS[character] ?? character);

export const isDamaged = (text: string): boolean => text.search(LOST) !== -1 || text.search(PRIVATE) !== -1;

/** A text in which lost characters are marked. */
export const markLost = (text: string): string => text.replace(LOST, MISSING);

const LOST_IN_SOURCE = /\ufffd+|(?:锟斤拷)+锟?|&#(?:65533|xfffd);/gi;
const PRIVATE_IN_SOURCE = /[\ue000-\uf8ff]|[\u{f0000}-\u{10fffd}]|&#(?:(\d{5,7})|x([0-9a-f]{4,6}));/giu;

/** Where in the source of a page the characters stand that are lost or private; the first few of each. */
export function findDamage(file: string, source: string): Problem[] {
  const sheet = { file, text: source.replace(/\r\n?/g, '\n') };
  const problems: Problem[] = [];
  for (const { 0: value, index } of sheet.text.matchAll(LOST_IN_SOURCE)) {
    problems.push(problem('old-character-lost', placeAt(sheet, index), { value }));
    if (problems.length === MOST_REPORTED) break;
  }
  const most = problems.length + MOST_REPORTED;
  for (const { 0: written, 1: decimal, 2: hex, index } of sheet.text.matchAll(PRIVATE_IN_SOURCE)) {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : (written.codePointAt(0) ?? 0);
    const isPrivate = (code >= 0xe000 && code <= 0xf8ff) || (code >= 0xf0000 && code <= 0x10fffd);
    if (!isPrivate || Object.hasOwn(SYMBOLS, String.fromCodePoint(code))) continue;
    const value = codeOf(String.fromCodePoint(code));
    problems.push(problem('old-character-private', placeAt(sheet, index), { value }));
    if (problems.length === most) break;
  }
  return problems;
}
