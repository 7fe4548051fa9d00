import matter from 'gray-matter';
import type { Edit } from '../problems/problem.ts';
import { report, type Sheet } from './sheet.ts';

/*
 * The only door to gray-matter. It runs code for `---js`, so the fence is checked before it sees the text, every
 * engine but our own is refused all the same, and options are always passed (without them it caches).
 */

const MOST_BYTES = 64 * 1024;

const refuse = (): never => {
  throw new Error('front matter may only be YAML');
};

/** Ours hands the text on: we parse it ourselves, with positions. */
const engines = {
  yaml: (text: string): object => ({ text }),
  js: refuse,
  javascript: refuse,
  jsLegacy: refuse,
  coffee: refuse,
  cson: refuse,
  json: refuse,
  toml: refuse,
};

const OPTIONS = { language: 'yaml', delimiters: '---', engines };

/** Offsets of the YAML in a text that begins with a fence and ends with its closing `---`. */
export function frontMatterSpan(head: string): { readonly from: number; readonly to: number } {
  if (!head.startsWith('---\n')) refuse();
  const raw = matter(head, OPTIONS).matter;
  const from = raw.startsWith('\n') ? 4 : 3;
  return { from, to: from + raw.length - (from - 3) };
}

/** Whether the first line opens front matter; what stands there instead is reported. `needs` names the first keys. */
export function checkFence(sheet: Sheet, needs: string): boolean {
  const end = sheet.text.indexOf('\n');
  const value = end === -1 ? sheet.text : sheet.text.slice(0, end);
  if (value === '---') return true;
  const language = /^---\s*([A-Za-z_][\w.+-]*)\s*$/.exec(value)?.[1];
  if (language !== undefined) {
    const mend = /^ya?ml$/i.test(language) ? { from: 3, to: value.length, text: '' } : undefined;
    report(sheet, 'front-matter-language', value.indexOf(language), { value, language }, mend);
  } else if (
    /^\s*(?:-{2,}|\+{3,}|[—–―－─]{1,3}|;{3})/.test(value) ||
    /^\s*---\s*$/m.test(firstLines(sheet.text))
  ) {
    report(sheet, 'front-matter-fence', 0, { value }, fenceEdit(sheet.text));
  } else {
    report(sheet, 'front-matter-missing', 0, { needs });
  }
  return false;
}

const firstLines = (text: string): string => /^\s*.*/.exec(text)?.[0] ?? '';

/** The first line as it must be where it can only be meant so, and the closing one with it where both are long dashes. */
function fenceEdit(text: string): Edit | undefined {
  const written = firstLines(text);
  const isLong = /^[—–―－─]{1,3}$/.test(written.trim());
  if (!isLong && !/^-{2,}$/.test(written.trim())) return undefined;
  const rest = text.slice(written.length);
  const close = isLong ? /^(.*?\n)(?:---|[—–―－─]{1,3}[ \t]*(?=\n|$))/s.exec(rest) : null;
  const [both = '', between = ''] = close ?? [];
  return { from: 0, to: written.length + both.length, text: close ? `---${between}---` : '---' };
}

/** The closing line, and the size. */
export function checkFrontMatter(sheet: Sheet, closingLine: string, bytes: number): boolean {
  if (closingLine.trimEnd() !== '---') {
    const at = sheet.text.lastIndexOf('\n---') + 1;
    const isFence = /^-+\s*$/.test(closingLine);
    const mend = isFence ? { from: at, to: at + closingLine.length, text: '---' } : undefined;
    report(sheet, 'front-matter-close', at, { value: closingLine }, mend);
    return false;
  }
  if (bytes > MOST_BYTES) {
    report(sheet, 'front-matter-large', 0, { value: String(Math.ceil(bytes / 1024)) });
    return false;
  }
  return true;
}

/** No closing `---`: the place is the last line that still looks like front matter. */
export function reportUnclosed(sheet: Sheet): void {
  let at = 0;
  for (let next = 4; next < sheet.text.length; ) {
    const end = sheet.text.indexOf('\n', next);
    const line = sheet.text.slice(next, end === -1 ? undefined : end);
    if (!/^\s*$|^\s+\S|^-\s|^#|^["']?[\w\u4e00-\u9fff]+["']?\s*[:：]/.test(line)) break;
    if (line.trim() !== '') at = next;
    if (end === -1) break;
    next = end + 1;
  }
  report(sheet, 'front-matter-unclosed', at, {});
}
