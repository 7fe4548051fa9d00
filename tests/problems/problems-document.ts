import fs from 'node:fs';
import path from 'node:path';
import { addressTexts } from '../../src/problems/address-texts.ts';
import { archiveTexts } from '../../src/problems/archive-texts.ts';
import { switchableCodes } from '../../src/problems/catalogue.ts';
import type { Entry } from '../../src/problems/entry.ts';
import { fieldTexts } from '../../src/problems/field-texts.ts';
import { fileTexts } from '../../src/problems/file-texts.ts';
import { importTexts } from '../../src/problems/import-texts.ts';
import { linkTexts } from '../../src/problems/link-texts.ts';
import { proofTexts } from '../../src/problems/proof-texts.ts';
import { siteTexts } from '../../src/problems/site-texts.ts';
import { yamlTexts } from '../../src/problems/yaml-texts.ts';

/** A line of bad content and what is said about it. */
export interface Example {
  /** Undefined where it cannot be shown, or shows nothing. */
  readonly line: string | undefined;
  readonly message: string;
}

const chapters: readonly (readonly [string, Readonly<Record<string, Entry>>])[] = [
  ['文件', fileTexts],
  ['稿件资料的写法', yamlTexts],
  ['键和值', fieldTexts],
  ['旧网址', addressTexts],
  ['链接、图片和 HTML', linkTexts],
  ['几篇之间', archiveTexts],
  ['编校', proofTexts],
  ['生成的网站', siteTexts],
  ['导入旧网站', importTexts],
];

/** docs/problems.md, made from the catalogue and from tests/bad-content. */
export function renderProblemsDocument(examples: ReadonlyMap<string, Example>): string {
  const parts = chapters.map(([title, texts]) => {
    const entries = Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1));
    return `## ${title}\n\n${entries.map(([code, entry]) => section(code, entry, examples.get(code))).join('\n')}`;
  });
  return `${INTRODUCTION}\n${parts.join('\n')}`;
}

const INTRODUCTION = `# 问题代号

\`npm run check\`、\`npm run verify\` 和 \`npm run import\` 说的每一种问题：代号、错误还是警告、哪里不对、怎样改；有例子的附一行例子和它的提示。
有错误就不能发布，警告不影响发布。标了“可关”的检查可以关掉，写法见[编辑手册](editors.zh-CN.md#三检查)。

这一页由 \`npm run docs:problems\` 从程序里生成，不要手工修改。
`;

function section(code: string, { level, zh }: Entry, example: Example | undefined): string {
  const word = level === 'error' ? '错误' : '警告';
  const canBeOff = switchableCodes.some((each) => each === code) ? '，可关' : '';
  const lines = [
    `### ${code}`,
    '',
    `${word}${canBeOff}。${shown(zh.what)}。${shown(zh.fix)}。`,
    ...(example?.line === undefined ? [] : ['', ...fence(example.line)]),
    ...(example ? ['', `> ${escaped(example.message)}`] : []),
    '',
  ];
  return lines.join('\n');
}

/** A text of the catalogue for reading: values become …, parts that may be left out stay. */
const shown = (text: string): string =>
  escaped(text.replace(/\[\[|\]\]/g, '').replace(/\{\w+\}/g, '…')).replace(/…{2,}/g, '…');

const escaped = (text: string): string => text.replace(/[\\<>*_`[\]|#]/g, '\\$&');

function fence(line: string): string[] {
  const marks = line.includes('```') ? '````' : '```';
  return [`${marks}text`, line, marks];
}

const MOST = 100;

/** The first example of each code, from the case named after it where there is one. */
export function readExamples(folder: string): Map<string, Example> {
  const examples = new Map<string, Example>();
  for (const { name, expected, sourceOf } of readCases(folder)) {
    for (const printed of expected.split('\n')) {
      const [, file, number = '1', , code = '', message] = LINE.exec(printed) ?? [];
      if (file === undefined || message === undefined) continue;
      const text = sourceOf(file)?.split('\n')[Number(number) - 1] ?? '';
      const line = /^(?:---)?\s*$/.test(text) || text.length > MOST ? undefined : text;
      const known = examples.get(code);
      const isBetter = known?.line === undefined && line !== undefined;
      if (!known || name === code || isBetter) examples.set(code, { line, message });
    }
  }
  return examples;
}

const LINE = /^content\/([^:]+):(\d+):(\d+) \S+ (\S+) (.*)$/;

interface Case {
  readonly name: string;
  readonly expected: string;
  /** Text of a file that the case lays in, or of the base. */
  readonly sourceOf: (file: string) => string | undefined;
}

function readCases(folder: string): Case[] {
  const articles = path.join(folder, 'articles');
  const folders = path.join(folder, 'folders');
  const base = path.join(folder, 'base');
  return [
    ...namesIn(articles, '.txt').map((name) => ({
      name,
      expected: fs.readFileSync(path.join(articles, `${name}.txt`), 'utf8'),
      sourceOf: () => readText(path.join(articles, `${name}.md`)),
    })),
    ...namesIn(folders, '').map((name) => ({
      name,
      expected: fs.readFileSync(path.join(folders, name, 'expected.txt'), 'utf8'),
      sourceOf: (file: string) => readText(path.join(folders, name, file)) ?? readText(path.join(base, file)),
    })),
  ];
}

const namesIn = (folder: string, ending: string): string[] =>
  fs
    .readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, name.length - ending.length))
    .sort();

/** Undefined where there is no such file, or where it cannot be shown. */
function readText(file: string): string | undefined {
  if (!fs.statSync(file, { throwIfNoEntry: false })?.isFile()) return undefined;
  const text = fs.readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  return /[^\P{Cc}\t\n]|[\ufffd\u202a-\u202e]/u.test(text) ? undefined : text;
}
