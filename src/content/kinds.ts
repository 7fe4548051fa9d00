import type { Edit } from '../problems/problem.ts';
import { codeOf } from '../problems/show-problem.ts';
import { type Moment, parseMoment } from '../site/clock.ts';
import { type Fields, type Kind, lineWith, type Reading, readFields, type Values } from './fields.ts';
import { itemRemoval, listEdit } from './mend-lists.ts';
import { nearest } from './nearest.ts';
import type { RegistryName, Schema } from './schema.ts';
import { editOf, report, type Sheet } from './sheet.ts';
import type { YamlNode } from './yaml-nodes.ts';

/** A text with its place: for what is resolved later. */
export interface PlacedText {
  readonly text: string;
  readonly at: number;
}

/** Control characters, line separators, marks that turn the direction of writing, halves of characters. */
const UNSEEN = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u;
const TEMPLATE = /\{\{.*?\}\}|\{%.*?%\}|\$\{.*?\}/;

/** One line of text; `most` counts code points. Spaces around it, ideographic ones too, are no part of it. */
export const text = (most: number): Kind<string> => ({
  read: (node, reading) => readText(node, reading, most),
  // Programs take a bare 2020 for a number; to us it is a text.
  schema: { type: ['string', 'number'], minLength: 1, maxLength: most },
});

/** A text that is an id or name of a registry. */
export const naming = <T>(registry: RegistryName, kind: Kind<T>): Kind<T> => ({
  read: kind.read,
  schema: kind.schema.items
    ? { ...kind.schema, items: { ...kind.schema.items, registry } }
    : { ...kind.schema, registry },
});

/** A text that names a picture or a video. */
export const fileName = <T>(contentMediaType: 'image/*' | 'video/*', kind: Kind<T>): Kind<T> => ({
  read: kind.read,
  schema: { ...kind.schema, contentMediaType },
});

/** As `text`, with its place. */
export const placedText = (most: number): Kind<PlacedText> => ({
  ...text(most),
  read: (node, reading) => {
    const read = readText(node, reading, most);
    return read === undefined ? undefined : { text: read, at: node.at };
  },
});

function readText(node: YamlNode, { sheet, key }: Reading, most: number): string | undefined {
  if (node.kind !== 'text') {
    if (node.kind !== 'bad') report(sheet, 'value-text', node.at, { key });
    return undefined;
  }
  const trimmed = node.text.trim();
  if (UNSEEN.test(trimmed)) {
    const value = UNSEEN.exec(trimmed)?.[0] ?? '';
    if (value === '\n') report(sheet, 'text-lines', node.at, { key });
    else
      report(
        sheet,
        'text-character',
        node.at,
        { key, value: codeOf(value) },
        withoutMark(sheet, node, value),
      );
    return undefined;
  }
  if (trimmed.length > most) {
    const length = [...trimmed].length;
    if (length > most) {
      report(sheet, 'text-long', node.at, { key, value: String(length), most: String(most) });
      return undefined;
    }
  }
  return trimmed;
}

/** Marks that only turn the direction of writing or join: without the first of them the text is the same. */
function withoutMark(
  sheet: Sheet,
  node: { readonly text: string; readonly at: number },
  mark: string,
): Edit | undefined {
  const whole = editOf(sheet, node, '');
  if (!whole || !/[\u202a-\u202e\u2066-\u2069\ufeff]/.test(mark)) return undefined;
  const at = sheet.text.indexOf(mark, whole.from);
  return { from: at, to: at + 1, text: '' };
}

