/** What `site.yaml` says, complete: what the file leaves out has its default here. */
export interface Site {
  readonly name: string;
  readonly englishName: string;
  readonly tagline: string;
  /** Where the site is published, always with a last slash: `https://www.investchn.com/` or `https://host/sub/`. */
  readonly url: string;
  /** Host of `site.yaml`'s own `url`, whatever `--base-url` says: the SiteDomain of 网页标签规范. */
  readonly domain: string;
  /** The path part of `url`: `/` or `/sub/`. */
  readonly basePath: string;
  readonly language: string;
  readonly timeZone: string;
  readonly contact: {
    readonly phone: string | undefined;
    readonly fax: string | undefined;
    readonly email: string | undefined;
    readonly address: string | undefined;
  };
  readonly copyright: {
    readonly from: number | undefined;
    readonly holder: string;
    readonly owner: string | undefined;
  };
  readonly filings: {
    readonly icp: string | undefined;
    readonly police: { readonly number: string; readonly code: string } | undefined;
    readonly siteIdCode: string | undefined;
  };
  readonly links: readonly { readonly name: string; readonly url: string }[];
  /** Articles on a full list page. */
  readonly pageSize: number;
  /** A line shown on every page (maintenance, sample content); none by default. */
  readonly notice: string | undefined;
  /** The page for filing articles without Git, `/admin/`; none by default. */
  readonly cms: Cms | undefined;
}

/** Where what is filed at `/admin/` goes. */
export interface Cms {
  /** `test` keeps everything in the browser. */
  readonly backend: 'github' | 'gitlab' | 'gitea' | 'test';
  /** `owner/name`; empty for `test`. */
  readonly repo: string;
  readonly branch: string;
  /** A Git server of one's own, without a last slash. */
  readonly server: string | undefined;
  /** A service that signs editors in; without one they paste an access token. */
  readonly auth: string | undefined;
}

/** The link to an address of the site as pages write it: below the base path. `/news/` → `/sub/news/`. */
export const hrefOf = (site: Pick<Site, 'basePath'>, address: string): string =>
  site.basePath + address.slice(1);

/** The whole address, for canonical links, feeds and sitemaps. */
export const urlOf = (site: Pick<Site, 'url'>, address: string): string => site.url + address.slice(1);
