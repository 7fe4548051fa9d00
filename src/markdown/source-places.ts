import type { Token } from 'markdown-it';
import type { BodyPosition } from './body-resolver.ts';
import { normalizeReference, type ParsedBody } from './parse-body.ts';

/** Where an inline text comes from: a block, or (a note written inline) a stretch of another text. */
export type Origin =
  | { readonly blocks: readonly Token[]; readonly index: number }
  | { readonly within: Origin; readonly offset: number };

/** A stretch of a block's text that stands unbroken in a line of the source: where in both it starts. */
interface Piece {
  readonly start: number;
  readonly line: number;
  readonly column: number;
}

const noPlace = { line: -1, column: 0, characters: 0 };

/** Finds the places of tokens in the content file; nothing is computed until a line or column is read. */
export class SourcePlaces {
  readonly #markdown: string;
  readonly #firstLine: number;
  readonly #body: ParsedBody;
  readonly #pieces = new Map<Token, readonly Piece[]>();
  #definitions: ReadonlyMap<string, readonly [number, number]> | undefined;
  #lines: readonly string[] | undefined;
  #last = noPlace;

  /** `firstLine` is the line of the file on which `markdown` begins. */
  constructor(markdown: string, firstLine: number, body: ParsedBody) {
    this.#markdown = markdown;
    this.#firstLine = firstLine;
    this.#body = body;
  }

  /** The address of a link or picture in `content`, the text that `origin` stands for. */
  address(token: Token, content: string, origin: Origin): BodyPosition {
    return new LazyPosition(() => {
      const label = token.meta?.label;
      if (typeof label === 'string') return this.#definition(label);
      const [start, end] = token.map ?? [0, 0];
      if (token.markup === 'autolink') return this.#locate(origin, start + 1);
      const labelEnd = token.type === 'image' ? start + '!['.length + token.content.length : end;
      return this.#locate(origin, skipTo(content, labelEnd + ']('.length));
    });
  }

  /** The character at `offset` of the text that `origin` stands for. */
  character(offset: number, origin: Origin): BodyPosition {
    return new LazyPosition(() => this.#locate(origin, offset));
  }

  /** The words behind `[label]:` in a definition's first line, with their places. */
  wordsOfDefinition({ map }: Token): { readonly word: string; readonly at: BodyPosition }[] {
    const line = map?.[0] ?? 0;
    const from = this.#line(line).indexOf(']:') + 2;
    return Array.from(
      this.#line(line)
        .slice(from)
        .matchAll(/[^\s,，、"'#()]+/g),
      ({ 0: word, index }) => ({
        word,
        at: new LazyPosition(() => this.#position(line, from + index)),
      }),
    );
  }

  #locate(origin: Origin, offset: number): BodyPosition {
    if ('within' in origin) return this.#locate(origin.within, origin.offset + offset);
    const pieces = this.#piecesOf(origin.blocks, origin.index);
    const { start, line, column } = pieceAt(pieces, offset);
    return this.#position(line, column + offset - start);
  }

  #piecesOf(blocks: readonly Token[], index: number): readonly Piece[] {
    const block = blocks[index];
    if (!block) return [];
    if (!this.#pieces.has(block)) {
      if (block.map) this.#pieces.set(block, this.#linesOf(block.content, block.map[0]));
      else this.#readRow(blocks, index);
    }
    return this.#pieces.get(block) ?? [];
  }

  /** A block's lines are the source's without markers and indent, which may have been widened to spaces. */
  #linesOf(content: string, firstLine: number): Piece[] {
    let start = 0;
    return content.split('\n').map((text, index) => {
      const indent = text.length - text.trimStart().length;
      const line = firstLine + index;
      const piece = { start, line, column: this.#line(line).lastIndexOf(text.trim()) - indent };
      start += text.length + 1;
      return piece;
    });
  }

  /** Cells have no place of their own: all of a row are looked for in its line, one after the other. */
  #readRow(blocks: readonly Token[], index: number): void {
    const row = blocks.findLastIndex((token, at) => at < index && token.type === 'tr_open');
    const line = blocks[row]?.map?.[0] ?? 0;
    let end = 0;
    for (let at = row + 1; blocks[at] && blocks[at]?.type !== 'tr_close'; at++) {
      const cell = blocks[at];
      if (cell?.type !== 'inline') continue;
      // A `|` in a cell is written `\|`, one character more.
      let column = Math.max(this.#line(line).indexOf(cell.content.replaceAll('|', '\\|'), end), end);
      let start = 0;
      const pieces = cell.content.split('|').map((text) => {
        const piece = { start, line, column };
        start += text.length + 1;
        column += text.length + 2;
        return piece;
      });
      this.#pieces.set(cell, pieces);
      end = column - 2;
    }
  }

  #definition(label: string): BodyPosition {
    this.#definitions ??= firstDefinitions(this.#body);
    const [first, end] = this.#definitions.get(label) ?? [0, 1];
    let text = '';
    for (let line = first; line < end; line++) text += `${this.#line(line)}\n`;
    // The definition may stand in a note's, `[^1]: [label]: address`.
    const labels = Array.from(text.matchAll(/\[((?:\\.|[^\\\]])*)\]:[\s>]*<?/gs));
    const before = labels.find((found) => normalizeReference(found[1] ?? '') === label) ?? labels.at(-1);
    const lines = text.slice(0, before ? before.index + before[0].length : 0).split('\n');
    return this.#position(first + lines.length - 1, lines.at(-1)?.length ?? 0);
  }

  #line(index: number): string {
    // As markdown-it reads it.
    this.#lines ??= this.#markdown.replaceAll('\0', '\ufffd').split(/\r\n?|\n/);
    return this.#lines[index] ?? '';
  }

  /** Counts on from the last place when that is further left in the same line: long lines hold many links. */
  #position(line: number, offset: number): BodyPosition {
    const column = Math.max(offset, 0);
    const last = this.#last.line === line && this.#last.column <= column ? this.#last : noPlace;
    const between = this.#line(line).slice(last.column, column);
    this.#last = { line, column, characters: last.characters + Array.from(between).length };
    return { line: this.#firstLine + line, column: this.#last.characters + 1 };
  }
}

class LazyPosition implements BodyPosition {
  readonly #find: () => BodyPosition;
  #found: BodyPosition | undefined;

  constructor(find: () => BodyPosition) {
    this.#find = find;
  }

  get line(): number {
    return this.#position.line;
  }

  get column(): number {
    return this.#position.column;
  }

  get #position(): BodyPosition {
    this.#found ??= this.#find();
    return this.#found;
  }
}

/** The lines of each `[label]: address`, its first and the one behind its last; the first of a label counts. */
function firstDefinitions(body: ParsedBody): ReadonlyMap<string, readonly [number, number]> {
  const found = new Map<string, readonly [number, number]>();
  for (const { type, meta, map } of [body.blocks, ...body.notes.map((note) => note.blocks)].flat()) {
    if (type !== 'reference_definition' || typeof meta?.label !== 'string' || !map) continue;
    if (map[0] < (found.get(meta.label)?.[0] ?? Number.POSITIVE_INFINITY)) found.set(meta.label, map);
  }
  return found;
}

/** The last piece that starts at or before the offset. */
function pieceAt(pieces: readonly Piece[], offset: number): Piece {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((pieces[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return pieces[low] ?? { start: 0, line: 0, column: 0 };
}

/** Where an address begins after `](`: behind white space and `<`. */
function skipTo(content: string, offset: number): number {
  const skipped = /[ \t\n]*<?/y;
  skipped.lastIndex = offset;
  skipped.test(content);
  return skipped.lastIndex;
}
