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
  /** Changes when anything in site.yaml does. */
  readonly siteKey: string;
  href(address: string): string;
  link(address: string, text: string): Link;
  picture(picture: Picture): ShownPicture;
  item(article: Article): Item;
  channel(id: string): Channel;
  region(id: string): Region;
  zone(id: string): Zone;
  topic(id: string): Topic;
  channelLink(id: string): Link;
  regionLink(id: string): Link;
  zoneLink(id: string): Link;
  zoneCard(zone: Zone): ZoneCard;
}

/** What list pages show of an article. In keys it stands for itself by a hash, made once for all the lists it is in. */
class ItemView implements Item {
  readonly #key: string;
  readonly href: string;
  readonly title: string;
  readonly date: ShownDate;
  readonly source: string;
  readonly zone: Link | undefined;
  readonly channel: Link;
  readonly medium: Item['medium'];
  readonly summary: string;
  readonly picture: ShownPicture | undefined;

  constructor(article: Article, views: Views) {
    this.href = views.href(article.address);
    this.title = article.title;
    this.date = shownDate(article.date);
    this.source = article.source.name;
    this.zone = article.zone === undefined ? undefined : views.zoneLink(article.zone);
    this.channel = views.channelLink(article.channel);
    this.medium = article.medium;
    this.summary = article.summary;
    const picture = leadPicture(article);
    this.picture = picture && views.picture(picture);
    this.#key = digestOf(JSON.stringify({ ...this }));
  }

  toJSON(): string {
    return this.#key;
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
  const link = (address: string, text: string): Link => ({ href: hrefOf(site, address), text });
  const sharedLink = (address: string, text: string): Link => {
    const known = links.get(address) ?? link(address, text);
    links.set(address, known);
    return known;
  };
  const views: Views = {
    archive,
    site,
    siteKey: digestOf(JSON.stringify(site)),
    href: (address) => hrefOf(site, address),
    link,
    picture: ({ address, ...rest }) => ({ src: hrefOf(site, address), ...rest }),
    item: (article) => {
      const known = items.get(article) ?? new ItemView(article, views);
      items.set(article, known);
      return known;
    },
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

/** src/content has checked every id: a missing one is our bug. */
function entry<T>(map: ReadonlyMap<string, T>, id: string): T {
  const found = map.get(id);
  if (found === undefined) throw new Error(`no registry entry ${id}`);
  return found;
}
