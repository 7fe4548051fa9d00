import { foldWithPlaces } from '../../search/fold.ts';

/** A piece of text, and whether it is what was asked for. */
export interface Piece {
  readonly text: string;
  readonly isHit: boolean;
}

/** From and to, UTF-16 places in the text itself. */
export type Range = readonly [from: number, to: number];

/** Characters of an excerpt, and how many of them stand before its first hit. */
const excerptLength = 90;
const leadLength = 24;

/** Where a text holds the folded phrases, in its own characters; ranges that meet are one. */
export function findRanges(text: string, phrases: readonly string[]): Range[] {
  const { folded, places } = foldWithPlaces(text);
  const found: Range[] = [];
  for (const phrase of phrases) {
    if (phrase === '') continue;
    for (let at = folded.indexOf(phrase); at >= 0; at = folded.indexOf(phrase, at + phrase.length)) {
      const from = places[at] ?? 0;
      const to = endOfCharacter(text, places[at + phrase.length - 1] ?? from);
      found.push([from, to]);
    }
  }
  return joinRanges(found);
}

/** With the marks that are written as characters of their own. */
function endOfCharacter(text: string, place: number): number {
  const character = /^.\p{M}*[\uff9e\uff9f]?/su.exec(text.slice(place, place + 8));
  return place + (character?.[0].length ?? 1);
}

/** The whole text in pieces. */
export const markText = (text: string, phrases: readonly string[]): Piece[] =>
  cutPieces(text, findRanges(text, phrases), [0, text.length]);

/** The part of a text where most phrases stand together, the earliest of such parts; its beginning where none does. */
export function excerptOf(text: string, phrases: readonly string[]): Piece[] {
  const ranges = findRanges(text, phrases);
  const from = startOfExcerpt(text, ranges);
  const to = endOfExcerpt(text, from);
  const pieces = cutPieces(text, ranges, [from, to]);
  if (from > 0) pieces.unshift({ text: '…', isHit: false });
  if (to < text.length) pieces.push({ text: '…', isHit: false });
  return pieces;
}

function startOfExcerpt(text: string, ranges: readonly Range[]): number {
  let best = ranges[0];
  let most = 0;
  for (const range of ranges) {
    const within = ranges.filter(
      ([from, to]) => from >= range[0] && to <= range[0] + excerptLength - leadLength,
    );
    const different = new Set(within.map(([from, to]) => text.slice(from, to))).size;
    if (different > most) {
      most = different;
      best = range;
    }
  }
  if (!best || best[0] <= leadLength) return 0;
  // From the last sentence or clause that begins within the lead, else in its middle.
  const lead = text.slice(best[0] - leadLength, best[0]);
  const clause = Math.max(...['。', '！', '？', '；', '，', '\n', ' '].map((mark) => lead.lastIndexOf(mark)));
  const from = best[0] - leadLength + (clause >= 0 && clause < leadLength - 1 ? clause + 1 : 0);
  return isInsidePair(text, from) ? from + 1 : from;
}

function endOfExcerpt(text: string, from: number): number {
  const to = from + excerptLength;
  if (to >= text.length) return text.length;
  return isInsidePair(text, to) ? to + 1 : to;
}

const isInsidePair = (text: string, place: number): boolean => /[\udc00-\udfff]/.test(text.charAt(place));

function cutPieces(text: string, ranges: readonly Range[], [start, end]: Range): Piece[] {
  const pieces: Piece[] = [];
  let done = start;
  const add = (to: number, isHit: boolean): void => {
    if (to > done) pieces.push({ text: text.slice(done, to), isHit });
    done = Math.max(done, to);
  };
  for (const [from, to] of ranges) {
    if (to <= start || from >= end) continue;
    add(Math.min(Math.max(from, start), end), false);
    add(Math.min(to, end), true);
  }
  add(end, false);
  return pieces;
}

function joinRanges(ranges: Range[]): Range[] {
  const joined: [number, number][] = [];
  for (const [from, to] of ranges.sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && from < last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}
