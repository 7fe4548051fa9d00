import type { ProblemCode, ProblemValues } from '../problems/catalogue.ts';
import { type Edit, type Place, type Problem, problem } from '../problems/problem.ts';

/**
 * One file, or the part of it that begins at its line 1, and where its problems go. Offsets are UTF-16 units in
 * `text`, in which a byte order mark is taken off and every line ends with `\n`; lines and columns are worked out
 * only when a problem is reported.
 */
export interface Sheet {
  /** Relative to the content folder. */
  readonly file: string;
  readonly text: string;
  readonly problems: Problem[];
}

export function report<C extends ProblemCode>(
  sheet: Sheet,
  code: C,
  at: number,
  values: ProblemValues<C>,
  mend?: Edit,
): void {
  sheet.problems.push(problem(code, placeAt(sheet, at), values, mend));
}

/** Line and column of an offset, from 1; columns are code points. */
export function placeAt({ file, text }: Pick<Sheet, 'file' | 'text'>, at: number): Place {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf('\n'); end !== -1 && end < at; end = text.indexOf('\n', start)) {
    line++;
    start = end + 1;
  }
  return { file, line, column: [...text.slice(start, at)].length + 1 };
}

/** The edit that puts other text for a scalar; undefined where it is not written in one piece, plain or quoted. */
export function editOf(
  { text: whole }: Pick<Sheet, 'text'>,
  { text, at }: { readonly text: string; readonly at: number },
  instead: string,
): Edit | undefined {
  const written = [text, `"${text}"`, `'${text}'`].find((each) => whole.startsWith(each, at));
  return written === undefined ? undefined : { from: at, to: at + written.length, text: instead };
}

/** The line that an offset stands in, without its end. */
export function lineAt(text: string, at: number): string {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  return text.slice(start, end === -1 ? text.length : end);
}
