import fs from 'node:fs';
import path from 'node:path';
import { buildArchive } from '../archive/archive.ts';
import { readContent } from '../content/read-content.ts';
import { printProblems } from '../problems/print-problems.ts';
import { hasErrors, type Problem, sortProblems } from '../problems/problem.ts';
import { oneOf, parseOptions, WrongUsage } from './arguments.ts';
import { contentFolder, nowFrom, shownPrefix } from './locations.ts';
import type { Installation } from './main.ts';

/** `check [file…]`: every mistake of the content, or of the files named; nothing is written. */
export async function runCheck(words: readonly string[], { compiledRoot }: Installation): Promise<number> {
  const { values, places } = parseOptions(
    words,
    { content: 'string', now: 'string', format: 'string', lang: 'string' },
    Number.POSITIVE_INFINITY,
  );
  const format = oneOf('format', values.format, ['text', 'json', 'github', 'sarif'], 'text');
  const lang = oneOf('lang', values.lang, ['zh-CN', 'en'], 'zh-CN');
  const root = contentFolder(values.content);
  const now = nowFrom(values.now);
  const wanted = new Set(places.map((place) => contentFile(place, root)));
  const content = await readContent({ root, baseUrl: undefined, compiledRoot });
  const archive = buildArchive(content, {
    now: now(content.site.timeZone),
    drafts: false,
    allowEmpty: false,
  });
  const all = sortProblems([...content.problems, ...archive.problems]);
  const problems = wanted.size === 0 ? all : all.filter(({ file }) => wanted.has(file));
  const printed = printProblems(problems, { format, lang, prefix: shownPrefix(root) });
  if (printed !== '') console.log(printed);
  if (format === 'text') console.error(summary(problems, content.articleFiles));
  return hasErrors(problems) ? 1 : 0;
}

/** A file named on the command line, relative to the content folder. */
function contentFile(place: string, root: string): string {
  const absolute = path.resolve(place);
  const relative = path.relative(root, absolute).split(path.sep).join('/');
  if (relative.startsWith('..')) throw new WrongUsage(`${place} 不在内容文件夹 ${root} 里`);
  if (!fs.existsSync(absolute)) throw new WrongUsage(`没有 ${place} 这个文件`);
  return relative;
}

function summary(problems: readonly Problem[], articles: number): string {
  const errors = problems.filter(({ level }) => level === 'error').length;
  const warnings = problems.length - errors;
  return problems.length === 0
    ? `检查了 ${articles} 篇稿件，没有问题。`
    : `检查了 ${articles} 篇稿件：${errors} 处错误，${warnings} 处警告。`;
}
