interface CsvField {
  readonly text: string;
  /** Offset of its first character. */
  readonly at: number;
}

interface CsvRow {
  readonly fields: readonly CsvField[];
  readonly at: number;
}

/**
 * Comma-separated values (RFC 4180): a field in double quotes may hold commas, line breaks and `""` for a quote.
 * Empty lines are left out. `openQuote` is the offset of a quote that is never closed.
 */
export function parseCsv(text: string): { readonly rows: CsvRow[]; readonly openQuote: number | undefined } {
  const rows: CsvRow[] = [];
  let openQuote: number | undefined;
  let fields: CsvField[] = [];
  const field = /"((?:[^"]|"")*)("|$)([^,\n]*)|([^,\n]*)/y;
  for (let at = 0, rowAt = 0; at <= text.length; ) {
    field.lastIndex = at;
    const match = field.exec(text);
    const [whole = '', quoted, closing, after = '', plain = ''] = match ?? [];
    if (quoted !== undefined && closing === '') openQuote ??= at;
    fields.push({ text: quoted === undefined ? plain : quoted.replaceAll('""', '"') + after, at });
    at += whole.length;
    if (text[at] !== ',') {
      if (fields.length > 1 || fields[0]?.text.trim()) rows.push({ fields, at: rowAt });
      fields = [];
      rowAt = at + 1;
    }
    at++;
  }
  return { rows, openQuote };
}
