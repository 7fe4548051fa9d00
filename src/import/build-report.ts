import path from 'node:path';
import type { Problem } from '../problems/problem.ts';
import { count, type ImportReport, type Outcome, type PageReport } from './import-report.ts';
import type { Joined } from './join-parts.ts';
import type { OldFile, OldSite } from './old-site.ts';
import type { PlannedArticle, UnplannedArticle } from './plan-articles.ts';
import type { OldPage } from './read-old-page.ts';
import type { Written } from './write-imported.ts';

export interface ReportSources {
  readonly site: OldSite;
  readonly pages: readonly OldPage[];
  readonly isOwn: (page: OldPage) => boolean;
  readonly planned: readonly PlannedArticle[];
  readonly unplanned: readonly UnplannedArticle[];
  readonly results: ReadonlyMap<PlannedArticle, Written>;
  readonly unreadable: readonly OldFile[];
  readonly redirects: ImportReport['redirects'];
}

const NOTHING = { file: undefined, lacks: [], notes: [], codes: [] };

/** What became of every page, in the order in which they were found. */
export function buildReport(sources: ReportSources): ImportReport {
  const { site, planned, unplanned, results } = sources;
  const pages = new Map<OldFile, PageReport>();
  const put = (page: OldPage, outcome: Outcome, more: Partial<PageReport> = {}): void => {
    const { file, fields } = page;
    pages.set(file, { ...NOTHING, from: file.shown, outcome, title: fields?.title, ...more });
  };
  const putOthers = ({ parts, copies }: Joined): void => {
    for (const { page } of parts.slice(1)) put(page, 'part');
    for (const { page } of copies) put(page, 'copy');
  };
  for (const page of sources.pages) put(page, sources.isOwn(page) ? (page.kind ?? 'copy') : 'other-site');
  const unknownColumns = new Map<string, number>();
  const unknownZones = new Map<string, number>();
  const deadLinks = new Map<string, number>();
  const problems: Problem[] = [];
  for (const article of planned) {
    const { joined, lacks, notes, placed } = article;
    const { file, codes, deadLinks: dead } = results.get(article) ?? { ...NOTHING, deadLinks: [] };
    const [first] = joined.parts;
    const outcome = file === undefined ? 'refused' : lacks.length > 0 ? 'draft' : 'article';
    putOthers(joined);
    if (first) put(first.page, outcome, { file, lacks: [...lacks], notes: [...notes], codes: [...codes] });
    if (placed.unknownZone !== undefined) count(unknownZones, placed.unknownZone);
    for (const link of dead) count(deadLinks, link);
    for (const { page } of joined.parts) problems.push(...page.problems);
  }
  for (const { joined, outcome, lacks } of unplanned) {
    const [first] = joined.parts;
    putOthers(joined);
    if (first) put(first.page, outcome, { lacks });
    if (first && lacks.includes('channel'))
      count(unknownColumns, first.page.fields?.columns.join(' > ') || folderOf(first.page));
  }
  const passed = [
    ...site.passed,
    ...sources.unreadable.map(({ shown }) => ({ shown, reason: 'unreadable' as const })),
  ].map(({ shown, reason }): PageReport => ({ ...NOTHING, from: shown, outcome: reason, title: undefined }));
  const sum = (key: 'pictures' | 'attachments'): number =>
    [...results.values()].reduce((total, written) => total + written[key], 0);
  return {
    pages: [...site.pages.flatMap((file) => pages.get(file) ?? []), ...passed],
    pictures: sum('pictures'),
    attachments: sum('attachments'),
    redirects: sources.redirects,
    unknownColumns,
    unknownZones,
    deadLinks,
    problems,
  };
}

/** `/zsdt/` of `/zsdt/2018/1.html`: what a rule may name where a page does not say its column. */
const folderOf = ({ url, file }: OldPage): string =>
  url ? (/^\/[^/]*\/|^\//.exec(url.pathname)?.[0] ?? '/') : path.dirname(file.shown);
