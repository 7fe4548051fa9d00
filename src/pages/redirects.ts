import { hrefOf, urlOf } from '../site/site.ts';
import { buildGoneAddress } from './article-page.ts';
import { pageOf } from './key.ts';
import type { Page } from './page.ts';
import type { Views } from './views.ts';

interface OldAddress {
  readonly from: string;
  /** Undefined: gone. */
  readonly to: string | undefined;
  readonly title: string;
}

/**
 * Old addresses: a page with meta refresh at every path, and all of them, query strings too, in `/_redirects`
 * (Netlify's and Cloudflare's form). A query string cannot be a file, so it stands there alone.
 */
export function* buildRedirects(views: Views): Generator<Page> {
  const old = collectOldAddresses(views);
  for (const { from, to, title } of old) {
    if (from.includes('?')) continue;
    const address = fileAddress(from);
    if (to === undefined) yield buildGoneAddress(views, address);
    else yield pageOf('redirect', address, { to: views.href(to), canonical: urlOf(views.site, to), title });
  }
  const lines = old.flatMap(({ from, to }) => redirectLines(views, from, to));
  for (const { article, state } of views.archive.heldBack) {
    if (state === 'withdrawn' || state === 'expired') lines.push(goneLine(views, article.address));
  }
  yield pageOf('text', '/_redirects', { text: lines.map((line) => `${line}\n`).join('') });
}

function collectOldAddresses(views: Views): OldAddress[] {
  const { archive } = views;
  const old: OldAddress[] = [];
  const out = new Set(archive.articles);
  const add = (to: string, title: string, aliases: readonly { readonly address: string }[]): void => {
    for (const { address } of aliases) old.push({ from: address, to, title });
  };
  for (const article of archive.articles) add(article.address, article.title, article.aliases);
  for (const { article, state } of archive.heldBack) {
    const stays = state === 'withdrawn' || state === 'expired';
    if (stays && !out.has(article)) add(article.address, article.title, article.aliases);
  }
  for (const zone of archive.zones) add(`/zones/${zone.id}/`, zone.name, zone.aliases);
  for (const topic of archive.topics) add(`/topics/${topic.id}/`, topic.title, topic.aliases);
  for (const page of archive.pages) add(`/${page.id}/`, page.title, page.aliases);

  const targets = new Map(archive.redirects.map(({ from, to }) => [from, to]));
  for (const alias of old) if (alias.to !== undefined) targets.set(alias.from, alias.to);
  for (const { from } of archive.redirects) {
    // Chains are shortened: a reader is sent on once.
    let to = targets.get(from);
    for (let steps = 0; to !== undefined && steps < targets.size; steps++) {
      const further = targets.get(to);
      if (further === undefined) break;
      to = further;
    }
    old.push({ from, to: to === 'gone' ? undefined : to, title: views.site.name });
  }
  return old.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** `/old/a.html` is a file of that name; `/old/a` and `/old/a/` are the folder's index. */
const fileAddress = (from: string): string =>
  from.endsWith('/') || /\.[A-Za-z0-9]+$/.test(from) ? from : `${from}/`;

function redirectLines(views: Views, from: string, to: string | undefined): string[] {
  if (to === undefined) return [goneLine(views, from)];
  const target = views.href(to);
  const source = hrefOf(views.site, from);
  const lines = [`${source} ${target} 301`];
  const query = from.indexOf('?');
  // Netlify matches a query string by its parameters, written apart from the path.
  if (query >= 0) {
    const path = hrefOf(views.site, from.slice(0, query));
    lines.push(`${path} ${from.slice(query + 1).replaceAll('&', ' ')} ${target} 301`);
  }
  return lines;
}

function goneLine(views: Views, address: string): string {
  const href = views.href(address);
  return `${href} ${href} 410`;
}
