import { type Document, Element } from 'domhandler';
import { elementsIn, textOf } from './parse-page.ts';

const NAMED = /(?:^|[-_\s])(?:\w*title\d*|tit|bt|biaoti|headline|subject|art_?tit|news_?tit|h1)(?:$|[-_\s])/i;
const MOST = 150;
/** What stands between a title and the names of column and site in `<title>`. */
const HEAD_PARTS = /\s*_+\s*|\s*\|\s*|\s+[-–—]+\s+|--+|\s*[»›>]\s*/;

interface Candidate {
  readonly text: string;
  readonly score: number;
}

/** The title as the page shows it: of headings and what is named so, the one that `<title>` says too. */
export function findTitle(page: Document, head: string): string | undefined {
  const said = squeezed(head);
  let best: Candidate | undefined;
  for (const element of elementsIn(page)) {
    const base = standing(element);
    if (base === 0) continue;
    const text = joinLines(element);
    const own = squeezed(text);
    if (own.length < 2 || text.length > MOST) continue;
    const isSaid = own.length >= 4 && said.includes(own);
    const score = base + (isSaid ? (said.startsWith(own) ? 1000 : 500) + own.length : 0);
    if (!best || score > best.score) best = { text, score };
  }
  const first = head.split(HEAD_PARTS)[0]?.trim() ?? '';
  if (best && (best.score >= 500 || best.score >= 30)) return best.text;
  if (squeezed(first).length >= 4 && first !== head) return first;
  return best?.text ?? (squeezed(first).length >= 4 ? first : undefined);
}

/** How much an element looks like the title by itself; 0 for not at all. */
function standing(element: Element): number {
  const { name, attribs } = element;
  if (name === 'h1') return 40;
  const isNamed = NAMED.test(`${attribs.id ?? ''} ${attribs.class ?? ''}`);
  if (name === 'h2') return isNamed ? 36 : 20;
  if (name === 'h3') return isNamed ? 30 : 10;
  if (isNamed) return /^(?:a|li|ul|body|html|table)$/.test(name) ? 0 : 30;
  if (
    name === 'font' &&
    Number(attribs.size?.replace('+', '') ?? 0) >= (attribs.size?.startsWith('+') ? 1 : 4)
  )
    return 18;
  if (
    /font-size\s*:\s*(?:1[89]|[2-4]\d)(?:px|pt)|font-size\s*:\s*(?:x-)?x?-?large/i.test(attribs.style ?? '')
  )
    return 15;
  return (name === 'b' || name === 'strong') && isCentred(element) ? 8 : 0;
}

function isCentred(element: Element): boolean {
  for (let at = element.parent; at instanceof Element && at.name !== 'td'; at = at.parent)
    if (at.name === 'center' || at.attribs.align?.toLowerCase() === 'center') return true;
  return element.parent instanceof Element && element.parent.attribs.align?.toLowerCase() === 'center';
}

/** A title over two lines is one. */
const joinLines = (element: Element): string =>
  textOf(element).replace(
    /(?<=[\p{Script=Han}：，、]) (?=\p{Script=Han})/gu,
    (space, at: number, whole: string) =>
      // A space that editors put between the two halves of a headline stays.
      whole.slice(0, at).length < 4 ? '' : space,
  );

const squeezed = (text: string): string => text.replace(/[\s\p{P}]/gu, '');
