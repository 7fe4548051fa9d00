import { addressHash } from './key.ts';
import type { Headers } from './security-policy.ts';

/** What nginx must know of a site. */
export interface NginxSite {
  readonly headers: Headers;
  /** Where it is published, `https://host/sub/`. */
  readonly url: string;
  readonly basePath: string;
  /** Old address (a query string may follow) and where it leads, both as links. */
  readonly moved: readonly (readonly [from: string, to: string])[];
  readonly gone: readonly string[];
  /** Whether a link leads to a page or file of the site. */
  readonly isLiving: (href: string) => boolean;
  /** The Cache-Control of files with a hash in their name. */
  readonly forever: string;
}

/** In the place of a target: the address is gone. */
const isGone = '410';

/**
 * For the `http` block: where old addresses lead, which are gone, how long a file may be kept. The names of its
 * variables are the site's own, so that one nginx may hold several.
 */
export function renderNginxHttp(site: NginxSite): string {
  const name = prefixOf(site);
  const old = [...site.moved, ...site.gone.map((address) => [address, isGone] as const)];
  const paths = old.filter(([from]) => !from.includes('?'));
  const queries = old.filter(([from]) => from.includes('?'));
  return `# ${site.url} In the http block of nginx, which once, for all its sites, needs these two lines:
#   map_hash_max_size 65536;
#   map_hash_bucket_size 4096;

# What the browser asked for, as it wrote it, without query string, last slash or index.html.
map $request_uri $${name}_path {
  default $request_uri;
  "~^(?<${name}_plain>/[^?]*?)(?:/(?:index\\.html)?)?(?:\\?.*)?$" $${name}_plain;
}
map $${name}_path $${name}_moved_path {
  default "";
${renderRows(
  paths.map(([from, to]) => [withoutIndex(from), to]),
  site.isLiving,
)}}
map $request_uri $${name}_moved {
  default $${name}_moved_path;
${renderRows(queries, () => false)}}

# Names with a hash of their content never change.
map $uri $${name}_cache {
  default "no-cache";
  "~^${escapeRegex(site.basePath)}(?:assets/|pagefind/.*[._][0-9a-f]{7,}\\.[a-z_]+$)" "${site.forever}";
}
`;
}

/** For the `server` block. The site lies below `root` at the site's base path. */
export function renderNginxServer(site: NginxSite): string {
  const name = prefixOf(site);
  const { basePath } = site;
  const headers = site.headers.map(([field, value]) => `add_header ${field} "${value}" always;\n`);
  return `# ${site.url} In a server block of nginx, after its root. A site below a path lies below root at that path.
index index.html;
charset utf-8;
charset_types text/xml text/plain text/css text/javascript application/javascript application/json application/xml;
absolute_redirect off;
server_tokens off;

# build --precompress writes the files that gzip_static sends. With Debian's libnginx-mod-http-brotli-static say also,
# beside this include: brotli_static on;
gzip_static on;
gzip on;
gzip_vary on;
gzip_min_length 1024;
gzip_types text/xml text/plain text/css text/javascript application/javascript application/json application/xml image/svg+xml;

${headers.join('')}add_header Cache-Control $${name}_cache;

if ($${name}_moved = "${isGone}") {
  return 410;
}
if ($${name}_moved) {
  return 301 $${name}_moved;
}
error_page 404 ${basePath}404.html;
error_page 410 @${name}_gone;
location = ${basePath}404.html {
  internal;
}
location @${name}_gone {
  # Also where the old address ended in .asp or .php.
  types {
  }
  default_type text/html;
  try_files \${uri}index.html $uri $uri/index.html ${basePath}404.html =410;
}

# What is for hosts alone, and whatever begins with a dot.
location ~ "^${escapeRegex(basePath)}(?:_nginx/|_headers$|_redirects$|vercel\\.json$|(?:.*/)?\\.(?!well-known/))" {
  return 404;
}
`;
}

const prefixOf = (site: NginxSite): string => `news_${addressHash(site.url)}`;

/** `/a`, `/a/` and `/a/index.html` are one address to a reader. */
const withoutIndex = (href: string): string => href.replace(/\/(?:index\.html)?$/, '') || '/';

/**
 * Rows of a map. nginx does not tell capitals from small letters in plain ones, as the servers of many old sites did
 * not. Where that would take another row's requests, or a living page's, the row is a pattern, which does.
 */
function renderRows(
  rows: readonly (readonly [string, string])[],
  isLiving: (href: string) => boolean,
): string {
  const count = new Map<string, number>();
  for (const [key] of rows) count.set(key.toLowerCase(), (count.get(key.toLowerCase()) ?? 0) + 1);
  return rows
    .map(([key, value]) => {
      const small = key.toLowerCase();
      const isPlain = count.get(small) === 1 && (small === key || !isLiving(small));
      return `  ${quoted(isPlain ? key : `~^${escapeRegex(key)}$`)} ${quoted(value)};\n`;
    })
    .join('');
}

/** In quotation marks, where nginx takes a backslash for its own. */
const quoted = (text: string): string =>
  `"${text.replace(/[\\"]/g, (mark) => (mark === '"' ? '%22' : '\\\\'))}"`;

const escapeRegex = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
