import fs from 'node:fs';
import path from 'node:path';
import type { ProblemCode } from '../problems/problem.ts';
import { showProblem } from '../problems/show-problem.ts';
import { PageChecker } from './check-page.ts';
import { checkXml } from './check-xml.ts';

/** A page that was drawn is not sound, though its content is: our bug. */
export class DrawnFault extends Error {
  override readonly name = 'DrawnFault';
}

export interface DrawnFiles {
  readonly staging: string;
  /** Files that were drawn, and all files that the site will have. */
  readonly drawn: Iterable<string>;
  readonly all: readonly string[];
  readonly url: string;
}

/** What no content can bring about: it would have been told of as a mistake there. */
const ours: ReadonlySet<ProblemCode> = new Set([
  'site-page-cut',
  'site-id-twice',
  'site-headings',
  'site-data',
]);
const mostNamed = 5;

/**
 * Looks at the pages that a build has drawn, before they take the place of the old ones: whole, one h1, ids and data
 * in order, and every link, picture and file of theirs on the new site. `verify` looks at more.
 * @throws {DrawnFault}
 */
export function checkDrawn({ staging, drawn, all, url }: DrawnFiles): void {
  const checker = new PageChecker({ files: all, url, hidden: [], columns: [] });
  const faults: string[] = [];
  for (const file of drawn) {
    if (!/\.(?:html|xml)$/.test(file)) continue;
    const text = fs.readFileSync(path.join(staging, file), 'utf8');
    if (file.endsWith('.xml')) {
      const fault = checkXml(text);
      if (fault) faults.push(`${file}：${fault.why}`);
      continue;
    }
    const { address, findings, dead, anchors } = checker.check(file, text);
    for (const { problem } of findings)
      if (ours.has(problem.code)) faults.push(`${file}：${showProblem(problem, 'zh-CN').message}`);
    for (const { value } of [...dead, ...anchors.filter((anchor) => anchor.address === address)])
      faults.push(`${file}：${value} 打不开`);
  }
  if (faults.length > 0)
    throw new DrawnFault(
      `画出的网页有 ${faults.length} 处不对，没有发布：\n${faults.slice(0, mostNamed).join('\n')}`,
    );
}
