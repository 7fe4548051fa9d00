import type { Place } from '../problems/problem.ts';
import type { Alias, Body, Picture } from './article.ts';

/** 栏目, in the order of the navigation. */
export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly keywords: readonly string[];
  /** ColumnType of 网页标签规范. */
  readonly type: string;
}

/** 地区; a region without parent is of the first level. */
export interface Region {
  readonly id: string;
  readonly name: string;
  readonly parent: string | undefined;
}

/** 开发区, with its profile as body. */
export interface Zone extends Body {
  readonly file: string;
  readonly digest: string;
  readonly id: string;
  readonly name: string;
  /** Id of its region. */
  readonly region: string;
  readonly level: string | undefined;
  /** A year or a date, as written. */
  readonly founded: string | undefined;
  readonly industries: readonly string[];
  readonly website: string | undefined;
  readonly area: string | undefined;
  readonly address: string | undefined;
  readonly phone: string | undefined;
  readonly email: string | undefined;
  /** The editor's, else the beginning of the profile; empty where there is neither. */
  readonly summary: string;
  readonly cover: Picture | undefined;
  readonly aliases: readonly Alias[];
}

/** 专题 */
export interface Topic extends Body {
  readonly file: string;
  readonly digest: string;
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly cover: Picture | undefined;
  readonly aliases: readonly Alias[];
}

/** 关于我们 and its like, at `/<id>/`. */
export interface StaticPage extends Body {
  readonly file: string;
  readonly digest: string;
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly aliases: readonly Alias[];
}

export interface Source {
  readonly id: string;
  readonly name: string;
  readonly url: string | undefined;
}

/** A line of redirects.csv. */
export interface Redirect {
  readonly from: string;
  /** A site address, or `gone`. */
  readonly to: string;
  readonly place: Place;
}
