import type { Link, PageBase } from './page.ts';

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
