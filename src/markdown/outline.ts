/** The outline of one body under the page's only h1: levels without gaps, and an id for each heading. */
export class Outline {
  readonly #open: number[] = [];
  readonly #taken = new Map<string, number>();

  /** The level to print for a heading written as `#` × `written`: one below the heading that it stands under. */
  level(written: number): number {
    while ((this.#open.at(-1) ?? 0) >= written) this.#open.pop();
    this.#open.push(written);
    return Math.min(this.#open.length + 1, 6);
  }

  /**
   * The heading's text, spaces as `-`, a second one `-2`, without what an id or address holds badly.
   * Empty when nothing is left.
   */
  id(text: string): string {
    const words = text
      .replace(/["'`<>&%#\\\p{Cc}\p{Cf}\p{Cs}]/gu, (character) => (/\s/.test(character) ? ' ' : ''))
      .trim()
      .replace(/\s+/g, '-');
    if (words === '') return '';
    // `fn1` and `fnref1` belong to the notes.
    const base = /^fn(?:ref)?\d/.test(words) ? `-${words}` : words;
    const last = this.#taken.get(base);
    if (last === undefined) {
      this.#taken.set(base, 1);
      return base;
    }
    let count = last + 1;
    while (this.#taken.has(`${base}-${count}`)) count++;
    this.#taken.set(base, count);
    this.#taken.set(`${base}-${count}`, 1);
    return `${base}-${count}`;
  }
}
