import { type ChildNode, Element, isText } from 'domhandler';
import type { Reference } from './marks.ts';
import { isBlock, isSilent, UNSEEN } from './parse-page.ts';

/** A stretch of text in one manner, a line break or a picture. */
export type Run =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly strong: boolean;
      readonly em: boolean;
      readonly link: number | undefined;
    }
  | { readonly kind: 'break' }
  | { readonly kind: 'picture'; readonly index: number };

/** How the text of a node is set, from the elements around it. */
export interface Manner {
  readonly strong: boolean;
  readonly em: boolean;
  /** Index of the link's reference. */
  readonly link: number | undefined;
}

export const PLAIN: Manner = { strong: false, em: false, link: undefined };

const STRONG = /^(?:b|strong)$/;
const EM = /^(?:i|em|cite|dfn)$/;
const BOLD_STYLE = /font-weight\s*:\s*(?:bold|[6-9]00)/i;
const RAISED: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '-': '⁻',
  '+': '⁺',
  n: 'ⁿ',
};
const LOWERED: Readonly<Record<string, string>> = {
  '0': '₀',
  '1': '₁',
  '2': '₂',
  '3': '₃',
  '4': '₄',
  '5': '₅',
  '6': '₆',
  '7': '₇',
  '8': '₈',
  '9': '₉',
};
/** Pictures that only count readers or hold columns apart. */
const TRACKER =
  /cnzz|hm\.baidu|\.51\.la|51yes|google-analytics|doubleclick|miaozhen|count(?:er)?\.(?:asp|php|jsp)|(?:spacer|blank|1x1|pixel|clear)\.gif/i;

export function mannerOf(element: Element, around: Manner, references: Reference[]): Manner {
  const { name, attribs } = element;
  if (name === 'a' && attribs.href !== undefined && around.link === undefined) {
    references.push({ kind: 'link', href: attribs.href });
    return { ...around, link: references.length - 1 };
  }
  if (STRONG.test(name) || BOLD_STYLE.test(attribs.style ?? '')) return { ...around, strong: true };
  return EM.test(name) ? { ...around, em: true } : around;
}

/** Adds the runs of a node to a list; blocks in it stand on lines of their own. */
export function addRuns(node: ChildNode, manner: Manner, references: Reference[], runs: Run[]): void {
  if (isText(node)) {
    runs.push({ kind: 'text', text: node.data.replace(UNSEEN, ''), ...manner });
    return;
  }
  if (!(node instanceof Element) || isSilent(node)) return;
  if (node.name === 'br') runs.push({ kind: 'break' });
  else if (node.name === 'img') addPicture(node, references, runs);
  else if (node.name === 'sup' || node.name === 'sub') addShifted(node, manner, references, runs);
  else {
    const inner = mannerOf(node, manner, references);
    if (isBlock(node)) runs.push({ kind: 'break' });
    for (const child of node.children) addRuns(child, inner, references, runs);
    if (isBlock(node)) runs.push({ kind: 'break' });
  }
}

function addPicture({ attribs }: Element, references: Reference[], runs: Run[]): void {
  // Pages that load pictures late keep the address in another attribute.
  const src = [
    attribs.src,
    attribs['data-src'],
    attribs['data-original'],
    attribs.oldsrc,
    attribs['data-lazy-src'],
  ]
    .map((each) => each?.trim() ?? '')
    .find((each) => each !== '' && !/^data:/i.test(each));
  const isDot = [attribs.width, attribs.height].some((each) => /^[0-3](?:px)?$/.test(each?.trim() ?? ''));
  if (src === undefined || isDot || TRACKER.test(src)) return;
  const alt = (attribs.alt ?? '').replace(UNSEEN, '').replace(/\s+/g, ' ').trim();
  // Systems put the file's name where nobody wrote a description.
  const isName = /^[\w.-]+\.(?:jpe?g|png|gif|bmp|webp)$|^\d+$/i.test(alt);
  references.push({ kind: 'picture', src, alt: isName ? '' : alt.slice(0, 300), caption: '' });
  runs.push({ kind: 'picture', index: references.length - 1 });
}

/** `m<sup>2</sup>` as m², where every character has such a form. */
function addShifted(node: Element, manner: Manner, references: Reference[], runs: Run[]): void {
  const forms = node.name === 'sup' ? RAISED : LOWERED;
  const from = runs.length;
  for (const child of node.children) addRuns(child, manner, references, runs);
  for (let at = from; at < runs.length; at++) {
    const run = runs[at];
    if (run?.kind !== 'text') continue;
    const text = run.text.trim();
    if (text !== '' && [...text].every((character) => Object.hasOwn(forms, character)))
      runs[at] = { ...run, text: [...text].map((character) => forms[character]).join('') };
  }
}
