import type { Archive } from '../archive/archive.ts';
import { isFileAddress } from '../content/addresses.ts';
import { hrefOf, urlOf } from '../site/site.ts';
import { buildGoneAddress } from './article-page.ts';
import { buildHostFiles } from './host-files.ts';
import { pageOf } from './key.ts';
import { listGone, listOldAddresses } from './old-addresses.ts';
import type { Page } from './page.ts';
import type { Views } from './views.ts';

/**
 * Old addresses: a page with meta refresh at every path, and all of them, query strings too, in `/_redirects`
 * (Netlify's and Cloudflare's form). A query string cannot be a file, so it stands there alone.
 */
export function* buildRedirects(views: Views): Generator<Page> {
  const old = listOldAddresses(views.archive);
  for (const { from, to, title } of old) {
    if (from.includes('?')) continue;
    const address = fileAddress(from);
    if (to === undefined) yield buildGoneAddress(views, address);
    else yield pageOf('redirect', address, { to: views.href(to), canonical: urlOf(views.site, to), title });
  }
  const lines = old.flatMap(({ from, to }) => redirectLines(views, from, to));
  for (const address of listGone(views.archive)) lines.push(goneLine(views, address));
  yield pageOf('text', '/_redirects', { text: lines.map((line) => `${line}\n`).join('') });
  yield* buildHostFiles(views, old);
}

const fileAddress = (from: string): string => (from.endsWith('/') || isFileAddress(from) ? from : `${from}/`);

/** The addresses of the pages that stand at old addresses, `/old/index.html` as it is written. */
export function oldPageAddresses(archive: Archive): string[] {
  return listOldAddresses(archive).flatMap(({ from }) => (from.includes('?') ? [] : [fileAddress(from)]));
}

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
