/** First parts of addresses that the site makes itself: no channel or static page may take them. */
const RESERVED: ReadonlySet<string> = new Set([
  'news',
  'zones',
  'topics',
  'regions',
  'pages',
  'search',
  'sitemap',
  'sitemaps',
  'pagefind',
  'assets',
  'feed',
  'page',
  'admin',
  'api',
  '404',
  'robots',
  'index',
  'favicon',
]);

export const isReserved = (id: string): boolean => RESERVED.has(id);
