import { hrefOf } from '../site/site.ts';
import { pageOf } from './key.ts';
import { renderNginxHttp, renderNginxServer } from './nginx-files.ts';
import { listGone, type OldAddress } from './old-addresses.ts';
import type { Page } from './page.ts';
import { securityHeaders } from './security-policy.ts';
import type { Views } from './views.ts';

/** A year, in seconds: files with a hash in their name never change. */
const forever = 'public, max-age=31536000, immutable';

/** Folders in which every name holds a hash of the content, in the form of Netlify and Cloudflare. */
const hashedFolders = [
  'assets/*',
  'pagefind/:volume/fragment/*',
  'pagefind/:volume/index/*',
  'pagefind/:volume/filter/*',
];

/** Redirects that vercel.json may hold (vercel.com/docs/redirects/configuration-redirects). */
const vercelRedirects = 2048;

/**
 * What hosts are told beside `/_redirects`: `/_headers` (Netlify, Cloudflare), `/vercel.json`, and two files that an
 * nginx includes.
 */
export function* buildHostFiles(views: Views, old: readonly OldAddress[]): Generator<Page> {
  const moved = old.flatMap(({ from, to }): [string, string][] =>
    to === undefined ? [] : [[encoded(hrefOf(views.site, from)), views.href(to)]],
  );
  const gone = [
    ...old.filter(({ to }) => to === undefined).map(({ from }) => from),
    ...listGone(views.archive),
  ].map((address) => encoded(hrefOf(views.site, address)));
  const { basePath } = views.site;
  yield pageOf('text', '/_headers', { text: renderHeaders(basePath) });
  yield pageOf('text', '/vercel.json', { text: renderVercel(basePath, moved) });
  yield pageOf('text', '/_nginx/http.conf', { text: renderNginxHttp(basePath, moved, gone, forever) });
  yield pageOf('text', '/_nginx/server.conf', { text: renderNginxServer(basePath) });
}

/** As browsers send it: an old address may have been written with Chinese in it. */
const encoded = (address: string): string => address.replace(/[^\x21-\x7e]/gu, encodeURIComponent);

function renderHeaders(basePath: string): string {
  const all = securityHeaders.map(([name, value]) => `  ${name}: ${value}\n`).join('');
  const hashed = hashedFolders.map((folder) => `\n${basePath}${folder}\n  Cache-Control: ${forever}\n`);
  return `${basePath}*\n${all}${hashed.join('')}`;
}

/** Addresses without a query string have a page that leads on, so those with one come first. */
function renderVercel(basePath: string, moved: readonly (readonly [from: string, to: string])[]): string {
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
      return { source: literal(path), ...(has.length > 0 && { has }), destination, statusCode: 301 };
    });
  const headers = [
    {
      source: `${basePath}(.*)`,
      headers: securityHeaders.map(([key, value]) => ({ key, value })),
    },
    ...['assets/(.*)', 'pagefind/([^/]+)/(fragment|index|filter)/(.*)'].map((folder) => ({
      source: basePath + folder,
      headers: [{ key: 'Cache-Control', value: forever }],
    })),
  ];
  return `${JSON.stringify({ trailingSlash: true, headers, redirects }, undefined, 1)}\n`;
}

/** A path in which nothing is a pattern (path-to-regexp). */
const literal = (path: string): string => path.replace(/[:*+?(){}\\]/g, '\\$&');
