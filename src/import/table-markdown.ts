import { Element } from 'domhandler';
import { countText, elementsIn, isSilent } from './parse-page.ts';

/** Larger ones are no tables for reading: their cells are given as lines. */
const MOST_COLUMNS = 30;
const MOST_ROWS = 1000;

export interface TableGrid {
  readonly rows: readonly (readonly (Element | undefined)[])[];
  /** Whether cells reach over several: Markdown has no such, so they stand in their first place alone. */
  readonly isMerged: boolean;
}

/** The rows of a table itself, not of tables in it. */
export function rowsOf(table: Element): Element[] {
  const rows: Element[] = [];
  for (const child of table.children) {
    if (!(child instanceof Element) || isSilent(child)) continue;
    if (child.name === 'tr') rows.push(child);
    else if (/^(?:tbody|thead|tfoot)$/.test(child.name)) rows.push(...rowsOf(child));
  }
  return rows;
}

export const cellsOf = (row: Element): Element[] =>
  row.children.filter(
    (child): child is Element => child instanceof Element && /^t[dh]$/.test(child.name) && !isSilent(child),
  );

/** A table that holds facts, cell by cell; undefined where it only places parts of the page. */
export function readGrid(table: Element): TableGrid | undefined {
  const written = rowsOf(table);
  if (written.length < 2 || written.length > MOST_ROWS || isLayout(table, written)) return undefined;
  const rows: (Element | undefined)[][] = written.map(() => []);
  let isMerged = false;
  for (const [index, row] of written.entries()) {
    let column = 0;
    for (const cell of cellsOf(row)) {
      while (rows[index] && column in rows[index]) column++;
      const wide = spanOf(cell.attribs.colspan, MOST_COLUMNS + 1);
      const high = spanOf(cell.attribs.rowspan, written.length - index);
      if (column + wide > MOST_COLUMNS) return undefined;
      isMerged ||= wide > 1 || high > 1;
      for (let y = index; y < index + high; y++) {
        for (let x = column; x < column + wide; x++) {
          const at = rows[y];
          if (at && !(x in at)) at[x] = y === index && x === column ? cell : undefined;
        }
      }
      column += wide;
    }
  }
  const width = Math.max(...rows.map((row) => row.length));
  if (width < 2) return undefined;
  return { rows: rows.map((row) => Array.from({ length: width }, (_, x) => row[x])), isMerged };
}

const spanOf = (written: string | undefined, most: number): number =>
  Math.max(1, Math.min(most, Number(/^\s*(\d{1,4})/.exec(written ?? '')?.[1] ?? 1)));

/** Tables place parts of old pages: one column, tables within, long text in a cell, or many pictures. */
function isLayout(table: Element, rows: readonly Element[]): boolean {
  if (/^(?:presentation|none)$/.test(table.attribs.role ?? '')) return true;
  if (elementsIn(table).some(({ name }) => name === 'table')) return true;
  const cells = rows.flatMap(cellsOf);
  const filled = cells.filter((cell) => countText(cell).all > 0);
  if (filled.length < 3) return true;
  return filled.some((cell) => countText(cell).all > 400);
}

/** The lines of a table in Markdown; the first row is its head, since it must have one. */
export function tableLines(cells: readonly (readonly string[])[]): string {
  const [head = [], ...rows] = cells;
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
