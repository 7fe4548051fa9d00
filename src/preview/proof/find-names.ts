import { type Found, findAll, findTexts, type ProofLine, Spans } from './found.ts';
import {
  afterName,
  beforeOrganization,
  doubleSurnames,
  notInOrganization,
  notNames,
  organizationEndings,
  surnames,
  titles,
  transliteration,
} from './name-words.ts';

/*
 * Names cannot be told from words for certain without knowing the language. These rules find what stands beside a
 * title, what speaks, and what is written as a name; a reader's eye does the rest.
 */

const han = String.raw`\p{Script=Han}`;
const surname = `(?:${doubleSurnames}|[${[...surnames].join('')}])`;
const follows = `(?=[${afterName}]|[^${han}]|$)`;
/** Two or three characters, the shorter reading where a verb follows. */
const person = `${surname}(?:[^${afterName}\\P{Script=Han}](?:[^${afterName}\\P{Script=Han}]${follows}|${follows}))`;
const boundary = `(?<![${han}A-Za-z])|(?<=[由与和及、对向请问在据是为给让跟同的了])`;
const behindTitle = new RegExp(
  `(?<=${titles}|[${han}]{2}[员师工])(?![傅程])(?:${person}|[老小阿]${surname}${follows})`,
  'gu',
);
const beforeTitle = new RegExp(
  `(?:${boundary})(?:${doubleSurnames}|[${[...surnames].join('')}])[${han}]{1,2}?(?=${titles})`,
  'gu',
);
const speaking = new RegExp(
  `(?:${boundary})${surname}[^${afterName}\\P{Script=Han}]{1,2}(?=说|表示|介绍|告诉|指出|坦言|认为|透露|回忆|笑着|强调)`,
  'gu',
);
const inByline = new RegExp(
  `(?<=(?:记者|通讯员|摄影|作者|编辑|(?<![${han}])[文图])[ ：:/／]{1,2}(?:[${han}]{2,4} )?)${surname}[${han}]{1,2}(?![${han}])`,
  'gu',
);

/** People: beside a title, speaking, in a byline, and those of the front matter; then every place where they stand. */
export function findPeople(lines: readonly ProofLine[], known: readonly string[]): Found[] {
  const names = [behindTitle, beforeTitle, speaking, inByline].flatMap((rule) =>
    findAll(lines, rule).map(({ text }) => text),
  );
  const isWord = new RegExp(`^(?:${titles})|(?:${titles})$|[么吗呢得着过]`, 'u');
  const isName = (text: string): boolean => !isWord.test(text) && !notNames.has(text.slice(0, 2));
  return findTexts(lines, [...names.filter(isName), ...known]);
}

const dot = '[·•・‧∙．]';
const part = `(?:[A-Za-z]+|[${transliteration}]{1,8})`;
const dotted = new RegExp(`${part}(?:${dot}${part})+`, 'gu');

/** 约翰·史密斯: with the one right dot. */
export const findDottedNames = (lines: readonly ProofLine[]): Found[] =>
  findAll(lines, dotted, ([text]) =>
    /[•・‧∙．]/.test(text) ? { note: '间隔号应为 ·', isDoubtful: true } : {},
  );

/** 《》 */
export const findWorks = (lines: readonly ProofLine[]): Found[] => findAll(lines, /《[^《》]+》/gu);

/** Words in Latin letters, those that belong together as one. */
export const findLatin = (lines: readonly ProofLine[]): Found[] =>
  findAll(
    lines,
    /[A-Za-z][A-Za-z0-9]*(?:[-&.’'/+][A-Za-z0-9]+)*(?: [A-Za-z][A-Za-z0-9]*(?:[-&.’'][A-Za-z0-9]+)*)*/gu,
  );

/** A name of the registries and what it is there. */
export interface RegisteredName {
  readonly name: string;
  readonly kind: string;
}

const organization = new RegExp(
  String.raw`[^${notInOrganization}\P{Script=Han}][^${notInOrganization}\P{Script=Han}（）]{1,24}(?:${organizationEndings})`,
  'gu',
);

/** Names of the registries that stand in the text, then what ends like a name of an institution. */
export function findOrganizations(
  lines: readonly ProofLine[],
  registered: readonly RegisteredName[],
): Found[] {
  const kinds = new Map(registered.map(({ name, kind }) => [name, kind]));
  const known = findTexts(lines, kinds.keys()).map((found) => ({
    ...found,
    note: kinds.get(found.text) ?? '',
  }));
  const taken = new Spans();
  const others = findAll(lines, organization)
    .map(withoutLead)
    .filter(({ text }) => text.length >= 4 && !kinds.has(text));
  // A registered name with more around it, 苏州工业园区管委会, is listed as the whole that it is.
  return [...taken.takeFree(others), ...taken.takeFree(known)];
}

/** What begins with a verb or a count begins behind it; a bare ending, 公司, is no name. */
function withoutLead(found: Found): Found {
  const ending = new RegExp(`(?:${organizationEndings})$`, 'u').exec(found.text)?.index ?? 0;
  const lead = beforeOrganization.exec(found.text.slice(0, ending))?.[0].length ?? 0;
  const text = ending - lead < 2 ? '' : found.text.slice(lead);
  return { ...found, text, at: found.at + lead };
}

/** Names that differ in one character only, of which one may be a slip. Those of the registries differ rightly. */
export function findNearlySame(entries: readonly Found[]): ReadonlyMap<string, string> {
  const near = new Map<string, string>();
  for (const a of entries) {
    for (const b of entries) {
      if (a.note !== undefined && b.note !== undefined) continue;
      if (a.text !== b.text && a.text.length >= 3 && differsByOne(a.text, b.text)) near.set(a.text, b.text);
    }
  }
  return near;
}

function differsByOne(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let differences = 0;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) differences++;
  return differences === 1;
}
