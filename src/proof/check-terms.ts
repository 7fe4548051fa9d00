import type { Report } from './finding.ts';

/** A line of the house's word list, terms.yml. */
export interface Term {
  readonly wrong: string;
  readonly right: string | undefined;
  readonly note: string | undefined;
}

/** Words that the house does not write, ready to be looked for. */
export class TermList {
  /** By their first character, the longest first: the longest that fits is the one that is meant. */
  readonly #terms = new Map<string, Term[]>();
  readonly #first: RegExp | undefined;

  constructor(terms: readonly Term[]) {
    for (const term of [...terms].sort((a, b) => b.wrong.length - a.wrong.length)) {
      const first = term.wrong[0] ?? '';
      const same = this.#terms.get(first);
      if (same) same.push(term);
      else this.#terms.set(first, [term]);
    }
    const firsts = [...this.#terms.keys()].map((first) => first.replace(/[\]\\^-]/, '\\$&'));
    this.#first = firsts.length > 0 ? new RegExp(`[${firsts.join('')}]`, 'g') : undefined;
  }

  check(text: string, report: Report): void {
    if (!this.#first) return;
    let end = 0;
    for (const { 0: first, index } of text.matchAll(this.#first)) {
      if (index < end) continue;
      const term = this.#terms.get(first)?.find((each) => stands(each, text, index));
      if (!term) continue;
      const { wrong, right = '', note = '' } = term;
      report('term-wrong', index, { value: wrong, right, note });
      end = index + wrong.length;
    }
  }
}

/** Whether the word stands there, not as a part of a longer Latin word, nor of the right one. */
function stands({ wrong, right }: Term, text: string, at: number): boolean {
  if (!text.startsWith(wrong, at)) return false;
  const end = at + wrong.length;
  const isLatin = (character = ''): boolean => /[A-Za-z0-9]/.test(character);
  if (isLatin(wrong[0]) && isLatin(text[at - 1])) return false;
  if (isLatin(wrong.at(-1)) && isLatin(text[end])) return false;
  if (right === undefined) return true;
  for (let inside = right.indexOf(wrong); inside !== -1; inside = right.indexOf(wrong, inside + 1)) {
    if (text.startsWith(right, at - inside)) return false;
  }
  return true;
}
