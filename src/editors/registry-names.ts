import type { RegistryName, Schema } from '../content/schema.ts';

/** What a registry holds, as front matter may name it. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

export type RegistryNames = Readonly<Record<RegistryName, readonly Named[]>>;

/** Ids and names of all registries of a content folder. */
export function listNames(lists: {
  readonly channels: readonly Named[];
  readonly regions: readonly Named[];
  readonly zones: readonly Named[];
  readonly topics: readonly { readonly id: string; readonly title: string }[];
  readonly sources: readonly Named[];
}): RegistryNames {
  const both = (items: readonly Named[]): readonly Named[] => items.map(({ id, name }) => ({ id, name }));
  return {
    channels: both(lists.channels),
    regions: both(lists.regions),
    zones: both(lists.zones),
    topics: lists.topics.map(({ id, title }) => ({ id, name: title })),
    sources: both(lists.sources),
  };
}

/** How front matter best names each entry: by its name, unless that is the id of another. */
export function writtenNames(items: readonly Named[]): readonly string[] {
  const ids = new Set(items.map(({ id }) => id));
  return items.map(({ id, name }) => (ids.has(name) && name !== id ? id : name));
}

/** Of the words of a choice those that are shown. */
export const shownWords = ({ enum: words = [], shownAs = {} }: Schema): readonly string[] =>
  words.filter((word) => !Object.hasOwn(shownAs, word));
