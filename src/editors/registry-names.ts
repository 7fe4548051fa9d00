import type { Ground } from '../content/read-ground.ts';
import type { RegistryName } from '../content/schema.ts';

/** What a registry holds, as front matter may name it. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

export type RegistryNames = Readonly<Record<RegistryName, readonly Named[]>>;

/** Ids and names of all registries of a content folder. */
export function listNames({ registries }: Pick<Ground, 'registries'>): RegistryNames {
  const { channels, regions, zones, topics, sources } = registries;
  const both = (items: readonly Named[] = []): readonly Named[] =>
    items.map(({ id, name }) => ({ id, name }));
  return {
    channels: both(channels.items),
    regions: both(regions.items),
    zones: both(zones.items),
    topics: topics.items.map(({ id, title }) => ({ id, name: title })),
    sources: both(sources?.items),
  };
}

/** How front matter best names each entry: by its name, unless that is the id of another. */
export function writtenNames(items: readonly Named[]): readonly string[] {
  const ids = new Set(items.map(({ id }) => id));
  return items.map(({ id, name }) => (ids.has(name) && name !== id ? id : name));
}
