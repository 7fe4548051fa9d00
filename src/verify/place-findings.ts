import fs from 'node:fs';
import type { Problem } from '../problems/problem.ts';
import { type Clue, type Finding, placeAt } from './finding.ts';
import { addressOf, type ExpectedSite, type SourceFile } from './site-view.ts';

/**
 * Findings as problems: what is wrong with the page of a Markdown file stands at its line there, where that can be
 * told, else at its beginning; all else in the site's own file.
 * @param shown stands before the site's files: `_site/`
 */
export function placeFindings(
  findings: readonly Finding[],
  sources: ExpectedSite['sources'],
  shown: string,
): Problem[] {
  const texts = new Map<string, string>();
  return findings.map(({ problem, clue }) => {
    // A list is made of many files, whatever file introduces it.
    const source = problem.code.startsWith('site-list-') ? undefined : sources.get(addressOf(problem.file));
    if (!source) return { ...problem, file: shown + problem.file };
    const text = texts.get(source.path) ?? readText(source.path);
    texts.set(source.path, text);
    return { ...problem, file: source.file, ...placeInSource(source, text, clue) };
  });
}

/** A source that went while we looked has no lines. */
function readText(file: string): string {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').replace(/^\ufeff/, '') : '';
}

function placeInSource(
  { links }: SourceFile,
  text: string,
  { target, words, key }: Clue,
): { readonly line: number; readonly column: number } {
  const link = links.find(
    ({ address, anchor }) => target === address + (anchor === undefined ? '' : `#${anchor}`),
  );
  if (link) return { line: link.line, column: link.column };
  for (const word of words) {
    const at = text.indexOf(word);
    if (at >= 0) return placeAt(text, at);
  }
  const value = key === undefined ? null : new RegExp(`^${key}:[ \\t]*`, 'm').exec(text);
  return value ? placeAt(text, value.index + value[0].length) : { line: 1, column: 1 };
}
