import type { Head } from './head.ts';
import type { DirectoryPage, RegionZones, SearchPage, TopicsPage, ZonesPage } from './link-pages.ts';

/*
 * What templates get: finished values. Every `href` already carries the base path, every date its
 * written form, every list its order. Templates only lay them out.
 */

export interface Link {
  readonly href: string;
  readonly text: string;
}

export interface ShownDate {
  /** For `datetime`. */
  readonly iso: string;
  /** `2020-01-23 15:30` or `2020-01-23`. */
  readonly text: string;
}

export interface ShownPicture {
  readonly src: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  readonly caption: string | undefined;
  readonly credit: string | undefined;
}

/** What every page for readers has. */
export interface PageBase {
  readonly head: Head;
  /** 您现在的位置: from 首页 down; the page itself only where it is the last list. Empty on the home page. */
  readonly crumbs: readonly Link[];
  /** Id of the channel that the navigation marks as open, `home`, `zones`, … or ''. */
  readonly section: string;
}

/** An article in a list. */
export interface Item {
  readonly href: string;
  readonly title: string;
  readonly date: ShownDate;
  readonly source: string;
  readonly zone: Link | undefined;
  readonly channel: Link;
  readonly medium: 'text' | 'picture' | 'video';
  readonly summary: string;
  readonly picture: ShownPicture | undefined;
}

/**
 * The way through a list that is cut into parts. Nothing here depends on how many newer parts there are, but
 * near the newest ones: so a new article leaves the older parts as they are.
 */
export interface Paging {
  /** The n of `page/<n>/`, counted from the oldest; undefined for the newest part, at the list's own address. */
  readonly number: number | undefined;
  readonly newest: string;
  readonly newer: string | undefined;
  readonly older: string | undefined;
  /** Numbered parts near this one and the oldest, newer ones first; undefined marks a gap. */
  readonly around: readonly ({ readonly href: string; readonly number: number } | undefined)[];
}

export interface ZoneCard {
  readonly href: string;
  readonly name: string;
  readonly region: Link;
  readonly level: string | undefined;
  readonly founded: string | undefined;
  readonly industries: readonly string[];
  readonly summary: string;
}

export interface ArticlePage extends PageBase {
  readonly title: string;
  readonly subtitle: string | undefined;
  readonly originalTitle: string | undefined;
  readonly date: ShownDate;
  readonly updated: ShownDate | undefined;
  readonly source: { readonly name: string; readonly url: string | undefined };
  readonly author: string | undefined;
  readonly editor: string | undefined;
  readonly zone: Link | undefined;
  readonly aiNote: string | undefined;
  /** Shown above the text only where the editor wrote one. */
  readonly summary: string | undefined;
  readonly cover: ShownPicture | undefined;
  readonly video: { readonly src: string; readonly poster: ShownPicture } | undefined;
  readonly html: string;
  readonly corrections: readonly { readonly date: ShownDate; readonly note: string }[];
  readonly topics: readonly Link[];
  readonly keywords: readonly string[];
  readonly prev: Link | undefined;
  readonly next: Link | undefined;
  readonly zoneCard: ZoneCard | undefined;
  /** 本区更早的新闻, else of the channel: older ones, so that a new article does not redraw its elders. */
  readonly more: { readonly title: string; readonly items: readonly Item[]; readonly all: Link } | undefined;
}

/** An address whose text is gone: withdrawn or expired article, or `gone` in redirects.csv. */
export interface GonePage extends PageBase {
  readonly title: string;
  readonly date: ShownDate | undefined;
  /** 撤稿, 已过期 or 已删除, with its date and reason. */
  readonly state: string;
  readonly reason: string;
  readonly ways: readonly Link[];
}

/** A list of articles: channel, region, medium, month; `groups` are days in a month, one unnamed group elsewhere. */
export interface ListPage extends PageBase {
  readonly title: string;
  readonly description: string;
  /** Number of articles in the whole list; on its newest part only. */
  readonly count: number | undefined;
  /** Rows of links that narrow the list: 地区, 类型. */
  readonly filters: readonly {
    readonly name: string;
    readonly links: readonly (Link & { readonly current: boolean })[];
  }[];
  readonly groups: readonly {
    readonly id: string | undefined;
    readonly title: string | undefined;
    readonly items: readonly Item[];
  }[];
  readonly paging: Paging;
  /** Zones of the region, on region pages, and where all of them are when they are too many. */
  readonly zones: readonly ZoneCard[];
  readonly allZones: string | undefined;
  readonly feed: string | undefined;
}

