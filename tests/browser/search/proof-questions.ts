/** An article as a plain scan sees it. */
export interface ScannedArticle {
  readonly address: string;
  readonly title: string;
  /** The text that readers see, paragraphs as lines. */
  readonly text: string;
}

/** What a reader types, and how a plain scan answers it. */
export interface ProofQuestion {
  readonly typed: string;
  /** Each must stand in the title or the text… */
  readonly wanted: readonly string[];
  /** …and none of these. */
  readonly unwanted: readonly string[];
}

/** Numbers from 0 up to 1, the same for the same seed: mulberry32. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const han = (length: number): RegExp => new RegExp(`\\p{Script=Han}{${length},}`, 'gu');

const plain = (typed: string): ProofQuestion => ({ typed, wanted: [typed], unwanted: [] });

/**
 * Questions cut out of the articles themselves, wherever the scissors fall: phrases of 1 to 8 characters, also as
 * others write them, several words, quotations with their punctuation, words left out.
 * @param traditional the same text in Traditional characters
 */
export function cutQuestions(
  articles: readonly ScannedArticle[],
  number: number,
  seed: number,
  traditional: (text: string) => string,
): ProofQuestion[] {
  const random = randomNumbers(seed);
  const below = (end: number): number => Math.floor(random() * end);
  const oneOf = <T>(list: readonly T[]): T | undefined => list[below(list.length)];
  const article = (): ScannedArticle =>
    articles[below(articles.length)] ?? { address: '', title: '', text: '' };
  const phraseOf = ({ title, text }: ScannedArticle, length: number): string => {
    const run = oneOf(`${title}\n${text}`.match(han(length)) ?? []) ?? '园区';
    const from = below(run.length - length + 1);
    return run.slice(from, from + length);
  };
  const phrase = (length = 2 + below(7)): string => phraseOf(article(), length);
  const kinds: (() => ProofQuestion)[] = [
    () => plain(phrase()),
    () => plain(phrase(4)),
    () => plain(phrase(2)),
    () => plain(phrase(1)),
    () => {
      const wanted = phrase(4);
      return { typed: traditional(wanted), wanted: [wanted], unwanted: [] };
    },
    () => {
      const one = article();
      const wanted = [phraseOf(one, 2), phraseOf(one, 3)];
      return { typed: wanted.join(below(2) ? ' ' : '，'), wanted, unwanted: [] };
    },
    () => {
      const wanted = [phrase(3)];
      const unwanted = [phrase(2)];
      return { typed: `${wanted[0]} -${unwanted[0]}`, wanted, unwanted };
    },
    () => {
      const sentence = oneOf(
        article().text.match(/\p{Script=Han}{2,6}[，。、：]\p{Script=Han}{2,6}/gu) ?? [],
      );
      return sentence ? { typed: `“${sentence}”`, wanted: [sentence], unwanted: [] } : plain(phrase());
    },
    () => plain(oneOf(article().text.match(/(?<![\w.,])[A-Za-z0-9]{2,}(?![\w.,%])/g) ?? []) ?? phrase(3)),
    () => {
      const word = oneOf(article().text.match(/(?<![\w.,])[A-Za-z0-9]{2,}(?![\w.,%])/g) ?? []) ?? '2020';
      const wide = Array.from(word, (unit) => String.fromCharCode(unit.charCodeAt(0) + 0xfee0)).join('');
      return { typed: wide, wanted: [word], unwanted: [] };
    },
    // Two halves that stand in different articles seldom stand side by side.
    () => plain(phrase(2) + phrase(2)),
    () => plain(article().title.match(han(2))?.[0] ?? phrase(4)),
  ];
  return Array.from({ length: number }, (_, i) => kinds[i % kinds.length]?.() ?? plain(phrase()));
}

/** Full width, case and white space do not matter; written without the site's own folding. */
const read = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');

/** Latin words and numbers; a longer one that holds them need not be found (75 in 1750). */
const isWord = (text: string): boolean => /^[a-z0-9]+$/.test(text);

/** Stands the word by itself in the text? */
const standsAlone = (word: string, text: string): boolean =>
  new RegExp(`(?<![a-z0-9.,])${word}(?![a-z0-9]|[.,]\\d)`).test(text);

/**
 * The answer of a plain scan, in the order of the articles.
 * @param parts of Latin words and numbers count too
 */
export function scan(
  articles: readonly ScannedArticle[],
  { wanted, unwanted }: ProofQuestion,
  parts: boolean,
): string[] {
  return articles
    .filter(({ title, text }) => {
      const whole = read(`${title}\n${text}`);
      const holds = (phrase: string): boolean =>
        isWord(phrase) && !parts ? standsAlone(phrase, whole) : whole.includes(phrase);
      return wanted.every((each) => holds(read(each))) && !unwanted.some((each) => holds(read(each)));
    })
    .map(({ address }) => address);
}
