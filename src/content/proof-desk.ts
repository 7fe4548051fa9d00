import type { BodyProse, Prose } from '../markdown/prose.ts';
import { type ProofCode, type SwitchableCode, switchableCodes } from '../problems/catalogue.ts';
import { type Edit, type Place, type Problem, problem } from '../problems/problem.ts';
import type { Report } from '../proof/finding.ts';
import { type Proofreader, proofText } from '../proof/proof-text.ts';
import { sketchOf } from '../proof/sketch.ts';
import { isOffAt } from './check-marks.ts';
import { valueAt } from './fields.ts';
import { nearest } from './nearest.ts';
import type { Document } from './read-document.ts';
import { editOf, placeAt, type Sheet } from './sheet.ts';
import type { YamlNode } from './yaml-nodes.ts';

/** A file that has been read, for copy-editing. */
export interface ProofSheet {
  readonly document: Document;
  readonly node: YamlNode;
  readonly prose: () => BodyProse;
  /** Of an article: the last day on which it was published or changed. */
  readonly day: string | undefined;
  readonly isWithdrawn: boolean;
}

/** By what an article is known again when it is filed twice. */
export interface ArticleSketch {
  /** Of its title. */
  readonly place: Place;
  /** Undefined where there is too little text, or nobody wants to know. */
  readonly sketch: Int32Array | undefined;
  readonly isTitleChecked: boolean;
}

/** Keys of front matter that readers read. */
const READ_KEYS = ['title', 'subtitle', 'summary'];

/** Runs copy-editing over files, and leaves out what is switched off. */
export class ProofDesk {
  readonly #proofreader: Proofreader;
  readonly #off: ReadonlySet<SwitchableCode>;

  /** `off` holds for the whole site. */
  constructor(proofreader: Proofreader, off: ReadonlySet<SwitchableCode>) {
    this.#proofreader = proofreader;
    this.#off = off;
  }

  proof(sheet: ProofSheet): ArticleSketch | undefined {
    const { texts, marks } = sheet.prose();
    this.#proofHead(sheet);
    this.#checkMarks(marks, sheet);
    const lines = new BodyLines(sheet.document);
    for (const [index, prose] of texts.entries()) {
      const next = texts[index + 1];
      const goesOn = next?.kind === 'paragraph' && next.text.startsWith('“');
      proofText(
        prose.text,
        this.#proofreader,
        { goesOn, day: sheet.day },
        this.#bodyReport(prose, lines, sheet),
      );
      if (prose.text.includes('[check-off]')) {
        this.#add(
          sheet,
          problem('check-off-place', this.#placeOf(prose, prose.text.indexOf('[check-off]'), sheet), {}),
        );
      }
    }
    return this.#sketch(texts, sheet);
  }

  #proofHead({ document: { head }, node, day }: ProofSheet): void {
    for (const { key, value } of node.kind === 'map' ? node.entries : []) {
      if (value.kind !== 'text' || !READ_KEYS.includes(key) || hasProblem(head, value.at)) continue;
      const report: Report = (code, at, values) => {
        // An escaped or folded text is not written as it reads: its problems stand at its beginning.
        const written = editOf(head, value, '');
        const quote = written && written.to - written.from > value.text.length ? 1 : 0;
        const offset = written ? value.at + quote + at : value.at;
        if (!this.#off.has(code) && !isOffAt(head.text, offset, code))
          head.problems.push(problem(code, placeAt(head, offset), values));
      };
      proofText(value.text, this.#proofreader, { goesOn: false, day: undefined }, report);
      if (key === 'title' && day !== undefined) this.#proofreader.names.check(value.text, report);
    }
  }

  #bodyReport(prose: Prose, lines: BodyLines, sheet: ProofSheet): Report {
    return (code, at, values, edits) => {
      if (prose.marks.some(({ word }) => word === code)) return;
      // First the place, then what follows it: places are found by counting on.
      const place = this.#placeOf(prose, at, sheet);
      this.#add(sheet, problem(code, place, values, edits && lines.editOf(prose, edits)));
    };
  }

  #placeOf(prose: Prose, at: number, { document: { head } }: ProofSheet): Place {
    const { line, column } = prose.at(at);
    return { file: head.file, line, column };
  }

  #add({ document: { head } }: ProofSheet, found: Problem): void {
    if (!switchableCodes.some((code) => code === found.code && this.#off.has(code)))
      head.problems.push(found);
  }

  #checkMarks(marks: BodyProse['marks'], sheet: ProofSheet): void {
    for (const { word, at } of marks) {
      if (switchableCodes.some((code) => code === word)) continue;
      const place = { file: sheet.document.head.file, line: at.line, column: at.column };
      const value = { value: word, nearest: nearest(word, switchableCodes) ?? '' };
      this.#add(sheet, problem('check-off-unknown', place, value));
    }
  }

  #sketch(texts: readonly Prose[], { document: { head }, node, day, isWithdrawn }: ProofSheet) {
    const at = valueAt(node, 'title');
    const isOn = (code: ProofCode): boolean => !this.#off.has(code) && !isOffAt(head.text, at, code);
    if (day === undefined || isWithdrawn) return undefined;
    const body = texts.filter(({ kind }) => kind !== 'caption').map(({ text }) => text);
    return {
      place: placeAt(head, at),
      sketch: isOn('article-twin') ? sketchOf(body) : undefined,
      isTitleChecked: isOn('title-twin'),
    };
  }
}

/** Whether something is wrong with a line already: then it is not certain what its text is. */
function hasProblem(head: Sheet, at: number): boolean {
  if (head.problems.length === 0) return false;
  const { line } = placeAt(head, at);
  return head.problems.some((each) => each.file === head.file && each.line === line);
}

/** Finds places of a body as offsets in the whole file. */
class BodyLines {
  readonly #document: Document;
  #starts: readonly number[] | undefined;
  #last = { line: 0, column: 0, offset: 0 };

  constructor(document: Document) {
    this.#document = document;
  }

  /** The edits of a text as one of its file; undefined where that is written otherwise there. */
  editOf(prose: Prose, edits: readonly Edit[]): Edit | undefined {
    const { body, bodyAt } = this.#document;
    const [first] = edits;
    let from: number | undefined;
    let end = 0;
    let text = '';
    for (const edit of edits) {
      const start = this.#offsetOf(prose, edit.from);
      const stop = this.#offsetOf(prose, edit.to - 1) + 1;
      if (body.slice(start, stop) !== prose.text.slice(edit.from, edit.to)) return undefined;
      text += (from === undefined ? '' : body.slice(end, start)) + edit.text;
      from ??= start;
      end = stop;
    }
    return first && from !== undefined ? { from: bodyAt + from, to: bodyAt + end, text } : undefined;
  }

  /** Counts on from the last place when that is further left in the same line: long lines hold many marks. */
  #offsetOf(prose: Prose, offset: number): number {
    const { body, bodyLine } = this.#document;
    this.#starts ??= [...body.matchAll(/^/gm)].map(({ index }) => index);
    const { line, column } = prose.at(offset);
    const isOn = this.#last.line === line && this.#last.column <= column;
    let { column: at, offset: found } = isOn
      ? this.#last
      : { column: 1, offset: this.#starts[line - bodyLine] ?? 0 };
    for (; at < column; at++) found += (body.codePointAt(found) ?? 0) > 0xffff ? 2 : 1;
    this.#last = { line, column, offset: found };
    return found;
  }
}
