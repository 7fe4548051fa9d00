import { yearOfNewest } from '../archive/part-years.ts';
import type { Zone } from '../content/registries.ts';
import { texts } from '../site/texts.ts';
import { buildHead } from './head.ts';
import { addressHash, digestOf, lazyPage, pageOf } from './key.ts';
import type { Page, ZonePage } from './page.ts';
import { buildShownParts } from './paging.ts';
import { homeCrumb, type Views } from './views.ts';

/** A zone with profile, facts and news, and the older parts of its list. */
export function* buildZonePages(views: Views): Generator<Page> {
  for (const zone of views.archive.zones) {
    const address = `/zones/${zone.id}/`;
    const articles = views.archive.lists.get(address)?.articles ?? [];
    const crumbs = [homeCrumb(views), views.link('/zones/', texts.zones), views.zoneLink(zone.id)];
    const description = zone.summary || `${zone.name}的概况与新闻。`;
    const fed = articles.length > 0;
    const region = views.region(zone.region);
    const zoneKey = digestOf(JSON.stringify([views.siteKey, fed, region, { ...zone, html: zone.digest }]));
    for (const part of buildShownParts(views, address, articles)) {
      yield lazyPage(
        'zone',
        part.address,
        yearOfNewest(part.articles),
        () => `${zoneKey} ${part.key()}`,
        () => ({
          head: buildHead(views, {
            address: part.address,
            title: zone.name + part.suffix,
            description: description + part.suffix,
            column: {
              name: zone.name,
              description,
              keywords: [zone.name, ...zone.industries],
              type: '概况信息',
            },
            feed: fed ? { address, name: zone.name } : undefined,
            crumbs,
            picture: zone.cover,
          }),
          crumbs,
          section: 'zones',
          name: zone.name,
          facts: zoneFacts(views, zone),
          summary: zone.summary,
          cover: zone.cover && views.picture(zone.cover),
          html: zone.html,
          count: part.newest ? articles.length : undefined,
          items: part.articles.map(views.item),
          paging: part.paging,
          feed: fed ? views.href(`${address}feed.xml`) : undefined,
          profile: part.newest,
        }),
      );
    }
  }
}

/** 开发区名录. Radio buttons and a generated style sheet filter it, so that no script is needed. */
export function* buildZoneDirectory(views: Views): Generator<Page> {
  const { archive } = views;
  const crumbs = [homeCrumb(views), views.link('/zones/', texts.zones)];
  const levels = [...new Set(archive.zones.map(({ level }) => level).filter((level) => level !== undefined))];
  const levelKey = (level: string | undefined): string =>
    level === undefined ? '' : `l${levels.indexOf(level) + 1}`;
  const inRegion = (id: string): readonly Zone[] =>
    archive.zones.filter((zone) => archive.above.get(zone.region)?.includes(id));
  const regions = archive.regions
    .filter(({ id, parent }) => parent === undefined && inRegion(id).length > 0)
    .map(({ id, name }) => ({ key: id, name, count: inRegion(id).length }));
  const levelChoices = levels.map((name) => ({
    key: levelKey(name),
    name,
    count: archive.zones.filter(({ level }) => level === name).length,
  }));
  const rules = zoneFilterRules(regions, levelChoices);
  const styleAddress = `/assets/zone-filter.${addressHash(rules)}.css`;
  yield pageOf('text', styleAddress, { text: rules });
  yield pageOf('zones', '/zones/', {
    head: buildHead(views, {
      address: '/zones/',
      title: texts.zones,
      description: `${archive.zones.length}家开发区的概况与新闻，可按地区和级别筛选。`,
      crumbs,
    }),
    crumbs,
    section: 'zones',
    zones: archive.zones.map((zone) => ({
      ...views.zoneCard(zone),
      regionKeys: (archive.above.get(zone.region) ?? []).join(' '),
      levelKey: levelKey(zone.level),
    })),
    regions,
    levels: levelChoices,
    zoneFilter: views.href(styleAddress),
  });
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

function zoneFacts(views: Views, zone: Zone): ZonePage['facts'] {
  const facts: { name: string; value: string | undefined; href?: string }[] = [
    { name: '所在地区', value: views.region(zone.region).name, href: views.href(`/regions/${zone.region}/`) },
    { name: '级别', value: zone.level },
    {
      name: '设立',
      value: zone.founded && (/^\d{4}$/.test(zone.founded) ? `${zone.founded}年` : zone.founded),
    },
    { name: '面积', value: zone.area },
    { name: '主导产业', value: zone.industries.join('、') || undefined },
    { name: '地址', value: zone.address },
    {
      name: '电话',
      value: zone.phone,
      ...(zone.phone && { href: `tel:${zone.phone.replace(/[^\d+]/g, '')}` }),
    },
    { name: '邮箱', value: zone.email, ...(zone.email && { href: `mailto:${zone.email}` }) },
    {
      name: '网站',
      value: zone.website && new URL(zone.website).host,
      ...(zone.website && { href: zone.website }),
    },
  ];
  return facts.flatMap(({ name, value, href }) => (value ? [{ name, value, href }] : []));
}
