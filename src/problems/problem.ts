import { catalogue, type ProblemCode, type ProblemValues } from './catalogue.ts';

export type { ProblemCode } from './catalogue.ts';

/** A place in a content file, or in a file of the built site. Line and column count from 1, in code points, a byte order mark not counted. */
export interface Place {
  /** Path relative to the content folder, with `/`: `news/2020/01/a.md`; of `verify`, to the current folder. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export type Level = 'error' | 'warning';

/**
 * A part of a file and what is to stand there. Offsets are UTF-16 units in its text, in which a byte order mark is
 * taken off and every line ends with `\n`.
 */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A mistake in content as a value: what is wrong is in the catalogue under `code`, `values` fill its text. */
export interface Problem extends Place {
  readonly code: ProblemCode;
  readonly level: Level;
  readonly values: Readonly<Record<string, string>>;
  /** How to mend it, where there is one right answer. */
  readonly mend?: Edit;
}

/** Makes a problem; the type of `values` is read off the catalogue's texts, so a text never lacks a value. */
export function problem<C extends ProblemCode>(
  code: C,
  place: Place,
  values: ProblemValues<C>,
  mend?: Edit,
): Problem {
  return {
    code,
    level: catalogue[code].level,
    file: place.file,
    line: place.line,
    column: place.column,
    values,
    ...(mend && { mend }),
  };
}

/** Sorted by file, line, column, then code: the same list whatever order the checks ran in. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.code, b.code),
  );
}

export const hasErrors = (problems: readonly Problem[]): boolean => problems.some((p) => p.level === 'error');

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
