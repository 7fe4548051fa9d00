import type { Article } from '../content/article.ts';
import { groupByYear } from './date-pages.ts';
import { buildHead } from './head.ts';
import { lazyPage } from './key.ts';
import type { RegionZones } from './link-pages.ts';
import type { HomePage, Page } from './page.ts';
import { topicCard } from './topic-pages.ts';
import { leadPicture, type Views } from './views.ts';
import { zonesOfRegion } from './zone-directory.ts';

const latestCount = 10;
const channelCount = 6;
const pictureCount = 4;
const topicCount = 12;
/** Zones of a region that are named where a site has many. */
const zonesNamed = 8;
const manyZones = 100;
/** How far back a lead or a picture may lie: number of newest articles looked through. */
const recent = 40;

export function buildHomePage(views: Views): Page<'home'> {
  const { archive } = views;
  const newest = archive.articles.slice(0, recent);
  const lead = newest.find((article) => article.cover) ?? newest.find(hasPicture) ?? newest[0];
  const pictures = newest.filter((article) => article !== lead && hasPicture(article)).slice(0, pictureCount);
  const latest = newest.filter((article) => article !== lead).slice(0, latestCount);
  const data: HomePage = {
    head: buildHead(views, {
      address: '/',
      title: '',
      description: `${archive.site.name}：${archive.site.tagline || '开发区新闻与投资促进资料'}`,
      picture: lead?.cover,
    }),
    crumbs: [],
    section: 'home',
    lead: lead && views.item(lead),
    pictures: pictures.map((article) => views.item(article)),
    latest: latest.map((article) => views.item(article)),
    channels: archive.channels.map((channel) => ({
      link: views.channelLink(channel.id),
      description: channel.description,
      items: (archive.lists.get(`/${channel.id}/`)?.articles ?? [])
        .slice(0, channelCount)
        .map((article) => views.item(article)),
    })),
    topics: archive.topics.slice(0, topicCount).map((topic) => topicCard(views, topic)),
    zonesByRegion: zonesNamedByRegion(views),
    years: [...groupByYear(archive.articles)].map(([year, articles]) => ({
      ...views.link(`/news/${year}/`, `${year}年`),
      count: articles.length,
    })),
    count: archive.articles.length,
    zoneCount: archive.zones.length,
  };
  return lazyPage(
    'home',
    '/',
    undefined,
    () => JSON.stringify([views.siteKey, data]),
    () => data,
  );
}

const hasPicture = (article: Article): boolean => leadPicture(article) !== undefined;

/** First-level regions with the zones in them and below, in the order of the registry; of many zones the first ones. */
export const zonesNamedByRegion = (views: Views): readonly RegionZones[] =>
  zonesByRegion(views, views.archive.zones.length > manyZones ? zonesNamed : manyZones);

/** @param most zones that are named of a region */
export function zonesByRegion(views: Views, most: number): readonly RegionZones[] {
  const { archive } = views;
  return archive.regions
    .filter(({ parent }) => parent === undefined)
    .map(({ id }) => {
      const zones = archive.zones.filter((zone) => archive.above.get(zone.region)?.includes(id));
      const all = zonesOfRegion(archive, id);
      return {
        region: views.regionLink(id),
        zones: zones.slice(0, most).map((zone) => views.zoneLink(zone.id)),
        all: zones.length > most ? views.link(all, `全部${zones.length}家`) : undefined,
      };
    })
    .filter(({ zones }) => zones.length > 0);
}
