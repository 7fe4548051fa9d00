import type { Fields } from '../content/fields.ts';
import { schemaOf } from '../content/kinds.ts';
import type { Schema } from '../content/schema.ts';
import { type RegistryNames, writtenNames } from './registry-names.ts';

/** JSON Schema (draft 7, as editors' programs take it) of one kind of file, with what the registries hold. */
export function buildFileSchema(title: string, fields: Fields, names: RegistryNames): object {
  return { $schema: draft, title, ...filled(schemaOf(fields), names) };
}

/** The same for a file that is a list of entries. */
export function buildListSchema(title: string, fields: Fields, names: RegistryNames): object {
  return { $schema: draft, title, type: 'array', items: filled(schemaOf(fields), names) };
}

const draft = 'http://json-schema.org/draft-07/schema#';

/** Names of registries become what these hold; a source may be another, so it is only proposed. */
function filled(schema: Schema, names: RegistryNames): object {
  const { registry, shownAs: _, items, anyOf, properties, ...rest } = schema;
  return {
    ...rest,
    ...(registry && proposals(registry, names)),
    ...(items && { items: filled(items, names) }),
    ...(anyOf && { anyOf: anyOf.map((each) => filled(each, names)) }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, each]) => [key, filled(each, names)]),
      ),
    }),
  };
}

function proposals(registry: keyof RegistryNames, names: RegistryNames): object {
  const items = names[registry];
  const written = writtenNames(items);
  if (registry === 'sources') return { examples: written };
  return { enum: [...new Set([...written, ...items.map(({ name }) => name), ...items.map(({ id }) => id)])] };
}
