import { isFileAddress } from '../content/addresses.ts';
import type { Alias } from '../content/article.ts';
import type { Content } from '../content/content.ts';
import { nearest } from '../content/nearest.ts';
import { type Problem, problem } from '../problems/problem.ts';

/** Checks that look at the archive as a whole: old addresses, redirects, emptiness. */
export function checkArchive(
  content: Content,
  addresses: ReadonlySet<string>,
  options: { readonly allowEmpty: boolean; readonly publicFiles?: readonly string[] },
): Problem[] {
  return [
    ...checkOldAddresses(content, addresses, options.publicFiles ?? []),
    ...(content.articleFiles === 0 && !options.allowEmpty
      ? [problem('no-articles', { file: 'news', line: 1, column: 1 }, {})]
      : []),
  ];
}

/** Aliases and redirects.csv: one meaning an address, never that of a living page, no loops, targets that exist. */
function checkOldAddresses(
  content: Content,
  addresses: ReadonlySet<string>,
  publicFiles: readonly string[],
): Problem[] {
  const problems: Problem[] = [];
  const holders = [...content.articles, ...content.zones, ...content.topics, ...content.pages];
  const files = new Set(publicFiles);
  for (const address of addresses) if (!address.endsWith('/')) files.add(address);
  for (const { assets } of holders) for (const address of assets) files.add(address);
  const taken = new Map<string, string>();
  const claimed: Alias[] = [];
  const targets = new Map<string, string>();
  const claim = (alias: Alias): boolean => {
    const { address, place } = alias;
    const same = comparable(address);
    const isLiving = addresses.has(same) || addresses.has(`${same}/`) || files.has(same);
    const other = taken.get(same) ?? (isLiving ? address : undefined);
    if (other !== undefined) {
      problems.push(problem('alias-taken', place, { address, other }));
      return false;
    }
    taken.set(same, place.file);
    claimed.push(alias);
    return true;
  };
  for (const holder of holders) for (const alias of holder.aliases) claim(alias);
  const redirects = content.redirects.filter(({ from, place }) => claim({ address: from, place }));
  problems.push(...checkFolders(claimed, files));
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

/** What is a file cannot be a folder as well: `/a.html` and `/a.html/b`. */
function checkFolders(old: readonly Alias[], standing: ReadonlySet<string>): Problem[] {
  const paths = old.filter(({ address }) => !address.includes('?'));
  const files = new Set([...standing, ...paths.map(({ address }) => address).filter(isFileAddress)]);
  return paths.flatMap(({ address, place }) => {
    const other = foldersOf(address).find((above) => files.has(above));
    return other === undefined ? [] : [problem('alias-taken', place, { address, other })];
  });
}

/** `/a/b/c` → `/a`, `/a/b`. */
const foldersOf = (address: string): string[] => {
  const parts = address.split('/').slice(1);
  return parts.slice(1).map((_, at) => `/${parts.slice(0, at + 1).join('/')}`);
};

/** Addresses that a host would answer alike: `/a`, `/a/` and `/a/index.html`. */
const comparable = (address: string): string =>
  address.includes('?') ? address : address.replace(/\/index\.html$/, '/').replace(/(?<=.)\/$/, '');
