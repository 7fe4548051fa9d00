import { securityHeaders } from './security-policy.ts';

/**
 * For the `http` block: where old addresses lead, which are gone, how long a file may be kept. `$request_uri` is what
 * the browser asked for, as it wrote it.
 * @param moved old address (a query string may follow) and where it leads, both as links
 */
export function renderNginxHttp(
  basePath: string,
  moved: readonly (readonly [from: string, to: string])[],
  gone: readonly string[],
  forever: string,
): string {
  const hasQuery = (address: string): boolean => address.includes('?');
  const isGone = gone.map((address) => [address, '1'] as const);
  const queries = [...moved, ...isGone].filter(([address]) => hasQuery(address));
  const longest = Math.max(0, ...[...moved, ...isGone].flat().map((text) => Buffer.byteLength(text)));
  const map = (
    source: string,
    target: string,
    otherwise: string,
    rows: readonly (readonly [string, string])[],
  ): string => `\nmap ${source} ${target} {\n  default ${otherwise};\n${renderRows(rows)}}\n`;
  return [
    '# In the http block of nginx: include /path/to/site/_nginx/http.conf;\n',
    `# ${queries.length} of ${moved.length + gone.length} old addresses have a query string.\n`,
    // nginx wants a power of two that holds the longest row, and grumbles when tables are too small.
    `map_hash_bucket_size ${powerOfTwo(Math.max(128, longest * 2 + 64))};\n`,
    `map_hash_max_size ${powerOfTwo(Math.max(2048, (moved.length + gone.length) * 2))};\n`,
    '\nmap $request_uri $news_path {\n  default $request_uri;\n  "~^(?<news_before_query>[^?]*)\\?" $news_before_query;\n}\n',
    map(
      '$news_path',
      '$news_moved_path',
      '""',
      moved.filter(([from]) => !hasQuery(from)),
    ),
    map(
      '$request_uri',
      '$news_moved',
      '$news_moved_path',
      moved.filter(([from]) => hasQuery(from)),
    ),
    map(
      '$news_path',
      '$news_gone_path',
      '""',
      isGone.filter(([address]) => !hasQuery(address)),
    ),
    map(
      '$request_uri',
      '$news_gone',
      '$news_gone_path',
      isGone.filter(([address]) => hasQuery(address)),
    ),
    // Names with a hash of their content.
    `\nmap $uri $news_cache {\n  default "no-cache";\n  "~^${escapeRegex(basePath)}(?:assets|pagefind/.*)[^/]*[._][0-9a-f]{7,}\\.[a-z_]+$" "${forever}";\n`,
    `  "~^${escapeRegex(basePath)}assets/" "${forever}";\n}\n`,
  ].join('');
}

/** For the `server` block. The site lies below `root` at the site's base path. */
export function renderNginxServer(basePath: string): string {
  const headers = securityHeaders.map(([name, value]) => `add_header ${name} "${value}" always;\n`);
  return `# In a server block of nginx, after its root: include /path/to/site/_nginx/server.conf;
# A site below a path lies below root at that path.
index index.html;
charset utf-8;
charset_types text/xml text/plain text/css text/javascript application/javascript application/json application/xml;
absolute_redirect off;
server_tokens off;

# build --precompress writes the files that gzip_static sends. With Debian's libnginx-mod-http-brotli-static also:
# brotli_static on;
gzip_static on;
gzip on;
gzip_vary on;
gzip_min_length 1024;
gzip_types text/xml text/plain text/css text/javascript application/javascript application/json application/xml image/svg+xml;

${headers.join('')}add_header Cache-Control $news_cache;

if ($news_moved) {
  return 301 $news_moved;
}
if ($news_gone) {
  return 410;
}
error_page 404 ${basePath}404.html;
error_page 410 @news_gone;
location @news_gone {
  try_files \${uri}index.html $uri ${basePath}404.html =410;
}

# What is for hosts alone, and whatever begins with a dot.
location ~ "^${escapeRegex(basePath)}(?:_nginx/|_headers$|_redirects$|vercel\\.json$|(?:.*/)?\\.(?!well-known/))" {
  return 404;
}
`;
}

/** Rows of a map. nginx does not tell capitals from small letters in plain ones, so two that differ in no more are patterns. */
function renderRows(rows: readonly (readonly [string, string])[]): string {
  const count = new Map<string, number>();
  for (const [key] of rows) count.set(key.toLowerCase(), (count.get(key.toLowerCase()) ?? 0) + 1);
  return rows
    .map(([key, value]) => {
      const isPlain = count.get(key.toLowerCase()) === 1;
      return `  ${quoted(isPlain ? key : `~^${escapeRegex(key)}$`)} ${quoted(value)};\n`;
    })
    .join('');
}

/** In quotation marks, where nginx takes a backslash for its own. */
const quoted = (text: string): string =>
  `"${text.replace(/[\\"]/g, (mark) => (mark === '"' ? '%22' : '\\\\'))}"`;

const escapeRegex = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const powerOfTwo = (least: number): number => 2 ** Math.ceil(Math.log2(least));
