import type { Level } from './problem.ts';

interface Text {
  readonly what: string;
  readonly fix: string;
}

/**
 * What a code says. `{name}` stands for a value; a part between `[[` and `]]` is left out where one of its
 * values is empty.
 */
export interface Entry {
  readonly level: Level;
  /** Chinese text: what is wrong, and after it how to mend it. */
  readonly zh: Text;
  readonly en: Text;
}
