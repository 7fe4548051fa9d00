import { parse, stringify } from 'yaml';
import { inYaml } from './yaml-text.ts';

/*
 * A file with front matter as a form's values, and back. What a form did not change keeps its bytes: the order of
 * keys, quotation marks, comments, the way a list is written.
 */

/** What the form of one kind of file must know of its keys. */
export interface FormRules {
  /** All keys, in the order in which new ones are written. */
  readonly keys: readonly string[];
  /** Keys that are true or false; false is not written. */
  readonly flags: readonly string[];
  /** Keys whose value may be the word false instead of a text. */
  readonly falsy: readonly string[];
  /** Keys that are a text or a map: `source: {name, url}` is shown as `source` and `source_url`. */
  readonly pairs: Readonly<Record<string, { readonly main: string; readonly other: string }>>;
  /** By key, the name of each id: a form offers names. */
  readonly names: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export type FormValues = Readonly<Record<string, unknown>>;

/** Holds the head of the file from which the values came. No key of a file is called so. */
const HEAD = '_head';
/** Ends it, since a form may trim what it does not show. */
const END = '|';
/** Names the file of a new article; it stands in its address, not in the file. */
export const SLUG_KEY = 'slug';
const BODY = 'body';

/** @throws where the text has no front matter, or none that YAML takes */
export function parseForm(text: string, rules: FormRules): FormValues {
  const match = /^---\n(.*?\n)?---[ \t]*(?:\n|$)\n*/s.exec(text);
  if (!match) throw new Error('没有两行 --- 之间的资料');
  const [head, front = ''] = match;
  const values = formOf(splitFront(front), rules);
  return { ...values, [BODY]: text.slice(head.length).trimEnd(), [HEAD]: head + END };
}

/** The file that says what the form says. */
export function renderForm(values: FormValues, rules: FormRules): string {
  const kept = values[HEAD];
  const head = typeof kept === 'string' ? kept.slice(0, -END.length) : '---\n---\n\n';
  const [, front = '', rest = ''] = /^---\n(.*?\n)?(---[ \t]*\n*)$/s.exec(head) ?? [];
  const parts = splitFront(front);
  const before = joined(formOf(parts, rules), rules);
  const after = joined(values, rules);
  for (const key of new Set([...rules.keys, ...Object.keys(before), ...Object.keys(after)])) {
    if (compared(before[key]) === compared(after[key])) continue;
    const at = parts.findIndex((part) => part.key === key);
    const part = after[key] === undefined ? [] : [{ key, text: renderKey(key, after[key], rules) }];
    if (at === -1) parts.splice(placeOf(key, parts, rules), 0, ...part);
    else parts.splice(at, 1, ...part);
  }
  const written = parts.map(({ text }) => text).join('');
  const body = String(values[BODY] ?? '').trimEnd();
  if (body === '') return `---\n${written}${rest}`;
  return `---\n${written}${rest.endsWith('\n') ? rest : `${rest}\n\n`}${body}\n`;
}

interface Part {
  /** Undefined for what stands above the first key. */
  readonly key: string | undefined;
  /** Whole lines. */
  readonly text: string;
}

/** The lines of each key. */
function splitFront(front: string): Part[] {
  const parts: { key: string | undefined; text: string }[] = [];
  for (const line of front.match(/.*\n/g) ?? []) {
    const key = /^(["']?)([\p{L}\w]+)\1\s*:(?:\s|$)/u.exec(line)?.[2];
    const last = parts.at(-1);
    if (key === undefined && last) last.text += line;
    else parts.push({ key, text: line });
  }
  return parts;
}

function formOf(parts: readonly Part[], rules: FormRules): Record<string, unknown> {
  // The form's own default for a flag is for new files.
  const form: Record<string, unknown> = Object.fromEntries(rules.flags.map((key) => [key, false]));
  for (const { key, text } of parts) {
    if (key === undefined) continue;
    const all: unknown = parse(text, { schema: 'failsafe' });
    const value = isMap(all) ? all[key] : undefined;
    const pair = rules.pairs[key];
    if (rules.flags.includes(key)) form[key] = value === 'true';
    else if (pair && isMap(value)) {
      form[key] = value[pair.main];
      form[`${key}_${pair.other}`] = value[pair.other];
    } else form[key] = named(value, rules.names[key]);
  }
  return form;
}

const named = (value: unknown, names: Readonly<Record<string, string>> = {}): unknown =>
  Array.isArray(value)
    ? value.map((each) => named(each, names))
    : typeof value === 'string'
      ? (names[value] ?? value)
      : value;

/** The values as front matter holds them: pairs in one, nothing that is empty. */
function joined(form: FormValues, rules: FormRules): Record<string, unknown> {
  const values = new Map(Object.entries(form).map(([key, value]) => [key, withoutEmpty(value)]));
  for (const key of rules.flags) if (values.get(key) === false) values.delete(key);
  for (const [key, { main, other }] of Object.entries(rules.pairs)) {
    const more = values.get(`${key}_${other}`);
    if (more !== undefined) values.set(key, { [main]: values.get(key), [other]: more });
    values.delete(`${key}_${other}`);
  }
  for (const key of [HEAD, SLUG_KEY, BODY]) values.delete(key);
  return Object.fromEntries(values);
}

function withoutEmpty(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  if (Array.isArray(value)) {
    const items = value.map(withoutEmpty).filter((item) => item !== undefined);
    return items.length === 0 ? undefined : items;
  }
  if (!isMap(value)) return value ?? undefined;
  const entries = Object.entries(value).map(([key, each]) => [key, withoutEmpty(each)] as const);
  const full = entries.filter(([, each]) => each !== undefined);
  return full.length === 0 ? undefined : Object.fromEntries(full);
}

/** Values are the same where these are, whatever the order of keys in a map. */
const compared = (value: unknown): string | undefined =>
  JSON.stringify(value, (_key, each) =>
    isMap(each) ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))) : each,
  );

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function placeOf(key: string, parts: readonly Part[], { keys }: FormRules): number {
  const rank = (each: string | undefined): number => (each === undefined ? -1 : keys.indexOf(each));
  const at = parts.findIndex((part) => rank(part.key) > rank(key));
  return at === -1 ? parts.length : at;
}

const FLOW = { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 } as const;
const DATE = /^\d{4}-\d\d-\d\d(?: \d\d:\d\d(?::\d\d)?)?$/;

function renderKey(key: string, value: unknown, rules: FormRules): string {
  if (typeof value !== 'string') return `${key}: ${stringify(value, FLOW).trimEnd()}\n`;
  const isPlain = DATE.test(value) || (value === 'false' && rules.falsy.includes(key));
  return `${key}: ${isPlain ? value : inYaml(value)}\n`;
}
