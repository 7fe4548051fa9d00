import { type Found, findAll, type ProofLine } from './found.ts';

const pairs = [
  ['“', '”'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
] as const;
/** Characters of a line that are shown where a mark lacks its other half. */
const shown = 16;

/** Quotations, and marks that lack their other half. */
export function findQuotations(lines: readonly ProofLine[]): Found[] {
  return [
    ...findAll(lines, /“[^“”]*”|「[^「」]*」|『[^『』]*』/gu),
    ...findAll(lines, /"[^"]+"/gu, () => ({ note: '直引号，中文用“ ”', isDoubtful: true })),
    ...lines.flatMap(({ text }, line) => pairs.flatMap((pair) => findAlone(text, line, pair))),
  ];
}

function findAlone(text: string, line: number, [open, close]: readonly [string, string]): Found[] {
  const found: Found[] = [];
  const add = (at: number, note: string): void => {
    found.push({ text: text.slice(at, at + shown), line, at, note, isDoubtful: true });
  };
  let opened = -1;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === open) {
      if (opened >= 0) add(opened, `${open} 没有配上 ${close}`);
      opened = at;
    } else if (text[at] === close) {
      if (opened < 0) add(at, `${close} 没有配上 ${open}`);
      opened = -1;
    }
  }
  if (opened >= 0) add(opened, `${open} 没有配上 ${close}`);
  return found;
}
