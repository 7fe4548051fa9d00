import type { Token } from 'markdown-it';
import type { BodyPosition } from './body-resolver.ts';

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

const noPiece: Piece = { start: 0, line: 0, column: 0 };
const noPlace = { line: -1, column: 0, characters: 0 };

/** Finds the places of tokens in the content file; nothing is computed until a line or column is read. */
export class SourcePlaces {
  readonly #markdown: string;
  readonly #firstLine: number;
  readonly #blocks: readonly Token[];
  readonly #pieces = new Map<Token, readonly Piece[]>();
  #lines: readonly string[] | undefined;
  #last = noPlace;

  /** `blocks` are all blocks of the body, its notes too; `firstLine` is the file's line of its first line. */
  constructor(markdown: string, firstLine: number, blocks: readonly Token[]) {
    this.#markdown = markdown;
    this.#firstLine = firstLine;
    this.#blocks = blocks;
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

  #locate(origin: Origin, offset: number): BodyPosition {
    if ('within' in origin) return this.#locate(origin.within, origin.offset + offset);
    const pieces = this.#piecesOf(origin.blocks, origin.index);
    const { start, line, column } = pieces.findLast((piece) => piece.start <= offset) ?? noPiece;
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
    const token = this.#blocks.find(
      (block) => block.type === 'reference_definition' && block.meta?.label === label,
    );
    const [first, end] = token?.map ?? [0, 1];
    let text = '';
    for (let line = first; line < end; line++) text += `${this.#line(line)}\n`;
    const before = /\[(?:\\.|[^\\\]])*\]:[\s>]*<?/s.exec(text);
    const lines = text.slice(0, before ? before.index + before[0].length : 0).split('\n');
    return this.#position(first + lines.length - 1, lines.at(-1)?.length ?? 0);
  }

  #line(index: number): string {
    this.#lines ??= this.#markdown.split(/\r\n?|\n/);
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

/** Where an address begins after `](`: behind white space and `<`. */
function skipTo(content: string, offset: number): number {
  const skipped = /[ \t\n]*<?/y;
  skipped.lastIndex = offset;
  skipped.test(content);
  return skipped.lastIndex;
}
