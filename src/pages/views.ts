import type { Archive } from '../archive/archive.ts';
import type { Article, Picture } from '../content/article.ts';
import type { Channel, Region, Topic, Zone } from '../content/registries.ts';
import { type Moment, showMoment } from '../site/clock.ts';
import { hrefOf, type Site } from '../site/site.ts';
import { texts } from '../site/texts.ts';
import { digestOf } from './key.ts';
import type { Item, Link, ShownDate, ShownPicture, ZoneCard } from './page.ts';

/** Facts as pages show them: links below the base path, written dates, items of lists. One for a build. */
export interface Views {
  readonly archive: Archive;
  readonly site: Site;
  /** Changes when anything in site.yaml does, or a name in the registries: names stand on most pages. */
  readonly siteKey: string;
  href(address: string): string;
  link(address: string, text: string): Link;
  picture(picture: Picture): ShownPicture;
  item(article: Article): Item;
  /** Changes when anything in the registry does that the article's page shows of its channel or zone. */
  channelKey(id: string): string;
  zoneKey(id: string): string;
  channel(id: string): Channel;
  region(id: string): Region;
  zone(id: string): Zone;
  topic(id: string): Topic;
  channelLink(id: string): Link;
  regionLink(id: string): Link;
  zoneLink(id: string): Link;
  zoneCard(zone: Zone): ZoneCard;
}

/**
 * What list pages show of an article. In keys it stands for itself by a digest; the rest is asked of the article
 * only when a list is drawn.
 */
class ItemView implements Item {
  readonly #article: Article;
  readonly #views: Views;

  constructor(article: Article, views: Views) {
    this.#article = article;
    this.#views = views;
  }

  get href() {
    return this.#views.href(this.#article.address);
  }
  get title() {
    return this.#article.title;
  }
  get date() {
    return shownDate(this.#article.date);
  }
  get source() {
    return this.#article.source.name;
  }
  get zone() {
    return this.#article.zone === undefined ? undefined : this.#views.zoneLink(this.#article.zone);
  }
  get channel() {
    return this.#views.channelLink(this.#article.channel);
  }
  get medium() {
    return this.#article.medium;
  }
  get summary() {
    return this.#article.summary;
  }
  get picture() {
    const picture = leadPicture(this.#article);
    return picture && this.#views.picture(picture);
  }

  toJSON(): string {
    return this.#article.rowDigest;
  }
}

/** The picture that stands for an article in lists, feeds and shared links. */
export const leadPicture = (article: Article): Picture | undefined =>
  article.cover ?? article.video?.poster ?? article.firstPicture;

export const shownDate = (moment: Moment): ShownDate => ({ iso: moment.iso, text: showMoment(moment) });

export function buildViews(archive: Archive): Views {
  const { site } = archive;
  const items = new Map<Article, Item>();
  const channels = byId(archive.channels);
  const regions = byId(archive.regions);
  const zones = byId(archive.zones);
  const topics = byId(archive.topics);
  const links = new Map<string, Link>();
  const channelKeys = new Map<string, string>();
  const zoneKeys = new Map<string, string>();
  const link = (address: string, text: string): Link => ({ href: hrefOf(site, address), text });
  const sharedLink = (address: string, text: string): Link => {
    const known = links.get(address) ?? link(address, text);
    links.set(address, known);
    return known;
  };
  const views: Views = {
    archive,
    site,
    siteKey: digestOf(JSON.stringify([site, ...namesOf(archive)])),
    href: (address) => hrefOf(site, address),
    link,
    picture: ({ address, ...rest }) => ({ src: hrefOf(site, address), ...rest }),
    item: (article) => {
      const known = items.get(article) ?? new ItemView(article, views);
      items.set(article, known);
      return known;
    },
    channelKey: (id) => keyOf(channelKeys, id, () => entry(channels, id)),
    zoneKey: (id) => keyOf(zoneKeys, id, () => views.zoneCard(entry(zones, id))),
    channel: (id) => entry(channels, id),
    region: (id) => entry(regions, id),
    zone: (id) => entry(zones, id),
    topic: (id) => entry(topics, id),
    channelLink: (id) => sharedLink(`/${id}/`, entry(channels, id).name),
    regionLink: (id) => sharedLink(`/regions/${id}/`, entry(regions, id).name),
    zoneLink: (id) => sharedLink(`/zones/${id}/`, entry(zones, id).name),
    zoneCard: (zone) => ({
      href: hrefOf(site, `/zones/${zone.id}/`),
      name: zone.name,
      region: views.regionLink(zone.region),
      level: zone.level,
      founded: zone.founded,
      industries: zone.industries,
      summary: zone.summary,
    }),
  };
  return views;
}

/** 首页 > 栏目 > 地区 > 类型: the address as a path. An article without region has 首页 and its channel. */
export function channelCrumbs(
  views: Views,
  channel: string,
  region?: string,
  medium?: Article['medium'],
): Link[] {
  const crumbs = [homeCrumb(views), views.channelLink(channel)];
  if (region === undefined) return crumbs;
  crumbs.push(views.link(`/${channel}/${region}/`, views.region(region).name));
  if (medium !== undefined) crumbs.push(views.link(`/${channel}/${region}/${medium}/`, texts[medium]));
  return crumbs;
}

export const homeCrumb = (views: Views): Link => views.link('/', texts.home);

const byId = <T extends { readonly id: string }>(list: readonly T[]): Map<string, T> =>
  new Map(list.map((each) => [each.id, each]));

const namesOf = ({ channels, regions, zones, topics }: Archive): unknown[] => [
  channels.map(({ id, name }) => [id, name]),
  regions.map(({ id, name }) => [id, name]),
  zones.map(({ id, name, region }) => [id, name, region]),
  topics.map(({ id, title }) => [id, title]),
];

/** The digest of a registry's entry, made once. */
function keyOf(known: Map<string, string>, id: string, facts: () => object): string {
  const key = known.get(id) ?? digestOf(JSON.stringify(facts()));
  known.set(id, key);
  return key;
}

/** src/content has checked every id: a missing one is our bug. */
function entry<T>(map: ReadonlyMap<string, T>, id: string): T {
  const found = map.get(id);
  if (found === undefined) throw new Error(`no registry entry ${id}`);
  return found;
}
