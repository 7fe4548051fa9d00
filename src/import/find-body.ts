import { type Document, Element, isText } from 'domhandler';
import { countText, elementsIn, isBlock, isSilent } from './parse-page.ts';

/** Ids and classes under which systems put the text, the surest first. */
const KNOWN: readonly RegExp[] = [
  /^(?:UCAP-CONTENT|barrierfree_container|vsb_content.*|artibody|articleContn?et|art_content|newstext|TRS_AUTOADD|js_content)$/i,
  /^(?:TRS_Editor|TRS_UEDITOR|trs_editor_view|wp_articlecontent|v_news_content|ucapcontent|view_content)$/i,
  /^(?:zoom|zoomcon|fontzoom|zoom_content|myzoom|contentzoom|doczoom|BodyLabel|MyContent)$/i,
  /^(?:article[-_]?(?:body|content|con|text|main|txt)|news[-_]?(?:body|content|con|text|txt)|content[-_]?(?:body|text|txt|main|article)|text[-_]?content|con[-_]?text|conTxt|nr|neirong|zhengwen|detail[-_]?(?:content|con|text|body)|entry-content|post-content|main-text|text_con|infocontent|info_content|show_content|xl_content|bt-content)$/i,
  /^(?:content|article|text|detail|entry|post|arc_body|cont|con|artic|art_con|news_show)$/i,
];

/** Fewer characters are no text, unless pictures stand among them. */
const LEAST = 15;

/** Where the text of an article stands; undefined where nothing looks like one. */
export function findBody(page: Document): Element | undefined {
  const elements = elementsIn(page);
  const marked = elements.find((element) => element.attribs.itemprop === 'articleBody');
  if (marked && weigh(marked) >= LEAST) return marked;
  for (const known of KNOWN) {
    const found = elements.filter((element) => namesOf(element).some((name) => known.test(name)));
    const best = found.filter(isRunning).sort((a, b) => weigh(b) - weigh(a))[0];
    if (best) return best;
  }
  return findDensest(page) ?? elements.find((element) => element.name === 'article');
}

const namesOf = ({ attribs: { id, class: names } }: Element): string[] => [
  ...(id === undefined ? [] : [id.trim()]),
  ...(names?.trim().split(/\s+/) ?? []),
];

/** Text, or pictures; no list of links. */
function isRunning(element: Element): boolean {
  const { all, linked } = countText(element);
  if (all === 0 || linked > all * 0.5) return hasPicture(element) && linked <= all * 0.5;
  return all - linked >= LEAST || hasPicture(element);
}

const hasPicture = (element: Element): boolean => elementsIn(element).some(({ name }) => name === 'img');

const weigh = (element: Element): number => {
  const { all, linked } = countText(element);
  return all - linked * 2;
};

const SENTENCE = /[，。；：、！？“”]/g;
const NOT_BODY = /foot|copyright|menu|nav|sidebar|header|banner|comment|related|share/i;

/**
 * Where no name helps: the box whose own paragraphs and lines hold the most running text. A paragraph counts for its
 * box, and half for the box around that.
 */
function findDensest(page: Document): Element | undefined {
  const scores = new Map<Element, number>();
  const give = (element: unknown, score: number): void => {
    if (element instanceof Element) scores.set(element, (scores.get(element) ?? 0) + score);
  };
  const boxOf = (element: Element): Element | undefined => {
    let at: Element = element;
    while (!isBlock(at) || at.name === 'p') {
      if (!(at.parent instanceof Element)) return undefined;
      at = at.parent;
    }
    return at;
  };
  for (const element of elementsIn(page)) {
    if (NOT_BODY.test(`${element.attribs.id ?? ''} ${element.attribs.class ?? ''}`)) continue;
    const own = ownText(element);
    if (own.length < LEAST) continue;
    const score = own.length + 10 * (own.match(SENTENCE)?.length ?? 0);
    const box = boxOf(element);
    give(box, score);
    if (box?.parent instanceof Element) give(box.parent, score / 2);
  }
  let best: Element | undefined;
  let most = 0;
  for (const [element, score] of scores) {
    const { all, linked } = countText(element);
    const weighed = all === 0 ? 0 : score * (1 - linked / all);
    if (weighed > most) {
      most = weighed;
      best = element;
    }
  }
  // A single cell or paragraph box of a larger text: take the box around it where that adds text and few links.
  while (
    best?.parent instanceof Element &&
    best.parent.name !== 'body' &&
    (scores.get(best.parent) ?? 0) > most * 0.9
  ) {
    best = best.parent;
  }
  return best && weigh(best) >= LEAST ? best : undefined;
}

/** Text of an element outside its blocks and links. */
function ownText(element: Element): string {
  let text = '';
  const look = (within: Element): void => {
    for (const child of within.children) {
      if (isText(child)) text += child.data;
      else if (child instanceof Element && !isBlock(child) && !isSilent(child) && child.name !== 'a')
        look(child);
    }
  };
  if (isBlock(element)) look(element);
  return text.replace(/\s+/g, '');
}
