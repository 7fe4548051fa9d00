import { typeOf } from '../content/content-files.ts';
import type { Site } from '../site/site.ts';
import type { Existing } from './existing-articles.ts';
import { addressKey, aliasKey, aliasOf, bareHost, parseAddress } from './old-address.ts';
import type { OldFile, OldSite } from './old-site.ts';
import { LIST } from './page-kind.ts';
import { channelOfAddress } from './place-article.ts';
import type { OldPage } from './read-old-page.ts';
import type { Rules } from './rules.ts';

/** Where a link of an old page leads in the new site. */
export type LinkTarget =
  /** A page of the new site, or a page elsewhere. */
  | { readonly kind: 'address'; readonly href: string }
  /** A file that comes with the article. */
  | { readonly kind: 'file'; readonly file: OldFile; readonly type: string }
  /** Nowhere: only its text stays. `old` where it led to an old page that has no successor. */
  | { readonly kind: 'none'; readonly old: string | undefined };

const NOWHERE: LinkTarget = { kind: 'none', old: undefined };
const LOCAL = /^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|\[)/i;

export interface TargetSources {
  readonly site: OldSite;
  /** Bare hosts of the old site. */
  readonly hosts: ReadonlySet<string>;
  readonly newSite: Site;
  readonly existing: Existing;
  readonly rules: Rules;
  /** New addresses of old pages, by key; undefined where the article is no page of the site. */
  readonly successors: ReadonlyMap<string, string | undefined>;
}

/** Follows links from old pages to new ones. */
export class LinkTargets {
  readonly #sources: TargetSources;

  constructor(sources: TargetSources) {
    this.#sources = sources;
  }

  follow(page: OldPage, written: string): LinkTarget {
    const href = written.replace(/\p{Cc}/gu, '').trim();
    if (href === '' || href.startsWith('#')) return NOWHERE;
    if (/^mailto:[^\s<>"\\]+@[^\s<>"\\]+$|^tel:[\d+() -]+$/i.test(href)) return { kind: 'address', href };
    if (/^[a-z][a-z0-9+.-]*:/i.test(href) && !/^https?:/i.test(href)) return NOWHERE;
    const { site, successors } = this.#sources;
    const file = site.find(page.file, page.url, href);
    if (file && successors.has(file.key))
      return this.#successor(successors.get(file.key), file.url ? aliasOf(file.url) : file.shown);
    const url = parseAddress(href, page.url);
    const type = typeOf((url?.pathname ?? href.replace(/[?#].*$/, '')).toLowerCase());
    if (file && !site.pages.includes(file)) return { kind: 'file', file, type };
    if (!url) return { kind: 'none', old: href };
    return this.#ownAddress(url) ?? this.#elsewhere(url, href, page.url);
  }

  /** Where an address of the old site leads now; undefined for other sites. */
  #ownAddress(url: URL): LinkTarget | undefined {
    const { hosts, existing, rules, successors } = this.#sources;
    if (!hosts.has(bareHost(url.host))) return undefined;
    const key = addressKey(url);
    if (successors.has(key)) return this.#successor(successors.get(key), url.href);
    const known = existing.byAlias.get(aliasKey(aliasOf(url)));
    if (known) return this.#successor(known.draft ? undefined : known.address, aliasOf(url));
    const channel = LIST.test(aliasOf(url)) ? channelOfAddress(url, rules) : undefined;
    return this.#successor(channel === undefined ? undefined : `/${channel}/`, aliasOf(url));
  }

  #successor(address: string | undefined, old: string): LinkTarget {
    return address === undefined ? { kind: 'none', old } : { kind: 'address', href: address };
  }

  #elsewhere(url: URL, href: string, base: URL | undefined): LinkTarget {
    const isOwn = bareHost(url.host) === bareHost(new URL(this.#sources.newSite.url).host);
    if (isOwn) return { kind: 'none', old: aliasOf(url) };
    if (LOCAL.test(url.hostname)) return NOWHERE;
    return { kind: 'address', href: new URL(href, base).href };
  }
}