/** A day, with a time where one is given. */
export const date: Kind<Moment> = {
  read: (node, { sheet, key, timeZone }) => {
    if (node.kind !== 'text') {
      if (node.kind !== 'bad') report(sheet, 'value-text', node.at, { key });
      return undefined;
    }
    const value = node.text.trim();
    const moment = parseMoment(value, timeZone);
    if (!('why' in moment)) {
      const year = moment.day.slice(0, 4);
      if (year < '1900' || year > '2100') report(sheet, 'date-far', node.at, { value: year });
      return moment;
    }
    const template = TEMPLATE.exec(value)?.[0];
    if (template !== undefined) report(sheet, 'text-template', node.at, { key, value: template });
    else if (moment.why === 'unreadable') report(sheet, 'date-unreadable', node.at, { value });
    else reportNoDate(moment, node, { sheet, key, timeZone });
    return undefined;
  },
  schema: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d([ T]|$)' },
};

/** Written in another way, or a day or time that does not exist; of a wrong form only a real date is proposed. */
function reportNoDate(
  moment: { readonly why: 'impossible' } | { readonly why: 'form'; readonly right: string },
  node: PlacedText,
  { sheet, timeZone }: Reading,
): void {
  const { at } = node;
  const value = node.text.trim();
  const right = moment.why === 'form' ? moment.right : value;
  const day = right.slice(0, 10);
  if ('why' in parseMoment(day, timeZone)) report(sheet, 'date-impossible', at, { value: day });
  else if ('why' in parseMoment(right, timeZone))
    report(sheet, 'time-impossible', at, { value: right.slice(11) });
  else {
    // Seconds, which the right form leaves out, are for the editor to give up.
    const isWhole = numbersIn(value) === numbersIn(right);
    report(sheet, 'date-form', at, { value, right }, isWhole ? editOf(sheet, node, right) : undefined);
  }
}

const numbersIn = (date: string): string => (date.normalize('NFKC').match(/\d+/g) ?? []).map(Number).join();

/** One of a few words. Of words that mean the same the last is the one that is best shown. */
export const choice = <T extends string>(words: Readonly<Record<string, T>>): Kind<T> => ({
  read: (node, reading) => {
    const value = readText(node, reading, 100);
    if (value === undefined) return undefined;
    if (Object.hasOwn(words, value)) return words[value];
    const known = Object.keys(words);
    const { sheet, key } = reading;
    const same = known.find((word) => word.toLowerCase() === value.toLowerCase());
    const mend = node.kind === 'text' && same !== undefined ? editOf(sheet, node, same) : undefined;
    const values = { key, value, choices: known.join(', '), nearest: nearest(value, known) ?? '' };
    report(sheet, 'value-choice', node.at, values, mend);
    return undefined;
  },
  schema: { enum: Object.keys(words), ...shownAs(words) },
});

function shownAs(words: Readonly<Record<string, string>>): Schema {
  const best = new Map(Object.entries(words).map(([word, meaning]) => [meaning, word]));
  const others = Object.entries(words).flatMap(([word, meaning]): [string, string][] => {
    const shown = best.get(meaning) ?? word;
    return shown === word ? [] : [[word, shown]];
  });
  return others.length === 0 ? {} : { shownAs: Object.fromEntries(others) };
}

const YES = /^(?:yes|y|on|1|是|对|真|t|True|TRUE)$/i;
const NO = /^(?:no|n|off|0|否|不|假|f|False|FALSE)$/i;

export const boolean: Kind<boolean> = {
  read: (node, reading) => {
    if (node.kind === 'text' && node.text === 'true') return true;
    if (node.kind === 'text' && node.text === 'false') return false;
    const value = readText(node, reading, 100);
    if (value === undefined) return undefined;
    const right = YES.test(value) ? 'true' : NO.test(value) ? 'false' : '';
    const { sheet, key } = reading;
    const mend = node.kind === 'text' && right !== '' ? editOf(sheet, node, right) : undefined;
    report(sheet, 'value-boolean', node.at, { key, value, right }, mend);
    return undefined;
  },
  schema: { type: 'boolean' },
};

export const wholeNumber = (least: number, most: number): Kind<number> => ({
  read: (node, reading) => {
    const value = readText(node, reading, 100);
    if (value === undefined) return undefined;
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    if (number >= least && number <= most) return number;
    const limits = { least: String(least), most: String(most) };
    report(reading.sheet, 'value-number', node.at, { key: reading.key, value, ...limits });
    return undefined;
  },
  schema: { type: 'integer', minimum: least, maximum: most },
});

