import type { Problem } from '../problems/problem.ts';
import { decodeText } from './scan-html.ts';

/** Where in Markdown a part of a page may come from. */
export interface Clue {
  /** Words that may stand there, the likeliest first. */
  readonly words: readonly string[];
  /** The key of the front matter. */
  readonly key?: string;
  /** The address in the site that a link leads to, with its `#anchor`. */
  readonly target?: string;
}

/** A problem at its place in a file of the site, and what may lead to its place in the content. */
export interface Finding {
  readonly problem: Problem;
  readonly clue: Clue;
}

export const noClue: Clue = { words: [] };

/** Line and column of an offset, from 1, in code points. */
export function placeAt(text: string, at: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', start)) {
    line++;
    start = end + 1;
  }
  let column = 1;
  for (let place = start; place < at; place++) if (!isSecondHalf(text.charCodeAt(place))) column++;
  return { line, column };
}

const isSecondHalf = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** Characters of a page that are looked through for words. */
const near = 800;

/** The words after an offset, and those before it: what an editor wrote next to it. */
export function wordsNear(html: string, at: number): string[] {
  // The offset may lie within a tag.
  const after = html
    .slice(at, at + near)
    .replace(/^[^<>]*>/, '')
    .split(/<[^>]*>/);
  const before = html
    .slice(Math.max(0, at - near), at)
    .split(/<[^>]*>/)
    .reverse();
  return [...after.slice(0, 4), ...before.slice(0, 4)]
    .flatMap((run) => decodeText(run).split(/\s+/))
    .map((words) => [...words].slice(0, 20).join(''))
    .filter((words) => words.length >= 2 && !words.includes('<'))
    .slice(0, 8);
}
