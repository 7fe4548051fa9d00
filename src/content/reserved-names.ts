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

/** Whether a channel or static page may not have the id. */
export const isReserved = (id: string): boolean => RESERVED.has(id);

/** Names below a list that are the list's own: its older parts lie at `page/<n>/`. */
export const isListPage = (id: string): boolean => id === 'page' || id === 'index';
