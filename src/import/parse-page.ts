import { type ChildNode, type Document, Element, isText, type ParentNode } from 'domhandler';
import { parse } from 'parse5';
import { adapter } from 'parse5-htmlparser2-tree-adapter';

/** A page that no person has written: more elements, or deeper in each other, than are worth reading. */
export class PageTooComplex extends Error {
  override readonly name = 'PageTooComplex';
}

const MOST_ELEMENTS = 100_000;
/** As browsers do. */
const MOST_DEEP = 512;

/**
 * HTML → its elements, nested as a browser would nest them.
 * @throws {PageTooComplex}
 */
export function parsePage(html: string): Document {
  let elements = 0;
  let deep = 0;
  return parse(html, {
    scriptingEnabled: false,
    treeAdapter: {
      ...adapter,
      createElement(name, namespace, attributes) {
        if (++elements > MOST_ELEMENTS) throw new PageTooComplex();
        return adapter.createElement(name, namespace, attributes);
      },
      onItemPush() {
        if (++deep > MOST_DEEP) throw new PageTooComplex();
      },
      onItemPop() {
        deep--;
      },
    },
  });
}

const BLOCKS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table ' +
    'tbody td tfoot th thead tr ul caption'
  ).split(' '),
);

/** Elements that show nothing of their own, or only what a reader does something with. */
const SILENT: ReadonlySet<string> = new Set(
  (
    'script style noscript template head title meta link base iframe frame object embed applet param ' +
    'input button select option textarea canvas svg math audio map area dialog datalist progress'
  ).split(' '),
);

export const isBlock = ({ name }: Element): boolean => BLOCKS.has(name);

/** Whether nothing in it belongs to the text: scripts, fields, what is hidden. */
export function isSilent(node: Element): boolean {
  if (SILENT.has(node.name)) return true;
  const { hidden, style = '' } = node.attribs;
  return hidden !== undefined || (style !== '' && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style));
}

/** The elements below a node, in the order of the page, those of silent ones left out. */
export function elementsIn(parent: ParentNode): Element[] {
  const found: Element[] = [];
  const look = (within: ParentNode): void => {
    for (const child of within.children) {
      if (!(child instanceof Element) || isSilent(child)) continue;
      found.push(child);
      look(child);
    }
  };
  look(parent);
  return found;
}

/** Every element of the names below a node, silent ones too. */
export function elementsNamed(parent: ParentNode, ...names: readonly string[]): Element[] {
  const found: Element[] = [];
  const look = (within: ParentNode): void => {
    for (const child of within.children) {
      if (!(child instanceof Element)) continue;
      if (names.includes(child.name)) found.push(child);
      look(child);
    }
  };
  look(parent);
  return found;
}

/** What a node says, in one line: spaces of every kind are one, and none stand around it. */
export const textOf = (node: ChildNode | ParentNode): string => tidy(rawText(node));

export function rawText(node: ChildNode | ParentNode): string {
  if (isText(node)) return node.data;
  if (!('children' in node)) return '';
  if (node instanceof Element && isSilent(node)) return '';
  if (node instanceof Element && node.name === 'br') return '\n';
  let text = '';
  for (const child of node.children) text += rawText(child);
  return node instanceof Element && isBlock(node) ? `\n${text}\n` : text;
}

/** Characters that show nothing: they come from Word and from other web pages. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
export const UNSEEN = /[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;

export const tidy = (text: string): string => text.replace(UNSEEN, '').replace(/\s+/g, ' ').trim();

/** Characters of a node that are no space, and those of them that stand in links. */
export function countText(node: ParentNode): { readonly all: number; readonly linked: number } {
  let all = 0;
  let linked = 0;
  const look = (within: ParentNode, isLinked: boolean): void => {
    for (const child of within.children) {
      if (isText(child)) {
        const length = child.data.replace(/\s+/g, '').length;
        all += length;
        if (isLinked) linked += length;
      } else if (child instanceof Element && !isSilent(child)) {
        look(child, isLinked || (child.name === 'a' && child.attribs.href !== undefined));
      }
    }
  };
  look(node, false);
  return { all, linked };
}
