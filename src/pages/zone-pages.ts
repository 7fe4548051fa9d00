import { yearOfNewest } from '../archive/part-years.ts';
import type { Zone } from '../content/registries.ts';
import { texts } from '../site/texts.ts';
import { buildHead } from './head.ts';
import { digestOf, lazyPage } from './key.ts';
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
