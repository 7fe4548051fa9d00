import { fixedAddresses } from '../archive/addresses.ts';
import type { Article } from '../content/article.ts';
import { urlOf } from '../site/site.ts';
import { groupByYear } from './date-pages.ts';
import { lazyPage, pageOf } from './key.ts';
import type { Page } from './page.ts';
import type { Views } from './views.ts';
import { xml } from './xml.ts';

/** Addresses in one sitemap: search engines take 50,000 or 10,000 (sitemaps.org, 头条), we keep the smaller. */
const sitemapLength = 10_000;
/** The news sitemap holds the last two days, at most 1,000 (Google). */
const newsDays = 2;
const newsLength = 1000;

/** `/sitemap.xml` (index), a sitemap a year, one for all other pages, the news sitemap, `/robots.txt`. */
export function* buildSitemaps(views: Views): Generator<Page> {
  const files: string[] = [];
  for (const [year, articles] of groupByYear(views.archive.articles)) {
    for (let from = 0; from < articles.length; from += sitemapLength) {
      const address = sitemapAddress(year, from);
      files.push(address);
      const listed = articles.slice(from, from + sitemapLength).map((article) => ({
        address: article.address,
        changed: (article.updated ?? article.date).day,
      }));
      const facts = () => views.siteKey + listed.map((each) => `${each.address} ${each.changed}`).join('\n');
      yield lazyPage('text', address, year, facts, () => ({
        text: renderSitemap(
          listed.map((each) => ({ url: urlOf(views.site, each.address), changed: each.changed })),
        ),
      }));
    }
  }
  const others = buildOtherPages(views);
  for (let from = 0; from < others.length; from += sitemapLength) {
    const address = sitemapAddress('pages', from);
    files.push(address);
    yield pageOf('text', address, { text: renderSitemap(others.slice(from, from + sitemapLength)) });
  }
  files.push('/sitemaps/news.xml');
  yield buildNewsSitemap(views);
  yield pageOf('text', fixedAddresses.sitemapIndex, {
    text: `${xmlHead}<sitemapindex xmlns="${namespace}">\n${files
      .map((address) => xml`<sitemap><loc>${urlOf(views.site, address)}</loc></sitemap>\n`)
      .join('')}</sitemapindex>\n`,
  });
  yield pageOf('text', fixedAddresses.robots, {
    text: `User-agent: *\nAllow: /\n\nSitemap: ${urlOf(views.site, fixedAddresses.sitemapIndex)}\n`,
  });
}

/** `/sitemaps/2020.xml`, and `/sitemaps/2020-2.xml` from the ten thousandth address on. */
const sitemapAddress = (name: string, from: number): string =>
  `/sitemaps/${name}${from === 0 ? '' : `-${from / sitemapLength + 1}`}.xml`;

const xmlHead = '<?xml version="1.0" encoding="utf-8"?>\n';
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

interface Entry {
  readonly url: string;
  /** A day; undefined where the page has no date of its own. */
  readonly changed: string | undefined;
}

function renderSitemap(entries: readonly Entry[]): string {
  const rows = entries.map(({ url, changed }) =>
    changed === undefined
      ? xml`<url><loc>${url}</loc></url>\n`
      : xml`<url><loc>${url}</loc><lastmod>${changed}</lastmod></url>\n`,
  );
  return `${xmlHead}<urlset xmlns="${namespace}">\n${rows.join('')}</urlset>\n`;
}

/** Every page that is neither an article nor an older part of a list. */
function buildOtherPages(views: Views): Entry[] {
  const { archive } = views;
  const entry = (address: string): Entry => ({
    url: urlOf(views.site, address),
    changed: archive.lists.get(address)?.articles[0]?.date.day,
  });
  const { home, years, regions, zones, topics, siteMap } = fixedAddresses;
  const always = [
    ...archive.channels.map(({ id }) => `/${id}/`),
    ...archive.regions.map(({ id }) => `/regions/${id}/`),
    ...archive.zones.map(({ id }) => `/zones/${id}/`),
    ...archive.topics.map(({ id }) => `/topics/${id}/`),
    ...archive.pages.map(({ id }) => `/${id}/`),
    ...[...groupByYear(archive.articles).keys()].map((year) => `/news/${year}/`),
  ];
  const addresses = new Set([
    home,
    years,
    regions,
    zones,
    topics,
    siteMap,
    ...always,
    ...archive.lists.keys(),
  ]);
  return [...addresses].map(entry);
}

function buildNewsSitemap(views: Views): Page {
  const { archive, site } = views;
  const since = archive.now.ms - newsDays * 86_400_000;
  const recent: Article[] = [];
  for (const article of archive.articles) {
    if (article.date.ms < since || recent.length === newsLength) break;
    if (article.date.ms <= archive.now.ms) recent.push(article);
  }
  return pageOf('text', '/sitemaps/news.xml', {
    text: `${xmlHead}<urlset xmlns="${namespace}" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n${recent
      .map(
        (article) =>
          xml`<url><loc>${urlOf(site, article.address)}</loc><news:news><news:publication><news:name>${site.name}</news:name><news:language>${site.language.toLowerCase()}</news:language></news:publication><news:publication_date>${article.date.iso}</news:publication_date><news:title>${article.title}</news:title></news:news></url>\n`,
      )
      .join('')}</urlset>\n`,
  });
}
