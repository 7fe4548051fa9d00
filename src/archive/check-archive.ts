import type { Alias } from '../content/article.ts';
import type { Content } from '../content/content.ts';
import { nearest } from '../content/nearest.ts';
import { type Problem, problem } from '../problems/problem.ts';

/** Checks that look at the archive as a whole: old addresses, redirects, emptiness. */
export function checkArchive(
  content: Content,
  addresses: ReadonlySet<string>,
  options: { readonly allowEmpty: boolean },
): Problem[] {
  return [
    ...checkOldAddresses(content, addresses),
    ...(content.articleFiles === 0 && !options.allowEmpty
      ? [problem('no-articles', { file: 'news', line: 1, column: 1 }, {})]
      : []),
  ];
}

/** Aliases and redirects.csv: one meaning an address, never that of a living page, no loops, targets that exist. */
function checkOldAddresses(content: Content, addresses: ReadonlySet<string>): Problem[] {
  const problems: Problem[] = [];
  const taken = new Map<string, string>();
  const targets = new Map<string, string>();
  const claim = (alias: Alias): boolean => {
    const { address, place } = alias;
    const same = comparable(address);
    const other = taken.get(same) ?? (addresses.has(same) || addresses.has(`${same}/`) ? address : undefined);
    if (other !== undefined) {
      problems.push(problem('alias-taken', place, { address, other }));
      return false;
    }
    taken.set(same, place.file);
    return true;
  };
  const holders = [...content.articles, ...content.zones, ...content.topics, ...content.pages];
  for (const holder of holders) for (const alias of holder.aliases) claim(alias);
  const redirects = content.redirects.filter(({ from, place }) => claim({ address: from, place }));
  for (const { from, to } of redirects) targets.set(comparable(from), to);

  // A target may be a page (also one whose file has mistakes of its own), another old address, or an alias.
  const aliases = new Set(
    [...holders.flatMap((holder) => holder.aliases), ...content.unread].map(({ address }) =>
      comparable(address),
    ),
  );
  for (const { from, to, place } of redirects) {
    const seen = new Set([comparable(from)]);
    let at: string | undefined = to;
    while (at !== undefined && at !== 'gone' && !addresses.has(at) && !aliases.has(comparable(at))) {
      if (seen.has(comparable(at))) {
        problems.push(problem('redirect-loop', place, { value: from }));
        break;
      }
      seen.add(comparable(at));
      at = targets.get(comparable(at));
    }
    if (at === undefined) {
      problems.push(problem('redirect-missing', place, { value: to, nearest: nearest(to, addresses) ?? '' }));
    }
  }
  return problems;
}

/** Addresses that a host would answer alike: `/a`, `/a/` and `/a/index.html`. */
const comparable = (address: string): string =>
  address.includes('?') ? address : address.replace(/\/index\.html$/, '/').replace(/(?<=.)\/$/, '');
