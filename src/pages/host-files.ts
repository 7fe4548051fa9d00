import { buildAddresses } from '../archive/addresses.ts';
import { isFileAddress } from '../content/addresses.ts';
import { hrefOf } from '../site/site.ts';
import { pageOf } from './key.ts';
import { type NginxSite, renderNginxHttp, renderNginxServer } from './nginx-files.ts';
import { listGone, type OldAddress } from './old-addresses.ts';
import type { Page } from './page.ts';
import { type Headers, securityHeaders } from './security-policy.ts';
import type { Views } from './views.ts';

/** A year, in seconds: files with a hash in their name never change. */
const forever = 'public, max-age=31536000, immutable';

/** Where every name holds a hash of the content, in the form of Netlify and Cloudflare. */
const hashedFiles = [
  'assets/*',
  'pagefind/wasm.*',
  'pagefind/suggestions.*',
  'pagefind/:volume/pagefind.*',
  'pagefind/:volume/fragment/*',
  'pagefind/:volume/index/*',
  'pagefind/:volume/filter/*',
];
/** The same as a pattern of Vercel's. */
const hashedPattern =
  '(assets/.*|pagefind/(?:wasm|suggestions)\\..*|pagefind/[^/]+/(?:pagefind\\.|fragment/|index/|filter/).*)';

/** Rules that Cloudflare reads of `/_headers`, those above left out. */
const mostEndings = 80;
/** Redirects that vercel.json may hold (vercel.com/docs/redirects/configuration-redirects). */
const vercelRedirects = 2048;

type Redirect = readonly [from: string, to: string];

/**
 * What hosts are told beside `/_redirects`: `/_headers` (Netlify, Cloudflare), `/vercel.json`, and two files that an
 * nginx includes.
 */
export function* buildHostFiles(views: Views, old: readonly OldAddress[]): Generator<Page> {
  const { site, archive } = views;
  const moved = old.flatMap(({ from, to }): Redirect[] =>
    to === undefined ? [] : [[encoded(hrefOf(site, from)), views.href(to)]],
  );
  const gone = [...old.filter(({ to }) => to === undefined).map(({ from }) => from), ...listGone(archive)];
  const endings = listEndings(old);
  const headers = securityHeaders(site.cms !== undefined);
  const nginx: NginxSite = {
    headers,
    url: site.url,
    basePath: site.basePath,
    moved,
    gone: gone.map((address) => encoded(hrefOf(site, address))),
    isLiving: livingIn(views),
    forever,
  };
  yield pageOf('text', '/_headers', { text: renderHeaders(site.basePath, endings, headers) });
  yield pageOf('text', '/vercel.json', { text: renderVercel(site.basePath, endings, headers, moved) });
  yield pageOf('text', '/_nginx/http.conf', { text: renderNginxHttp(nginx) });
  yield pageOf('text', '/_nginx/server.conf', { text: renderNginxServer(nginx) });
}

/** As browsers send it: an old address may have been written with Chinese in it. */
const encoded = (address: string): string => address.replace(/[^\x21-\x7e]/gu, encodeURIComponent);

/** Asked only for old addresses with capital letters, so the set is made when it is asked for. */
function livingIn({ site, archive }: Views): NginxSite['isLiving'] {
  let living: ReadonlySet<string> | undefined;
  return (href) => {
    living ??= new Set([
      ...buildAddresses(archive),
      ...[...archive.articles, ...archive.zones, ...archive.topics, ...archive.pages].flatMap(
        ({ assets }) => assets,
      ),
    ]);
    const address = `/${href.slice(site.basePath.length)}`;
    return living.has(address) || living.has(`${address}/`);
  };
}

/**
 * Endings of old addresses by which a host would take their page for anything but a page: `asp`, `php`. Addresses
 * that end as files of today do are left to their kind.
 */
function listEndings(old: readonly OldAddress[]): string[] {
  const endings = old
    .filter(({ from }) => !from.includes('?') && isFileAddress(from))
    .map(({ from }) => from.slice(from.lastIndexOf('.') + 1));
  return [...new Set(endings)].filter((ending) => !known.test(ending)).slice(0, mostEndings);
}

const known =
  /^(?:html?|xhtml|xml|json|txt|css|m?js|svg|png|jpe?g|gif|webp|avif|ico|mp[34]|webm|pdf|docx?|xlsx?|pptx?|zip|rar)$/i;

const asPage = 'text/html; charset=utf-8';

function renderHeaders(basePath: string, endings: readonly string[], headers: Headers): string {
  const rule = (path: string, fields: readonly (readonly [string, string])[]): string =>
    `${basePath}${path}\n${fields.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`;
  return [
    rule('*', headers),
    ...hashedFiles.map((path) => rule(path, [['Cache-Control', forever]])),
    ...endings.map((ending) => rule(`*.${ending}`, [['Content-Type', asPage]])),
  ].join('\n');
}

/** Addresses without a query string have a page that leads on, so those with one come first. */
function renderVercel(
  basePath: string,
  endings: readonly string[],
  all: Headers,
  moved: readonly Redirect[],
): string {
  const redirects = [...moved]
    .sort(([a], [b]) => Number(b.includes('?')) - Number(a.includes('?')))
    .slice(0, vercelRedirects)
    .map(([from, destination]) => {
      const [path = '', query] = from.split(/\?(.*)/s);
      const has = [...new URLSearchParams(query ?? '')].map(([key, value]) => ({
        type: 'query',
        key,
        value: value.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'),
      }));
      const source = isFileAddress(path) ? literal(path) : `${literal(path.replace(/\/$/, ''))}{/}?`;
      return { source, ...(has.length > 0 && { has }), destination, statusCode: 301 };
    });
  const rule = (source: string, fields: readonly (readonly [string, string])[]) => ({
    source: basePath + source,
    headers: fields.map(([key, value]) => ({ key, value })),
  });
  const headers = [
    rule('(.*)', all),
    rule(hashedPattern, [['Cache-Control', forever]]),
    ...endings.map((ending) => rule(`(.*)\\.${ending}`, [['Content-Type', asPage]])),
  ];
  return `${JSON.stringify({ headers, redirects }, undefined, 1)}\n`;
}

/** A path in which nothing is a pattern (path-to-regexp). */
const literal = (path: string): string => path.replace(/[:*+?(){}\\]/g, '\\$&');
