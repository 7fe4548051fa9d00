import { simplifiedForms } from './simplified-forms.ts';

/*
 * One spelling for the index and the reader: what reads the same becomes the same text.
 *
 * Traditional characters become Simplified one by one, whatever stands beside them, for a part of a text must fold
 * as the whole does. So 著 藉 瞭 乾 are 着 借 了 干 everywhere, though 著名 and 瞭望 are proper Simplified: text and
 * question fold alike, so 著名 is still found, and 隨著 finds 随着; that 写着名字 is found by 著名 too is the price.
 * 覆 and 沈 stay: 覆盖 and 沈阳 stand in the news far more often than 反覆 and 沈沒.
 */

/** A folded text and, for each of its UTF-16 units, the index in the text of the character that it came from. */
export interface FoldedText {
  readonly folded: string;
  /** One longer than `folded`: the last is the length of the text. */
  readonly places: readonly number[];
}

/** Marks over letters, but for those of kana, and characters without width. */
const dropped = /(?![\u3099\u309a])[\p{M}\p{Cf}]/gu;
/** • ‧ ∙ ⋅ ⸱ ・ part the names of people as · does. */
const nameDot = /[\u2022\u2027\u2219\u22c5\u2e31\u30fb]/g;
const apostrophe = /[\u2018\u2019\u02bc]/g;
const kanaMark = /[\u3099\u309a]/;
const letter = /[\p{L}\p{Nl}]/u;
const latin = /\p{Script=Latin}/u;

/** Folded forms of UTF-16 units: 0 where not yet asked for, `special` where it is not simply another unit. */
const unitForms = new Uint16Array(0x10000);
const special = 0xffff;

/**
 * NFKC (Hangul in its parts, as Pagefind holds it), lower case, Simplified characters, no marks over letters (Café →
 * cafe), nothing without width, white space as one space, ’ as ', ⁄ as /, 〇 and ○ as 零; no dots inside names: `·`
 * and its like between letters, `.` between Latin letters. Folding twice is folding once.
 */
export function fold(text: string): string {
  const withDots = foldCharacters(text);
  return dropUnits(withDots, findNameDots(withDots));
}

/** The same with places, so that what was found in the folded text can be marked in the text itself. */
export function foldWithPlaces(text: string): FoldedText {
  const places: number[] = [];
  const withDots = foldCharacters(text, places);
  places.push(text.length);
  const dots = findNameDots(withDots);
  const isDot = new Set(dots);
  return { folded: dropUnits(withDots, dots), places: places.filter((_, index) => !isDot.has(index)) };
}

/** All of the folding but the dots of names. */
function foldCharacters(text: string, places?: number[]): string {
  const pieces: string[] = [];
  let last = '';
  const add = (piece: string, place: number): void => {
    if (piece === ' ' && last === ' ') return;
    if (kanaMark.test(piece)) {
      const joined = (last + piece).normalize('NFC');
      if (joined.length === last.length) {
        pieces.push((pieces.pop() ?? '').slice(0, -last.length), joined);
        last = joined;
      }
      return;
    }
    pieces.push(piece);
    last = piece.slice(-1);
    for (let unit = 0; places && unit < piece.length; unit++) places.push(place);
  };
  let start = 0;
  const keepTo = (end: number): void => {
    if (end === start) return;
    pieces.push(text.slice(start, end));
    last = text.charAt(end - 1);
    for (let place = start; places && place < end; place++) places.push(place);
  };
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at);
    const form = unitForms[unit] || readUnitForm(unit);
    if (form === unit) {
      at++;
      continue;
    }
    keepTo(at);
    if (form === special) {
      const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
      for (const piece of foldCharacter(character)) add(piece, at);
      at += character.length;
    } else {
      add(String.fromCharCode(form), at);
      at++;
    }
    start = at;
  }
  keepTo(text.length);
  return pieces.join('');
}

function readUnitForm(unit: number): number {
  const character = String.fromCharCode(unit);
  const folded = foldCharacter(character);
  const isSpecial = folded.length !== 1 || folded === ' ' || kanaMark.test(folded) || isSurrogate(unit);
  const form = isSpecial ? special : folded.charCodeAt(0);
  unitForms[unit] = form;
  return form;
}

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;

/** The folded form of one code point by itself. */
function foldCharacter(character: string): string {
  let folded = '';
  for (const part of character.normalize('NFKD').replace(dropped, '')) {
    const lower = part.toLowerCase();
    folded += simplifiedForms.get(lower) ?? lower;
  }
  return folded
    .replace(/[\s\u0085]/g, ' ')
    .replace(nameDot, '·')
    .replace(apostrophe, "'")
    .replace('\u2044', '/')
    .replace(/[〇○]/, '零')
    .replace('ς', 'σ');
}

/** Where the dots stand that are to go from a text that is folded but for them. */
function findNameDots(text: string): number[] {
  const dots: number[] = [];
  for (const { 0: dot, index } of text.matchAll(/[·.]/g)) {
    const before = Array.from(text.slice(Math.max(0, index - 2), index)).at(-1) ?? '';
    const after = String.fromCodePoint(text.codePointAt(index + 1) ?? 0);
    const side = dot === '.' ? latin : letter;
    if (side.test(before) && side.test(after)) dots.push(index);
  }
  return dots;
}

function dropUnits(text: string, units: readonly number[]): string {
  let rest = '';
  let start = 0;
  for (const unit of units) {
    rest += text.slice(start, unit);
    start = unit + 1;
  }
  return rest + text.slice(start);
}
