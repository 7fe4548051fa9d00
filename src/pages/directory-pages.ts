import { fixedAddresses } from '../archive/addresses.ts';
import { cutDirectory } from '../archive/lists.ts';
import { texts } from '../site/texts.ts';
import { groupByYear } from './date-pages.ts';
import { buildTurner, partSuffix } from './directory-parts.ts';
import { buildHead, type HeadFacts } from './head.ts';
import { zonesByRegion, zonesNamedByRegion } from './home-page.ts';
import { pageOf } from './key.ts';
import type { LinkGroup, RegionZones, Turner } from './link-pages.ts';
import type { Link, Page } from './page.ts';
import { buildSearchPage } from './search-page.ts';
import { homeCrumb, type Views } from './views.ts';

/** Pages that are made of links: regions, static pages' neighbours, site map, search and 404. */
export function* buildDirectoryPages(views: Views): Generator<Page> {
  const { archive } = views;
  const channels = { title: '栏目', links: archive.channels.map(({ id }) => views.channelLink(id)) };
  const years = {
    title: texts.years,
    links: [...groupByYear(archive.articles).keys()].map((year) => views.link(`/news/${year}/`, `${year}年`)),
  };
  const topics = {
    title: texts.topics,
    links: archive.topics.map(({ id, title }) => views.link(`/topics/${id}/`, title)),
  };
  const pages = { title: '本站', links: archive.pages.map(({ id, title }) => views.link(`/${id}/`, title)) };
  const ways = {
    title: '查阅',
    links: [
      views.link(fixedAddresses.years, texts.years),
      views.link(fixedAddresses.regions, texts.regions),
      views.link(fixedAddresses.zones, texts.zones),
      views.link(fixedAddresses.topics, texts.topics),
      views.link(fixedAddresses.siteMap, texts.siteMap),
    ],
  };
  const feeds = { title: '订阅', links: feedLinks(views) };
  yield* buildSiteMap(views, [
    channels,
    ways,
    topics,
    years,
    pages,
    feeds,
    ...groupZones(zonesByRegion(views, Number.POSITIVE_INFINITY)),
  ]);
  yield buildSearchPage(views, [channels, ways, years, ...groupZones(zonesNamedByRegion(views))]);
  yield directory(
    views,
    fixedAddresses.notFound,
    texts.notFound,
    'notFound',
    '地址可能写错，或页面已不再提供。您可以从下面的入口继续。',
    [channels, ways, years],
    { noindex: true, noCanonical: true },
  );
  yield buildRegionsPage(views);
  for (const page of archive.pages) {
    const address = `/${page.id}/`;
    const crumbs = [homeCrumb(views), views.link(address, page.title)];
    yield pageOf(
      'static',
      address,
      {
        head: buildHead(views, { address, title: page.title, description: page.summary, crumbs }),
        crumbs,
        section: page.id,
        title: page.title,
        html: page.html,
      },
      page.digest,
    );
  }
}

const groupZones = (regions: readonly RegionZones[]): LinkGroup[] =>
  regions.map(({ region, zones, all }) => ({ title: region.text, links: all ? [...zones, all] : zones }));

/** Links on a page of the site map. */
const siteMapSize = 300;

/** A group that does not fit is continued on the next page. */
function* buildSiteMap(views: Views, groups: readonly LinkGroup[]): Generator<Page> {
  const entries = groups.flatMap(({ title, links }) => links.map((link) => ({ title, link })));
  const parts = cutDirectory(fixedAddresses.siteMap, entries, siteMapSize);
  for (const [index, part] of parts.entries()) {
    const titles = [...new Set(part.items.map(({ title }) => title))];
    const shown = titles.map((title) => ({
      title,
      links: part.items.filter((entry) => entry.title === title).map(({ link }) => link),
    }));
    const title = texts.siteMap + partSuffix(part);
    const turner = buildTurner(views, parts, index);
    yield directory(views, part.address, title, 'siteMap', '全站页面一览。', shown, { turner });
  }
}

function directory(
  views: Views,
  address: string,
  title: string,
  section: string,
  intro: string,
  groups: readonly LinkGroup[],
  { turner, ...head }: Partial<HeadFacts> & { readonly turner?: Turner | undefined } = {},
): Page<'directory'> {
  const crumbs = [homeCrumb(views), ...(head.noCanonical ? [] : [views.link(address, title)])];
  return pageOf('directory', address, {
    head: buildHead(views, { address, title, description: intro, crumbs, ...head }),
    crumbs,
    section,
    title,
    intro,
    groups: groups.filter(({ links }) => links.length > 0),
    turner,
  });
}

function feedLinks(views: Views): Link[] {
  const own = views.archive.channels
    .filter(({ id }) => views.archive.lists.has(`/${id}/`))
    .map(({ id, name }) => views.link(`/${id}/feed.xml`, `${name} Atom`));
  return [
    views.link(fixedAddresses.feed, '全部新闻 Atom'),
    views.link(fixedAddresses.jsonFeed, '全部新闻 JSON Feed'),
    ...own,
  ];
}

function buildRegionsPage(views: Views): Page<'regions'> {
  const { archive } = views;
  const address = fixedAddresses.regions;
  const crumbs = [homeCrumb(views), views.link(address, texts.regions)];
  const cell = (id: string) => ({
    ...views.regionLink(id),
    count: archive.lists.get(`/regions/${id}/`)?.articles.length ?? 0,
  });
  return pageOf('regions', address, {
    head: buildHead(views, {
      address,
      title: texts.regions,
      description: '按地区查阅新闻与开发区。',
      crumbs,
    }),
    crumbs,
    section: 'regions',
    regions: archive.regions
      .filter(({ parent }) => parent === undefined)
      .map(({ id }) => ({
        ...cell(id),
        children: archive.regions.filter(({ parent }) => parent === id).map((child) => cell(child.id)),
      })),
  });
}
