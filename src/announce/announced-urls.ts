import { isPermanent, type SiteAddresses } from '../build/site-addresses.ts';
import type { Changes } from '../publish/manifest.ts';

/**
 * Pages for readers that are new or changed, as whole addresses: articles first, then zones, topics, regions, channels
 * and static pages; of each the new ones first, since engines take only so many a day. Lists of months, older parts of
 * lists, feeds, redirects and withdrawn articles are nothing to announce: the sitemaps do not have them, or they only
 * follow from articles.
 */
export function announcedUrls(
  { base, addresses }: SiteAddresses,
  { added, changed }: Pick<Changes, 'added' | 'changed'>,
): string[] {
  const told = new Set(addresses.filter(isPermanent));
  // Paths of articles begin with year and month: backwards, the newest come first.
  const newestFirst = (files: readonly string[]): string[] => [...files].sort().reverse();
  const pages = [...newestFirst(added), ...newestFirst(changed)]
    .filter((file) => file.endsWith('/index.html'))
    .map((file) => `/${file.slice(0, -'index.html'.length)}`)
    .filter((address) => told.has(address));
  const isArticle = (address: string): boolean => address.startsWith('/news/');
  const inOrder = [...pages.filter(isArticle), ...pages.filter((address) => !isArticle(address))];
  return inOrder.map((address) => base + address.slice(1));
}
