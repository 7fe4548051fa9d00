import type { Token } from 'markdown-it';
import type { BodyPosition } from './body-resolver.ts';

/** Where an inline text comes from: a block, or (a note written inline) a stretch of another text. */
export type Origin =
  | { readonly blocks: readonly Token[]; readonly index: number }
  | { readonly within: Origin; readonly offset: number };

/** Finds the places of tokens in the content file; nothing is computed until a line or column is read. */
export class SourcePlaces {
  readonly #markdown: string;
  readonly #firstLine: number;
  readonly #blocks: readonly Token[];
  #lines: readonly string[] | undefined;

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
    const block = origin.blocks[origin.index];
    if (!block?.map) return this.#locateInCell(origin.blocks, origin.index, offset);
    const before = block.content.slice(0, offset).split('\n');
    const index = before.length - 1;
    const column = before[index]?.length ?? 0;
    const text = block.content.split('\n')[index] ?? '';
    // The block's text is the line without its markers and indent, which may have been widened to spaces.
    const indent = text.length - text.trimStart().length;
    const start = this.#line(block.map[0] + index).lastIndexOf(text.trim()) - indent;
    return this.#position(block.map[0] + index, start + column);
  }

  /** Cells have no place of their own: they are looked for in their row's line, from the first on. */
  #locateInCell(blocks: readonly Token[], index: number, offset: number): BodyPosition {
    const row = blocks.findLastIndex((token, at) => at < index && token.type === 'tr_open');
    const line = blocks[row]?.map?.[0] ?? 0;
    let start = 0;
    let end = 0;
    for (const token of blocks.slice(row, index + 1)) {
      if (token.type !== 'inline') continue;
      start = this.#line(line).indexOf(asInCell(token.content), end);
      end = start + asInCell(token.content).length;
    }
    return this.#position(line, start + asInCell(blocks[index]?.content.slice(0, offset) ?? '').length);
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

  #position(line: number, column: number): BodyPosition {
    const before = this.#line(line).slice(0, Math.max(column, 0));
    return { line: this.#firstLine + line, column: Array.from(before).length + 1 };
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

/** A cell's `|` is written `\|`. */
const asInCell = (content: string): string => content.replaceAll('|', '\\|');

/** Where an address begins after `](`: behind white space and `<`. */
function skipTo(content: string, offset: number): number {
  const skipped = /[ \t\n]*<?/y;
  skipped.lastIndex = offset;
  skipped.test(content);
  return skipped.lastIndex;
}
