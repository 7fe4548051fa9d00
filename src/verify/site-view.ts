/*
 * What is known before a page is looked at: the files of the site, where it stands, and what content says should be
 * there. Plain data, so that threads can be told of it.
 */

/** The site that is looked at. */
export interface SiteView {
  /** Every file, `news/2020/01/a/index.html`. */
  readonly files: readonly string[];
  /** `https://host/sub/`, with its last slash. */
  readonly url: string;
  /** Addresses of drafts and scheduled articles. */
  readonly hidden: readonly string[];
  /** Lists that must carry the tags of their column. */
  readonly columns: readonly string[];
}

/** What stands on the site, as content says. Addresses are those of the site, without base path. */
export interface ExpectedSite {
  /** Published articles, newest first. */
  readonly articles: readonly ExpectedArticle[];
  readonly hidden: readonly string[];
  /** Every other address that answers: lists, profiles, redirects, gone pages, feeds, JSON. */
  readonly others: readonly string[];
  readonly lists: readonly ExpectedList[];
  /** Where addresses come from: articles, zones, topics, static pages. */
  readonly sources: ReadonlyMap<string, SourceFile>;
}

export interface ExpectedArticle {
  readonly address: string;
  readonly title: string;
  /** As PubDate shows it: `2020-01-23 15:30` or `2020-01-23`. */
  readonly date: string;
  readonly source: string;
  readonly prev: string | undefined;
  readonly next: string | undefined;
}

/** A list of articles with the pages it is cut into. */
export interface ExpectedList {
  readonly address: string;
  /** Has its feeds. */
  readonly hasFeed: boolean;
  /** Carries the tags of a column. */
  readonly isColumn: boolean;
  /** The newest part first. */
  readonly parts: readonly { readonly address: string; readonly articles: readonly string[] }[];
}

/** The Markdown file that a page comes from. */
export interface SourceFile {
  /** As problems show it. */
  readonly file: string;
  /** Where it can be read. */
  readonly path: string;
  /** Addresses of the files that it shows. */
  readonly assets: readonly string[];
  readonly links: readonly {
    readonly address: string;
    readonly anchor: string | undefined;
    readonly line: number;
    readonly column: number;
  }[];
}

/** The file of an address: `/a/` is `a/index.html`. */
export const fileOf = (address: string): string =>
  address.slice(1) + (address.endsWith('/') ? 'index.html' : '');

/** The address of a file: `a/index.html` is `/a/`. */
export const addressOf = (file: string): string => `/${file.replace(/(^|\/)index\.html$/, '$1')}`;

/** `/news/2020/01/<slug>/` */
export const isArticleAddress = (address: string): boolean =>
  /^\/news\/\d{4}\/\d\d\/(?!page\/)[^/]+\/$/.test(address);
