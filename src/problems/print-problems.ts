import type { Problem } from './problem.ts';
import { sarifLog } from './sarif-log.ts';
import { type ProblemLanguage, showProblem } from './show-problem.ts';

export type ProblemFormat = 'text' | 'json' | 'github' | 'sarif';

export interface PrintOptions {
  readonly format: ProblemFormat;
  readonly lang: ProblemLanguage;
  /** Put before each file: the content folder relative to the current one, with a last `/`, or ''. */
  readonly prefix: string;
  /** Lines of text at most, 50 by default; the other formats hold every problem. */
  readonly limit?: number;
  /** For GitHub: files that the change at hand touches; theirs come first. None by default. */
  readonly isChanged?: (file: string) => boolean;
}

/** As JSON shows a problem. */
export interface ShownProblem {
  readonly code: string;
  readonly level: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly fix: string;
}

const MOST_LINES = 50;
/** GitHub hides what goes beyond ten annotations of a step. */
const MOST_ANNOTATIONS = 10;

/** The list in the order given, without a last line break; empty for no problems in the line formats. */
export function printProblems(problems: readonly Problem[], options: PrintOptions): string {
  switch (options.format) {
    case 'json':
      return JSON.stringify({ problems: shownProblems(problems, options) }, undefined, 2);
    case 'sarif':
      return JSON.stringify(sarifLog(problems, options), undefined, 2);
    case 'github':
      return githubLines(problems, options).join('\n');
    case 'text':
      return textLines(problems, options).join('\n');
  }
}

/** Every problem with its texts, for JSON documents. */
export const shownProblems = (
  problems: readonly Problem[],
  options: Pick<PrintOptions, 'lang' | 'prefix'>,
): ShownProblem[] => problems.map((p) => show(p, options));

function show(problem: Problem, { lang, prefix }: Pick<PrintOptions, 'lang' | 'prefix'>): ShownProblem {
  const { code, level, line, column } = problem;
  return { code, level, file: prefix + problem.file, line, column, ...showProblem(problem, lang) };
}

function textLines(problems: readonly Problem[], options: PrintOptions): string[] {
  const limit = options.limit ?? MOST_LINES;
  const english = options.lang === 'en';
  const lines = problems.slice(0, limit).map((p) => {
    const { code, level, file, line, column, message, fix } = show(p, options);
    const word = english ? level : level === 'error' ? '错误' : '警告';
    return `${file}:${line}:${column} ${word} ${code} ${message} → ${fix}`;
  });
  const more = problems.length - lines.length;
  if (more > 0) lines.push(english ? `and ${more} more` : `还有 ${more} 个`);
  return lines;
}

/** Annotations of the first ten, then a line for each: GitHub would hide what goes beyond. */
function githubLines(problems: readonly Problem[], options: PrintOptions): string[] {
  const { isChanged = () => false } = options;
  const [changed, others] = [true, false].map((wanted) =>
    problems.filter(({ file }) => isChanged(file) === wanted),
  );
  const sorted = [changed, others].flatMap((part) => errorsFirst(part ?? []));
  return [
    ...sorted.slice(0, MOST_ANNOTATIONS).map((p) => annotation(show(p, options))),
    ...textLines([...(changed ?? []), ...(others ?? [])], { limit: Number.POSITIVE_INFINITY, ...options }),
  ];
}

const errorsFirst = (problems: readonly Problem[]): Problem[] => [
  ...problems.filter((p) => p.level === 'error'),
  ...problems.filter((p) => p.level === 'warning'),
];

/** A workflow command of GitHub Actions; `%`, line breaks and, in properties, `:` and `,` are escaped as it wants. */
function annotation({ code, level, file, line, column, message, fix }: ShownProblem): string {
  const data = (text: string): string =>
    text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return `::${level} file=${property(file)},line=${line},col=${column},title=${property(code)}::${data(`${message} → ${fix}`)}`;
}
