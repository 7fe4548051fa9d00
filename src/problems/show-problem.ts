import { catalogue } from './catalogue.ts';
import type { Entry } from './entry.ts';
import type { Problem } from './problem.ts';

export type ProblemLanguage = 'zh-CN' | 'en';

/** What a problem says, and how to mend it, in one language. */
export function showProblem(
  problem: Problem,
  language: ProblemLanguage,
): { readonly message: string; readonly fix: string } {
  const entry: Entry = catalogue[problem.code];
  const { what, fix } = language === 'en' ? entry.en : entry.zh;
  return { message: fill(what, problem.values), fix: fill(fix, problem.values) };
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text
    .replace(/\[\[(.*?)\]\]/g, (_, part: string) =>
      [...part.matchAll(/\{(\w+)\}/g)].every(([, name]) => values[name ?? '']) ? part : '',
    )
    .replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return value === undefined ? whole : showValue(value);
    });
}

const MOST = 120;

/** On one line, not too long, and with nothing invisible: `U+202E` instead of the character. */
function showValue(value: string): string {
  const shown = value.replace(
    /[\p{Cc}\p{Cs}\u2028\u2029\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu,
    (character) => codeOf(character),
  );
  const points = [...shown];
  return points.length <= MOST ? shown : `${points.slice(0, MOST).join('')}…`;
}

/** `U+202E` */
export const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
