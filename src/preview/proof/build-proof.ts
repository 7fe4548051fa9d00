import type { Archive } from '../../archive/archive.ts';
import type { Article } from '../../content/article.ts';
import { plainText } from '../../markdown/plain-text.ts';
import { type Cut, cutEverywhere } from './cut-texts.ts';
import { findDates } from './find-dates.ts';
import {
  findDottedNames,
  findLatin,
  findNearlySame,
  findOrganizations,
  findPeople,
  findWorks,
  type RegisteredName,
} from './find-names.ts';
import { findNumbers } from './find-numbers.ts';
import { findQuotations } from './find-quotations.ts';
import { type Found, listOnce, type ProofEntry, type ProofLine, Spans } from './found.ts';

export interface ProofGroup {
  readonly title: string;
  readonly entries: readonly ProofEntry[];
  /** Whether its texts are long. */
  readonly isLong: boolean;
}

/** 一校: what a proofreader checks by eye in an article, each thing once. */
export interface Proof {
  readonly article: Article;
  readonly lines: readonly ProofLine[];
  readonly groups: readonly ProofGroup[];
  readonly cuts: readonly Cut[];
}

/** @param pageTitle the whole `<title>` of the article's page */
export function buildProof(article: Article, archive: Archive, pageTitle: string): Proof {
  const lines = linesOf(article);
  const dates = findDates(lines, article.date.day);
  const taken = new Spans();
  taken.takeFree(dates);
  const people = [...findPeople(lines, writersOf(article)), ...findDottedNames(lines)];
  const organizations = findOrganizations(lines, registeredNames(archive));
  const group = (title: string, found: readonly Found[], isLong = false): ProofGroup => ({
    title,
    entries: listOnce(found),
    isLong,
  });
  return {
    article,
    lines,
    groups: [
      withSlips(group('人名', people)),
      withSlips(group('机构、开发区、地名、来源', organizations)),
      group('书名号', findWorks(lines)),
      group('外文', findLatin(lines)),
      group('日期、时间', dates),
      group('数字', taken.takeFree(findNumbers(lines))),
      group('引语和引号', findQuotations(lines), true),
    ],
    cuts: cutEverywhere(pageTitle, article.title, article.summary),
  };
}

/** Names that differ from another in one character are said to. */
function withSlips(group: ProofGroup): ProofGroup {
  const near = findNearlySame(group.entries);
  return {
    ...group,
    entries: group.entries.map((entry) => {
      const other = near.get(entry.text);
      if (other === undefined) return entry;
      const note = [entry.note, `与“${other}”只差一字`].filter((text) => text !== undefined).join('；');
      return { ...entry, note, isDoubtful: true };
    }),
  };
}

function linesOf(article: Article): ProofLine[] {
  const parts: readonly (readonly [part: string, text: string | undefined])[] = [
    ['标题', article.title],
    ['副题', article.subtitle],
    ['原标题', article.originalTitle],
    ['摘要', article.summaryIsGiven ? article.summary : undefined],
    ['题图', article.cover?.caption],
    ...plainText(article.html)
      .split('\n')
      .map((text) => ['正文', text] as const),
    ...article.corrections.map(({ note }) => ['更正', note] as const),
  ];
  return parts.flatMap(([part, text]) => (text ? [{ part, text }] : []));
}

const writersOf = ({ author, editor }: Article): string[] =>
  [author, editor].flatMap((names) => names?.split(/[\s、，,/]+/) ?? []);

const registeredNames = (archive: Archive): RegisteredName[] => [
  ...archive.regions.map(({ name }) => ({ name, kind: '地区' })),
  ...archive.zones.map(({ name }) => ({ name, kind: '开发区名录' })),
  ...archive.topics.map(({ title }) => ({ name: title, kind: '专题' })),
];
