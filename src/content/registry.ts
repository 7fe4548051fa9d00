import { nearest } from './nearest.ts';

/** Ids and names of channels, regions, zones or topics: front matter may use either. */
export class Registry<T extends { readonly id: string }> {
  readonly items: readonly T[];
  /** False where an entry could not be read: then a name that is not found may be its, and is no mistake. */
  readonly complete: boolean;
  readonly #byWord = new Map<string, T>();

  constructor(items: readonly T[], nameOf: (item: T) => string, complete: boolean) {
    this.items = items;
    this.complete = complete;
    for (const item of items) this.#byWord.set(nameOf(item), item);
    for (const item of items) this.#byWord.set(item.id, item);
  }

  find(word: string): T | undefined {
    return this.#byWord.get(word);
  }

  nearest(word: string): string {
    return nearest(word, this.#byWord.keys()) ?? '';
  }
}
