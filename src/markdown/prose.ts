import type { Token } from 'markdown-it';
import type { BodyPosition } from './body-resolver.ts';
import { CHECK_MARK, type ParsedBody } from './parse-body.ts';
import { readInlineProse, type TextRun } from './prose-runs.ts';
import type { Origin, SourcePlaces } from './source-places.ts';

/** A text that readers read, as the rules of copy-editing want it. */
export interface Prose {
  readonly kind: 'paragraph' | 'heading' | 'cell' | 'caption';
  /** Code, addresses, pictures and raw tags are one `HIDDEN` each, line breaks `\n`; markup and note marks are gone. */
  readonly text: string;
  /** What marks above it say, `[check-off]: code`. */
  readonly marks: readonly ProseMark[];
  /** Where the character at an offset of `text` stands in the file. */
  at(offset: number): BodyPosition;
}

/** A word of a `[check-off]: …` line, which shows nothing on the page. */
export interface ProseMark {
  readonly word: string;
  readonly at: BodyPosition;
}

/** Everything in a body that is read. */
export interface BodyProse {
  readonly texts: readonly Prose[];
  readonly marks: readonly ProseMark[];
}

/** The texts of a body in their order, those of its notes last. */
export function readProse({ blocks, notes }: ParsedBody, places: SourcePlaces): BodyProse {
  const reader = new ProseReader(places);
  reader.readBlocks(blocks);
  for (const [note, { blocks, isInline }] of notes.entries()) {
    const origin = isInline ? reader.noteOrigin(note) : undefined;
    if (!isInline || origin) reader.readBlocks(blocks, origin);
  }
  return reader;
}

class ProseReader implements BodyProse {
  readonly texts: Prose[] = [];
  readonly marks: ProseMark[] = [];
  readonly #places: SourcePlaces;
  readonly #noteOrigins = new Map<number, Origin>();

  constructor(places: SourcePlaces) {
    this.#places = places;
  }

  /** Where an inline note stands, once the text has been read that it stands in. */
  noteOrigin(note: number): Origin | undefined {
    return this.#noteOrigins.get(note);
  }

  /** A mark holds for the next block beside it, with all that stands in that. */
  readBlocks(blocks: readonly Token[], within?: Origin): void {
    let marks: readonly ProseMark[] = [];
    let level = 0;
    let isOpen = false;
    for (const [index, token] of blocks.entries()) {
      if (token.type === 'reference_definition') {
        const found = token.meta?.label === CHECK_MARK ? this.#places.wordsOfDefinition(token) : [];
        if (found.length === 0) continue;
        marks = isOpen || token.level !== level ? found : [...marks, ...found];
        this.marks.push(...found);
        level = token.level;
        isOpen = false;
        continue;
      }
      if (token.type === 'inline') {
        const kind = kindOf(blocks[index - 1]);
        this.#readText(token, kind, marks, within ?? { blocks, index });
      }
      if (marks.length === 0) continue;
      if (token.level < level) marks = [];
      else if (token.level === level && token.nesting > 0) isOpen = true;
      else if (token.level === level && (isOpen || token.nesting === 0)) marks = [];
    }
  }

  #readText(
    { content, children }: Token,
    kind: Prose['kind'],
    marks: readonly ProseMark[],
    origin: Origin,
  ): void {
    const add = (run: TextRun, of: Prose['kind']): void => {
      const at = (offset: number): BodyPosition => this.#places.character(run.sourceOf(offset), origin);
      if (run.text !== '') this.texts.push({ kind: of, text: run.text, marks, at });
    };
    if (!children?.length) {
      add({ text: content, sourceOf: (offset) => offset }, kind);
      return;
    }
    const { main, captions, notes } = readInlineProse(content, children);
    add(main, kind);
    for (const caption of captions) add(caption, 'caption');
    for (const { note, offset } of notes) this.#noteOrigins.set(note, { within: origin, offset });
  }
}

function kindOf(opening: Token | undefined): Prose['kind'] {
  if (opening?.type === 'heading_open') return 'heading';
  return opening?.type === 'td_open' || opening?.type === 'th_open' ? 'cell' : 'paragraph';
}
