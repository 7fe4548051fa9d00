import type { MendedFile } from '../content/mend-content.ts';
import { codeOf } from '../problems/show-problem.ts';

/** Lines shown around a change. */
const CONTEXT = 1;

/** What is to be written of one file: a heading that names the file and what becomes of its bytes, then its lines. */
export function showDifference({ file, decoded, after }: MendedFile, prefix: string): string {
  const { text, encoding, hasMark, returns } = decoded;
  const lines = differingLines(text, after);
  const notes = [
    encoding === 'UTF-8' ? '' : `编码 ${encoding} 改为 UTF-8，读作“${sampleOf(text)}”`,
    encoding !== 'UTF-16' && hasMark ? '去掉开头的字节顺序标记（BOM）' : '',
    returns > 0 ? `${returns} 行的行尾改为 LF` : '',
    lines.length > 0 ? `改动 ${Math.max(count(lines, '-'), count(lines, '+'))} 行` : '',
  ].filter((note) => note !== '');
  const shown = lines.map(({ sign, line }) => sign + visible(line));
  return [`${prefix}${file}：${notes.join('；')}`, ...shown].join('\n');
}

const count = (lines: readonly ShownLine[], sign: ShownLine['sign']): number =>
  lines.filter((line) => line.sign === sign).length;

/** The first line with Chinese in it: whoever looks at it sees whether the encoding was guessed right. */
function sampleOf(text: string): string {
  const line = /^.*\p{Script=Han}.*$/mu.exec(text)?.[0] ?? text.slice(0, text.indexOf('\n'));
  return visible([...line].slice(0, 40).join(''));
}

/** Nothing that a terminal obeys or hides. */
const visible = (line: string): string =>
  line
    .replace(/\t/g, '⇥')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, (character) => `<${codeOf(character)}>`);

interface ShownLine {
  /** `@` begins a hunk. */
  readonly sign: '-' | '+' | ' ' | '@';
  readonly line: string;
}

/** A unified difference of two texts. */
function differingLines(before: string, after: string): ShownLine[] {
  const a = before.replace(/\n$/, '').split('\n');
  const b = after.replace(/\n$/, '').split('\n');
  const shown: ShownLine[] = [];
  const changes = changesBetween(a, b);
  for (let i = 0; i < changes.length; ) {
    const first = changes[i];
    if (!first) break;
    let next = i + 1;
    while (isNear(changes[next - 1], changes[next])) next++;
    const last = changes[next - 1] ?? first;
    const lead = Math.min(CONTEXT, first.a);
    const tail = Math.min(CONTEXT, a.length - last.aEnd);
    const counts = [first.a - lead + 1, last.aEnd + tail - first.a + lead];
    const newCounts = [first.b - lead + 1, last.bEnd + tail - first.b + lead];
    shown.push({ sign: '@', line: `@ -${counts.join()} +${newCounts.join()} @@` });
    let at = first.a - lead;
    const push = (sign: ShownLine['sign'], lines: readonly string[]): void => {
      for (const line of lines) shown.push({ sign, line });
    };
    for (const change of changes.slice(i, next)) {
      push(' ', a.slice(at, change.a));
      push('-', a.slice(change.a, change.aEnd));
      push('+', b.slice(change.b, change.bEnd));
      at = change.aEnd;
    }
    push(' ', a.slice(at, at + tail));
    i = next;
  }
  return shown;
}

/** Lines `a` to `aEnd` of the one text are lines `b` to `bEnd` of the other. */
interface Change {
  readonly a: number;
  readonly aEnd: number;
  readonly b: number;
  readonly bEnd: number;
}

const isNear = (change: Change | undefined, next: Change | undefined): boolean =>
  change !== undefined && next !== undefined && next.a - change.aEnd <= 2 * CONTEXT;

/** Not always the fewest: mendings change single lines, so the nearest two that are equal again will do. */
function changesBetween(a: readonly string[], b: readonly string[]): Change[] {
  const changes: Change[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (i < a.length && a[i] === b[j]) {
      i++;
      j++;
      continue;
    }
    const [aEnd, bEnd] = meetingAfter(a, b, i, j);
    changes.push({ a: i, aEnd, b: j, bEnd });
    i = aEnd;
    j = bEnd;
  }
  return changes;
}

/** Where both go on alike, or end: as many lines on in both where that can be. */
function meetingAfter(a: readonly string[], b: readonly string[], i: number, j: number): [number, number] {
  for (let far = 1; i + far < a.length || j + far < b.length; far++) {
    for (let less = far; less >= 0; less--) {
      if (i + far < a.length && a[i + far] === b[j + less]) return [i + far, j + less];
      if (j + far < b.length && b[j + far] === a[i + less]) return [i + less, j + far];
    }
  }
  return [a.length, b.length];
}
