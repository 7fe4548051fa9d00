/** What a page consists of, in the order of its text. Offsets are UTF-16 units. */
export interface HtmlVisitor {
  /** A start tag; attribute names in small letters, values decoded, the first of two alike counts. */
  open(name: string, attributes: ReadonlyMap<string, string>, at: number): void;
  /** The end of an element, of a void one too. */
  close(name: string): void;
  /** As it stands in the page, entities not decoded. The content of `script` and `style` is text as well. */
  text(from: number, to: number): void;
  /**
   * Something that our own templates never write: other quotes, capital letters, comments, an element that was never
   * closed. Scanning goes on.
   */
  odd(at: number): void;
}

const voids = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const rawTexts = new Set(['script', 'style', 'title', 'textarea']);
const startTag = /<([A-Za-z][^\s/>]*)/y;
const attribute = /(\s*)([^\s"'<>/=]+)(?:(\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/y;
const tagEnd = /\s*(\/?)>/y;
const endTag = /<\/([A-Za-z][^\s/>]*)\s*>/y;
const noAttributes: ReadonlyMap<string, string> = new Map();

/** Goes through a page once. Takes all that browsers take, but does not repair as they do. */
export function scanHtml(html: string, visitor: HtmlVisitor): void {
  const openElements: string[] = [];
  let at = 0;
  const doctype = /^<!doctype html>\s*/i.exec(html);
  if (doctype) at = doctype[0].length;
  else visitor.odd(0);
  while (at < html.length) {
    const next = html.indexOf('<', at);
    const textEnd = next < 0 ? html.length : next;
    if (textEnd > at) visitor.text(at, textEnd);
    if (next < 0) break;
    const second = html.charCodeAt(next + 1);
    if (second === 0x2f) at = scanEndTag(next);
    else if (second === 0x21) {
      visitor.odd(next);
      const end = html.startsWith('<!--', next) ? html.indexOf('-->', next + 4) : html.indexOf('>', next);
      at = end < 0 ? html.length : end + (html.startsWith('<!--', next) ? 3 : 1);
    } else at = scanStartTag(next);
  }
  if (openElements.length > 0) visitor.odd(html.length);
  while (openElements.length > 0) visitor.close(openElements.pop() ?? '');

  function scanEndTag(from: number): number {
    endTag.lastIndex = from;
    const match = endTag.exec(html);
    if (!match) {
      visitor.odd(from);
      visitor.text(from, from + 2);
      return from + 2;
    }
    const name = (match[1] ?? '').toLowerCase();
    const depth = openElements.lastIndexOf(name);
    if (match[1] !== name || depth !== openElements.length - 1 || depth < 0) visitor.odd(from);
    while (depth >= 0 && openElements.length > depth) visitor.close(openElements.pop() ?? '');
    return from + match[0].length;
  }

  function scanStartTag(from: number): number {
    startTag.lastIndex = from;
    const match = startTag.exec(html);
    if (!match) {
      visitor.odd(from);
      visitor.text(from, from + 1);
      return from + 1;
    }
    const written = match[1] ?? '';
    const name = written.toLowerCase();
    if (name !== written) visitor.odd(from);
    const { attributes, end } = scanAttributes(from + match[0].length);
    visitor.open(name, attributes, from);
    if (voids.has(name)) visitor.close(name);
    else if (rawTexts.has(name)) return scanRawText(name, end);
    else openElements.push(name);
    return end;
  }

  function scanAttributes(from: number): { attributes: ReadonlyMap<string, string>; end: number } {
    let attributes: Map<string, string> | undefined;
    let place = from;
    for (;;) {
      tagEnd.lastIndex = place;
      const end = tagEnd.exec(html);
      if (end) {
        if (end[1]) visitor.odd(place);
        return { attributes: attributes ?? noAttributes, end: place + end[0].length };
      }
      attribute.lastIndex = place;
      const match = attribute.exec(html);
      if (!match) {
        // Not even a browser would know: a stray quote, or the page ends here.
        visitor.odd(place);
        if (place >= html.length) return { attributes: attributes ?? noAttributes, end: place };
        place++;
        continue;
      }
      const [whole, space, written = '', equals, double, single, bare] = match;
      const key = written.toLowerCase();
      attributes ??= new Map();
      const isPlain = space === ' ' && key === written && (equals === undefined || double !== undefined);
      if (!isPlain || attributes.has(key)) visitor.odd(place);
      if (!attributes.has(key)) attributes.set(key, decodeText(double ?? single ?? bare ?? ''));
      place += whole.length;
    }
  }

  function scanRawText(name: string, from: number): number {
    const end = html.indexOf(`</${name}>`, from);
    if (end < 0) {
      visitor.odd(from);
      if (html.length > from) visitor.text(from, html.length);
      visitor.close(name);
      return html.length;
    }
    if (end > from) visitor.text(from, end);
    visitor.close(name);
    return end + name.length + 3;
  }
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/** Text with its entities decoded, as far as pages of ours use them. */
export function decodeText(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return named[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
