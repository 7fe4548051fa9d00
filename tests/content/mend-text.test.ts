import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, mendText } from '../../src/content/mend-text.ts';
import { type Edit, type Problem, problem } from '../../src/problems/problem.ts';

/** Edits of a text in order, none of which touch. */
const editsOf = (length: number): fc.Arbitrary<Edit[]> =>
  fc.array(fc.tuple(fc.nat(length), fc.string({ maxLength: 3 })), { maxLength: 6 }).map((pairs) => {
    const sorted = [...pairs].sort(([a], [b]) => a - b);
    return sorted.flatMap(([from, text], i) => {
      const to = sorted[i + 1]?.[0];
      return i % 2 === 0 && to !== undefined && (sorted[i - 1]?.[0] ?? -1) < from ? [{ from, to, text }] : [];
    });
  });

const withEdits = fc
  .string({ maxLength: 30 })
  .chain((text) => fc.tuple(fc.constant(text), editsOf(text.length)));

describe('edits', () => {
  it('nothing outside their ranges changes', () => {
    fc.assert(
      fc.property(withEdits, ([text, edits]) => {
        let rest = applyEdits(text, edits);
        let at = 0;
        for (const edit of edits) {
          const kept = text.slice(at, edit.from);
          expect(rest.startsWith(kept + edit.text)).toBe(true);
          rest = rest.slice(kept.length + edit.text.length);
          at = edit.to;
        }
        expect(rest).toBe(text.slice(at));
      }),
    );
  });
});

const place = (line: number) => ({ file: 'a.md', line, column: 1 });
const first = place(1);

/** Every `x` is a problem; mended to what `instead` says, until there is nothing left of it. */
const checkFor =
  (instead: (at: number) => string | undefined, other: (text: string) => Problem[] = () => []) =>
  (text: string): Problem[] => [
    ...[...text.matchAll(/x/g)].map(({ index }) => {
      const by = instead(index);
      return problem(
        'yaml-tab',
        place(text.slice(0, index).split('\n').length),
        {},
        by === undefined ? undefined : { from: index, to: index + 1, text: by },
      );
    }),
    ...other(text),
  ];

const mend = (text: string, check: (text: string) => Problem[]): string =>
  mendText({ text, problems: check(text) }, check);

describe('rounds', () => {
  it('mend what can be mended, and leave the rest', () => {
    expect(
      mend(
        'x a\nx b\nx',
        checkFor((at) => (at === 4 ? undefined : 'y')),
      ),
    ).toBe('y a\nx b\ny');
  });

  it('a mending that brings its problem back is not taken', () => {
    expect(
      mend(
        'a x',
        checkFor(() => 'xx'),
      ),
    ).toBe('a x');
  });

  it('a mending that is then misread is not taken, the others are', () => {
    const misread = (text: string): Problem[] =>
      text.includes('b y') ? [problem('yaml-line', first, { value: '' })] : [];
    expect(
      mend(
        'a x b x c x',
        checkFor(() => 'y', misread),
      ),
    ).toBe('a y b x c y');
  });

  it('of two that touch the second waits for the next round', () => {
    expect(
      mend(
        'xxx',
        checkFor(() => 'y'),
      ),
    ).toBe('yyy');
  });

  it('are five at most', () => {
    const check = (text: string): Problem[] =>
      text.length > 20
        ? []
        : [problem('yaml-tab', first, {}, { from: text.length, to: text.length, text: 'a' })];
    let checked = 0;
    const twice = (text: string): Problem[] => {
      checked++;
      const [one] = check(text);
      // One fewer each time, so that every round is progress.
      return one ? Array.from({ length: 21 - text.length }, () => one) : [];
    };
    expect(mendText({ text: '', problems: twice('') }, twice)).toBe('aaaaa');
    expect(checked).toBe(6);
  });
});