export interface HomePage extends PageBase {
  readonly lead: Item | undefined;
  readonly pictures: readonly Item[];
  readonly latest: readonly Item[];
  readonly channels: readonly {
    readonly link: Link;
    readonly description: string;
    readonly items: readonly Item[];
  }[];
  readonly topics: readonly TopicCard[];
  readonly zonesByRegion: readonly RegionZones[];
  readonly years: readonly YearCell[];
  /** Articles in the archive. */
  readonly count: number;
  readonly zoneCount: number;
}

export interface YearCell extends Link {
  readonly count: number;
}

export interface TopicCard {
  readonly href: string;
  readonly title: string;
  readonly summary: string;
  readonly cover: ShownPicture | undefined;
  readonly count: number;
}

export interface ZonePage extends PageBase {
  readonly name: string;
  readonly facts: readonly {
    readonly name: string;
    readonly value: string;
    readonly href: string | undefined;
  }[];
  readonly summary: string;
  readonly cover: ShownPicture | undefined;
  /** The profile. */
  readonly html: string;
  readonly count: number | undefined;
  readonly items: readonly Item[];
  readonly paging: Paging;
  readonly feed: string | undefined;
  /** False on older parts of the list, where profile and facts are left out. */
  readonly profile: boolean;
}

export interface TopicPage extends PageBase {
  readonly title: string;
  readonly summary: string;
  readonly cover: ShownPicture | undefined;
  readonly html: string;
  readonly count: number | undefined;
  readonly items: readonly Item[];
  readonly paging: Paging;
  readonly feed: string | undefined;
  readonly profile: boolean;
}

/** 历年新闻: years by months with counts. */
export interface YearsPage extends PageBase {
  readonly years: readonly {
    readonly link: Link;
    readonly count: number;
    readonly months: readonly MonthCell[];
  }[];
}
export interface MonthCell {
  readonly name: string;
  readonly href: string | undefined;
  readonly count: number;
}

/** A year as a calendar: weeks of seven days, Monday first; undefined outside the month. */
export interface YearPage extends PageBase {
  readonly year: string;
  readonly count: number;
  readonly older: Link | undefined;
  readonly newer: Link | undefined;
  readonly months: readonly {
    readonly name: string;
    readonly href: string | undefined;
    readonly count: number;
    readonly weeks: readonly (readonly (CalendarDay | undefined)[])[];
  }[];
}
export interface CalendarDay {
  readonly day: number;
  /** Undefined where nothing was published. */
  readonly href: string | undefined;
  /** `2020年1月23日，3篇` */
  readonly label: string;
}

export interface RegionsPage extends PageBase {
  readonly regions: readonly (YearCell & { readonly children: readonly YearCell[] })[];
}

export interface StaticPageData extends PageBase {
  readonly title: string;
  readonly html: string;
}

export interface RedirectPage {
  readonly to: string;
  readonly canonical: string;
  readonly title: string;
}

/** A file that is no HTML page: feed, sitemap, robots.txt, JSON, `_redirects`: its text is finished. */
export interface TextFile {
  readonly text: string;
}

/** The page at `/admin/`. */
export interface AdminPage {
  readonly title: string;
  /** Its own content security policy. */
  readonly policy: string;
}

/** Each template with the data it draws. */
export interface TemplateData {
  readonly article: ArticlePage;
  readonly gone: GonePage;
  readonly list: ListPage;
  readonly home: HomePage;
  readonly zones: ZonesPage;
  readonly zone: ZonePage;
  readonly topics: TopicsPage;
  readonly topic: TopicPage;
  readonly years: YearsPage;
  readonly year: YearPage;
  readonly regions: RegionsPage;
  readonly static: StaticPageData;
  readonly directory: DirectoryPage;
  readonly search: SearchPage;
  readonly redirect: RedirectPage;
  readonly admin: AdminPage;
  readonly text: TextFile;
}
export type TemplateName = keyof TemplateData;

/** A page to be drawn: one file of the site. */
export interface Page<Name extends TemplateName = TemplateName> {
  /** `/news/2020/01/a/` (the file `index.html` in that folder) or a file's own address, `/feed.xml`. */
  readonly address: string;
  readonly template: Name;
  /** Of the newest article on it, `2020`: tells which part of the site holds it. Undefined where it is about the whole archive. */
  readonly year: string | undefined;
  /** Changes whenever anything that the page shows changes. */
  readonly key: string;
  /** Made only for pages that are drawn. */
  readonly data: () => TemplateData[Name];
}
