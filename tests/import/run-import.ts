import fs from 'node:fs';
import path from 'node:path';
import { findContentFiles } from '../../src/content/content-files.ts';
import { readGround } from '../../src/content/read-ground.ts';
import type { ImportReport } from '../../src/import/import-report.ts';
import { importSite } from '../../src/import/import-site.ts';
import { NO_RULES, parseRules } from '../../src/import/rules.ts';
import type { Problem } from '../../src/problems/problem.ts';
import { parseNow } from '../../src/site/clock.ts';

/** A content folder without articles: the fixture's channels, regions and one of its zones. */
export function makeContent(folder: string): string {
  const root = path.join(folder, 'content');
  for (const name of [
    'site.yaml',
    'channels.yaml',
    'regions.yaml',
    'zones/kunshan-etdz.md',
    'zones/kunshan-etdz.png',
    'zones/wuhan-new.md',
  ])
    fs.cpSync(path.join('tests/site/fixture/content', name), path.join(root, name));
  return root;
}

export interface Imported extends ImportReport {
  /** Problems of the rules. */
  readonly ruled: readonly Problem[];
}

/** Imports into a content folder, at a moment after all test pages. */
export async function runImport(
  root: string,
  inputs: readonly string[],
  { rules = '', isDry = false }: { readonly rules?: string; readonly isDry?: boolean } = {},
): Promise<Imported> {
  const ruled: Problem[] = [];
  const files = findContentFiles(root, []);
  const now = parseNow('2026-06-01', 'Asia/Shanghai');
  if (!files || !now) throw new Error('no content');
  const ground = readGround(root, files, undefined, []);
  const report = await importSite({
    inputs,
    root,
    files,
    ground,
    rules: rules === '' ? NO_RULES : parseRules({ file: 'rules.yaml', text: rules, problems: ruled }, ground),
    isDry,
    now,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  return { ...report, ruled };
}

/** What became of the pages, by the last part of where they are. */
export const outcomesOf = ({ pages }: ImportReport): Record<string, string> =>
  Object.fromEntries(
    pages.map(({ from, outcome, lacks }) => [
      from.replace(/^.*?laotoucu\.cn/, ''),
      [outcome, ...lacks].join(' '),
    ]),
  );
