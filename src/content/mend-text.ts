import type { Edit, Problem, ProblemCode } from '../problems/problem.ts';

const MOST_ROUNDS = 5;
/** Tried one by one in a round at most, where all at once make something worse. */
const MOST_TRIED = 50;

type Check = (text: string) => readonly Problem[];
/** A text with its problems. */
export interface CheckedText {
  readonly text: string;
  readonly problems: readonly Problem[];
}
type MendableProblem = Problem & { readonly mend: Edit };

/**
 * The text with every problem mended that has one right answer, in rounds, since a mending can bring another to
 * light. `check` gives the problems of a text. Only mendings are kept after which their problem is gone and what
 * they wrote is understood.
 */
export function mendText(from: CheckedText, check: Check): string {
  let now = from;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = mendOnce(now, check);
    if (!next) break;
    now = next;
  }
  return now.text;
}

function mendOnce(now: CheckedText, check: Check): CheckedText | undefined {
  const mendable = apart(now.problems);
  if (mendable.length === 0) return undefined;
  const all = attempt(now, mendable, check);
  if (all || mendable.length === 1) return all;
  let mended: CheckedText | undefined;
  // From the last, so that the places of the others stay right.
  for (const problem of mendable.slice(0, MOST_TRIED).reverse()) {
    mended = attempt(mended ?? now, [problem], check) ?? mended;
  }
  return mended;
}

/** Those with a mending, in the order of their places; of two that touch the first. */
function apart(problems: readonly Problem[]): MendableProblem[] {
  const mendable = problems
    .filter(isMendable)
    .sort((a, b) => a.mend.from - b.mend.from || a.mend.to - b.mend.to);
  let last: Edit | undefined;
  return mendable.filter(({ mend }) => {
    const isFree = last === undefined || mend.from > Math.max(last.to, last.from);
    if (isFree) last = mend;
    return isFree;
  });
}

const isMendable = (problem: Problem): problem is MendableProblem => problem.mend !== undefined;

function attempt(
  { text, problems }: CheckedText,
  mendable: readonly MendableProblem[],
  check: Check,
): CheckedText | undefined {
  const edits = mendable.map(({ mend }) => mend);
  const mended = applyEdits(text, edits);
  const left = check(mended);
  const codes = new Set(mendable.map(({ code }) => code));
  return isBetter(problems, left, codes, newLines(text, edits))
    ? { text: mended, problems: left }
    : undefined;
}

/** Edits in the order of their places, none of which touch. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let mended = '';
  let at = 0;
  for (const edit of edits) {
    mended += text.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return mended + text.slice(at);
}

/** Lines of the mended text on which edits wrote, from 1. */
function newLines(text: string, edits: readonly Edit[]): ReadonlySet<number> {
  const lines = new Set<number>();
  let line = 1;
  let at = 0;
  for (const edit of edits) {
    line += breaksIn(text.slice(at, edit.from));
    const last = line + breaksIn(edit.text);
    for (; line < last; line++) lines.add(line);
    lines.add(line);
    at = edit.to;
  }
  return lines;
}

const breaksIn = (text: string): number => text.split('\n').length - 1;

/** What says that a text is taken for something else than was meant. */
const MISREAD = /^(?:front-matter|yaml|value|key|redirects)-/;
/** The same once front matter is found at all: each of its mistakes is new then. */
const NO_FRONT_MATTER = /^(?:front-matter-|yaml-line$|value-map$)/;

function isBetter(
  before: readonly Problem[],
  after: readonly Problem[],
  codes: ReadonlySet<ProblemCode>,
  lines: ReadonlySet<number>,
): boolean {
  const count = (problems: readonly Problem[], code: ProblemCode): number =>
    problems.filter((problem) => problem.code === code).length;
  for (const code of codes) if (count(after, code) >= count(before, code)) return false;
  const misread = (problems: readonly Problem[], pattern: RegExp): Problem[] =>
    problems.filter(({ code, mend }) => mend === undefined && pattern.test(code));
  if ([...codes].some((code) => code.startsWith('front-matter-')))
    return misread(after, NO_FRONT_MATTER).length === 0;
  const old = misread(before, MISREAD);
  return misread(after, MISREAD).every(
    ({ code, line }, _, now) => !lines.has(line) && count(now, code) <= count(old, code),
  );
}
