import { problem } from '../problems/problem.ts';
import { type Finding, placeAt } from './finding.ts';
import type { PageScan } from './page-scan.ts';

type Data = Readonly<Record<string, unknown>>;

export const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** A day, or a moment with its offset, as Google asks. */
const dated = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d))?$/;
const isAddress = (value: unknown): boolean =>
  isText(value) && /^https?:\/\//.test(value) && URL.canParse(value);

/**
 * JSON-LD: every block can be read; an article has its NewsArticle and its BreadcrumbList with what Google's
 * documentation asks of them.
 */
export function checkData(
  scan: PageScan,
  {
    file,
    address,
    isArticle,
  }: { readonly file: string; readonly address: string; readonly isArticle: boolean },
): Finding[] {
  const findings: Finding[] = [];
  const tell = (at: number, value: string, key?: string): void => {
    findings.push({
      problem: problem('site-data', { file, ...placeAt(scan.html, at) }, { page: address, value }),
      clue: { words: [], ...(key !== undefined && { key }) },
    });
  };
  const types = new Set<unknown>();
  let isReadable = true;
  for (const { value, at } of scan.data) {
    let read: unknown;
    try {
      read = JSON.parse(value);
    } catch {
      tell(at, '不是 JSON');
      isReadable = false;
      continue;
    }
    for (const each of listOf(read)) {
      if (!isData(each)) {
        tell(at, '不是对象');
        continue;
      }
      types.add(each['@type']);
      if (each['@context'] !== 'https://schema.org') tell(at, '缺少 @context');
      if (each['@type'] === 'NewsArticle')
        for (const [name, key] of newsFaults(each, scan)) tell(at, `NewsArticle 的 ${name}`, key);
      if (each['@type'] === 'BreadcrumbList')
        for (const name of crumbFaults(each)) tell(at, `BreadcrumbList 的 ${name}`);
    }
  }
  if (isArticle && isReadable)
    for (const type of ['NewsArticle', 'BreadcrumbList']) if (!types.has(type)) tell(0, `缺少 ${type}`);
  return findings;
}

/** What is wrong, and the key of front matter that it follows from. */
function newsFaults(data: Data, scan: PageScan): [name: string, key: string][] {
  const faults: [string, string][] = [];
  const images = listOf(data.image);
  const authors = listOf(data.author);
  const { headline, datePublished, dateModified } = data;
  if (!isText(headline) || headline !== (scan.meta.get('ArticleTitle') ?? headline))
    faults.push(['headline', 'title']);
  if (!images.every((each) => isAddress(isData(each) ? each.url : each))) faults.push(['image', 'cover']);
  if (!isText(datePublished) || !dated.test(datePublished)) faults.push(['datePublished', 'date']);
  if (!isText(dateModified) || !dated.test(dateModified)) faults.push(['dateModified', 'updated']);
  const isNamed = (each: unknown): boolean => isData(each) && isText(each.name) && isText(each['@type']);
  if (!authors.every(isNamed)) faults.push(['author', 'author']);
  if (!isNamed(data.publisher)) faults.push(['publisher', 'source']);
  return faults;
}

function crumbFaults(data: Data): string[] {
  const steps = listOf(data.itemListElement);
  const isRight = (step: unknown, place: number): boolean =>
    isData(step) &&
    step.position === place + 1 &&
    isText(step.name) &&
    (isAddress(step.item) || place === steps.length - 1);
  return steps.every(isRight) ? [] : ['itemListElement'];
}
