import type { Archive } from '../archive/archive.ts';
import { cutDirectory, type DirectoryPart } from '../archive/lists.ts';
import type { Zone } from '../content/registries.ts';
import { texts } from '../site/texts.ts';
import { buildTurner, partSuffix } from './directory-parts.ts';
import { buildHead } from './head.ts';
import { addressHash, pageOf } from './key.ts';
import type { ZonesPage } from './link-pages.ts';
import type { Page } from './page.ts';
import { homeCrumb, type Views } from './views.ts';

const address = '/zones/';
/** Zones on a page of the directory. */
const pageSize = 100;

/**
 * 开发区名录. Radio buttons and a generated style sheet filter it, so that no script is needed. One that is too long
 * for a page is cut, in the order of the regions, which lead to the page that they begin on.
 */
export function* buildZoneDirectory(views: Views): Generator<Page> {
  const { archive } = views;
  const parts = cutZones(archive);
  const choices = parts.length === 1 ? buildChoices(archive) : { regions: [], levels: [] };
  const levelKey = (level: string | undefined): string =>
    choices.levels.find(({ name }) => name === level)?.key ?? '';
  const rules = zoneFilterRules(choices.regions, choices.levels);
  const styleAddress = `/assets/zone-filter.${addressHash(rules)}.css`;
  if (parts.length === 1) yield pageOf('text', styleAddress, { text: rules });
  const filters = parts.length === 1 ? [] : buildRegionLinks(views);
  for (const [index, part] of parts.entries()) {
    const title = texts.zones + partSuffix(part);
    const crumbs = [homeCrumb(views), views.link(address, texts.zones)];
    const description = `${archive.zones.length}家开发区的概况与新闻，${parts.length === 1 ? '可按地区和级别筛选' : '按地区排列'}。`;
    yield pageOf('zones', part.address, {
      head: buildHead(views, { address: part.address, title, description, crumbs }),
      crumbs,
      section: 'zones',
      count: archive.zones.length,
      zones: part.items.map((zone) => ({
        ...views.zoneCard(zone),
        regionKeys: (archive.above.get(zone.region) ?? []).join(' '),
        levelKey: levelKey(zone.level),
      })),
      ...choices,
      zoneFilter: parts.length === 1 ? views.href(styleAddress) : undefined,
      filters,
      turner: buildTurner(views, parts, index),
    });
  }
}

/** The pages of the directory; of more than one in the order of the registry of regions. */
function cutZones({ zones, regions }: Archive): DirectoryPart<Zone>[] {
  if (zones.length <= pageSize) return cutDirectory(address, zones, pageSize);
  const places = new Map(regions.map(({ id }, place) => [id, place]));
  const placeOf = ({ region }: Zone): number => places.get(region) ?? 0;
  const ordered = [...zones].sort((a, b) => placeOf(a) - placeOf(b));
  return cutDirectory(address, ordered, pageSize);
}

/** The page of the directory that the zones of a region begin on. */
export function zonesOfRegion(archive: Archive, region: string): string {
  const begins = cutZones(archive).find(({ items }) =>
    items.some((zone) => archive.above.get(zone.region)?.includes(region)),
  );
  return begins?.address ?? address;
}

const zonesIn = ({ zones, above }: Archive, region: string): readonly Zone[] =>
  zones.filter((zone) => above.get(zone.region)?.includes(region));

/** First-level regions that have zones. */
const regionsWithZones = (archive: Archive) =>
  archive.regions
    .filter(({ parent }) => parent === undefined)
    .map(({ id, name }) => ({ key: id, name, count: zonesIn(archive, id).length }))
    .filter(({ count }) => count > 0);

function buildChoices(archive: Archive): Pick<ZonesPage, 'regions' | 'levels'> {
  const levels = [...new Set(archive.zones.map(({ level }) => level).filter((level) => level !== undefined))];
  return {
    regions: regionsWithZones(archive),
    levels: levels.map((name, index) => ({
      key: `l${index + 1}`,
      name,
      count: archive.zones.filter(({ level }) => level === name).length,
    })),
  };
}

function buildRegionLinks(views: Views): ZonesPage['filters'] {
  const links = regionsWithZones(views.archive).map(({ key, name, count }) => ({
    ...views.link(zonesOfRegion(views.archive, key), `${name} ${count}家`),
    current: false,
  }));
  return [{ name: texts.regions, links }];
}

interface Choice {
  readonly key: string;
}

function zoneFilterRules(regions: readonly Choice[], levels: readonly Choice[]): string {
  const rule = (attribute: 'region' | 'level', key: string): string =>
    `.zones:has(#${attribute}-${key}:checked) [data-${attribute}]:not([data-${attribute}~="${key}"]){display:none}\n`;
  return [
    ...regions.map(({ key }) => rule('region', key)),
    ...levels.map(({ key }) => rule('level', key)),
  ].join('');
}
