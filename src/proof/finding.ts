import type { ProblemValues, ProofCode } from '../problems/catalogue.ts';
import type { Edit } from '../problems/problem.ts';

/**
 * Takes what a rule finds in a text. `at` and the edits are offsets in it; edits, in the order of their places, are
 * given where there is one right answer.
 */
export type Report = <C extends ProofCode>(
  code: C,
  at: number,
  values: ProblemValues<C>,
  edits?: readonly Edit[],
) => void;
