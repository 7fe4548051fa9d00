import { type MapEntry, type MapNode, meansNothing, type YamlNode } from './yaml-nodes.ts';

/*
 * Most front matter is nothing but `key: value` lines. Such a line is read here with one regular expression, about
 * thirty times faster than by a YAML parser; whatever is not plainly simple is left to it.
 */

/** Begins like an ordinary word; holds no `: `, no ` #` and no tab. */
const PLAIN = /[^\s?:,[\]{}#&*!|>'"%@`-][^\n\t:#]*(?:(?::(?=\S)|(?<=\S)#)[^\n\t:#]*)*/.source;
const LINE = new RegExp(
  `([A-Za-z][A-Za-z0-9_]*): +(?:(${PLAIN})|"([^"\\\\\\n\\t]*)"|'([^'\\n\\t]*)'|\\[([^\\n\\t\\[\\]]*)\\]) *(?:\\n|$)`,
  'y',
);
const ITEM = /^[^\s?:,[\]{}#&*!|>'"%@`-][^:#,[\]{}]*$/;

/** The map between two offsets, or undefined where it is not plainly simple. */
export function parseSimpleYaml(text: string, from: number, to: number): MapNode | undefined {
  const block = text.slice(from, to);
  const entries: MapEntry[] = [];
  let at = 0;
  while (at < block.length) {
    LINE.lastIndex = at;
    const match = LINE.exec(block);
    if (!match) return undefined;
    const [line, key = '', plain, double, single, list] = match;
    for (const entry of entries) if (entry.key === key) return undefined;
    let start = at + key.length + 1;
    while (block.charCodeAt(start) === 32) start++;
    const value = simpleValue(from + start, plain, double ?? single, list);
    if (!value) return undefined;
    entries.push({ key, at: from + at, value });
    at += line.length;
  }
  return entries.length === 0 ? undefined : { kind: 'map', at: from, entries };
}

function simpleValue(
  at: number,
  plain: string | undefined,
  quoted: string | undefined,
  list: string | undefined,
): YamlNode | undefined {
  if (quoted !== undefined) return { kind: 'text', at, text: quoted, quoted: true };
  if (plain !== undefined) {
    const text = trimSpaces(plain);
    return meansNothing(text) ? { kind: 'empty', at } : { kind: 'text', at, text, quoted: false };
  }
  const items = simpleItems(list ?? '', at + 1);
  return items && { kind: 'list', at, items };
}

function simpleItems(list: string, from: number): YamlNode[] | undefined {
  const items: YamlNode[] = [];
  let at = from;
  for (const part of list.split(',')) {
    const text = trimSpaces(part);
    if (!isPlainItem(text)) return undefined;
    items.push({ kind: 'text', at: at + part.indexOf(text), text, quoted: false });
    at += part.length + 1;
  }
  return items;
}

/** Whether an item of a list in brackets may stand there without quotation marks. */
export const isPlainItem = (text: string): boolean => ITEM.test(text) && !meansNothing(text);

/** Only what YAML takes for white space: an ideographic space belongs to the text. */
function trimSpaces(text: string): string {
  let start = 0;
  let end = text.length;
  while (text.charCodeAt(start) === 32) start++;
  while (end > start && text.charCodeAt(end - 1) === 32) end--;
  return text.slice(start, end);
}
