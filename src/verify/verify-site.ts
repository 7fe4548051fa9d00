import fs from 'node:fs';
import path from 'node:path';
import { type Problem, problem, sortProblems } from '../problems/problem.ts';
import { checkExpected } from './check-expected.ts';
import { checkFiles } from './check-files.ts';
import type { PageReport } from './check-page.ts';
import { checkPages } from './check-pages.ts';
import { type CheckedSearch, checkSearch } from './check-search.ts';
import { checkTargets } from './check-targets.ts';
import { type Finding, noClue } from './finding.ts';
import type { OpenedSite } from './open-site.ts';
import { placeFindings } from './place-findings.ts';
import type { ExpectedSite, SiteView } from './site-view.ts';

export interface VerifyOptions {
  readonly site: OpenedSite;
  /** What content says should be there; undefined: the site is only compared with itself. */
  readonly expected: ExpectedSite | undefined;
  /** Stands before the site's files in problems: `_site/`. */
  readonly shown: string;
  /** Folder of the compiled code, for threads. */
  readonly compiledRoot: string | undefined;
}

export interface VerifiedSite {
  readonly problems: readonly Problem[];
  readonly counts: VerifiedCounts;
}

/** What was looked at. */
export interface VerifiedCounts {
  readonly pages: number;
  readonly articles: number;
  /** Links, anchors, pictures and other files that pages name, each once a page. */
  readonly links: number;
  /** Pages whose HTML was judged; of these so many differ in more than words; and those left out for want of time. */
  readonly validated: number;
  readonly skeletons: number;
  readonly unvalidated: number;
  /** Titles looked up in the search index, and those that were asked for as whole questions. */
  readonly titles: number;
  readonly questions: number;
  /** False for a site that was built without its index. */
  readonly searchable: boolean;
}

/** Looks through a built site as its readers, search engines and programs would. */
export async function verifySite({
  site,
  expected,
  shown,
  compiledRoot,
}: VerifyOptions): Promise<VerifiedSite> {
  const view: SiteView = {
    files: site.files,
    url: site.url,
    hidden: expected?.hidden ?? [],
    columns:
      expected?.lists.flatMap(({ isColumn, parts }) =>
        isColumn ? parts.map(({ address }) => address) : [],
      ) ?? [],
  };
  const searchable = isSearchable(site);
  // Pages are looked at in threads; meanwhile this one asks the index.
  const checking = checkPages({ output: site.output, view }, site.pages, compiledRoot);
  checking.catch(() => undefined);
  const early = expected && searchable ? await checkSearch(site.output, expected.articles) : undefined;
  const { reports: all, judged } = await checking;
  const articles = expected?.articles ?? articlesOf(all);
  const search: CheckedSearch =
    early ??
    (searchable ? await checkSearch(site.output, articles) : { findings: [], titles: 0, questions: 0 });
  const sources: ExpectedSite['sources'] = expected?.sources ?? new Map();
  const known = new Set([...articles.map(({ address }) => address), ...(expected?.others ?? [])]);
  const files = new Set(site.files);
  // Of a page that does not belong there nothing else is said.
  const isKnown = ({ address }: PageReport): boolean => !expected || known.has(address);
  const reports = all.filter(isKnown);
  const unknown = new Set(all.filter((report) => !isKnown(report)).map(({ file }) => file));
  const targets = checkTargets(reports, new Set(view.hidden), known, sources);
  const findings: Finding[] = [
    ...reports.flatMap((report) => report.findings),
    ...judged.findings.filter(({ problem: { file } }) => !unknown.has(file)),
    ...targets.findings,
    ...(expected ? checkExpected(expected, all, files, targets.deadLinks) : []),
    ...checkTitles(reports),
    ...checkFiles({ site, reports, articles, expected, known }),
    ...search.findings,
  ];
  return {
    problems: sortProblems(placeFindings(findings, sources, shown)),
    counts: {
      pages: all.length,
      articles: articles.length,
      links: all.reduce((sum, { links }) => sum + links, 0),
      validated: judged.judged,
      skeletons: judged.skeletons,
      unvalidated: judged.unjudged,
      titles: search.titles,
      questions: search.questions,
      searchable,
    },
  };
}

/** A site built with `--no-search` says so on its search page. */
function isSearchable({ output, files }: OpenedSite): boolean {
  if (files.includes('pagefind/volumes.json')) return true;
  const page = path.join(output, 'search/index.html');
  return fs.existsSync(page) && fs.readFileSync(page, 'utf8').includes('data-search-results');
}

const articlesOf = (reports: readonly PageReport[]): { address: string; title: string }[] =>
  reports.flatMap(({ address, article }) => (article ? [{ address, title: article.title }] : []));

/** Lists and profiles that may be indexed have titles of their own; articles may share one, year after year. */
function checkTitles(reports: readonly PageReport[]): Finding[] {
  const titles = new Map<string, string>();
  const findings: Finding[] = [];
  for (const { address: page, file, title: value, isHidden, isMoved, isCut, article } of sortedByAddress(
    reports,
  )) {
    if (isHidden || isMoved || isCut || article || value === '') continue;
    const other = titles.get(value);
    if (other === undefined) titles.set(value, page);
    else {
      const place = { file, line: 1, column: 1 };
      findings.push({
        problem: problem('site-title-twice', place, { page, other, value }),
        clue: { ...noClue, key: 'title' },
      });
    }
  }
  return findings;
}

const sortedByAddress = (reports: readonly PageReport[]): PageReport[] =>
  [...reports].sort((a, b) => (a.address < b.address ? -1 : 1));
