import { isUtf8, transcode } from 'node:buffer';
import type { Problem } from '../problems/problem.ts';
import { codeOf } from '../problems/show-problem.ts';
import { describeEncoding } from './encoding.ts';
import { checkFence, checkFrontMatter, frontMatterSpan, reportUnclosed } from './front-matter.ts';
import { placeAt, report, type Sheet } from './sheet.ts';

/** A content file, cut at its fences. */
export interface Document {
  /** From the first line to the closing `---`. */
  readonly head: Sheet;
  /** Offsets of the YAML in `head`. */
  readonly from: number;
  readonly to: number;
  /** Offset of the closing `---`. */
  readonly closeAt: number;
  readonly body: string;
  /** Offset of `body` in the whole file. */
  readonly bodyAt: number;
  /** Line of the file on which the body begins. */
  readonly bodyLine: number;
}

const LF = 10;
const CR = 13;
const DASH = 45;
/** A line that git leaves where two versions disagree; the one between them could be a heading. */
const CONFLICT = /^(?:<{7}|>{7}) .*$/m;
const MOST_CHARACTER_PROBLEMS = 10;
// biome-ignore lint/suspicious/noControlCharactersInRegex: it looks for them; \p{Cc} takes four times as long
const SUSPECT = /[\0-\x08\x0b-\x1f\x7f-\x9f\ufffd]/;

/**
 * Cuts a Markdown file into front matter and body, or reports why it cannot be. The two are decoded apart, so that
 * a title kept from the one does not keep the other in memory.
 */
export function parseDocument(
  bytes: Buffer,
  file: string,
  problems: Problem[],
  needs: string,
): Document | undefined {
  if (!isUtf8(bytes)) {
    problems.push(describeEncoding(bytes, file));
    return undefined;
  }
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  if (bytes.includes(CR)) {
    const text = withLineFeeds(textOf(bytes, start));
    return cut(Buffer.from(text), 0, file, problems, needs);
  }
  return cut(bytes, start, file, problems, needs);
}

function cut(
  bytes: Buffer,
  start: number,
  file: string,
  problems: Problem[],
  needs: string,
): Document | undefined {
  const close =
    findFence(bytes, start) === start && bytes[start + 3] === LF ? findFence(bytes, start + 4) : -1;
  if (close === -1) {
    const sheet: Sheet = { file, text: textOf(bytes, start), problems };
    checkCharacters(sheet.text, sheet, 1);
    if (checkFence(sheet, needs)) reportUnclosed(sheet);
    return undefined;
  }
  const head: Sheet = { file, text: textOf(bytes, start, close + 3), problems };
  const lineEnd = bytes.indexOf(LF, close + 3);
  const bodyAt = lineEnd === -1 ? bytes.length : lineEnd + 1;
  const body = textOf(bytes, bodyAt);
  const bodyLine = placeAt(head, head.text.length).line + 1;
  checkCharacters(head.text, head, 1);
  checkCharacters(body, head, bodyLine);
  const closing = bodyAt - close > 4 ? textOf(bytes, close, bodyAt).replace(/\n$/, '') : '---';
  if (!checkFrontMatter(head, closing, close - start) || CONFLICT.test(head.text)) return undefined;
  const { from, to } = frontMatterSpan(head.text);
  const bodyStart = head.text.length + closing.length - 2;
  return { head, from, to, closeAt: head.text.length - 3, body, bodyAt: bodyStart, bodyLine };
}

/** Offset of the first line from `at` on, itself the beginning of a line, that begins with `---`; else -1. */
function findFence(bytes: Buffer, at: number): number {
  let line = at;
  while (bytes[line] !== DASH || bytes[line + 1] !== DASH || bytes[line + 2] !== DASH) {
    const end = bytes.indexOf(LF, line);
    if (end === -1) return -1;
    line = end + 1;
  }
  return line;
}

/** UTF-8 → text. Through UTF-16 it takes a fifth of the time of `toString` where the text is Chinese. */
const textOf = (bytes: Buffer, from: number, to = bytes.length): string =>
  from >= to ? '' : transcode(bytes.subarray(from, to), 'utf8', 'utf16le').toString('utf16le');

/** Control characters, characters lost in a conversion, and conflict marks of git; `line` is that of the first one. */
function checkCharacters(text: string, { file, problems }: Sheet, line: number): void {
  const sheet: Sheet = { file, text, problems: [] };
  if (SUSPECT.test(text)) {
    const found = [...text.matchAll(new RegExp(SUSPECT, 'g'))].slice(0, MOST_CHARACTER_PROBLEMS);
    for (const { 0: character, index } of found) {
      if (character === '\ufffd') report(sheet, 'character-lost', index, {});
      else report(sheet, 'character-control', index, { value: codeOf(character) });
    }
  }
  if (text.includes('<<<<<<< ') || text.includes('>>>>>>> ')) {
    for (const { 0: value, index } of text.matchAll(new RegExp(CONFLICT, 'gm'))) {
      report(sheet, 'conflict-marks', index, { value });
    }
  }
  for (const each of sheet.problems) problems.push({ ...each, line: each.line + line - 1 });
}

/** A whole file without front matter (registries, redirects.csv), or undefined where it is not UTF-8. */
export function parseWholeFile(bytes: Buffer, file: string, problems: Problem[]): Sheet | undefined {
  if (!isUtf8(bytes)) {
    problems.push(describeEncoding(bytes, file));
    return undefined;
  }
  const text = withLineFeeds(bytes.toString('utf8')).replace(/^\ufeff/, '');
  const sheet: Sheet = { file, text, problems };
  checkCharacters(text, sheet, 1);
  return sheet;
}

const withLineFeeds = (text: string): string => text.replace(/\r\n?/g, '\n');
