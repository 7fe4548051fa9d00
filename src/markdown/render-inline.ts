import type { Token } from 'markdown-it';
import type { BodyResolver } from './body-resolver.ts';
import type { NoteNumbers } from './note-numbers.ts';
import { encodeAddress, escapeHtml } from './parse-body.ts';
import type { Origin, SourcePlaces } from './source-places.ts';
import { joinsWithoutSpace } from './wide-characters.ts';

/** A picture as it is shown. Width and height in pixels; `caption` is its title. */
export interface Picture {
  readonly src: string;
  readonly alt: string;
  readonly caption: string | undefined;
  readonly width: number;
  readonly height: number;
}

/** A rendered text, and the same as plain text without pictures and footnote marks. */
export interface RenderedText {
  readonly html: string;
  readonly text: string;
}

/** Where rendering stands within one text. */
interface Progress {
  html: string;
  text: string;
  /** The last text shown, empty after a picture: what a line break looks back at. */
  last: string;
  readonly links: OpenLink[];
}

interface OpenLink {
  /** Undefined when the text alone is printed. */
  readonly href: string | undefined;
  /** Whether nothing has been said since it opened. */
  isSilent: boolean;
  /** Footnote marks, which are links themselves and so stand behind this one. */
  marks: string;
}

/** Renders the texts of a body: paragraphs, headings, cells. */
export class InlineRenderer {
  /** The ids of the footnote references rendered so far. */
  readonly anchors: string[] = [];
  /** The pictures rendered so far. */
  readonly pictures: Picture[] = [];
  readonly #resolver: BodyResolver;
  readonly #places: SourcePlaces;
  readonly #notes: NoteNumbers;
  readonly #noteOrigins = new Map<number, Origin>();

  constructor(resolver: BodyResolver, places: SourcePlaces, notes: NoteNumbers) {
    this.#resolver = resolver;
    this.#places = places;
    this.#notes = notes;
  }

  render(content: string, children: readonly Token[], origin: Origin): RenderedText {
    const done: Progress = { html: '', text: '', last: '', links: [] };
    for (const [index, token] of children.entries()) {
      switch (token.type) {
        case 'text':
        case 'text_special':
          say(done, token.content);
          break;
        case 'code_inline':
          say(done, token.content, 'code');
          break;
        case 'raw_tag':
          this.#reportRawHtml(token, origin, 0);
          say(done, token.content);
          break;
        case 'softbreak': {
          const joined = joinsWithoutSpace(done.last, nextText(children, index + 1));
          done.html += joined ? '' : '\n';
          done.text += joined ? '' : ' ';
          break;
        }
        case 'hardbreak':
          done.html += '<br>\n';
          done.text += joinsWithoutSpace(done.last, nextText(children, index + 1)) ? '' : ' ';
          break;
        case 'link_open':
          this.#openLink(done, token, content, origin);
          break;
        case 'link_close':
          closeLink(done);
          break;
        case 'image':
          this.#renderImage(done, token, content, origin);
          break;
        case 'footnote_ref':
          this.#renderNoteMark(done, token, origin);
          break;
        default:
          done.html += `<${token.nesting < 0 ? '/' : ''}${token.tag}>`;
      }
    }
    return done;
  }

