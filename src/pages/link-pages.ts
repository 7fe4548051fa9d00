import type { Link, ListPage, PageBase, TopicCard, ZoneCard } from './page.ts';

/** A headed group of links. */
export interface LinkGroup {
  readonly title: string;
  readonly links: readonly (Link & { readonly note?: string })[];
}

/** 网站地图 and 404. */
export interface DirectoryPage extends PageBase {
  readonly title: string;
  readonly intro: string;
  readonly groups: readonly LinkGroup[];
  readonly turner: Turner | undefined;
}

/** 检索. The script shows names for the ids that the index holds. */
export interface SearchPage extends PageBase {
  readonly title: string;
  readonly names: Readonly<
    Record<
      'channel' | 'region' | 'zone' | 'medium',
      readonly { readonly id: string; readonly name: string; readonly parent?: string | undefined }[]
    >
  >;
  /** Ways to all news by channel, place and date: what there is without script. */
  readonly browse: readonly LinkGroup[];
}

/** The way through a directory that is cut into pages, the first of them number 1. */
export interface Turner {
  readonly number: number;
  readonly pages: readonly { readonly href: string; readonly number: number }[];
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** A region with zones in it and below; `all` leads to the rest where they are too many. */
export interface RegionZones {
  readonly region: Link;
  readonly zones: readonly Link[];
  readonly all: Link | undefined;
}

/**
 * 开发区名录. A zone's `region` and `level` numbers say which radio button shows it; the style sheet `zoneFilter` does
 * the work. One that is cut into pages has links to its regions instead.
 */
export interface ZonesPage extends PageBase {
  /** All zones of the directory. */
  readonly count: number;
  readonly zones: readonly (ZoneCard & { readonly regionKeys: string; readonly levelKey: string })[];
  readonly regions: readonly { readonly key: string; readonly name: string; readonly count: number }[];
  readonly levels: readonly { readonly key: string; readonly name: string; readonly count: number }[];
  readonly zoneFilter: string | undefined;
  readonly filters: ListPage['filters'];
  readonly turner: Turner | undefined;
}

export interface TopicsPage extends PageBase {
  /** All topics of the site. */
  readonly count: number;
  readonly turner: Turner | undefined;
  readonly topics: readonly TopicCard[];
}
