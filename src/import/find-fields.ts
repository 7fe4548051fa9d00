import type { Document } from 'domhandler';
import { readBreadcrumb } from './breadcrumb.ts';
import { findTitle } from './find-title.ts';
import { dateInAddress, findDate } from './old-date.ts';
import { type Labelled, type LabelledValue, labelsIn, linesOf, valueOfLabel } from './page-labels.ts';
import type { PageMeta } from './page-meta.ts';
import { textOf, tidy } from './parse-page.ts';
import type { Ruled, Rules } from './rules.ts';

/** What an old page says of its article, each as it says it. */
export interface OldFields {
  readonly title: string | undefined;
  readonly subtitle: string | undefined;
  readonly originalTitle: string | undefined;
  /** `2018-05-03` or with a time, a real one. */
  readonly date: string | undefined;
  readonly updated: string | undefined;
  readonly source: string | undefined;
  /** 发布单位: a zone's name, or a source where there is no other. */
  readonly publisher: string | undefined;
  readonly zone: string | undefined;
  readonly region: string | undefined;
  readonly author: string | undefined;
  readonly editor: string | undefined;
  readonly keywords: readonly string[];
  readonly summary: string | undefined;
  /** Names of the columns that it stands in, from the outermost. */
  readonly columns: readonly string[];
}

/** Names that systems fill in where nobody wrote one. */
const NOBODY =
  /^(?:admin\w*|administrator|管理员|超级管理员|系统管理员|网站管理员|佚名|未知|不详|匿名|网络|互联网|网络转载|无|null|undefined|none|unknown|[-—/.\s]*)$/i;
const MOST_KEYWORDS = 20;

/** Rules come first, then what the head says, then labels, then the address. */
export function findFields(
  page: Document,
  meta: PageMeta,
  rules: Rules,
  url: URL | undefined,
  timeZone: string,
): OldFields {
  const lines = linesOf(page);
  const labels = lines.flatMap(labelsIn);
  const ruled = (key: Ruled): string | undefined => findByRule(page, lines, rules, key);
  const labelled = (name: Labelled): string | undefined => somebody(labels, name);
  const title = ruled('title') ?? meta.title ?? findTitle(page, meta.head);
  const date =
    dateIn(ruled('date'), timeZone) ??
    dateIn(meta.date, timeZone) ??
    findLabelledDate(lines, labels, title, timeZone);
  const updated = dateIn(meta.updated, timeZone) ?? dateIn(labelled('updated'), timeZone);
  const column = ruled('channel');
  return {
    title: title === undefined ? undefined : clean(title, 200),
    subtitle: labelled('subtitle'),
    originalTitle: labelled('originalTitle'),
    date: date ?? updated ?? (url && dateInAddress(url.pathname, timeZone)),
    updated: date !== undefined && updated !== undefined && updated > date ? updated : undefined,
    source: named(ruled('source')) ?? named(meta.source) ?? labelled('source'),
    publisher: labelled('publisher'),
    zone: ruled('zone') ?? labelled('zone'),
    region: ruled('region') ?? labelled('region'),
    author: named(ruled('author')) ?? labelled('author') ?? named(meta.author),
    editor: named(ruled('editor')) ?? labelled('editor'),
    keywords: keywordsIn(ruled('keywords') ?? meta.keywords ?? labelled('keywords') ?? ''),
    summary: clean(ruled('summary') ?? labelled('summary') ?? meta.summary ?? '', 500) || undefined,
    columns: column !== undefined ? [column] : columnsOf(page, meta, title ?? ''),
  };
}

function findByRule(page: Document, lines: readonly string[], rules: Rules, key: Ruled): string | undefined {
  for (const finder of rules.finders.get(key) ?? []) {
    if (finder.kind === 'label') {
      const value = valueOfLabel(lines, finder.label);
      if (value !== undefined) return value;
      continue;
    }
    for (const element of finder.find(page)) {
      const said = tidy(element.attribs.content ?? element.attribs.datetime ?? '') || textOf(element);
      // A selector may name the whole line: its label is no part of the value.
      const value = labelsIn(said).find(({ name }) => name === key)?.value ?? said;
      if (value !== '') return value;
    }
  }
  return undefined;
}

const dateIn = (text: string | undefined, timeZone: string): string | undefined =>
  text === undefined ? undefined : findDate(text, timeZone);

/** A label that says whose date it is wins over 时间： alone, which may stand in the text; then a line without any. */
function findLabelledDate(
  lines: readonly string[],
  labels: readonly LabelledValue[],
  title: string | undefined,
  timeZone: string,
): string | undefined {
  const dates = labels.filter(({ name }) => name === 'date');
  const isClear = ({ word }: LabelledValue): boolean => word.length > 2;
  for (const { value } of dates.filter(isClear)) {
    const date = findDate(value, timeZone);
    if (date !== undefined) return date;
  }
  const isNear = nearTitle(lines, title);
  for (const line of lines) {
    const [, ...others] = labelsIn(line);
    const isFactsLine = others.length > 0 || isNear(line);
    const date = isFactsLine && line.length < 150 ? findDate(line, timeZone) : undefined;
    if (date !== undefined && !/版权|copyright|©|今天是|欢迎/i.test(line)) return date;
  }
  for (const { value } of dates) {
    const date = findDate(value, timeZone);
    if (date !== undefined) return date;
  }
  return undefined;
}

/** Whether a line stands just below the title. */
function nearTitle(lines: readonly string[], title: string | undefined): (line: string) => boolean {
  const at = title === undefined ? -1 : lines.lastIndexOf(title);
  const near = at === -1 ? [] : lines.slice(at + 1, at + 5).filter((line) => line.length < 100);
  return (line) => near.includes(line);
}

function somebody(labels: readonly LabelledValue[], wanted: Labelled): string | undefined {
  for (const { name, value } of labels) {
    const said = name === wanted ? named(value) : undefined;
    if (said !== undefined) return said;
  }
  return undefined;
}

function named(text: string | undefined): string | undefined {
  const value = text === undefined ? '' : clean(text, 100);
  return NOBODY.test(value) ? undefined : value;
}

/** In one line, and not longer than front matter takes. */
export const clean = (text: string, most: number): string =>
  [
    ...tidy(text)
      .replace(/\p{Cs}/gu, '')
      .replace(/[\u2028\u2029]/g, ' '),
  ]
    .slice(0, most)
    .join('')
    .trim();

function keywordsIn(text: string): string[] {
  const words = text.split(/[,，;；、|]|\s+(?=\p{Script=Han})/u).map((word) => clean(word, 100));
  return [...new Set(words)]
    .filter((word) => word !== '' && word.length <= 30 && !NOBODY.test(word))
    .slice(0, MOST_KEYWORDS);
}

function columnsOf(page: Document, meta: PageMeta, title: string): readonly string[] {
  const crumbs = readBreadcrumb(page, title);
  return [...new Set([...crumbs, ...meta.columns])];
}
