import type { Schema } from '../content/schema.ts';
import { type RegistryNames, shownWords, writtenNames } from './registry-names.ts';

/** A field of Sveltia's form; its other options are those of its widget, held against Sveltia's own schema by a test. */
export interface CmsField {
  readonly name: string;
  readonly label: string;
  readonly widget: string;
  readonly [option: string]: unknown;
}

/** Fields of Sveltia's form for a kind of file, its text last. */
export function buildCmsFields(schema: Schema, names: RegistryNames, timeZone: string): CmsField[] {
  return [
    ...fieldsOf(schema, names, timeZone),
    { name: 'body', label: '正文', widget: 'richtext', editor_components: ['image'], linked_images: false },
  ];
}

function fieldsOf(
  { properties = {}, required = [] }: Schema,
  names: RegistryNames,
  timeZone: string,
): CmsField[] {
  return Object.entries(properties).flatMap(([name, schema]): CmsField[] => {
    const about = {
      name,
      label: schema.title ?? name,
      required: required.includes(name),
      ...(schema.description !== undefined && { hint: schema.description }),
    };
    const pair = pairOf(schema);
    if (!pair) return [fieldOf(about, schema, names, timeZone)];
    // A text, or a map of it with something more: two fields.
    const [first = {}] = schema.anyOf ?? [];
    const more = fieldsOf({ ...pair, required: [] }, names, timeZone).slice(1);
    return [
      fieldOf(about, first, names, timeZone),
      ...more.map((each): CmsField => ({ ...each, name: `${name}_${each.name}` })),
    ];
  });
}

interface About {
  readonly name: string;
  readonly label: string;
  readonly required: boolean;
  readonly hint?: string;
}

function fieldOf(about: About, schema: Schema, names: RegistryNames, timeZone: string): CmsField {
  const { registry, type, format, items, properties, contentMediaType } = schema;
  if (registry === 'sources') return { ...about, widget: 'proposed', options: writtenNames(names.sources) };
  const dropDown = { ...about, widget: 'select', dropdown_threshold: 0 };
  if (registry) return { ...dropDown, options: [...writtenNames(names[registry])] };
  if (schema.enum) return { ...dropDown, options: [...shownWords(schema)] };
  if (contentMediaType === 'image/*') return { ...about, widget: 'image', choose_url: false };
  if (contentMediaType) return { ...about, widget: 'file', accept: contentMediaType };
  if (type === 'boolean') return { ...about, widget: 'boolean', default: true };
  if (schema.pattern?.startsWith('^\\d{4}-')) {
    return {
      ...about,
      widget: 'datetime',
      format: 'YYYY-MM-DD HH:mm',
      input_timezone: timeZone,
      ...(about.required && { default: '{{now}}' }),
    };
  }
  if (properties) {
    return { ...about, widget: 'object', collapsed: true, fields: fieldsOf(schema, names, timeZone) };
  }
  if (items?.registry) {
    return { ...about, widget: 'select', multiple: true, options: [...writtenNames(names[items.registry])] };
  }
  if (items?.properties) return { ...about, widget: 'list', fields: fieldsOf(items, names, timeZone) };
  if (items) return { ...about, widget: 'list' };
  const kind = format === 'uri' ? 'url' : format === 'email' ? 'email' : 'text';
  return {
    ...about,
    widget: 'string',
    type: kind,
    ...(schema.maxLength !== undefined && { maxlength: schema.maxLength }),
  };
}

/** The map that a value may be instead of a text. */
export const pairOf = ({ anyOf }: Schema): Schema | undefined =>
  anyOf?.find(({ properties }) => properties !== undefined);
