import type { Token } from 'markdown-it';
import { linkEnd } from './link-end.ts';

/** Stands for what is shown but not read as text: code, an address, a picture, a raw tag. */
export const HIDDEN = '\ufffc';

/** A text, and where each of its characters stands in the block's content. */
export interface TextRun {
  readonly text: string;
  sourceOf(offset: number): number;
}

export interface InlineProse {
  readonly main: TextRun;
  /** Alternative texts and captions of pictures. */
  readonly captions: readonly TextRun[];
  /** Notes written inline, with the offset of their text. */
  readonly notes: readonly { readonly note: number; readonly offset: number }[];
}

/** The text of a block that has inline tokens; those say little of where they stand, so all are walked in order. */
export function readInlineProse(content: string, children: readonly Token[]): InlineProse {
  const walk = new InlineWalk(content);
  walk.read(children, 0);
  return walk;
}

class InlineWalk implements InlineProse {
  readonly main = new Run();
  readonly captions: TextRun[] = [];
  readonly notes: { note: number; offset: number }[] = [];
  readonly #content: string;
  #run = this.main;
  /** Offset in the content up to which tokens have been walked. */
  #at = 0;

  constructor(content: string) {
    this.#content = content;
  }

  read(tokens: readonly Token[], from: number): void {
    this.#at = from;
    /** Ends of the labels of the links that are open, and whether they name a definition. */
    const links: { end: number; isReference: boolean }[] = [];
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index];
      if (!token) continue;
      switch (token.type) {
        case 'text':
          this.#say(token.content, token.content);
          break;
        case 'text_special':
          this.#say(token.content, token.markup);
          break;
        case 'softbreak':
        case 'hardbreak':
          this.#say('\n', '\n');
          break;
        case 'code_inline':
          this.#hide(this.#skipCode(token.markup));
          break;
        case 'raw_tag':
          this.#hide((token.map?.[0] ?? this.#at) + token.content.length);
          break;
        case 'link_open':
          if (token.markup === 'autolink') {
            while (index + 1 < tokens.length && tokens[index]?.type !== 'link_close') index++;
            this.#hide(this.#content.indexOf('>', this.#at) + 1);
            break;
          }
          this.#at = token.map?.[0] ?? this.#at;
          links.push({ end: token.map?.[1] ?? this.#at, isReference: isReference(token) });
          break;
        case 'link_close': {
          const link = links.pop();
          if (link) this.#at = linkEnd(this.#content, link.end, link.isReference);
          break;
        }
        case 'image':
          this.#readImage(token);
          break;
        case 'footnote_ref':
          this.#skipNote(token);
          break;
        default:
          this.#find(token.markup);
      }
    }
  }

  #say(text: string, written: string): void {
    const start = this.#find(written);
    this.#run.add(text, start, text === written);
  }

  #hide(end: number): void {
    this.#run.add(HIDDEN, this.#at, true);
    this.#at = end;
  }

  /** Where the next token begins, which is written so; only white space that markup does without stands before it. */
  #find(written: string): number {
    const found = this.#content.indexOf(written, this.#at);
    const start = found === -1 ? this.#at : found;
    this.#at = start + written.length;
    return start;
  }

  #skipCode(marks: string): number {
    const start = this.#content.indexOf(marks, this.#at) + marks.length;
    const runs = /`+/g;
    runs.lastIndex = start;
    for (let run = runs.exec(this.#content); run; run = runs.exec(this.#content)) {
      if (run[0].length === marks.length) return runs.lastIndex;
    }
    return start;
  }

  #readImage(token: Token): void {
    const start = token.map?.[0] ?? this.#at;
    const labelEnd = start + '!['.length + token.content.length;
    const end = linkEnd(this.#content, labelEnd, isReference(token));
    this.#at = start;
    this.#hide(end);
    const outer = this.#run;
    const alt = new Run();
    this.#run = alt;
    this.read(token.children ?? [], start + '!['.length);
    this.#run = outer;
    this.#at = end;
    this.captions.push(alt);
    const title = String(token.attrGet('title') ?? '');
    const written = title === '' ? -1 : this.#content.slice(labelEnd, end).lastIndexOf(title);
    if (written === -1) return;
    const caption = new Run();
    caption.add(title, labelEnd + written, true);
    this.captions.push(caption);
  }

  #skipNote(token: Token): void {
    const start = token.map?.[0] ?? this.#at;
    if (token.meta?.label !== undefined) {
      this.#at = this.#content.indexOf(']', start) + 1;
      return;
    }
    const offset = start + '^['.length;
    this.notes.push({ note: Number(token.meta?.id), offset });
    this.#at = closingBracket(this.#content, offset) + 1;
  }
}

const isReference = (token: Token): boolean => typeof token.meta?.label === 'string';

/** Offset of the `]` that closes what is open at `from`. */
function closingBracket(content: string, from: number): number {
  let depth = 1;
  for (let at = from; at < content.length; at++) {
    const character = content[at];
    if (character === '\\') at++;
    else if (character === '[') depth++;
    else if (character === ']' && --depth === 0) return at;
  }
  return content.length - 1;
}

class Run implements TextRun {
  text = '';
  readonly #starts: number[] = [];
  readonly #sources: number[] = [];
  /** Whether each piece is written as it is shown. */
  readonly #plain: boolean[] = [];

  add(text: string, source: number, isPlain: boolean): void {
    this.#starts.push(this.text.length);
    this.#sources.push(source);
    this.#plain.push(isPlain);
    this.text += text;
  }

  sourceOf(offset: number): number {
    let piece = 0;
    for (let high = this.#starts.length - 1; piece < high; ) {
      const middle = Math.ceil((piece + high) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) piece = middle;
      else high = middle - 1;
    }
    const source = this.#sources[piece] ?? 0;
    return this.#plain[piece] ? source + offset - (this.#starts[piece] ?? 0) : source;
  }
}
