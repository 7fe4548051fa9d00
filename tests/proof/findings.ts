import type { Report } from '../../src/proof/finding.ts';

/** What a rule finds, as `offset code value`. */
export function findings(run: (report: Report) => void): string[] {
  const found: string[] = [];
  run((code, at, values) => {
    const { value = '' } = { value: '', ...values };
    found.push(`${at} ${code} ${value}`.trim());
  });
  return found;
}
