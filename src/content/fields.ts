import type { Edit } from '../problems/problem.ts';
import { nearestKey } from './nearest-key.ts';
import type { Schema } from './schema.ts';
import { report, type Sheet } from './sheet.ts';
import type { YamlNode } from './yaml-nodes.ts';

/** What a value is read with: the file that it stands in, the name of its key, the site's time zone. */
export interface Reading {
  readonly sheet: Sheet;
  readonly key: string;
  readonly timeZone: string;
}

/** A kind of value: node → value, or undefined after reporting what is wrong. */
export interface Kind<T> {
  readonly read: (node: YamlNode, reading: Reading) => T | undefined;
  /** The same rule as JSON Schema, for editors' programs. */
  readonly schema: Schema;
}

/** A key of a file: what it is called in Chinese, its kind, and a line to copy where it must be there. */
export interface Field<T> extends Kind<T> {
  readonly about: string;
  /** What editors' programs say beside the value; empty where the name says enough. */
  readonly hint: string;
  readonly example: string | undefined;
}

/** The keys of one kind of file, in the order in which they are best written. */
export type Fields = Readonly<Record<string, Field<unknown>>>;

/** What was read: undefined where a key is missing or its value wrong. */
export type Values<F extends Fields> = {
  readonly [Key in keyof F]: (F[Key] extends Field<infer T> ? T : never) | undefined;
};

export const optional = <T>(about: string, kind: Kind<T>, hint = ''): Field<T> => ({
  ...kind,
  about,
  hint,
  example: undefined,
});

/** `example` is a whole line that the message about a missing key shows. */
export const required = <T>(about: string, kind: Kind<T>, example: string, hint = ''): Field<T> => ({
  ...kind,
  about,
  hint,
  example,
});

/**
 * Reads a map by its table of keys; everything that is wrong in it is reported. `missingAt` is where a missing key
 * would stand. Undefined where the node is no map.
 */
export function readFields<F extends Fields>(
  fields: F,
  node: YamlNode,
  reading: Reading,
  missingAt: number,
): Values<F> | undefined {
  const { sheet } = reading;
  const entries = node.kind === 'map' ? node.entries : node.kind === 'empty' ? [] : undefined;
  if (!entries) {
    reportNoMap(fields, node, reading);
    return undefined;
  }
  const values: Record<string, unknown> = {};
  // A key that is misspelt is one mistake, not two: the right one is then not missing as well.
  const meant = new Set<string>();
  for (const { key, at, value } of entries) {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (!field) {
      const nearest = nearestKey(key, Object.keys(fields));
      meant.add(nearest);
      report(sheet, 'key-unknown', at, { value: key, nearest }, keyEdit(fields, key, at, sheet));
      continue;
    }
    if (value.kind === 'empty' || (value.kind === 'text' && value.text.trim() === '')) {
      report(sheet, 'value-empty', value.at, { key });
    } else if (value.kind !== 'bad') {
      values[key] = field.read(value, { sheet, key, timeZone: reading.timeZone });
    }
  }
  for (const key in fields) {
    const field = fields[key];
    if (
      field?.example !== undefined &&
      values[key] === undefined &&
      !meant.has(key) &&
      !entries.some((entry) => entry.key === key)
    ) {
      report(sheet, 'key-missing', missingAt, { key, about: field.about, example: field.example });
    }
  }
  // The table says what each reader gives: the one place where the compiler cannot follow.
  return values as Values<F>;
}

/** The key's own name where it stands in Chinese or in other letters: it cannot mean another. */
function keyEdit(fields: Fields, written: string, at: number, { text }: Sheet): Edit | undefined {
  const right = Object.keys(fields).find(
    (key) => key.toLowerCase() === written.toLowerCase() || fields[key]?.about === written,
  );
  return right !== undefined && text.startsWith(written, at)
    ? { from: at, to: at + written.length, text: right }
    : undefined;
}

function reportNoMap(fields: Fields, node: YamlNode, { sheet, key }: Reading): void {
  if (node.kind === 'bad') return;
  const lines = Object.values(fields).flatMap(({ example }) => example ?? []);
  report(sheet, 'value-map', node.at, { key, example: lines.slice(0, 2).join(', ') });
}

/** Offset of the value of a key: for problems that are found later. */
export function valueAt(node: YamlNode, key: string): number {
  const entry = node.kind === 'map' ? node.entries.find((each) => each.key === key) : undefined;
  return entry?.value.at ?? node.at;
}

/** The line that a node stands in, up to it, with another value. */
export function lineWith({ text }: Sheet, at: number, value: string): string {
  return (text.slice(text.lastIndexOf('\n', at - 1) + 1, at) + value).trim();
}
