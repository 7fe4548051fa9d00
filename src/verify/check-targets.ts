import { problem } from '../problems/problem.ts';
import type { PageReport, PlacedTarget } from './check-page.ts';
import type { Finding } from './finding.ts';
import type { ExpectedSite } from './site-view.ts';

interface DeadPlace {
  readonly report: PageReport;
  readonly target: PlacedTarget;
}

export interface CheckedTargets {
  readonly findings: readonly Finding[];
  /** How many links lead to an address that is not there. */
  readonly deadLinks: ReadonlyMap<string, number>;
}

/**
 * Links, anchors and files that pages show. What is missing is told once, at the page that it belongs to; a page that
 * content knows is not told here: it is missing itself.
 */
export function checkTargets(
  reports: readonly PageReport[],
  hidden: ReadonlySet<string>,
  known: ReadonlySet<string>,
  sources: ExpectedSite['sources'],
): CheckedTargets {
  const findings: Finding[] = [];
  const dead = new Map<string, DeadPlace[]>();
  const deadLinks = new Map<string, number>();
  for (const report of reports) {
    for (const target of report.dead) {
      const { address, value } = target;
      if (address !== undefined && hidden.has(address)) {
        findings.push(findingAt({ report, target }, 'site-link-draft', 0));
      } else if (address !== undefined && known.has(address)) {
        deadLinks.set(address, (deadLinks.get(address) ?? 0) + 1);
      } else {
        const key = address ?? value;
        const places = dead.get(key);
        if (places) places.push({ report, target });
        else dead.set(key, [{ report, target }]);
      }
    }
  }
  for (const [key, places] of dead) {
    const isFile = places.some(({ target }) => target.use === 'file');
    const code = isFile ? 'site-file-dead' : 'site-link-dead';
    const home = homeOf(key, places, sources);
    if (home) findings.push(findingAt(home, code, places.length));
  }
  findings.push(...checkAnchors(reports));
  return { findings, deadLinks };
}

function checkAnchors(reports: readonly PageReport[]): Finding[] {
  const ids = new Map<string, ReadonlySet<string> | undefined>();
  for (const { address, isCut, isMoved, ids: own } of reports)
    ids.set(address, isCut || isMoved ? undefined : new Set(own));
  return reports.flatMap((report) =>
    report.anchors
      .filter(({ address = '', anchor }) => ids.get(address)?.has(anchor) === false)
      .map((target): Finding => {
        const { value, anchor, line, column, clue } = target;
        const place = { file: report.file, line, column };
        return {
          problem: problem('site-anchor-dead', place, { page: report.address, value, anchor }),
          clue,
        };
      }),
  );
}

/** The page that a missing target belongs to: whose source names it, else in whose text it stands, else the first. */
function homeOf(
  address: string,
  places: readonly DeadPlace[],
  sources: ExpectedSite['sources'],
): DeadPlace | undefined {
  const sorted = [...places].sort((a, b) => (a.report.file < b.report.file ? -1 : 1));
  const names = ({ report }: DeadPlace): boolean => {
    const source = sources.get(report.address);
    return (
      source !== undefined &&
      (source.assets.includes(address) || source.links.some((link) => link.address === address))
    );
  };
  return sorted.find(names) ?? sorted.find(({ target }) => target.isInText) ?? sorted[0];
}

function findingAt(
  { report, target }: DeadPlace,
  code: 'site-link-dead' | 'site-file-dead' | 'site-link-draft',
  times: number,
): Finding {
  const { value, line, column, clue } = target;
  const links = times > 1 ? String(times) : '';
  const place = { file: report.file, line, column };
  return { problem: problem(code, place, { page: report.address, value, links }), clue };
}