/** A whole http or https address. */
export const url: Kind<string> = {
  read: (node, reading) => {
    const value = readText(node, reading, 2000);
    if (value === undefined) return undefined;
    if (/^https?:\/\/[^\s/]+/i.test(value) && !/[\s<>"\\]/.test(value) && URL.canParse(value)) return value;
    report(reading.sheet, 'url-form', node.at, { key: reading.key, value });
    return undefined;
  },
  schema: { type: 'string', format: 'uri' },
};

export const email: Kind<string> = {
  read: (node, reading) => {
    const value = readText(node, reading, 254);
    if (value === undefined || /^[^\s@<>"]+@[^\s@<>".]+(?:\.[^\s@<>".]+)+$/.test(value)) return value;
    report(reading.sheet, 'email-form', node.at, { value });
    return undefined;
  },
  schema: { type: 'string', format: 'email' },
};

/** A list; items that are wrong are reported and left out. */
export const list = <T>(item: Kind<T>): Kind<readonly T[]> => ({
  read: (node, reading) => {
    const { sheet, key } = reading;
    if (node.kind !== 'list') {
      if (node.kind === 'text') {
        const items = node.text.split(/\s*[,，、;；]\s*/).filter((each) => each !== '');
        const line = lineWith(sheet, node.at, `[${items.join(', ')}]`);
        const values = { key, value: node.text.trim(), line };
        report(sheet, 'value-list', node.at, values, listEdit(sheet, node, items));
      } else if (node.kind === 'map') {
        report(sheet, 'value-list', node.at, { key, value: '{…}', line: `${key}: […]` });
      }
      return undefined;
    }
    const values: T[] = [];
    for (const each of node.items) {
      if (each.kind === 'empty' || (each.kind === 'text' && each.text.trim() === '')) {
        report(sheet, 'value-empty', each.at, { key });
        continue;
      }
      const value = item.read(each, reading);
      if (value !== undefined) values.push(value);
    }
    return values;
  },
  schema: { type: 'array', items: item.schema },
});

/** A list of texts in which none stands twice. */
export const texts = (most: number): Kind<readonly string[]> => {
  const placed = list(placedText(most));
  return {
    schema: { ...placed.schema, uniqueItems: true },
    read: (node, reading) => {
      const items = placed.read(node, reading);
      return items && withoutTwins(items, reading).map((item) => item.text);
    },
  };
};

/** As `texts`, with places. */
export const placedTexts = (most: number): Kind<readonly PlacedText[]> => {
  const placed = list(placedText(most));
  return {
    ...placed,
    read: (node, reading) => {
      const items = placed.read(node, reading);
      return items && withoutTwins(items, reading);
    },
  };
};

function withoutTwins(items: readonly PlacedText[], { sheet, key }: Reading): readonly PlacedText[] {
  const seen = new Set<string>();
  return items.filter(({ text: value, at }) => {
    if (!seen.has(value)) return seen.add(value);
    report(sheet, 'item-twice', at, { key, value }, itemRemoval(sheet, { text: value, at }));
    return false;
  });
}

/** A map of its own inside a value, by a table of keys. */
export const group = <F extends Fields>(fields: F): Kind<Values<F>> => ({
  read: (node, reading) => readFields(fields, node, reading, node.at),
  schema: schemaOf(fields),
});

/** The table of a file's keys as JSON Schema. */
export function schemaOf(fields: Fields): Schema {
  const properties = Object.fromEntries(
    Object.entries(fields).map(([key, { about, hint, schema }]) => [
      key,
      { title: about, ...(hint !== '' && { description: hint }), ...schema },
    ]),
  );
  const needed = Object.keys(fields).filter((key) => fields[key]?.example !== undefined);
  return { type: 'object', additionalProperties: false, required: needed, properties };
}
