import { parseLinkDestination, parseLinkTitle } from './parse-body.ts';

/** Offset behind a link or picture whose label ends at `labelEnd`: behind its address, or its second brackets. */
export function linkEnd(content: string, labelEnd: number, isReference: boolean): number {
  const next = labelEnd + 1;
  if (isReference) {
    const second = /\[(?:\\.|[^\\\]])*\]/sy;
    second.lastIndex = next;
    return second.test(content) ? second.lastIndex : next;
  }
  if (content[next] !== '(') return next;
  const most = content.length;
  let at = skipSpace(content, next + 1);
  const destination = parseLinkDestination(content, at, most);
  if (destination.ok) at = skipSpace(content, destination.pos);
  const title = parseLinkTitle(content, at, most);
  if (title.ok) at = skipSpace(content, title.pos);
  return content[at] === ')' ? at + 1 : next;
}

function skipSpace(content: string, from: number): number {
  let at = from;
  while (/[ \t\n]/.test(content[at] ?? '')) at++;
  return at;
}
