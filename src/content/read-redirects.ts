import type { Edit } from '../problems/problem.ts';
import { addressOfFile, checkOldAddress, pathInContent } from './addresses.ts';
import { parseCsv } from './csv.ts';
import type { Redirect } from './registries.ts';
import { lineAt, placeAt, report, type Sheet } from './sheet.ts';

/** redirects.csv: old address, and where it leads or `gone`. */
export function parseRedirects(sheet: Sheet): Redirect[] {
  const { rows, openQuote } = parseCsv(sheet.text);
  if (openQuote !== undefined) report(sheet, 'redirects-quote', openQuote, {});
  const [head, ...lines] = rows;
  if (!head) return [];
  const written = head.fields.map((field) => field.text.trim()).join();
  if (written !== 'from,to')
    report(sheet, 'redirects-head', head.at, { value: written }, headEdit(head.at, sheet));
  if (head.fields.length !== 2) return [];
  const body = written.startsWith('/') ? rows : lines;
  const first = new Map<string, number>();
  const redirects: Redirect[] = [];
  for (const { fields, at } of body) {
    const [from, to] = fields;
    if (!from || !to || fields.length !== 2) {
      report(sheet, 'redirects-line', at, { value: String(fields.length) });
      continue;
    }
    const address = checkOldAddress(from.text.trim(), from.at, sheet);
    const target = readTarget(to.text.trim(), to.at, sheet);
    if (address === undefined || target === undefined) continue;
    const other = first.get(address);
    if (other !== undefined) {
      const line = String(placeAt(sheet, other).line);
      report(sheet, 'redirects-twice', from.at, { value: address, line });
      continue;
    }
    first.set(address, at);
    redirects.push({ from: address, to: target, place: placeAt(sheet, at) });
  }
  return redirects;
}

/** The first line where it names the two columns in other words, or is missing. */
function headEdit(at: number, { text }: Sheet): Edit | undefined {
  const line = lineAt(text, at);
  if (/^\/[^,"]*,[^,"]*$/.test(line)) return { from: at, to: at, text: 'from,to\n' };
  const isHead = /^(?:from|old|旧|原)[^,"]*,\s*(?:to|new|新)[^,"]*$/i.test(line);
  return isHead ? { from: at, to: at + line.length, text: 'from,to' } : undefined;
}

function readTarget(text: string, at: number, sheet: Sheet): string | undefined {
  if (text === 'gone') return text;
  if (text.endsWith('.md')) {
    const path = pathInContent(text, sheet.file);
    const address = path === undefined ? undefined : addressOfFile(path);
    if (address !== undefined) return address;
  } else if (/^\/(?!\/)[^\s?#\\<>"]*$/.test(text) && !/(?:^|\/)\.{1,2}(?:\/|$)/.test(text)) {
    return text.endsWith('/') || /\.[a-z0-9]+$/i.test(text) ? text : `${text}/`;
  }
  report(sheet, 'redirects-target', at, { value: text });
  return undefined;
}