  /** The picture to show for an image token; undefined when the resolver refused it, `alt` in any case. */
  picture(token: Token, content: string, origin: Origin): { alt: string; picture: Picture | undefined } {
    const title = String(token.attrGet('title') ?? '');
    const alt = this.#altText(token, origin, 0).trim();
    const found = this.#resolver.image(
      String(token.attrGet('src')),
      alt,
      title,
      this.#places.address(token, content, origin),
    );
    if (!found) return { alt, picture: undefined };
    const { width, height } = found;
    const picture = { src: encodeAddress(found.src), alt, caption: title || undefined, width, height };
    this.pictures.push(picture);
    return { alt, picture };
  }

  /** Where the text of a note stands that was written inline, `^[like this]`. */
  noteOrigin(note: number): Origin | undefined {
    return this.#noteOrigins.get(note);
  }

  #openLink(done: Progress, token: Token, content: string, origin: Origin): void {
    const place = this.#places.address(token, content, origin);
    const href = this.#resolver.link(String(token.attrGet('href')), place);
    // An address in angle brackets may stand in a link's text, a link may not.
    const printed = done.links.length === 0 && href !== undefined ? encodeAddress(href) : undefined;
    done.links.push({ href: printed, isSilent: true, marks: '' });
    if (printed === undefined) return;
    const title = String(token.attrGet('title') ?? '');
    done.html += `<a href="${escapeHtml(printed)}"`;
    if (/^https?:\/\//i.test(printed)) done.html += ' rel="noopener nofollow"';
    if (title) done.html += ` title="${escapeHtml(title)}"`;
    done.html += '>';
  }

  #renderImage(done: Progress, token: Token, content: string, origin: Origin): void {
    const { alt, picture } = this.picture(token, content, origin);
    if (!picture) {
      say(done, alt);
      return;
    }
    const shown = alt ? picture : { ...picture, alt: picture.caption ?? '', caption: undefined };
    done.html += imgTag(shown);
    done.last = '';
    breakSilence(done, shown.alt);
  }

  #renderNoteMark(done: Progress, token: Token, origin: Origin): void {
    const note = Number(token.meta?.id);
    if (token.meta?.label === undefined) {
      this.#noteOrigins.set(note, { within: origin, offset: (token.map?.[0] ?? 0) + '^['.length });
    }
    const id = this.#notes.refer(note);
    const number = this.#notes.number(note);
    this.anchors.push(id);
    const mark = `<sup class="footnote-ref"><a href="#fn${number}" id="${id}">[${number}]</a></sup>`;
    const link = done.links[0];
    if (link) link.marks += mark;
    else done.html += mark;
  }

  #altText(image: Token, origin: Origin, offset: number): string {
    const start = offset + (image.map?.[0] ?? 0) + '!['.length;
    let alt = '';
    for (const [index, token] of (image.children ?? []).entries()) {
      if (token.type === 'image') alt += this.#altText(token, origin, start);
      else if (token.type === 'softbreak' || token.type === 'hardbreak') {
        alt += joinsWithoutSpace(alt, nextText(image.children ?? [], index + 1)) ? '' : ' ';
      } else alt += token.content;
      if (token.type === 'raw_tag') this.#reportRawHtml(token, origin, start);
    }
    return alt;
  }

  #reportRawHtml(token: Token, origin: Origin, offset: number): void {
    const place = this.#places.character(offset + (token.map?.[0] ?? 0), origin);
    this.#resolver.rawHtml(token.content, place);
  }
}

export function imgTag({ src, alt, caption, width, height }: Picture, attributes = ''): string {
  const title = caption === undefined ? '' : ` title="${escapeHtml(caption)}"`;
  const size = `width="${width}" height="${height}"`;
  return `<img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}"${title} ${size}${attributes}>`;
}

function say(done: Progress, text: string, tag?: string): void {
  if (text === '') return;
  done.html += tag ? `<${tag}>${escapeHtml(text)}</${tag}>` : escapeHtml(text);
  done.text += text;
  done.last = text;
  breakSilence(done, text);
}

function breakSilence(done: Progress, text: string): void {
  for (const link of done.links) link.isSilent &&= text.trim() === '';
}

function closeLink(done: Progress): void {
  const link = done.links.pop();
  if (!link) return;
  if (link.href !== undefined) {
    // A link without words would be silent: it shows its address.
    if (link.isSilent) say(done, link.href);
    done.html += '</a>';
  }
  done.html += link.marks;
}

/** The next text shown in the same line; empty when a picture or a break comes first. */
function nextText(children: readonly Token[], from: number): string {
  for (let index = from; index < children.length; index++) {
    const token = children[index];
    if (token === undefined || token.tag === 'img' || token.tag === 'br') return '';
    if (token.content !== '') return token.content;
  }
  return '';
}
