import { problem } from '../problems/problem.ts';
import type { ArticleFacts, PageReport } from './check-page.ts';
import { compareLists } from './compare-lists.ts';
import { type Finding, noClue } from './finding.ts';
import { type ExpectedArticle, type ExpectedSite, fileOf } from './site-view.ts';

/** Pages and lists against content: nothing is missing, nothing is left over, and what is there says the same. */
export function checkExpected(
  expected: ExpectedSite,
  reports: readonly PageReport[],
  files: ReadonlySet<string>,
  deadLinks: ReadonlyMap<string, number>,
): Finding[] {
  const byAddress = new Map(reports.map((report) => [report.address, report]));
  const missing = (page: string): Finding => {
    const links = deadLinks.get(page);
    const values = { page, links: links === undefined ? '' : String(links) };
    const place = { file: fileOf(page), line: 1, column: 1 };
    return { problem: problem('site-page-missing', place, values), clue: noClue };
  };
  const findings: Finding[] = [];
  for (const article of expected.articles) {
    const report = byAddress.get(article.address);
    if (!report) findings.push(missing(article.address));
    else if (!report.isCut) findings.push(...compareArticle(article, report));
  }
  for (const address of expected.others) if (!files.has(fileOf(address))) findings.push(missing(address));
  findings.push(...checkUnknown(expected, reports), ...checkLists(expected, byAddress));
  return findings;
}

function checkUnknown(expected: ExpectedSite, reports: readonly PageReport[]): Finding[] {
  const known = new Set([...expected.articles.map(({ address }) => address), ...expected.others]);
  const hidden = new Set(expected.hidden);
  return reports
    .filter(({ address }) => !known.has(address))
    .map(({ address: page, file }) => {
      const code = hidden.has(page) ? 'site-draft-out' : 'site-page-unknown';
      return { problem: problem(code, { file, line: 1, column: 1 }, { page }), clue: noClue };
    });
}

/** Names of facts in problems, and the keys of front matter that they follow from. */
const facts: readonly (readonly [
  name: string,
  key: string,
  of: (facts: ArticleFacts) => string | undefined,
])[] = [
  ['标题（ArticleTitle）', 'title', ({ title }) => title],
  ['标题（h1）', 'title', ({ heading }) => heading],
  ['发布时间', 'date', ({ date }) => date],
  ['来源', 'source', ({ source }) => source],
  ['上一条', 'prev', ({ prev }) => prev],
  ['下一条', 'next', ({ next }) => next],
];

function compareArticle(article: ExpectedArticle, report: PageReport): Finding[] {
  const place = { file: report.file, line: 1, column: 1 };
  const page = report.address;
  if (!report.article) {
    const values = { page, name: '状态', value: '已撤下或已移走', expected: '发布' };
    return [{ problem: problem('site-page-differs', place, values), clue: noClue }];
  }
  const { title, date, source, prev, next } = article;
  const right: ArticleFacts = { title, heading: title, date, source, prev, next };
  const found = report.article;
  return facts.flatMap(([name, key, of]) => {
    const value = of(found);
    const wanted = of(right);
    if (spaced(value) === spaced(wanted)) return [];
    const values = { page, name, value: value ?? '没有', expected: wanted ?? '没有' };
    return [{ problem: problem('site-page-differs', place, values), clue: { words: [], key } }];
  });
}

/** Pages show white space as one space. */
const spaced = (text: string | undefined): string | undefined => text?.replace(/\s+/g, ' ').trim();

function checkLists(expected: ExpectedSite, byAddress: ReadonlyMap<string, PageReport>): Finding[] {
  const titles = new Map(expected.articles.map(({ address, title }) => [address, title]));
  const findings: Finding[] = [];
  for (const { parts } of expected.lists) {
    const all = parts.reduce((sum, { articles }) => sum + articles.length, 0);
    for (const [place, { address: page, articles }] of parts.entries()) {
      const report = byAddress.get(page);
      if (!report || report.isCut) continue;
      const list = { file: report.file, page };
      findings.push(...compareLists(list, articles, report.items, (address) => titles.get(address) ?? ''));
      const count = report.listCount;
      if (place === 0 && count !== undefined && count !== all) {
        const values = { page, value: String(count), expected: String(all) };
        const at = { file: report.file, line: 1, column: 1 };
        findings.push({ problem: problem('site-list-count', at, values), clue: noClue });
      }
    }
  }
  return findings;
}
