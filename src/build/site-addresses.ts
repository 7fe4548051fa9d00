import fs from 'node:fs';
import path from 'node:path';

/** What a built site says of itself in its sitemaps. */
export interface SiteAddresses {
  /** Where it stands, with its last slash: `https://host/sub/`. */
  readonly base: string;
  /** Every page that search engines are to know, as a path below the base: `/news/2020/01/a/`. */
  readonly addresses: readonly string[];
}

/** Reads `sitemap.xml` and the sitemaps that belong to it; undefined where there is no site. */
export function readSiteAddresses(folder: string): SiteAddresses | undefined {
  const sitemaps = path.join(folder, 'sitemaps');
  let names: string[];
  let base: string | undefined;
  try {
    names = fs.readdirSync(sitemaps).filter((name) => /\.xml$/.test(name) && name !== 'news.xml');
    base = /<loc>([^<]+)sitemaps\//.exec(fs.readFileSync(path.join(folder, 'sitemap.xml'), 'utf8'))?.[1];
  } catch {
    return undefined;
  }
  if (base === undefined) return undefined;
  const addresses: string[] = [];
  for (const name of names) {
    const text = fs.readFileSync(path.join(sitemaps, name), 'utf8');
    for (const [, url] of text.matchAll(/<loc>([^<]+)<\/loc>/g)) {
      if (url?.startsWith(base)) addresses.push(`/${url.slice(base.length)}`);
    }
  }
  return { base, addresses };
}

/** Lists that only follow from articles come and go: years, months, a channel's regions. */
export const isPermanent = (address: string): boolean =>
  /^\/(?:news\/\d{4}\/\d\d\/[^/]+|(?:zones|topics|regions)\/[^/]+|(?!(?:news|zones|topics|regions|sitemap)\/)[^/]+)\/$/.test(
    address,
  );
