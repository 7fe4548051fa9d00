import { articleFields } from '../content/article-fields.ts';
import { schemaOf } from '../content/kinds.ts';
import type { Schema } from '../content/schema.ts';
import { type RegistryNames, shownWords, writtenNames } from './registry-names.ts';

interface Snippet {
  readonly scope: 'markdown';
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

/**
 * Snippets for VS Code: the head of a new article, and every key of it by its Chinese or English name. Registries
 * and fixed words are lists to choose from: VS Code offers them in Markdown without any extension.
 */
export function buildSnippets(names: RegistryNames): Readonly<Record<string, Snippet>> {
  const scope = 'markdown';
  const { properties = {}, required = [] } = schemaOf(articleFields);
  const key = (name: string, stop: number): string =>
    `${name}: ${written(properties[name] ?? {}, exampleOf(name), names, stop)}`;
  const head = [...required, 'zone'].map((name, index) => key(name, index + 1));
  const lines = Object.entries(properties).map(([name, { title = name, description }]): [string, Snippet] => [
    `${title}（${name}）`,
    { scope, prefix: [name, title], description: description ?? title, body: [key(name, 1)] },
  ]);
  return {
    新稿件: {
      scope,
      prefix: ['news', '新稿件'],
      description: '新稿件的开头，草稿',
      body: ['---', ...head, 'draft: true', '---', '', '$0'],
    },
    图片: {
      scope,
      prefix: ['image', '图片'],
      description: '有图注的图片，单独成段',
      body: [image],
    },
    ...Object.fromEntries(lines),
  };
}

const image = `![${placeHolder('图里有什么', 1)}](${placeHolder('图.png', 2)} "${placeHolder('图注', 3)}")`;

/** What stands after `key: ` in the table's example. */
function exampleOf(name: string): string {
  const field = Object.entries(articleFields).find(([key]) => key === name)?.[1];
  return field?.example?.slice(name.length + 2) ?? '';
}

/** A value with its place holders, numbered from `stop`. */
function written(schema: Schema, example: string, names: RegistryNames, stop: number): string {
  const { registry, type, enum: words, items, properties, anyOf } = schema;
  if (registry) return chosen(writtenNames(names[registry]), stop) ?? placeHolder(example, stop);
  if (words) return chosen(shownWords(schema), stop) ?? '';
  if (items) return `[${written(items, '', names, stop)}]`;
  if (anyOf?.[0])
    return written(anyOf[0].const === false ? (anyOf[1] ?? {}) : anyOf[0], example, names, stop);
  if (type === 'boolean') return 'true';
  if (properties) {
    const inner = Object.keys(properties).map(
      (key, index) => `${key}: ${written(properties[key] ?? {}, '', names, stop + index)}`,
    );
    return `{${inner.join(', ')}}`;
  }
  return isDate(schema) ? today(stop) : placeHolder(example, stop);
}

const isDate = ({ pattern }: Schema): boolean => pattern?.startsWith('^\\d{4}-') === true;

const today = (stop: number): string =>
  `\${${stop}:$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE $CURRENT_HOUR:$CURRENT_MINUTE}`;

function placeHolder(text: string, stop: number): string {
  return text === '' ? `$${stop}` : `\${${stop}:${text}}`;
}

/** A list to choose from; what has meaning in it stands behind a backslash. */
const chosen = (words: readonly string[], stop: number): string | undefined =>
  words.length === 0
    ? undefined
    : `\${${stop}|${words.map((word) => word.replace(/[\\,|$}]/g, '\\$&')).join(',')}|}`;
