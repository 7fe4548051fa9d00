/*
 * Under which words Pagefind 1.6 holds a text of language `zh`. It cuts by Unicode's rules for words (UAX 29, ICU4X)
 * and keeps of each word its letters, digits and `_`; Han characters and kana, which need no spaces, it holds as the
 * words of a dictionary, which we leave alone, and as overlapping pairs, which we ask for. Single Han characters it
 * holds by chance only: they are found as the beginning of a pair, or among the twins of the text.
 */

const scripts = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc]`;
/** 々 and ゝ are no letters of their own: whether they stand in a pair depends on the dictionary. */
const han = String.raw`(?:(?=\p{Lo})${scripts}|\u30fc)`;
const digit = String.raw`\p{Nd}`;
const other = String.raw`(?!${scripts})[\p{L}\p{Nl}\p{No}]`;
/** With the marks that stay inside: don't, 3.14, 1,200. */
const wordParts = `${other}(?:[.'](?=${other}))?|${digit}(?:[.'](?=${digit})|,(?=${digit}{3}(?!${digit})))?|_`;

const hanCharacter = new RegExp(han, 'u');
const hanRun = new RegExp(`${han}+`, 'gu');
const runs = new RegExp(`(${han}+)|(?:${wordParts})+`, 'gu');
const stretches = new RegExp(`(?:${scripts}|${wordParts})+`, 'gu');

/** Whether a character is one that the index holds in pairs: Han or kana. */
export function isHan(character: string): boolean {
  return hanCharacter.test(character);
}

/**
 * The words under which a volume holds a folded text, in its order: overlapping pairs of Han characters, to be asked
 * exactly (one alone: the character, to be asked as a beginning); Latin words and numbers whole, without the marks
 * inside: 3.14 → 314, 1,200 → 1200, don't → dont.
 */
export function indexWords(folded: string): string[] {
  const words: string[] = [];
  for (const [run, hanRun] of folded.matchAll(runs)) words.push(...wordsOfRun(run, hanRun));
  return words;
}

/** All words that a question can ask of a folded text: its index words and every single Han character. */
export function wordsOfText(folded: string): Set<string> {
  const words = new Set<string>();
  for (const [run, hanRun] of folded.matchAll(runs)) {
    for (const word of wordsOfRun(run, hanRun)) words.add(word);
    for (const character of hanRun ?? '') words.add(character);
  }
  return words;
}

/** The runs of Han characters in a folded text. */
export function hanRuns(folded: string): string[] {
  return folded.match(hanRun) ?? [];
}

/** The stretches of a folded text without punctuation or space, but with the marks that belong inside words. */
export function splitAtMarks(folded: string): string[] {
  return folded.match(stretches) ?? [];
}

/**
 * The chunks of an index that hold words with a beginning. Pagefind names those of a single word, `chunksOf`; the
 * words with one beginning may lie in several, in the order of their code points.
 */
export function chunksOfBeginning(
  beginning: string,
  chunksOf: (word: string) => readonly string[],
): Set<string> {
  const chunks = new Set(chunksOf(beginning));
  const ask = (code: number): string => {
    // There are no characters from U+D800 to U+DFFF.
    const next = code >= 0xd800 && code <= 0xdfff ? 0xe000 : code;
    const found = chunksOf(beginning + String.fromCodePoint(next));
    for (const chunk of found) chunks.add(chunk);
    return found.join();
  };
  const askBetween = (low: number, atLow: string, high: number, atHigh: string): void => {
    if (atLow === atHigh || high - low < 2) return;
    const middle = (low + high) >> 1;
    const atMiddle = ask(middle);
    askBetween(low, atLow, middle, atMiddle);
    askBetween(middle, atMiddle, high, atHigh);
  };
  askBetween(0, ask(0), 0x10ffff, ask(0x10ffff));
  return chunks;
}

function wordsOfRun(run: string, hanRun: string | undefined): string[] {
  if (hanRun !== undefined) return pairsOf(hanRun);
  const word = run.replace(/[.,']/g, '');
  return /^_+$/.test(word) ? [] : [word];
}

function pairsOf(run: string): string[] {
  const pairs: string[] = [];
  let start = 0;
  let end = 0;
  for (const character of run) {
    const next = end + character.length;
    if (end > 0) pairs.push(run.slice(start, next));
    start = end;
    end = next;
  }
  return pairs.length === 0 ? [run] : pairs;
}
