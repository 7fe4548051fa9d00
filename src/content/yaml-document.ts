import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  type ParsedNode,
  parseDocument,
  type Scalar,
  type YAMLError,
} from 'yaml';
import type { Edit } from '../problems/problem.ts';
import { isOurKey } from './nearest-key.ts';
import { lineAt, report, type Sheet } from './sheet.ts';
import { asValue, inQuotes, quotedLine } from './yaml-mending.ts';
import { type MapEntry, meansNothing, type YamlNode } from './yaml-nodes.ts';

/** A text for the YAML parser, and the way back from its offsets to those of the file. */
export interface YamlPart {
  readonly text: string;
  readonly origin: (offset: number) => number;
}

/** An edit of a part as one of the file; undefined where what it replaces does not stand there so. */
export function editInFile({ origin }: YamlPart, { from, to, text }: Edit): Edit | undefined {
  const edit = { from: origin(from), to: origin(to), text };
  return edit.to - edit.from === to - from ? edit : undefined;
}

interface ParsedYaml {
  readonly errors: readonly YAMLError[];
  readonly contents: ParsedNode | null;
}

/** Every scalar stays text; duplicate keys, tags and anchors are ours to refuse. */
export const parseWithYaml = (text: string): ParsedYaml =>
  parseDocument(text, {
    schema: 'failsafe',
    merge: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });

/** The parser's tree as ours; what is refused in it is reported and becomes a bad node. */
export function convertYaml(root: ParsedNode | null, part: YamlPart, sheet: Sheet): YamlNode {
  return root === null ? { kind: 'empty', at: part.origin(0) } : convert(root, part, sheet, part.origin(0));
}

function convert(node: ParsedNode, part: YamlPart, sheet: Sheet, keyAt: number): YamlNode {
  const start = node.range[0];
  const at = part.origin(start);
  const refused = refuse(node, part, sheet);
  if (refused) return { kind: 'bad', at };
  if (isScalar(node)) return convertScalar(node, part, sheet, keyAt);
  if (isSeq(node)) {
    return {
      kind: 'list',
      at,
      items: node.items.map((item) => convert(item, part, sheet, part.origin(item.range[0]))),
    };
  }
  if (isMap(node)) {
    const entries = node.items.flatMap((pair) => convertPair(pair, part, sheet) ?? []);
    return { kind: 'map', at, entries };
  }
  return { kind: 'bad', at };
}

function convertPair(
  pair: Pair<ParsedNode, ParsedNode | null>,
  part: YamlPart,
  sheet: Sheet,
): MapEntry | undefined {
  const start = pair.key.range[0];
  const at = part.origin(start);
  if (!isScalar(pair.key) || refuse(pair.key, part, sheet)) {
    if (!isScalar(pair.key)) report(sheet, 'yaml-line', at, { value: lineAt(part.text, start).trim() });
    return undefined;
  }
  const key = String(pair.key.value);
  if (key === '<<') {
    report(sheet, 'yaml-merge', at, {});
    return undefined;
  }
  const wide = wideKey(pair, key, part, sheet);
  if (wide) return wide;
  const value: YamlNode = pair.value === null ? { kind: 'empty', at } : convert(pair.value, part, sheet, at);
  return { key, at, value };
}

/** `title：a: b` or `title:a: b`, where the parser takes `title：a` for the key. */
function wideKey(
  pair: Pair<ParsedNode, ParsedNode | null>,
  written: string,
  part: YamlPart,
  sheet: Sheet,
): MapEntry | undefined {
  const { text, origin } = part;
  const [, key, colon = ''] = /^([^\s:：]{1,20})(\s*：\s*|:(?=\S))/.exec(written) ?? [];
  const isWide = colon !== ':';
  if (key === undefined || !(isWide || isOurKey(key))) return undefined;
  const start = pair.key.range[0];
  const valueAt = start + key.length + colon.length;
  const value = text.slice(valueAt, pair.value?.range[1] ?? pair.key.range[1]).trim();
  const keyEnd = start + key.length;
  const end = valueAt + value.length;
  const isOneText = !/\n|\s#/.test(value) && text.startsWith(value, valueAt);
  const right = `: ${asValue(value)}`;
  const mend = isOneText ? editInFile(part, { from: keyEnd, to: end, text: right }) : undefined;
  const colonAt = isWide ? start + written.indexOf('：') : valueAt;
  const values = { key, line: key + right };
  report(sheet, isWide ? 'yaml-colon-wide' : 'yaml-colon-space', origin(colonAt), values, mend);
  return { key, at: origin(start), value: { kind: 'text', at: origin(valueAt), text: value, quoted: true } };
}

