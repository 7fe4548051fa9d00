import { fold } from './fold.ts';
import { indexWords, isHan, splitAtMarks } from './index-words.ts';

/** What a hit must contain, or must not. */
export interface Phrase {
  /** Folded; the folded text must contain it. */
  readonly text: string;
  /** Its words in the index, each once, at least one. */
  readonly words: readonly string[];
  /** The index alone decides: a pair of Han characters asked exactly, or a single one asked as a beginning. */
  readonly exact: boolean;
}

export interface Question {
  readonly wanted: readonly Phrase[];
  readonly unwanted: readonly Phrase[];
}

/** In code points. An address can hold anything: what comes after is not read. */
const mostCharacters = 200;
const mostPhrases = 12;

/** A quoted phrase, up to the closing mark or the end, or a word; each with the `-` before it. */
const pieces = /([-－−]?)["“”„‟＂「」『』]([^"“”„‟＂「」『』]*)["“”„‟＂「」『』]?|([^\s"“”„‟＂「」『』]+)/g;

const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * Reads a question: several words mean all of them, `"…"`, “…” and 「…」 a phrase with its punctuation, a `-` before
 * a word or phrase that it must not be there. Other punctuation parts words. What holds no word is left out.
 */
export function parseQuestion(text: string): Question {
  const wanted = new Map<string, Phrase>();
  const unwanted = new Map<string, Phrase>();
  const add = (phrases: Map<string, Phrase>, folded: string): void => {
    const phrase = makePhrase(folded.trim());
    if (phrase.words.length > 0 && wanted.size + unwanted.size < mostPhrases)
      phrases.set(phrase.text, phrase);
  };
  const read = Array.from(text.slice(0, 2 * mostCharacters))
    .slice(0, mostCharacters)
    .join('');
  for (const { 0: piece, 1: minus, 2: quoted, 3: word = '', index } of read.matchAll(pieces)) {
    const isStart = index === 0 || /\s/.test(read.charAt(index - 1));
    if (quoted !== undefined) add(minus && isStart ? unwanted : wanted, fold(quoted));
    else if (isStart && /^[-－−]/.test(word)) add(unwanted, trimMarks(fold(piece)));
    else for (const part of splitAtMarks(fold(word))) add(wanted, part);
  }
  return { wanted: [...wanted.values()], unwanted: [...unwanted.values()] };
}

/** Whether a folded text contains all that is wanted and nothing that is not. */
export function answers(folded: string, question: Question): boolean {
  return (
    question.wanted.every(({ text }) => folded.includes(text)) &&
    !question.unwanted.some(({ text }) => folded.includes(text))
  );
}

/** The folded texts to mark in a hit. */
export function phraseTexts(question: Question): string[] {
  return question.wanted.map(({ text }) => text);
}

function makePhrase(text: string): Phrase {
  const characters = Array.from(text);
  return {
    text,
    words: [...new Set(indexWords(text))],
    // Asked for か, Pagefind gives が too.
    exact: characters.length <= 2 && characters.every(isHan) && !kana.test(text),
  };
}

/** Without the punctuation at both ends: of `-covid-19` the whole name is unwanted, not each 19. */
const trimMarks = (folded: string): string =>
  folded.replace(/^[^\p{L}\p{N}_]+/u, '').replace(/[^\p{L}\p{N}_]+$/u, '');
