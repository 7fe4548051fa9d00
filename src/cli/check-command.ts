import fs from 'node:fs';
import path from 'node:path';
import { buildArchive } from '../archive/archive.ts';
import { findTwins } from '../archive/find-twins.ts';
import { readContent } from '../content/read-content.ts';
import { printProblems } from '../problems/print-problems.ts';
import { hasErrors, type Problem, sortProblems } from '../problems/problem.ts';
import { listPublicFiles } from '../publish/list-copies.ts';
import { oneOf, parseOptions, WrongUsage } from './arguments.ts';
import { readChangedFiles } from './changed-files.ts';
import { fixContent } from './fix-content.ts';
import { contentFolder, nowFrom, shownPrefix } from './locations.ts';
import type { Installation } from './main.ts';

/**
 * `check [file…]`: every mistake of the content, or of the files named; nothing is written but what `--fix` shows
 * and is agreed to.
 */
export async function runCheck(
  words: readonly string[],
  { compiledRoot, projectRoot }: Installation,
): Promise<number> {
  const { values, places } = parseOptions(
    words,
    { content: 'string', now: 'string', format: 'string', lang: 'string', fix: 'boolean', yes: 'boolean' },
    Number.POSITIVE_INFINITY,
  );
  const format = oneOf('format', values.format, ['text', 'json', 'github', 'sarif'], 'text');
  const lang = oneOf('lang', values.lang, ['zh-CN', 'en'], 'zh-CN');
  const root = contentFolder(values.content);
  const now = nowFrom(values.now);
  const wanted = new Set(places.map((place) => contentFile(place, root)));
  const isWanted = (file: string): boolean => wanted.size === 0 || wanted.has(file);
  const prefix = shownPrefix(root);
  if (values.yes && !values.fix) throw new WrongUsage('--yes 只和 --fix 一起用');
  const isFixed =
    !values.fix ||
    (await fixContent({
      root,
      isWanted,
      prefix,
      isAgreed: values.yes,
      show: (lines) => (format === 'text' ? console.log(lines) : console.error(lines)),
      terminal:
        process.stdin.isTTY && process.stderr.isTTY
          ? { input: process.stdin, output: process.stderr }
          : undefined,
    }));
  const content = await readContent({ root, baseUrl: undefined, compiledRoot, proof: true });
  const archive = buildArchive(content, {
    now: now(content.site.timeZone),
    drafts: false,
    allowEmpty: false,
    publicFiles: listPublicFiles(projectRoot),
  });
  const all = sortProblems([...content.problems, ...archive.problems, ...findTwins(content)]);
  const problems = all.filter(({ file }) => isWanted(file));
  const changed = format === 'github' ? readChangedFiles(root) : new Set<string>();
  const isChanged = (file: string): boolean => changed.has(file);
  const printed = printProblems(problems, { format, lang, prefix, isChanged });
  if (printed !== '') console.log(printed);
  if (format === 'text') console.error(summary(problems, content.articleFiles));
  return isFixed && !hasErrors(problems) ? 0 : 1;
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
