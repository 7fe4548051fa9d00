import type { ProblemCode, ProblemValues } from '../problems/catalogue.ts';
import { type Edit, type Place, type Problem, problem } from '../problems/problem.ts';
import { isOurKey } from './nearest-key.ts';

/** What was wrong with a line, and how the text goes on as if it were right. Offsets are those of the text given. */
export interface Mending {
  readonly at: number;
  /** `mend` is the edit in the file. */
  readonly problem: (place: Place, mend: Edit | undefined) => Problem;
  readonly edit: Edit;
  /** Whether it is the one right answer; else it only lets the reading go on. */
  readonly isCertain: boolean;
}

const mending = <C extends ProblemCode>(
  code: C,
  at: number,
  values: ProblemValues<C>,
  edit: Edit,
  isCertain: boolean,
): Mending => ({
  at,
  problem: (place, mend) => problem(code, place, values, mend),
  edit,
  isCertain,
});

/** Everything a line of `key: value` can be: its indentation and dashes, key, colon with space, value. */
const KEY_VALUE = /^(\s*(?:- +)*)([^\s:：#"'[\]{}&*!|>%@`,-][^:：]*?)(\s*: +|\s*：\s*|:(?=\S))(.*?)\s*$/;
/** A key as anybody writes it, no piece of a sentence. */
const WORD = /^(?:[A-Za-z]\w*|\p{Script=Han}{1,8})$/u;
const CLOSING: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

/**
 * Finds the mistake in a line of a text that YAML refuses. `start` is the line's offset, `stray` whether it
 * stands below a key that has its value already; `below` is what follows it.
 */
export function mendLine(line: string, start: number, stray: boolean, below: string): Mending | undefined {
  const tab = /^ *\t\s*/.exec(line);
  if (tab) {
    const from = start + line.indexOf('\t');
    return mending(
      'yaml-tab',
      from,
      {},
      { from: start, to: start + tab[0].length, text: tab[0].replaceAll('\t', '  ') },
      true,
    );
  }
  const match = KEY_VALUE.exec(line);
  if (!match) return undefined;
  const [, indent = '', key = '', colon = '', value = ''] = match;
  const keyEnd = start + indent.length + key.length;
  const valueAt = keyEnd + colon.length;
  if (colon.includes('：')) {
    if (key.length > 20) return undefined;
    const edit = { from: keyEnd, to: valueAt, text: ': ' };
    const values = { key, line: `${key}: ${asValue(value)}` };
    return mending('yaml-colon-wide', keyEnd + colon.indexOf('：'), values, edit, WORD.test(key));
  }
  if (colon === ':') {
    if (value.startsWith('//')) return undefined;
    const edit = { from: valueAt, to: valueAt, text: ' ' };
    const values = { key, line: `${key}: ${asValue(value)}` };
    return mending('yaml-colon-space', valueAt, values, edit, WORD.test(key));
  }
  const mended = mendValue(value, valueAt, key, below);
  if (mended || !stray) return mended;
  const edit = { from: start, to: start + (line.length - line.trimStart().length), text: '' };
  return mending('yaml-indent', start + indent.length, {}, edit, WORD.test(key));
}

function mendValue(value: string, at: number, key: string, below: string): Mending | undefined {
  const first = value.charAt(0);
  const quoted = { from: at, to: at + value.length, text: inQuotes(value) };
  const line = `${key}: ${quoted.text}`;
  const isOneText = !/\s#/.test(value) && !holdsKey(value);
  if (first === '"' || first === "'") {
    const close = closingQuote(value);
    if (close === -1) {
      if (below.includes(first)) return undefined;
      const edit = { from: at + value.length, to: at + value.length, text: first };
      return mending('yaml-quote-open', at, { value: first }, edit, isOneText && !hasOtherQuotes(value));
    }
    const rest = value.slice(close + 1).trim();
    if (rest === '' || rest.startsWith('#')) return undefined;
    const isText = /^[^,，、;；]*[\p{L}\p{N}]/u.test(rest);
    return mending('yaml-quote-after', at, { value: rest, line }, quoted, isOneText && isText);
  }
  const right = CLOSING[first];
  if (right !== undefined && !value.includes(right)) {
    if (below.includes(right)) return undefined;
    const edit = { from: at + value.length, to: at + value.length, text: right };
    return mending('yaml-bracket', at, { value: first, right }, edit, false);
  }
  if (/^[@`%,[\]{}&*!]|^[>|](?![+\-\d]*\s*(?:#|$))|^[-?:](?:\s|$)/.test(value)) {
    const isText = right === undefined || /[\p{L}\p{N}]/u.test(value.slice(value.lastIndexOf(right)));
    return mending('yaml-indicator', at, { value: first, line }, quoted, isOneText && isText);
  }
  if (/:(?:\s|$)/.test(value)) return mending('yaml-colon-value', at, { line }, quoted, isOneText);
  return undefined;
}

/** Two lines in one: `园区 date: 2020-01-23`. */
const holdsKey = (value: string): boolean =>
  [...value.matchAll(/(?<=^|\s)(\w+):(?=\s)/g)].some(([, word = '']) => isOurKey(word));

/** A mark that may be the missing one, an apostrophe, or what a backslash makes of it. */
const hasOtherQuotes = (value: string): boolean => /^'\w|^.+["'“”‘’＂＇\\]/.test(value);

function closingQuote(value: string): number {
  const closed = value.startsWith('"') ? /^"(?:[^"\\]|\\.)*"/.exec(value) : /^'(?:[^']|'')*'/.exec(value);
  return closed ? closed[0].length - 1 : -1;
}

/** The value as it may stand after `key: `. */
export const asValue = (value: string): string =>
  /^[\s?:,[\]{}#&*!|>'"%@`-]|: | #|:$/.test(value) && closingQuote(value) !== value.length - 1
    ? inQuotes(value)
    : value;

/** The text as YAML takes it in quotation marks, with as few backslashes as can be. */
export const inQuotes = (text: string): string =>
  /["\\]/.test(text) && !text.includes("'")
    ? `'${text}'`
    : `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** The line with the value in quotation marks, without its indentation. */
export function quotedLine(line: string, value: string): string {
  const at = line.lastIndexOf(value);
  return (line.slice(0, at) + inQuotes(value)).trimStart();
}
