import { fold } from './fold.ts';
import { hanRuns, indexWords } from './index-words.ts';

/** Stretches that fold as a whole: letters, digits, signs that fold to either, and the marks inside words. */
const stretch =
  /(?:\p{Nd}[,，](?=\p{Nd})|[\p{L}\p{M}\p{N}\p{Cf}\p{So}\p{Sc}\p{Pc}]|[.．·•‧∙⋅⸱・･'‘’＇⁄](?=[\p{L}\p{M}\p{N}\p{Cf}\p{So}]))+/gu;

/** In a folded text. */
const latinStretch = /(?:(?!\p{Script=Han})[\p{L}\p{N}_.',:;])+/gu;
/** What Pagefind takes for one word and the reader for several: `2019,2020`, `APP:TikTok`. */
const joinedWords = /\p{Nd}[,;]\p{Nd}|\p{L}:\p{L}/u;

/**
 * The words, parted by spaces, that a volume must hold beside a text so that the folded question finds it: the folded
 * forms of what folding changes beyond lower case; the parts of what Pagefind does not part; and the Han characters
 * that end every run they stand in, as no pair begins with them. Each once.
 */
export function twinsOf(text: string): string {
  const twins = new Set<string>();
  for (const [piece] of text.matchAll(stretch)) {
    const folded = fold(piece);
    if (folded !== '' && folded !== piece.toLowerCase()) twins.add(folded);
  }
  const folded = fold(text);
  for (const piece of folded.match(latinStretch) ?? []) {
    const words = joinedWords.test(piece) ? indexWords(piece) : [];
    if (words.length > 1) for (const word of words) twins.add(word);
  }
  for (const character of lastCharacters(folded)) twins.add(character);
  return [...twins].join(' ');
}

/** The Han characters that have none behind them anywhere in the text. */
function lastCharacters(folded: string): Set<string> {
  const followed = new Set<string>();
  const last = new Set<string>();
  for (const run of hanRuns(folded)) {
    let before = '';
    for (const character of run) {
      if (before !== '') followed.add(before);
      before = character;
    }
    last.add(before);
  }
  for (const character of followed) last.delete(character);
  return last;
}
