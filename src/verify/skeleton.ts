import type { HtmlVisitor } from './scan-html.ts';

/*
 * html-validate takes some twenty milliseconds a page, and ten thousand articles differ in their words, which it
 * does not judge. So pages are brought down to what it does judge, their skeleton: words become `x`, addresses `/x`,
 * and of siblings that have become alike two remain. A skeleton is judged once for all pages that have it. Where it
 * is found wrong, the pages themselves are judged; a page that is written in an unusual way is judged itself at once.
 */

/** An element, a text or a page by its number: alike get the same number. */
export type SkeletonId = number;

interface Part {
  readonly tag: string;
  readonly name: string;
  readonly children: readonly SkeletonId[];
}

/** Attributes that name an element by its id; both stay as they are. */
const references = new Set(
  (
    'for list form headers usemap popovertarget aria-labelledby aria-describedby aria-controls aria-owns ' +
    'aria-details aria-flowto aria-activedescendant aria-errormessage'
  ).split(' '),
);
/** Any value is as good as any other, but an empty one. */
const freeValues = new Set(
  'href src srcset content alt title placeholder datetime action cite poster aria-label'.split(' '),
);
/** Nothing is judged about them. */
const unjudged = new Set(['class']);
/** Landmarks are told apart by their labels. */
const landmarks = new Set('nav aside section form main header footer search dialog article'.split(' '));
/** Children whose order among their siblings does not make a page right or wrong. */
const unordered = new Set(
  (
    'x p li a span div section article h2 h3 h4 h5 h6 ul ol blockquote figure img em strong code pre br hr tr td th ' +
    'meta link sup del s time mark option cite small b i'
  ).split(' '),
);
const mostAlike = 2;
const voidTags = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** The skeletons of all pages that were looked at. */
export class Skeletons {
  readonly #ids = new Map<string, SkeletonId>();
  readonly #parts: Part[] = [];

  /** A visitor that makes the skeleton of one page. */
  begin(html: string): SkeletonMaker {
    return new SkeletonMaker(html, (part) => this.#idOf(part));
  }

  /** A page as html-validate shall see it. */
  show(id: SkeletonId): string {
    return `<!doctype html>\n${this.#show(id)}`;
  }

  #show(id: SkeletonId): string {
    const part = this.#parts[id];
    if (!part) return '';
    const inside = part.children.map((child) => this.#show(child)).join('');
    if (part.name === '') return part.tag + inside;
    return part.tag + inside + (voidTags.has(part.name) ? '' : `</${part.name}>`);
  }

  #idOf(part: Part): SkeletonId {
    const key = `${part.tag}\n${part.children.join()}`;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#parts.push(part) - 1;
    this.#ids.set(key, id);
    return id;
  }
}

interface OpenPart {
  readonly name: string;
  readonly tag: string;
  readonly children: SkeletonId[];
  /** How often a child stands here already. */
  readonly seen: Map<SkeletonId, number>;
}

class SkeletonMaker implements HtmlVisitor {
  /** The page is written in a way that its skeleton would not show. */
  isOdd = false;
  readonly #html: string;
  readonly #idOf: (part: Part) => SkeletonId;
  readonly #root: OpenPart = openPart('', '');
  readonly #open: OpenPart[] = [this.#root];
  readonly #referenced: ReadonlySet<string>;

  constructor(html: string, idOf: (part: Part) => SkeletonId) {
    this.#html = html;
    this.#idOf = idOf;
    this.#referenced = referencedIds(html);
  }

  get id(): SkeletonId {
    return this.#idOf({ tag: '', name: '', children: this.#root.children });
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    let tag = `<${name}`;
    for (const [key, value] of attributes) {
      const shown = this.#shown(name, key, value, attributes);
      if (shown !== undefined) tag += ` ${key}="${shown.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
    }
    this.#open.push(openPart(name, `${tag}>`));
  }

  close(): void {
    const part = this.#open.pop();
    if (part) this.#add(part.name, this.#idOf(part));
  }

  text(from: number, to: number): void {
    const parent = this.#open.at(-1)?.name ?? '';
    if (parent === 'script') return;
    const text = this.#html.slice(from, to);
    const shown = parent === 'label' || parent === 'style' ? text : bareText(text);
    if (shown !== '') this.#add('x', this.#idOf({ tag: shown, name: '', children: [] }));
  }

  odd(): void {
    this.isOdd = true;
  }

  #add(name: string, id: SkeletonId): void {
    const parent = this.#open.at(-1) ?? this.#root;
    if (unordered.has(name)) {
      const count = parent.seen.get(id) ?? 0;
      if (count === mostAlike) return;
      parent.seen.set(id, count + 1);
    }
    parent.children.push(id);
  }

  /** What stands for a value; undefined where the attribute is left out. */
  #shown(
    name: string,
    key: string,
    value: string,
    attributes: ReadonlyMap<string, string>,
  ): string | undefined {
    if (unjudged.has(key)) return undefined;
    if (key === 'id') return /^\S+$/.test(value) && !this.#referenced.has(value) ? undefined : value;
    if (key === 'aria-label' && (landmarks.has(name) || attributes.has('role'))) return value;
    if (key === 'content' && attributes.has('http-equiv')) return value;
    if (freeValues.has(key) || key.startsWith('data-')) {
      if (value.trim() === '') return value;
      return key === 'href' ? '/x' : 'x';
    }
    if (key === 'width' || key === 'height') return /^\d+$/.test(value) ? '1' : value;
    return value;
  }
}

const openPart = (name: string, tag: string): OpenPart => ({ name, tag, children: [], seen: new Map() });

function referencedIds(html: string): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const [, key = '', value = ''] of html.matchAll(/\s([a-z-]+)="([^"]*)"/g))
    if (references.has(key)) for (const id of value.split(/\s+/)) ids.add(id);
  return ids;
}

/** `x` for words, and with it the characters and entities that a judge may find wrong. */
function bareText(text: string): string {
  if (text.trim() === '') return '';
  const strange = /[&>]/.test(text) ? [...text.matchAll(/&[^;\s&]*;?|>/g)].map(([part]) => part) : [];
  const wrong = strange.filter((part) => !/^&(?:amp|lt|gt|quot|apos|#39);$/.test(part));
  return `x${[...new Set(wrong)].join('')}`;
}
