import { joinsWithoutSpace } from '../markdown/wide-characters.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import type { Run } from './inline-runs.ts';
import { linkMark, pictureMark } from './marks.ts';

type TextRun = Extract<Run, { readonly kind: 'text' }>;

/** An indentation that begins a paragraph: two full-width spaces, or as many others as are that wide. */
const INDENT = /^[ \t\r\n]*(?:\u3000[\s]*|\u00a0\s*\u00a0\s*\u00a0?[\s]*)(?=\S)/;
const SENTENCE_END = /[。！？：；”’）…!?;]$/;
/** A line that ends so and is this long is a paragraph, whatever break stands after it. */
const PARAGRAPH = 30;

/** Runs cut at what ends a paragraph: two breaks, or one before an indented line or after a whole sentence. */
export function cutParagraphs(runs: readonly Run[]): Run[][] {
  const paragraphs: Run[][] = [[]];
  let line = '';
  for (const [index, run] of runs.entries()) {
    const current = paragraphs.at(-1) ?? [];
    if (run.kind !== 'break') {
      current.push(run);
      if (run.kind === 'text') line += run.text;
      continue;
    }
    const next = runs.slice(index + 1).find((each) => each.kind !== 'text' || each.text.trim() !== '');
    const before = line.trim();
    line = '';
    const following = runs[index + 1];
    const indented = [following, next].some((each) => each?.kind === 'text' && INDENT.test(each.text));
    const isEnd =
      next?.kind === 'break' || indented || (before.length >= PARAGRAPH && SENTENCE_END.test(before));
    if (isEnd) paragraphs.push([]);
    else if (current.length > 0) current.push(run);
  }
  return paragraphs;
}

/** One paragraph as Markdown; breaks in it stay. Empty where it says nothing. */
export function inlineMarkdown(
  runs: readonly Run[],
  options: { readonly breaks: string; readonly isPlain?: boolean },
): string {
  const lines: string[] = [];
  let line: Run[] = [];
  for (const run of [...runs, { kind: 'break' } as const]) {
    if (run.kind !== 'break') line.push(run);
    else {
      const written = lineMarkdown(tidyRuns(line), options.isPlain ?? false);
      if (written !== '') lines.push(written);
      line = [];
    }
  }
  return lines.join(options.breaks);
}

/** What runs say, in one line. */
export const runsText = (runs: readonly Run[]): string =>
  runs
    .map((run) => (run.kind === 'text' ? run.text : run.kind === 'break' ? ' ' : ''))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

/** Spaces as a reader sees them, and one run for neighbours that are set alike. */
function tidyRuns(runs: readonly Run[]): Run[] {
  const tidy: Run[] = [];
  let last = '';
  for (const run of runs) {
    if (run.kind !== 'text') {
      tidy.push(run);
      last = '';
      continue;
    }
    let text = run.text.replace(/\s*\n\s*/g, (space, at: number, whole: string) =>
      joinsWithoutSpace(whole.slice(0, at) || last, whole.slice(at + space.length)) ? '' : ' ',
    );
    text = text.replace(/\s+/g, ' ');
    if (tidy.length === 0 || last.endsWith(' ')) text = text.trimStart();
    if (text === '') continue;
    const before = tidy.at(-1);
    if (before?.kind === 'text' && isAlike(before, run))
      tidy[tidy.length - 1] = { ...before, text: before.text + text };
    else tidy.push({ ...run, text });
    last = text;
  }
  const end = tidy.at(-1);
  if (end?.kind === 'text') {
    const text = end.text.trimEnd();
    if (text === '') tidy.pop();
    else tidy[tidy.length - 1] = { ...end, text };
  }
  return tidy;
}

const isAlike = (a: TextRun, b: TextRun): boolean =>
  a.strong === b.strong && a.em === b.em && a.link === b.link;

function lineMarkdown(runs: readonly Run[], isPlain: boolean): string {
  let line = '';
  for (let at = 0; at < runs.length; ) {
    const run = runs[at];
    if (run === undefined) break;
    if (run.kind === 'picture') line += pictureMark(run.index);
    if (run.kind !== 'text') {
      at++;
      continue;
    }
    // A link holds all runs that stand in it.
    let end = at + 1;
    for (let next = runs[end]; next?.kind === 'text' && next.link === run.link; next = runs[end]) end++;
    let text = '';
    for (let i = at; i < end; i++) text += setRun(runs, i, line + text === '', isPlain);
    line += run.link === undefined || text.trim() === '' ? text : wrapLink(run.link, text);
    at = end;
  }
  return line.trim();
}

function wrapLink(link: number, text: string): string {
  const inner = text.trim();
  const start = text.indexOf(inner);
  return text.slice(0, start) + linkMark(link, inner) + text.slice(start + inner.length);
}

function setRun(runs: readonly Run[], at: number, isStart: boolean, isPlain: boolean): string {
  const run = runs[at];
  if (run?.kind !== 'text') return '';
  const mark = isPlain ? '' : markFor(run, textBeside(runs[at - 1], -1), textBeside(runs[at + 1], 1));
  if (mark === '') return escapeMarkdown(run.text, isStart);
  const inner = run.text.trim();
  const start = run.text.indexOf(inner);
  return (
    run.text.slice(0, start) +
    mark +
    escapeMarkdown(inner, false) +
    mark +
    run.text.slice(start + inner.length)
  );
}

interface Beside {
  readonly character: string;
  readonly isSet: boolean;
}

function textBeside(run: Run | undefined, step: 1 | -1): Beside {
  if (run?.kind !== 'text') return { character: '', isSet: false };
  return { character: [...run.text].at(step === 1 ? 0 : -1) ?? '', isSet: run.strong || run.em };
}

/** `**` or `*`; empty where Markdown would show the marks themselves. */
function markFor({ strong, em, text }: TextRun, before: Beside, after: Beside): string {
  const inner = text.trim();
  if (!(strong || em) || inner === '') return '';
  const isFree = (side: Beside, isSpaced: boolean, edge: string): boolean => {
    if (isSpaced || side.character === '' || /\s/.test(side.character)) return true;
    if (side.isSet) return false;
    // A mark between a letter and a sign opens or closes nothing.
    return !(/[\p{P}\p{S}]/u.test(edge) && /[\p{L}\p{N}]/u.test(side.character));
  };
  const opens = isFree(before, text !== text.trimStart(), [...inner][0] ?? '');
  const closes = isFree(after, text !== text.trimEnd(), [...inner].at(-1) ?? '');
  return opens && closes ? (strong ? '**' : '*') : '';
}
