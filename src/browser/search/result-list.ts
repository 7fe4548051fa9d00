import { phraseTexts, type Question } from '../../search/question.ts';
import { element } from './element.ts';
import type { Fragment } from './fragments.ts';
import { excerptOf, markText, type Piece } from './marked-text.ts';

/** What the rows of results need to know beside the articles. */
export interface ResultContext {
  /** Base path of the site, with its last slash. */
  readonly home: string;
  /** As the reader wrote it; the article marks it. */
  readonly text: string;
  readonly question: Question;
  /** Short name of a medium that is more than text. */
  mediumName(id: string): string | undefined;
}

/** One article of the results: date, title, excerpt, source and zone. */
export function buildResult(
  hit: Fragment,
  { home, text, question, mediumName }: ResultContext,
): HTMLLIElement {
  const phrases = phraseTexts(question);
  const { title = hit.title, date = '', source, zone, channel } = hit.meta;
  const inSite = (address: string): string => home + address.replace(/^\//, '');
  const query = question.wanted.length > 0 ? `?q=${encodeURIComponent(text)}` : '';
  const medium = mediumName(hit.filters.medium?.[0] ?? 'text');
  const zoneId = hit.filters.zone?.[0];
  return element(
    'li',
    { class: 'item' },
    element('time', { datetime: date.replace(' ', 'T') }, date),
    element(
      'div',
      { class: 'item-text' },
      element(
        'a',
        { class: 'title', href: inSite(hit.address) + query },
        ...marked(markText(title, phrases)),
      ),
      medium ? element('span', { class: 'medium' }, medium) : undefined,
      element('p', { class: 'excerpt' }, ...marked(excerptOf(hit.text, phrases))),
      element(
        'p',
        { class: 'origin' },
        source ? element('span', { class: 'source', 'data-field': 'source' }, source) : undefined,
        zone
          ? element('span', { class: 'zone', 'data-field': 'zone' }, linkTo(zone, zoneId, inSite))
          : undefined,
        channel ? element('span', {}, channel) : undefined,
      ),
    ),
  );
}

const linkTo = (name: string, id: string | undefined, inSite: (address: string) => string): Node | string =>
  id === undefined ? name : element('a', { href: inSite(`/zones/${id}/`) }, name);

const marked = (pieces: readonly Piece[]): (Node | string)[] =>
  pieces.map(({ text, isHit }) => (isHit ? element('mark', {}, text) : text));
