import type { ProblemCode, ProblemValues } from '../problems/catalogue.ts';
import { type Place, type Problem, problem } from '../problems/problem.ts';

/** What was wrong with a line, and how the text goes on as if it were right. Offsets are those of the text given. */
export interface Mending {
  readonly at: number;
  readonly problem: (place: Place) => Problem;
  readonly edit: Edit;
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const mending = <C extends ProblemCode>(
  code: C,
  at: number,
  values: ProblemValues<C>,
  edit: Edit,
): Mending => ({
  at,
  problem: (place) => problem(code, place, values),
  edit,
});

/** Everything a line of `key: value` can be: its indentation and dashes, key, colon with space, value. */
const KEY_VALUE = /^(\s*(?:- +)*)([^\s:：#"'[\]{}&*!|>%@`,-][^:：]*?)(\s*: +|\s*：\s*|:(?=\S))(.*?)\s*$/;
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
    return mending('yaml-colon-wide', keyEnd + colon.indexOf('：'), values, edit);
  }
  if (colon === ':') {
    if (value.startsWith('//')) return undefined;
    const edit = { from: valueAt, to: valueAt, text: ' ' };
    return mending('yaml-colon-space', valueAt, { key, line: `${key}: ${asValue(value)}` }, edit);
  }
  const mended = mendValue(value, valueAt, key, below);
  if (mended || !stray) return mended;
  const edit = { from: start, to: start + (line.length - line.trimStart().length), text: '' };
  return mending('yaml-indent', start + indent.length, {}, edit);
}

function mendValue(value: string, at: number, key: string, below: string): Mending | undefined {
  const first = value.charAt(0);
  const quoted = { from: at, to: at + value.length, text: inQuotes(value) };
  const line = `${key}: ${quoted.text}`;
  if (first === '"' || first === "'") {
    const close = closingQuote(value);
    if (close === -1) {
      if (below.includes(first)) return undefined;
      const edit = { from: at + value.length, to: at + value.length, text: first };
      return mending('yaml-quote-open', at, { value: first }, edit);
    }
    const rest = value.slice(close + 1).trim();
    if (rest === '' || rest.startsWith('#')) return undefined;
    return mending('yaml-quote-after', at, { value: rest, line }, quoted);
  }
  const right = CLOSING[first];
  if (right !== undefined && !value.includes(right)) {
    if (below.includes(right)) return undefined;
    const edit = { from: at + value.length, to: at + value.length, text: right };
    return mending('yaml-bracket', at, { value: first, right }, edit);
  }
  if (/^[@`%,[\]{}&*!]|^[>|](?![+\-\d]*\s*(?:#|$))|^[-?:](?:\s|$)/.test(value)) {
    return mending('yaml-indicator', at, { value: first, line }, quoted);
  }
  if (/:(?:\s|$)/.test(value)) return mending('yaml-colon-value', at, { line }, quoted);
  return undefined;
}

function closingQuote(value: string): number {
  const closed = value.startsWith('"') ? /^"(?:[^"\\]|\\.)*"/.exec(value) : /^'(?:[^']|'')*'/.exec(value);
  return closed ? closed[0].length - 1 : -1;
}

/** The value as it may stand after `key: `. */
const asValue = (value: string): string =>
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
