/** A part of an article's text, one paragraph or heading: what is checked by eye, and where it stands. */
export interface ProofLine {
  /** 标题, 正文 … */
  readonly part: string;
  readonly text: string;
}

/** Something found in the text. Offsets are UTF-16 units in the line. */
export interface Found {
  readonly text: string;
  readonly line: number;
  readonly at: number;
  /** What there is to say of it: the weekday of a date, where a name is registered. */
  readonly note?: string;
  /** True where it looks wrong. */
  readonly isDoubtful?: boolean;
}

/** One row of a list: the same text is listed once, with the first place where it stands. */
export interface ProofEntry extends Found {
  readonly count: number;
}

/** Each text once, in the order of their first places; what is said of any of them is said of all. */
export function listOnce(found: readonly Found[]): ProofEntry[] {
  const entries = new Map<string, ProofEntry>();
  for (const each of [...found].sort((a, b) => a.line - b.line || a.at - b.at)) {
    const key = `${each.text}\n${each.note ?? ''}`;
    const known = entries.get(key);
    entries.set(key, known ? { ...known, count: known.count + 1 } : { ...each, count: 1 });
  }
  return [...entries.values()];
}

/** Every match of a pattern, line by line; `note` says what there is to say of one, or drops it. */
export function findAll(
  lines: readonly ProofLine[],
  pattern: RegExp,
  judge: (match: RegExpExecArray) => Pick<Found, 'note' | 'isDoubtful'> | undefined = () => ({}),
): Found[] {
  return lines.flatMap(({ text }, line) =>
    [...text.matchAll(pattern)].flatMap((match): Found[] => {
      const judged = judge(match);
      return judged ? [{ text: match[0], line, at: match.index, ...judged }] : [];
    }),
  );
}

/** Every place where one of these texts stands; a longer one hides those inside it. */
export function findTexts(lines: readonly ProofLine[], texts: Iterable<string>): Found[] {
  const longestFirst = [...new Set(texts)].filter((text) => text !== '').sort((a, b) => b.length - a.length);
  const taken = new Spans();
  return longestFirst.flatMap((wanted) =>
    lines.flatMap(({ text }, line) => {
      const found: Found[] = [];
      for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
        if (taken.take(line, at, wanted.length)) found.push({ text: wanted, line, at });
      }
      return found;
    }),
  );
}

/** Places that are already part of something found. */
export class Spans {
  readonly #byLine = new Map<number, { readonly from: number; readonly to: number }[]>();

  /** False where some of it is taken. */
  take(line: number, from: number, length: number): boolean {
    const to = from + length;
    const spans = this.#byLine.get(line) ?? [];
    if (spans.some((span) => span.from < to && from < span.to)) return false;
    spans.push({ from, to });
    this.#byLine.set(line, spans);
    return true;
  }

  /** Those of a list that are free, which are then taken. */
  takeFree(found: readonly Found[]): Found[] {
    return found.filter(({ text, line, at }) => this.take(line, at, text.length));
  }
}
