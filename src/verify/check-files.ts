import fs from 'node:fs';
import path from 'node:path';
import { problem } from '../problems/problem.ts';
import { isData } from './check-data.ts';
import { checkAtom, checkJsonFeed } from './check-feeds.ts';
import type { PageReport } from './check-page.ts';
import { checkSitemap } from './check-sitemaps.ts';
import { compareLists } from './compare-lists.ts';
import { type Finding, noClue, placeAt } from './finding.ts';
import type { OpenedSite } from './open-site.ts';
import { TargetReader } from './resolve-target.ts';
import { type ExpectedSite, fileOf, isArticleAddress } from './site-view.ts';

/** Entries of a feed at most. */
const feedLength = 50;

export interface FilesCheck {
  readonly site: OpenedSite;
  readonly reports: readonly PageReport[];
  /** Published articles, newest first where content says so. */
  readonly articles: readonly { readonly address: string; readonly title: string }[];
  readonly expected: ExpectedSite | undefined;
  /** Addresses whose absence is told elsewhere. */
  readonly known: ReadonlySet<string>;
}

/** What is no page: feeds, sitemaps, months as JSON, `robots.txt`, `_redirects`. */
export function checkFiles(check: FilesCheck): Finding[] {
  return new FilesChecker(check).run();
}

class FilesChecker {
  readonly #check: FilesCheck;
  readonly #findings: Finding[] = [];
  readonly #targets: TargetReader;
  readonly #files: ReadonlySet<string>;
  readonly #pages: ReadonlyMap<string, PageReport>;
  readonly #titles: ReadonlyMap<string, string>;

  constructor(check: FilesCheck) {
    this.#check = check;
    this.#targets = new TargetReader(check.site.url);
    this.#files = new Set(check.site.files);
    this.#pages = new Map(check.reports.map((report) => [report.address, report]));
    this.#titles = new Map(check.articles.map(({ address, title }) => [address, title]));
  }

  run(): Finding[] {
    this.#checkFeeds();
    this.#checkMonths();
    this.#checkSitemaps();
    this.#checkRedirects();
    return this.#findings;
  }

  #read(file: string): string {
    return fs.readFileSync(path.join(this.#check.site.output, file), 'utf8');
  }

  #compare(file: string, text: string, expected: readonly string[], found: readonly string[]): void {
    const titleOf = (address: string): string => this.#titles.get(address) ?? '';
    // Without content nobody knows the order.
    const sorted = (list: readonly string[]) => (this.#check.expected ? list : [...list].sort());
    const list = { file, page: `/${file}`, text };
    this.#findings.push(...compareLists(list, sorted(expected), sorted(found), titleOf));
  }

  /** The addresses in the site; one that does not answer is told and left out. */
  #addresses(file: string, text: string, urls: readonly string[]): string[] {
    return urls.flatMap((value) => {
      const target = this.#targets.read(value, '/');
      const address = target.kind === 'inside' ? target.address : undefined;
      const answers =
        address !== undefined && (this.#files.has(fileOf(address)) || this.#check.known.has(address));
      if (answers) return [address];
      this.#tellDead(file, text, value);
      return [];
    });
  }

  #tellDead(file: string, text: string, value: string): void {
    const at = Math.max(0, text.indexOf(value));
    const told = problem('site-list-dead', { file, ...placeAt(text, at) }, { page: `/${file}`, value });
    this.#findings.push({ problem: told, clue: noClue });
  }

