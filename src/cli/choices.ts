import { fold } from '../search/fold.ts';
import { initialsOf } from '../search/initials.ts';

/** Something that is chosen by its name. */
export interface Choice {
  readonly id: string;
  readonly name: string;
}

/** Choices, and the ways in which each may be typed. */
export class Choices<T extends Choice> {
  readonly items: readonly T[];
  readonly #spellings: readonly { readonly item: T; readonly ways: readonly string[] }[];

  constructor(items: readonly T[]) {
    this.items = items;
    this.#spellings = items.map((item) => {
      const { initials, pinyin } = initialsOf(item.name);
      return { item, ways: [fold(item.name), item.id, initials, pinyin] };
    });
  }

  /**
   * Those that may be meant by a part of the name or id, by initials (`ksdggyy`) or pinyin: the one that is it, else
   * those that begin so, else those that hold it.
   */
  matching(typed: string): readonly T[] {
    const text = fold(typed).trim();
    if (text === '') return this.items;
    const tests: ((way: string) => boolean)[] = [
      (way) => way === text,
      (way) => way.startsWith(text),
      (way) => way.includes(text),
    ];
    for (const test of tests) {
      const found = this.#spellings.filter(({ ways }) => ways.some(test));
      if (found.length > 0) return found.map(({ item }) => item);
    }
    return [];
  }
}
