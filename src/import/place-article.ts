import type { Medium } from '../content/article.ts';
import type { Ground } from '../content/read-ground.ts';
import type { Registry } from '../content/registry.ts';
import type { OldFields } from './find-fields.ts';
import { aliasOf } from './old-address.ts';
import type { Rules } from './rules.ts';

/** Where an article stands in the new site, as front matter names it. */
export interface Placed {
  readonly channel: string | undefined;
  readonly zone: string | undefined;
  readonly region: string | undefined;
  readonly source: string | undefined;
  readonly medium: Medium;
  /** A zone that the page names and nobody knows. */
  readonly unknownZone: string | undefined;
}

type Registries = Ground['registries'];

/** Channel, zone, region and source of an old page: by the rules, by the names of the registries, by default. */
export function placeArticle(
  fields: OldFields,
  url: URL | undefined,
  rules: Rules,
  registries: Registries,
): Placed {
  const { columns } = fields;
  const deepest = columns.toReversed();
  const byName = <T extends { readonly id: string }>(
    names: readonly string[],
    ruled: ReadonlyMap<string, string>,
    registry: Registry<T>,
  ): string | undefined =>
    names.map((name) => ruled.get(name) ?? find(registry, name)).find((id) => id !== undefined);
  const zones = [fields.zone, fields.publisher].filter((name) => name !== undefined);
  const zone = byName([...zones, ...deepest], rules.zones, registries.zones) ?? rules.defaults.zone;
  const region =
    byName(
      [...(fields.region === undefined ? [] : [fields.region]), ...deepest],
      rules.regions,
      registries.regions,
    ) ?? rules.defaults.region;
  const isPublisherZone =
    fields.publisher !== undefined && byName([fields.publisher], rules.zones, registries.zones) !== undefined;
  return {
    channel:
      channelOfAddress(url, rules) ??
      byName(deepest, rules.channels, registries.channels) ??
      rules.defaults.channel,
    zone,
    // An article has its zone's region by itself.
    region: region !== undefined && regionOf(zone, registries) === region ? undefined : region,
    source: sourceOf(fields, isPublisherZone, rules, registries) ?? rules.defaults.source,
    medium: columns.some((name) => /^(?:图片|组图)/.test(name))
      ? 'picture'
      : columns.some((name) => /^视频/.test(name))
        ? 'video'
        : 'text',
    unknownZone:
      fields.zone !== undefined && byName([fields.zone], rules.zones, registries.zones) === undefined
        ? fields.zone
        : undefined,
  };
}

const regionOf = (zone: string | undefined, { zones }: Registries): string | undefined =>
  zone === undefined ? undefined : zones.find(zone)?.region;

/** By id or name; places also without the word for what they are. */
function find<T extends { readonly id: string }>(registry: Registry<T>, name: string): string | undefined {
  return (registry.find(name) ?? registry.find(name.replace(/(?:省|市|地区|自治区)$/, '')))?.id;
}

function sourceOf(
  { source, publisher }: OldFields,
  isPublisherZone: boolean,
  rules: Rules,
  { sources }: Registries,
): string | undefined {
  const said = source ?? (isPublisherZone ? undefined : publisher);
  if (said === undefined) return undefined;
  const bare = said.replace(/^《(.*)》$/, '$1');
  const ruled = rules.sources.get(said) ?? rules.sources.get(bare);
  return ruled ?? sources?.find(bare)?.name ?? said;
}

/** The channel of the longest beginning of the address that the rules name, or of a part of its query: `?classid=12`. */
export function channelOfAddress(
  url: URL | undefined,
  { channels }: Pick<Rules, 'channels'>,
): string | undefined {
  if (!url) return undefined;
  const address = aliasOf(url);
  let longest = '';
  for (const beginning of channels.keys()) {
    const isQuery = beginning.startsWith('?');
    const isIn = isQuery
      ? `&${url.search.slice(1)}&`.includes(`&${beginning.slice(1)}&`)
      : beginning.startsWith('/') && address.startsWith(beginning);
    if (isIn && beginning.length > longest.length) longest = beginning;
  }
  return longest === '' ? undefined : channels.get(longest);
}