  /** Each feed is valid and holds the newest of its list. */
  #checkFeeds(): void {
    const { site, expected, articles } = this.#check;
    const lists = new Map<string, readonly string[]>([['/', articles.map(({ address }) => address)]]);
    for (const { address, parts } of expected?.lists ?? [])
      lists.set(
        address,
        parts.flatMap((part) => part.articles),
      );
    for (const file of site.files.filter((name) => /(?:^|\/)feed\.(?:xml|json)$/.test(name))) {
      const text = this.#read(file);
      const check = file.endsWith('.xml') ? checkAtom : checkJsonFeed;
      const { findings, entries } = check(file, text, site.url + file);
      this.#findings.push(...findings);
      if (!entries) continue;
      const found = this.#addresses(file, text, entries);
      const list = lists.get(`/${file.replace(/feed\.\w+$/, '')}`);
      if (expected && list) this.#compare(file, text, list.slice(0, feedLength), found);
    }
  }

  /** Each month's JSON holds the month's articles, all together every article. */
  #checkMonths(): void {
    const { site, articles } = this.#check;
    const byMonth = groupBy(articles, (address) => address.slice(1, '/news/2020/01/'.length));
    const found = new Map<string, string[]>();
    for (const file of site.files.filter((name) => monthFile.test(name)).sort(compareMonthFiles)) {
      const month = file.replace(monthFile, '$1');
      const named = addressesOfMonth(this.#read(file));
      if (named) found.set(month, [...(found.get(month) ?? []), ...named]);
      else {
        const place = { file, line: 1, column: 1 };
        const values = { page: `/${file}`, value: '不是按月的 JSON' };
        this.#findings.push({ problem: problem('site-file-broken', place, values), clue: noClue });
      }
    }
    for (const [month, named] of found) {
      const file = `${month}index.json`;
      const wanted = (byMonth.get(month) ?? []).map(({ address }) => address);
      this.#compare(file, this.#files.has(file) ? this.#read(file) : '', wanted, named);
    }
  }

  /** Sitemaps name what may be indexed, all of it, and nothing else. */
  #checkSitemaps(): void {
    const { site, reports, articles } = this.#check;
    const maps = site.files.filter((file) => /^sitemaps\/[^/]+\.xml$/.test(file));
    const byYear = groupBy(articles, (address) => address.slice('/news/'.length, '/news/2020'.length));
    const foundByYear = new Map<string, string[]>();
    const listed = new Set<string>();
    for (const file of maps) {
      const found = this.#sitemap(file, 'urlset');
      if (!found) continue;
      const year = /^sitemaps\/(\d{4})(?:-\d+)?\.xml$/.exec(file)?.[1];
      if (year !== undefined) foundByYear.set(year, [...(foundByYear.get(year) ?? []), ...found]);
      else this.#checkHidden(file, found);
      if (/^sitemaps\/pages(?:-\d+)?\.xml$/.test(file)) for (const address of found) listed.add(address);
    }
    if (this.#files.has(pagesMap)) {
      const wanted = reports
        .filter(
          ({ address, isHidden, isMoved, isCut }) => !isHidden && !isMoved && !isCut && isListed(address),
        )
        .map(({ address }) => address);
      const lacking = wanted.filter((address) => !listed.has(address));
      this.#compare(pagesMap, this.#read(pagesMap), [...listed, ...lacking], [...listed]);
    }
    for (const year of byYear.keys()) {
      const file = `sitemaps/${year}.xml`;
      const wanted = (byYear.get(year) ?? []).map(({ address }) => address);
      const found = foundByYear.get(year);
      if (found) this.#compare(file, this.#read(file), wanted, found);
      else if (!this.#files.has(file)) this.#tellMissing(file);
    }
    const index = this.#files.has('sitemap.xml') ? this.#sitemap('sitemap.xml', 'sitemapindex') : undefined;
    if (index)
      this.#compare(
        'sitemap.xml',
        this.#read('sitemap.xml'),
        maps.map((file) => `/${file}`).sort(),
        index.sort(),
      );
    const robots = this.#files.has('robots.txt') ? this.#read('robots.txt') : '';
    if (robots !== '' && !robots.includes(`Sitemap: ${site.url}sitemap.xml\n`))
      this.#compare('robots.txt', robots, [`${site.url}sitemap.xml`], []);
  }

  /** What is kept from search engines, or only leads on, stands in no sitemap. */
  #checkHidden(file: string, found: readonly string[]): void {
    const open = found.filter((address) => {
      const page = this.#pages.get(address);
      return !page?.isHidden && !page?.isMoved;
    });
    this.#compare(file, this.#read(file), open, found);
  }

  #sitemap(file: string, root: 'urlset' | 'sitemapindex'): string[] | undefined {
    const text = this.#read(file);
    const { findings, locations } = checkSitemap(file, text, root);
    this.#findings.push(...findings);
    return locations && this.#addresses(file, text, locations);
  }

  #tellMissing(file: string): void {
    const place = { file, line: 1, column: 1 };
    const told = problem('site-page-missing', place, { page: `/${file}`, links: '' });
    this.#findings.push({ problem: told, clue: noClue });
  }

  /** `from to 301`, with the parameters of a query between them. */
  #checkRedirects(): void {
    if (!this.#files.has('_redirects')) return;
    const text = this.#read('_redirects');
    for (const line of text.split('\n')) {
      const to = line.split(' ').at(-2);
      if (to !== undefined && /^(?:\/|https?:)/.test(to)) this.#addresses('_redirects', text, [to]);
    }
  }
}

function groupBy<Item extends { readonly address: string }>(
  items: readonly Item[],
  keyOf: (address: string) => string,
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item.address);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

const pagesMap = 'sitemaps/pages.xml';
/** A large month has older parts: `index-1.json` is the oldest. */
const monthFile = /^(news\/\d{4}\/\d\d\/)index(?:-(\d+))?\.json$/;

/** By month, and of a month its newest part first, which has no number. */
function compareMonthFiles(a: string, b: string): number {
  const [one, other] = [a, b].map((file) => monthFile.exec(file) ?? []);
  const [month = '', otherMonth = ''] = [one?.[1], other?.[1]];
  if (month !== otherMonth) return month < otherMonth ? -1 : 1;
  return a === b ? 0 : Number(other?.[2] ?? 1e9) - Number(one?.[2] ?? 1e9);
}

/** Whether a page stands in the sitemap of pages: neither an article, an older part of a list, nor the search. */
const isListed = (address: string): boolean =>
  address.endsWith('/') &&
  address !== '/search/' &&
  !isArticleAddress(address) &&
  !/\/page\/\d+\/$/.test(address);

function addressesOfMonth(text: string): string[] | undefined {
  try {
    const month: unknown = JSON.parse(text);
    if (!isData(month) || !Array.isArray(month.articles)) return undefined;
    return month.articles.map((article: unknown) => (isData(article) ? String(article.address) : ''));
  } catch {
    return undefined;
  }
}
