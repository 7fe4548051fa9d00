import { problem } from '../problems/problem.ts';
import { type Finding, noClue, placeAt } from './finding.ts';

/** A file of the site that lists addresses. */
export interface ListFile {
  readonly file: string;
  /** As problems name it. */
  readonly page: string;
  readonly text?: string;
}

/**
 * What a list lacks and has too much, else where its order breaks.
 * @param titleOf for what it lacks
 */
export function compareLists(
  { file, page, text }: ListFile,
  expected: readonly string[],
  found: readonly string[],
  titleOf: (address: string) => string,
): Finding[] {
  const findings: Finding[] = [];
  const wanted = new Set(expected);
  const there = new Set(found);
  const placeOf = (address: string) => {
    const at = text?.indexOf(address) ?? -1;
    return { file, ...(text !== undefined && at >= 0 ? placeAt(text, at) : { line: 1, column: 1 }) };
  };
  for (const value of expected) {
    if (there.has(value)) continue;
    const values = { page, value, title: titleOf(value) };
    findings.push({ problem: problem('site-list-lacks', placeOf(''), values), clue: noClue });
  }
  const seen = new Set<string>();
  for (const value of found) {
    const isExtra = !wanted.has(value) || seen.has(value);
    seen.add(value);
    if (isExtra)
      findings.push({ problem: problem('site-list-extra', placeOf(value), { page, value }), clue: noClue });
  }
  if (findings.length > 0) return findings;
  const broken = found.find((address, place) => address !== expected[place]);
  return broken === undefined
    ? []
    : [{ problem: problem('site-list-order', placeOf(broken), { page, value: broken }), clue: noClue }];
}
