import type { Token } from 'markdown-it';
import type { BodyResolver } from './body-resolver.ts';
import { NoteNumbers } from './note-numbers.ts';
import { Outline } from './outline.ts';
import { escapeHtml, type ParsedBody, parseBody } from './parse-body.ts';
import { type BodyProse, readProse } from './prose.ts';
import { InlineRenderer, imgTag, type Picture, type RenderedText } from './render-inline.ts';
import { type Origin, SourcePlaces } from './source-places.ts';
import { joinParagraphs } from './wide-characters.ts';

export type { BodyPosition, BodyResolver } from './body-resolver.ts';
export type { Picture } from './render-inline.ts';

/** A body as HTML for the page, and what else its readers ask for. */
export interface RenderedBody {
  readonly html: string;
  /** All ids in `html`. */
  readonly anchors: readonly string[];
  /** The pictures shown, in order. */
  readonly pictures: readonly Picture[];
  /** Plain text of the leading paragraphs, at least 200 characters where there are that many. */
  readonly firstText: string;
  /** The texts that readers read, for copy-editing; gathered when asked for. */
  readonly prose: () => BodyProse;
}

/** Renders a body. `firstLine` is the line of the file on which `markdown` begins, counted from 1. */
export function renderBody(markdown: string, firstLine: number, resolver: BodyResolver): RenderedBody {
  return new BodyRenderer(markdown, firstLine, resolver).render();
}

const firstTextLength = 200;

class BodyRenderer {
  readonly #body: ParsedBody;
  readonly #places: SourcePlaces;
  readonly #inline: InlineRenderer;
  readonly #notes = new NoteNumbers();
  readonly #outline = new Outline();
  readonly #headingIds: string[] = [];
  #firstText = '';
  #tables = 0;

  constructor(markdown: string, firstLine: number, resolver: BodyResolver) {
    this.#body = parseBody(markdown);
    this.#places = new SourcePlaces(markdown, firstLine, this.#body);
    this.#inline = new InlineRenderer(resolver, this.#places, this.#notes);
  }

  render(): RenderedBody {
    let html = this.#renderBlocks(this.#body.blocks);
    const firstText = this.#firstText;
    html += this.#renderNotes();
    const noteIds = this.#notes.order.map((_, index) => `fn${index + 1}`);
    return {
      html,
      anchors: [...this.#headingIds, ...this.#inline.anchors, ...noteIds],
      pictures: this.#inline.pictures,
      firstText,
      prose: () => readProse(this.#body, this.#places),
    };
  }

  #renderBlocks(blocks: readonly Token[], noteOrigin?: Origin): string {
    let html = '';
    for (let index = 0; index < blocks.length; index++) {
      const token = blocks[index];
      const inline = blocks[index + 1];
      if (!token) continue;
      switch (token.type) {
        case 'paragraph_open':
          if (inline)
            html += this.#renderParagraph(token, inline, noteOrigin ?? { blocks, index: index + 1 });
          index += 2;
          break;
        case 'heading_open':
          if (inline) html += this.#renderHeading(token, inline, { blocks, index: index + 1 });
          index += 2;
          break;
        case 'inline':
          html += this.#renderText(token, { blocks, index }).html;
          break;
        case 'fence':
        case 'code_block':
          html += `<pre tabindex="0"><code>${escapeHtml(token.content)}</code></pre>\n`;
          break;
        case 'table_open':
          this.#tables++;
          // A scrolling box must be reachable by keyboard, and have a name of its own.
          html += `<section class="table" tabindex="0" aria-label="表格${this.#tables === 1 ? '' : ` ${this.#tables}`}">\n<table>\n`;
          break;
        case 'table_close':
          html += '</table>\n</section>\n';
          break;
        case 'th_open':
        case 'td_open':
          html += cellTag(token);
          break;
        case 'reference_definition':
          break;
        default:
          html += blockTag(token);
      }
    }
    return html;
  }

  #renderText(inline: Token, origin: Origin): RenderedText {
    const { content, children } = inline;
    return children?.length
      ? this.#inline.render(content, children, origin)
      : { html: escapeHtml(content), text: content };
  }

  #renderParagraph(token: Token, inline: Token, origin: Origin): string {
    if (inline.children?.length && inline.children.every(isPictureOrBlank)) {
      return this.#renderFigures(inline, inline.children, origin);
    }
    const { html, text } = this.#renderText(inline, origin);
    if (this.#firstText.length < firstTextLength) this.#firstText = joinParagraphs(this.#firstText, text);
    if (token.hidden) return html;
    return html === '' ? '' : `<p>${html}</p>\n`;
  }

  #renderFigures(inline: Token, children: readonly Token[], origin: Origin): string {
    let html = '';
    for (const token of children) {
      if (token.type !== 'image') continue;
      const { alt, picture } = this.#inline.picture(token, inline.content, origin);
      if (picture) html += figure(picture);
      else if (alt) html += `<p>${escapeHtml(alt)}</p>\n`;
    }
    return html;
  }

