import { cutList } from '../archive/lists.ts';
import { yearOfNewest } from '../archive/part-years.ts';
import type { Article, Medium } from '../content/article.ts';
import { dayName, monthName, texts } from '../site/texts.ts';
import { mostBeside } from './directory-parts.ts';
import { buildHead, type Column, columnOf, type HeadFacts } from './head.ts';
import { digestOf, lazyPage } from './key.ts';
import type { Link, ListPage, Page } from './page.ts';
import { buildPaging, pageSuffix, rowsKey } from './paging.ts';
import { channelCrumbs, homeCrumb, type Views } from './views.ts';
import { zonesOfRegion } from './zone-directory.ts';

const media: readonly Medium[] = ['text', 'picture', 'video'];

/** Everything that the parts of one list share. */
interface ListFacts {
  readonly address: string;
  readonly title: string;
  readonly description: string;
  readonly crumbs: readonly Link[];
  readonly section: string;
  readonly column: Column;
  readonly feed: HeadFacts['feed'];
  readonly filters: ListPage['filters'];
  readonly zones: ListPage['zones'];
  readonly allZones?: ListPage['allZones'];
  readonly groups: (articles: readonly Article[]) => ListPage['groups'];
}

/** A channel: `/<channel>/`, and below it its regions and their media that have news. */
export function* buildChannelPages(views: Views): Generator<Page> {
  for (const channel of views.archive.channels) {
    const address = `/${channel.id}/`;
    const column = columnOf(channel);
    const regions = views.archive.regions.filter(({ id }) => views.archive.lists.has(`${address}${id}/`));
    const regionLinks = (current: string | undefined) => [
      { ...views.link(address, '全部'), current: current === undefined },
      ...regions
        .filter((region) => region.parent === undefined || isNear(views, region.parent, current))
        .map((region) => ({
          ...views.link(`${address}${region.id}/`, region.name),
          current: region.id === current,
        })),
    ];
    const shared = { section: channel.id, zones: [], groups: oneGroup(views) };
    yield* buildParts(views, {
      ...shared,
      address,
      title: channel.name,
      description: column.description,
      crumbs: channelCrumbs(views, channel.id),
      column,
      feed: { address, name: channel.name },
      filters: regions.length > 0 ? [{ name: texts.regions, links: regionLinks(undefined) }] : [],
    });
    for (const region of regions) {
      const under = `${address}${region.id}/`;
      const found = media.filter((medium) => views.archive.lists.has(`${under}${medium}/`));
      const mediumLinks = (current: Medium | undefined) => [
        { ...views.link(under, '全部'), current: current === undefined },
        ...found.map((medium) => ({
          ...views.link(`${under}${medium}/`, texts[medium]),
          current: medium === current,
        })),
      ];
      const narrowed = (medium: Medium | undefined): ListFacts => {
        const title = `${region.name}${channel.name}${medium === undefined ? '' : ` ${texts[medium]}`}`;
        return {
          ...shared,
          address: medium === undefined ? under : `${under}${medium}/`,
          title,
          description: `${region.name}的${channel.name}${medium === undefined ? '' : `（${texts[medium]}）`}：${column.description}`,
          crumbs: channelCrumbs(views, channel.id, region.id, medium),
          column: { ...column, name: title },
          feed: { address, name: channel.name },
          filters: [
            { name: texts.regions, links: regionLinks(region.id) },
            { name: '类型', links: mediumLinks(medium) },
          ],
        };
      };
      yield* buildParts(views, narrowed(undefined));
      for (const medium of found) yield* buildParts(views, narrowed(medium));
    }
  }
}

