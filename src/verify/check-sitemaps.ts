import { problem } from '../problems/problem.ts';
import { checkXml } from './check-xml.ts';
import { type Finding, noClue, placeAt } from './finding.ts';
import { decodeText } from './scan-html.ts';

/** What search engines take: sitemaps.org. */
const mostEntries = 50_000;
/** Google, of news. */
const mostNews = 1000;
const mostBytes = 50 * 1024 * 1024;
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

export interface CheckedSitemap {
  readonly findings: readonly Finding[];
  /** Whole addresses; undefined where the sitemap cannot be read. */
  readonly locations: readonly string[] | undefined;
}

/** One sitemap, or the index of them (`root` tells which). */
export function checkSitemap(file: string, text: string, root: 'urlset' | 'sitemapindex'): CheckedSitemap {
  const findings: Finding[] = [];
  const page = `/${file}`;
  const tell = (at: number, value: string): void => {
    const place = { file, ...placeAt(text, at) };
    findings.push({ problem: problem('site-sitemap', place, { page, value }), clue: noClue });
  };
  const fault = checkXml(text);
  if (fault) {
    tell(fault.at, fault.why);
    return { findings, locations: undefined };
  }
  if (!text.includes(`<${root} xmlns="${namespace}"`)) tell(0, `根元素不是 ${root}`);
  const locations = [...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, location = '']) =>
    decodeText(location),
  );
  const most = text.includes('<news:news>') ? mostNews : mostEntries;
  if (locations.length > most) tell(0, `超过 ${most} 个地址`);
  if (Buffer.byteLength(text) > mostBytes) tell(0, '超过 50 MB');
  for (const match of text.matchAll(/<lastmod>([^<]*)<\/lastmod>/g)) {
    if (!/^\d{4}-\d\d-\d\d(?:T[\d:]+(?:Z|[+-]\d\d:\d\d))?$/.test(match[1] ?? ''))
      tell(match.index, `lastmod 的写法不对：${match[1]}`);
  }
  const seen = new Set<string>();
  for (const location of locations) {
    if (seen.has(location)) tell(text.indexOf(location), `${location} 出现两次`);
    seen.add(location);
  }
  return { findings, locations };
}
