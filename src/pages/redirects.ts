import { fixedAddresses } from '../archive/addresses.ts';
import type { Archive } from '../archive/archive.ts';
import { canBeFile, isFileAddress } from '../content/addresses.ts';
import { hrefOf, urlOf } from '../site/site.ts';
import { buildGoneAddress } from './article-page.ts';
import { buildHostFiles } from './host-files.ts';
import { pageOf } from './key.ts';
import { listGone, listOldAddresses, type OldAddress } from './old-addresses.ts';
import type { Page } from './page.ts';
import type { Views } from './views.ts';

/**
 * Old addresses: a page with meta refresh at every path, and all of them, query strings too, in `/_redirects`
 * (Netlify's and Cloudflare's form). What cannot be the name of a file stands there alone.
 */
export function* buildRedirects(views: Views): Generator<Page> {
  const old = listOldAddresses(views.archive);
  for (const { from, to, title } of old) {
    if (!canBeFile(from)) continue;
    const address = fileAddress(from);
    if (to === undefined) yield buildGoneAddress(views, address);
    else yield pageOf('redirect', address, { to: views.href(to), canonical: urlOf(views.site, to), title });
  }
  yield pageOf('text', '/_redirects', { text: renderRedirects(views, old) });
  yield* buildHostFiles(views, old);
}

const fileAddress = (from: string): string => (from.endsWith('/') || isFileAddress(from) ? from : `${from}/`);

/** The addresses of the pages that stand at old addresses, `/old/index.html` as it is written. */
export function oldPageAddresses(archive: Archive): string[] {
  return listOldAddresses(archive).flatMap(({ from }) => (canBeFile(from) ? [fileAddress(from)] : []));
}

/**
 * The first line that fits counts, but hosts read them in two ways. Netlify matches a query string by its
 * parameters, written apart from the path; a line with a path alone would take those requests too, so they come
 * first. Cloudflare passes over these, and forgets the query string of the others: it would lead every
 * `/view.php?id=…` to one and the same article, had it not been sent to the search before.
 */
function renderRedirects(views: Views, old: readonly OldAddress[]): string {
  const { site } = views;
  const withQuery = old.filter(({ from }) => from.includes('?'));
  const paths = new Set(withQuery.map(({ from }) => pathOf(from)));
  for (const { from } of old) paths.delete(from);
  const parameters = withQuery.map(({ from, to }) => {
    const answer = to === undefined ? `${views.href(fixedAddresses.notFound)} 410` : `${views.href(to)} 301`;
    return `${hrefOf(site, pathOf(from))} ${queryOf(from).replaceAll('&', ' ')} ${answer}`;
  });
  const line = ({ from, to }: OldAddress): string =>
    to === undefined ? goneLine(views, from) : `${hrefOf(site, from)} ${views.href(to)} 301`;
  const lines = [
    ...parameters,
    ...old.filter(({ from }) => !from.includes('?')).map(line),
    ...listGone(views.archive).map((address) => goneLine(views, address)),
    // With a question mark after it: Netlify, which matches paths, never finds this one.
    ...[...paths].map((path) => `${hrefOf(site, path)}? ${views.href(fixedAddresses.search)} 302`),
    ...withQuery.map(line),
  ];
  return lines.map((each) => `${each}\n`).join('');
}

const pathOf = (address: string): string => address.split('?', 1)[0] ?? '';

const queryOf = (address: string): string => address.slice(address.indexOf('?') + 1);

function goneLine(views: Views, address: string): string {
  const href = views.href(address);
  return `${href} ${href} 410`;
}
