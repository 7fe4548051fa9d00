import { checkHalfWidth } from './check-half-width.ts';
import { checkLaterDates } from './check-later-dates.ts';
import type { NameList } from './check-names.ts';
import { checkNumbers } from './check-numbers.ts';
import { checkPairs } from './check-pairs.ts';
import { checkRuns } from './check-runs.ts';
import type { TermList } from './check-terms.ts';
import type { Report } from './finding.ts';

/** What the rules know beside the text. */
export interface Proofreader {
  readonly terms: TermList;
  readonly names: NameList;
  /** Digits of the telephone numbers that the site itself publishes. */
  readonly ownNumbers: ReadonlySet<string>;
}

export interface TextContext {
  /** Whether the next paragraph begins with “. */
  readonly goesOn: boolean;
  /** The last day on which the text was published or changed; none for what is not news. */
  readonly day: string | undefined;
}

/** Runs the rules of copy-editing over one text: a paragraph, a heading, a title. */
export function proofText(
  text: string,
  { terms, ownNumbers }: Proofreader,
  { goesOn, day }: TextContext,
  report: Report,
): void {
  const shown = withoutAddresses(text);
  checkHalfWidth(shown, report);
  checkRuns(shown, report);
  checkPairs(shown, goesOn, report);
  terms.check(shown, report);
  checkNumbers(shown, ownNumbers, report);
  if (day !== undefined) checkLaterDates(shown, day, report);
}

const ADDRESS =
  /(?:https?:\/\/|www\.)[\w\-.~:/?#[\]@!$&'()*+,;=%]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w.])[\w-]+(?:\.[\w-]+)*\.(?:com|cn|net|org|gov|edu)(?:\/[\w\-.~:/?#@!$&*+,;=%]*)?/g;

/** As long as the text: what stands in an address is no mark of the sentence. */
const withoutAddresses = (text: string): string =>
  /[./@]/.test(text) ? text.replace(ADDRESS, (address) => '\ufffc'.repeat(address.length)) : text;