/** A region: its news and the zones in it. Every region of the registry has its page. */
export function* buildRegionPages(views: Views): Generator<Page> {
  const { archive } = views;
  for (const region of archive.regions) {
    const address = `/regions/${region.id}/`;
    const chain = archive.above.get(region.id) ?? [];
    const below = archive.regions.filter(({ parent }) => parent === region.id);
    const inside = archive.zones.filter((zone) => archive.above.get(zone.region)?.includes(region.id));
    const description = `${region.name}各开发区的新闻、政策、项目与投资环境。`;
    yield* buildParts(views, {
      address,
      title: region.name,
      description,
      crumbs: [
        homeCrumb(views),
        views.link('/regions/', texts.regions),
        ...[...chain].reverse().map((id) => views.regionLink(id)),
      ],
      section: 'regions',
      column: { name: region.name, description, keywords: [region.name, '开发区'], type: '工作动态' },
      feed: archive.lists.has(address) ? { address, name: region.name } : undefined,
      filters:
        below.length === 0
          ? []
          : [{ name: '下辖', links: below.map(({ id }) => ({ ...views.regionLink(id), current: false })) }],
      zones: inside.slice(0, mostBeside).map((zone) => views.zoneCard(zone)),
      allZones: inside.length > mostBeside ? views.href(zonesOfRegion(archive, region.id)) : undefined,
      groups: oneGroup(views),
    });
  }
}

/** A month: the same list with an anchor for each day. */
export function* buildMonthPages(views: Views): Generator<Page> {
  for (const { address, kind } of views.archive.lists.values()) {
    if (kind !== 'month') continue;
    const month = address.slice('/news/'.length, -1).replace('/', '-');
    const year = month.slice(0, 4);
    const title = `${monthName(month)}新闻`;
    yield* buildParts(views, {
      address,
      title,
      description: `${monthName(month)}发布的全部新闻，按日排列。`,
      crumbs: [
        homeCrumb(views),
        views.link('/news/', texts.years),
        views.link(`/news/${year}/`, `${year}年`),
        views.link(address, `${Number(month.slice(5))}月`),
      ],
      section: 'years',
      column: { name: title, description: title, keywords: [monthName(month), '新闻'], type: '工作动态' },
      feed: undefined,
      filters: [],
      zones: [],
      groups: (articles) => groupByDay(views, articles),
    });
  }
}

function* buildParts(views: Views, facts: ListFacts): Generator<Page> {
  const articles = views.archive.lists.get(facts.address)?.articles ?? [];
  const parts = cutList(facts.address, articles, views.site.pageSize);
  const ownFeed = facts.feed?.address === facts.address && articles.length > 0;
  const fed = facts.feed && views.archive.lists.has(facts.feed.address);
  // `groups` lays out what the rows' keys stand for.
  const listKey = digestOf(JSON.stringify([views.siteKey, ownFeed, fed, { ...facts, zones: [] }]));
  const zonesKey = digestOf(JSON.stringify(facts.zones));
  for (const [index, part] of parts.entries()) {
    const page = pageSuffix(part);
    const own = index === 0 ? `${zonesKey} ${articles.length}` : '';
    const paging = buildPaging(views, parts, index);
    const shown = () => `${listKey} ${own} ${JSON.stringify(paging)} ${rowsKey(part.articles)}`;
    yield lazyPage('list', part.address, yearOfNewest(part.articles), shown, () => ({
      head: buildHead(views, {
        address: part.address,
        title: facts.title + page,
        description: facts.description + page,
        column: facts.column,
        feed: fed ? facts.feed : undefined,
        crumbs: facts.crumbs,
      }),
      crumbs: facts.crumbs,
      section: facts.section,
      title: facts.title,
      description: facts.description,
      count: index === 0 ? articles.length : undefined,
      filters: facts.filters,
      groups: facts.groups(part.articles),
      paging,
      zones: index === 0 ? facts.zones : [],
      allZones: facts.allZones,
      feed: ownFeed ? views.href(`${facts.address}feed.xml`) : undefined,
    }));
  }
}

const oneGroup =
  (views: Views): ListFacts['groups'] =>
  (articles) => [{ id: undefined, title: undefined, items: articles.map((article) => views.item(article)) }];

function groupByDay(views: Views, articles: readonly Article[]): ListPage['groups'] {
  const days = new Map<string, Article[]>();
  for (const article of articles) {
    const same = days.get(article.date.day);
    if (same) same.push(article);
    else days.set(article.date.day, [article]);
  }
  return [...days].map(([day, list]) => ({
    id: day,
    title: dayName(day),
    items: list.map((article) => views.item(article)),
  }));
}

/** Second-level regions are offered only next to their own: under their parent or among their siblings. */
function isNear(views: Views, parent: string, current: string | undefined): boolean {
  if (current === undefined) return false;
  return (views.archive.above.get(current) ?? []).includes(parent);
}