  #renderHeading(token: Token, inline: Token, origin: Origin): string {
    const { html, text } = this.#renderText(inline, origin);
    // A heading that says nothing would be announced all the same.
    if (text.trim() === '') return html === '' ? '' : `<p>${html}</p>\n`;
    const tag = `h${this.#outline.level(Number(token.tag.slice(1)))}`;
    const id = this.#outline.id(text);
    if (id) this.#headingIds.push(id);
    return `<${tag}${id ? ` id="${id}"` : ''}>${html}</${tag}>\n`;
  }

  #renderNotes(): string {
    const { notes } = this.#body;
    if (notes.length === 0) return '';
    // An inline note gets its number where it stands, be it in another note.
    for (const [note, { isInline }] of notes.entries()) if (!isInline) this.#notes.number(note);
    let items = '';
    for (const [index, note] of this.#notes.order.entries()) {
      const back = this.#notes
        .references(note)
        .map((id) => `<a class="footnote-back" href="#${id}" aria-label="回到正文">↩︎</a>`)
        .join(' ');
      const html = this.#renderBlocks(notes[note]?.blocks ?? [], this.#inline.noteOrigin(note));
      items += `<li id="fn${index + 1}">${appendToLastParagraph(html, back)}</li>\n`;
    }
    return `<section class="footnotes" aria-label="注释">\n<ol>\n${items}</ol>\n</section>\n`;
  }
}

const isPictureOrBlank = (token: Token): boolean =>
  token.type === 'image' || token.tag === 'br' || (token.type === 'text' && token.content.trim() === '');

function figure(picture: Picture): string {
  const caption = picture.caption ? `<figcaption>${escapeHtml(picture.caption)}</figcaption>` : '';
  const img = imgTag({ ...picture, caption: undefined }, ' loading="lazy" decoding="async"');
  return `<figure>${img}${caption}</figure>\n`;
}

/** Alignment as a class: a style attribute would need a hole in the content security policy. */
function cellTag(token: Token): string {
  const align = /left|center|right/.exec(String(token.attrGet('style') ?? ''))?.[0];
  return `<${token.tag}${token.tag === 'th' ? ' scope="col"' : ''}${align ? ` class="${align}"` : ''}>`;
}

/** Lists, items, quotations, rules, and the parts of a table. */
function blockTag(token: Token): string {
  if (token.nesting < 0) return `</${token.tag}>\n`;
  const start = token.tag === 'ol' ? token.attrGet('start') : null;
  return `<${token.tag}${start === null ? '' : ` start="${start}"`}>${token.tag === 'li' ? '' : '\n'}`;
}

function appendToLastParagraph(html: string, addition: string): string {
  const end = '</p>\n';
  if (addition === '') return html;
  return html.endsWith(end)
    ? `${html.slice(0, -end.length)} ${addition}${end}`
    : `${html}<p>${addition}</p>\n`;
}
