import { lineAt } from './sheet.ts';

const MARK = /(?:^|\s)#\s*check-off\s*[:：]\s*(.*)$/;

/**
 * Whether a check is switched off for a line of front matter: by a comment `# check-off: code` at its end or on the
 * line above.
 */
export function isOffAt(text: string, at: number, code: string): boolean {
  if (!text.includes('check-off')) return false;
  const own = lineAt(text, at);
  const start = text.lastIndexOf('\n', at - 1);
  const above = start <= 0 ? '' : lineAt(text, start - 1);
  const isAlone = above.trimStart().startsWith('#');
  return [own, isAlone ? above : ''].some((line) =>
    MARK.exec(line)?.[1]
      ?.split(/[\s,，、]+/)
      .includes(code),
  );
}
