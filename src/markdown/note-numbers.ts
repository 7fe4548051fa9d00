/** Numbers notes from 1 in the order in which they are first referred to, and names both ends of each link. */
export class NoteNumbers {
  /** Indexes of the notes, the first number first. */
  readonly order: number[] = [];
  readonly #numbers = new Map<number, number>();
  readonly #references = new Map<number, string[]>();

  number(note: number): number {
    const known = this.#numbers.get(note);
    if (known !== undefined) return known;
    this.#numbers.set(note, this.order.push(note));
    return this.order.length;
  }

  /** A new reference to the note: its id, `fnref1`, and `fnref1-2` for a second one. */
  refer(note: number): string {
    const ids = this.#references.get(note) ?? [];
    const first = `fnref${this.number(note)}`;
    const id = ids.length === 0 ? first : `${first}-${ids.length + 1}`;
    ids.push(id);
    this.#references.set(note, ids);
    return id;
  }

  references(note: number): readonly string[] {
    return this.#references.get(note) ?? [];
  }
}
