import type { YAMLError } from 'yaml';
import type { Edit, Problem } from '../problems/problem.ts';
import { lineAt, placeAt, report, type Sheet } from './sheet.ts';
import { parseSimpleYaml } from './simple-yaml.ts';
import { convertYaml, editInFile, parseWithYaml, type YamlPart } from './yaml-document.ts';
import { type Mending, mendLine } from './yaml-mending.ts';
import type { MapEntry, YamlNode } from './yaml-nodes.ts';

/** Of a registry; front matter has a smaller limit of its own. */
const MOST_KILOBYTES = 1024;
const MOST_DEEP = 50;
/** An entry is parsed anew after each mending: characters parsed so at most, and times. */
const MOST_PARSED = 300_000;
const MOST_MENDINGS = 50;

/**
 * The YAML between two offsets of a file as nodes with positions. Nothing is thrown: each entry that is written
 * wrong is reported and left out or read as it was meant, and the others are read as if it were right.
 */
export function parseYaml(sheet: Sheet, from: number, to: number): YamlNode {
  const simple = parseSimpleYaml(sheet.text, from, to);
  if (simple) return simple;
  const kilobytes = Math.ceil((to - from) / 1024);
  if (kilobytes > MOST_KILOBYTES) {
    report(sheet, 'yaml-large', from, { value: String(kilobytes), limit: String(MOST_KILOBYTES) });
    return { kind: 'bad', at: from };
  }
  const text = sheet.text.slice(from, to);
  const deep = tooDeep(text);
  if (deep !== undefined) {
    report(sheet, 'yaml-deep', from + deep, {});
    return { kind: 'bad', at: from };
  }
  const marks = [...text.matchAll(/^(?:---|\.\.\.)(?=\s|$)/gm)].filter((mark) => mark.index > 0);
  for (const mark of marks) report(sheet, 'yaml-documents', from + mark.index, { value: mark[0] });
  if (marks.length > 0) return { kind: 'bad', at: from };
  const part: YamlPart = { text, origin: (offset) => from + offset };
  const { errors, contents } = parseWithYaml(text);
  const scalar = contents !== null && 'value' in contents;
  const node =
    errors.length === 0 && !scalar ? convertYaml(contents, part, sheet) : parseEntries(text, from, sheet);
  return withoutDuplicates(node, sheet);
}

/** Reads entry by entry, so that a mistake in one does not hide the others. */
function parseEntries(text: string, from: number, sheet: Sheet): YamlNode {
  const entries: MapEntry[] = [];
  const items: YamlNode[] = [];
  for (const [start, end] of topLevelParts(text)) {
    const node = parseEntry(text.slice(start, end), from + start, sheet);
    if (node?.kind === 'map') entries.push(...node.entries);
    if (node?.kind === 'list') items.push(...node.items);
  }
  if (items.length > 0 && entries.length === 0) return { kind: 'list', at: from, items };
  return entries.length > 0 ? { kind: 'map', at: from, entries } : { kind: 'bad', at: from };
}

/**
 * Offsets of the lines that begin at the margin, each with what belongs to it: indented lines, and the dashes of a
 * list below a key.
 */
