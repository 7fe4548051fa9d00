/**
 * A Markdown table whose columns line up.
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
export function table(head, rows) {
  const widths = head.map((name, at) => Math.max(name.length, ...rows.map((row) => row[at]?.length ?? 0)));
  /** @type {(cells: readonly string[]) => string} */
  const line = (cells) =>
    `| ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/** @type {(values: readonly number[]) => number} */
export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** @type {(value: number) => string} */
export const count = (value) => Math.round(value).toLocaleString('en');

/** @type {(value: number) => string} */
export const seconds = (value) => value.toFixed(2);

/** @type {(share: number) => string} */
export const percent = (share) => `${Math.round(share * 100)} %`;

/** One number where all are the same, else the least and the most. */
export function range(/** @type {readonly number[]} */ values) {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return least === most ? count(least) : `${count(least)}–${count(most)}`;
}
