import { parseQuestion, phraseTexts } from '../../search/question.ts';
import { partMark } from '../../search/search-files.ts';
import { button, element } from './element.ts';
import { findRanges } from './marked-text.ts';

/*
 * An article opened from a search result: marks what was asked for, with a small bar to go from one place to the
 * next. A phrase that runs over links or emphasis is marked in pieces that count as one.
 */

const textParts = 'article h1, article .subtitle, article .lede, article figcaption, [data-pagefind-body]';
const blocks = 'p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, pre, blockquote, figcaption, small, div';

/** Marks the phrases of the address; nothing happens where it has none or the article lacks them. */
export function markArticle(): void {
  const phrases = phraseTexts(parseQuestion(new URLSearchParams(location.search).get('q') ?? ''));
  const roots = [...document.querySelectorAll(textParts)].filter(
    (node) => !node.parentElement?.closest(textParts),
  );
  const hits = roots.flatMap((root) => markPart(root, phrases));
  if (hits.length > 0) showBar(hits);
}

/** Marks one part of the article: each hit with its pieces. */
function markPart(root: Element, phrases: readonly string[]): HTMLElement[][] {
  const nodes = textNodes(root);
  const starts: number[] = [];
  let text = '';
  let block: Element | null = null;
  for (const node of nodes) {
    // No phrase runs from one paragraph into the next.
    const own = node.parentElement?.closest(blocks) ?? null;
    if (own !== block) text += partMark;
    block = own;
    starts.push(text.length);
    text += node.data;
  }
  const hits: HTMLElement[][] = [];
  // From the end, so that what is still to be marked stays where it is.
  for (const [from, to] of findRanges(text, phrases).reverse()) {
    const pieces: HTMLElement[] = [];
    for (let place = nodes.length - 1; place >= 0; place--) {
      const node = nodes[place];
      const start = starts[place] ?? 0;
      if (!node || start >= to || start + node.length <= from) continue;
      pieces.unshift(wrap(node, Math.max(0, from - start), Math.min(node.length, to - start)));
    }
    hits.unshift(pieces);
  }
  return hits;
}

/** Text of the reader's: marks of footnotes stand between the words and are no part of them. */
function textNodes(root: Element): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) {
    const { currentNode } = walker;
    if (currentNode instanceof Text && !currentNode.parentElement?.closest('sup')) nodes.push(currentNode);
  }
  return nodes;
}

function wrap(node: Text, from: number, to: number): HTMLElement {
  const mark = element('mark');
  const piece = node.splitText(from);
  piece.splitText(to - from);
  piece.replaceWith(mark);
  mark.append(piece);
  return mark;
}

function showBar(hits: readonly (readonly HTMLElement[])[]): void {
  let current = -1;
  const status = element('p', { role: 'status' }, `标出 ${hits.length} 处`);
  const go = (step: number): void => {
    for (const piece of hits[current] ?? []) piece.classList.remove('current');
    current = current < 0 && step < 0 ? hits.length - 1 : (current + step + hits.length) % hits.length;
    for (const piece of hits[current] ?? []) piece.classList.add('current');
    status.textContent = `第 ${current + 1}/${hits.length} 处`;
    hits[current]?.[0]?.scrollIntoView({ block: 'center' });
  };
  const clear = (): void => {
    for (const piece of hits.flat()) piece.replaceWith(...piece.childNodes);
    for (const root of document.querySelectorAll(textParts)) root.normalize();
    bar.remove();
    document.documentElement.classList.remove('has-marks');
    const address = new URL(location.href);
    address.searchParams.delete('q');
    history.replaceState(history.state, '', address);
    document.getElementById('main')?.focus({ preventScroll: true });
  };
  const bar = element(
    'div',
    { class: 'marks-bar', role: 'group', 'aria-label': '检索的词' },
    status,
    button({}, '上一处', () => go(-1)),
    button({}, '下一处', () => go(1)),
    button({}, '清除标记', clear),
  );
  document.getElementById('main')?.prepend(bar);
  document.documentElement.classList.add('has-marks');
}