function topLevelParts(text: string): [number, number][] {
  const isList = /^(?:---.*\n|[ \t]*(?:#.*)?\n)*-(?:\s|$)/.test(text);
  const margin = isList ? /^(?!---)[^\s#].*$/gm : /^(?!---|-(?:\s|$))[^\s#].*$/gm;
  const starts = [...text.matchAll(margin)].map((match) => match.index);
  const first = text.search(/^(?!---)[ \t]*[^\s#]/m);
  if (first !== -1 && first < (starts[0] ?? text.length)) starts.unshift(first);
  return starts.map((start, i) => [start, starts[i + 1] ?? text.length]);
}

function parseEntry(text: string, from: number, sheet: Sheet): YamlNode | undefined {
  const mended = new MendedText(text, from);
  const before = sheet.problems.length;
  const most = Math.min(MOST_MENDINGS, Math.ceil(MOST_PARSED / text.length));
  for (let i = 0; i < most; i++) {
    const { errors, contents } = parseWithYaml(mended.text);
    const scalar = contents === null || 'value' in contents;
    if (errors.length === 0 && !scalar) return convertYaml(contents, mended, sheet);
    const mending = findMending(mended.text, errors[0]?.pos[0] ?? 0);
    if (!mending) {
      reportUnreadable(errors[0], mended, sheet);
      break;
    }
    const mend = mending.isCertain ? editInFile(mended, mending.edit) : undefined;
    sheet.problems.push(mending.problem(placeAt(sheet, mended.origin(mending.at)), mend));
    mended.apply(mending.edit);
  }
  // What does not lead to an entry that can be read was no right answer.
  sheet.problems.push(...sheet.problems.splice(before).map(withoutMend));
  const key = /^[A-Za-z]\w*/.exec(text)?.[0];
  const value: YamlNode = { kind: 'bad', at: from };
  if (key !== undefined) return { kind: 'map', at: from, entries: [{ key, at: from, value }] };
  return text.startsWith('-') ? { kind: 'list', at: from, items: [value] } : undefined;
}

const withoutMend = ({ mend: _, ...problem }: Problem): Problem => problem;

/** A text that is put right step by step, and the way back to where each character stood. */
class MendedText implements YamlPart {
  text: string;
  readonly #from: number;
  /** Mendings so far: from this offset on, the text has grown by so much. */
  #shifts: { at: number; by: number }[] = [];

  constructor(text: string, from: number) {
    this.text = text;
    this.#from = from;
  }

  readonly origin = (offset: number): number => {
    let back = 0;
    for (const { at, by } of this.#shifts) if (offset >= at) back += by;
    return this.#from + offset - back;
  };

  apply({ from, to, text }: Edit): void {
    const by = text.length - (to - from);
    this.text = this.text.slice(0, from) + text + this.text.slice(to);
    this.#shifts = this.#shifts.map((shift) =>
      shift.at >= to ? { at: shift.at + by, by: shift.by } : shift,
    );
    this.#shifts.push({ at: from + text.length, by });
  }
}

/** `key: value`, where nothing may stand below. */
const HEAD_WITH_VALUE = /^[^\s\-:][^:\n]*: +[^\s#|>[{"'&*!]/;

/** The line that the parser complains about first, then its neighbours, then the rest. */
function findMending(text: string, errorAt: number): Mending | undefined {
  const starts = [...text.matchAll(/^/gm)].map((match) => match.index);
  const wrong = starts.findLastIndex((start) => start <= errorAt);
  const order = [wrong, wrong - 1, ...starts.keys()].filter((i) => i >= 0);
  const full = HEAD_WITH_VALUE.test(text);
  for (const i of order) {
    const start = starts[i] ?? 0;
    const line = lineAt(text, start);
    const mending = mendLine(line, start, full && i > 0, text.slice(start + line.length));
    if (mending) return mending;
  }
  return undefined;
}

function reportUnreadable(error: YAMLError | undefined, part: YamlPart, sheet: Sheet): void {
  const at = Math.min(error?.pos[0] ?? 0, part.text.trimEnd().length);
  const line = lineAt(part.text, at);
  if (error?.code === 'BAD_DQ_ESCAPE') {
    report(sheet, 'yaml-escape', part.origin(at), { value: part.text.slice(at, at + 2) });
    return;
  }
  const start = part.text.lastIndexOf('\n', at - 1) + 1 + (line.length - line.trimStart().length);
  if (error?.code === 'BAD_INDENT') report(sheet, 'yaml-indent', part.origin(start), {});
  else report(sheet, 'yaml-line', part.origin(start), { value: line.trim() });
}

/** Keeps the first of two equal keys of a map, all the way down. */
function withoutDuplicates(node: YamlNode, sheet: Sheet): YamlNode {
  if (node.kind === 'list')
    return { ...node, items: node.items.map((item) => withoutDuplicates(item, sheet)) };
  if (node.kind !== 'map') return node;
  const first = new Map<string, MapEntry>();
  for (const entry of node.entries) {
    const other = first.get(entry.key);
    if (other) {
      report(sheet, 'key-twice', entry.at, { value: entry.key, line: String(placeAt(sheet, other.at).line) });
    } else {
      first.set(entry.key, { ...entry, value: withoutDuplicates(entry.value, sheet) });
    }
  }
  return { ...node, entries: [...first.values()] };
}

/** Offset of the first bracket or dash that lies too deep: the parser's stack is not to be tried. */
function tooDeep(text: string): number | undefined {
  let depth = 0;
  for (const { 0: mark, index } of text.matchAll(/[[\]{}]|^(?:[ \t]|[-?:] ){100,}/gm)) {
    if (mark.length > 1) return index;
    depth += mark === '[' || mark === '{' ? 1 : -1;
    if (depth > MOST_DEEP) return index;
    if (depth < 0) depth = 0;
  }
  return undefined;
}