function convertScalar(node: Scalar.Parsed, part: YamlPart, sheet: Sheet, keyAt: number): YamlNode {
  const [start, end] = node.range;
  const at = part.origin(start);
  const text = String(node.value);
  if (node.type !== 'PLAIN') return { kind: 'text', at, text, quoted: true };
  const rest = part.text.slice(end, endOfLine(part.text, end));
  const hash = rest.indexOf('#');
  if (hash !== -1 && (text === '' || /\S/.test(rest[hash + 1] ?? ' '))) {
    const hashAt = part.origin(end + hash);
    const swallowed = rest.slice(hash).trim();
    const line = lineAt(part.text, end);
    const whole = line.slice(line.length - (endOfLine(part.text, end) - start));
    const values = { value: swallowed, line: quotedLine(line, whole.trim()) };
    if (text === '') {
      const quoted = { from: end + hash, to: end + hash + swallowed.length, text: inQuotes(swallowed) };
      const mend = /^#[^\s#](?:(?!\s#).)*$/.test(swallowed) ? editInFile(part, quoted) : undefined;
      report(sheet, 'yaml-hash', hashAt, values, mend);
      return { kind: 'bad', at: hashAt };
    }
    report(sheet, 'yaml-hash-tail', hashAt, values);
  }
  if (meansNothing(text)) return { kind: 'empty', at: text === '' ? keyAt : at };
  const written = part.text.slice(start, end);
  const wide = /\n[ \t]*([\w\u4e00-\u9fff]{1,12})：[ \t]*/.exec(written);
  if (wide) {
    const [before, key = ''] = wide;
    const value = written.slice(wide.index + before.length).split('\n', 1)[0] ?? '';
    const colon = start + wide.index + before.indexOf('：');
    const wideEnd = start + wide.index + before.length;
    const mend = editInFile(part, { from: colon, to: wideEnd, text: ': ' });
    report(sheet, 'yaml-colon-wide', part.origin(colon), { key, line: `${key}: ${value}` }, mend);
    return { kind: 'text', at, text: written.slice(0, wide.index).trim(), quoted: false };
  }
  return { kind: 'text', at, text, quoted: false };
}

/** Anchors, aliases and tags. */
function refuse(node: ParsedNode, { text, origin }: YamlPart, sheet: Sheet): boolean {
  const start = node.range[0];
  if (isAlias(node)) {
    report(sheet, 'yaml-alias', origin(start), { value: `*${node.source}` });
    return true;
  }
  const { anchor, tag } = node;
  if (anchor !== undefined) {
    report(sheet, 'yaml-anchor', origin(propertyBefore(text, '&', start)), { value: `&${anchor}` });
  } else if (tag !== undefined) {
    const at = propertyBefore(text, '!', start);
    report(sheet, 'yaml-tag', origin(at), { value: /^\S*/.exec(text.slice(at))?.[0] ?? '!' });
  }
  return anchor !== undefined || tag !== undefined;
}

/** Where the properties of a node begin: the last word before it that begins with the mark. */
function propertyBefore(text: string, mark: string, before: number): number {
  let at = text.lastIndexOf(mark, before);
  while (at > 0 && /\S/.test(text[at - 1] ?? '')) at = text.lastIndexOf(mark, at - 1);
  return Math.max(at, 0);
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}
