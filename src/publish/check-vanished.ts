import { permanentAddresses } from '../archive/addresses.ts';
import type { Archive } from '../archive/archive.ts';
import type { Unread } from '../content/content.ts';
import { type Problem, problem } from '../problems/problem.ts';

/** Addresses that are published, and old ones that lead somewhere or are said to be gone. */
export function answeredAddresses(archive: Archive, unread: readonly Unread[]): ReadonlySet<string> {
  // A page whose file has mistakes is not gone: it comes back when they are mended.
  const answered = new Set([...permanentAddresses(archive), ...unread.map(({ address }) => address)]);
  // Only an article that has a page can stand in: a draft's alias leads nowhere yet.
  const gone = archive.heldBack.filter(({ state }) => state === 'withdrawn' || state === 'expired');
  const holders = [...archive.articles, ...gone.map(({ article }) => article)];
  for (const { aliases } of [...holders, ...archive.zones, ...archive.topics, ...archive.pages]) {
    for (const { address } of aliases) answered.add(withSlash(address));
  }
  for (const { from } of archive.redirects) answered.add(withSlash(from));
  return answered;
}

/** No address vanishes: one that the last build published must be published still, or an old address must answer for it. */
export function checkVanished(answered: ReadonlySet<string>, published: readonly string[]): Problem[] {
  return published
    .filter((address) => !answered.has(address))
    .map((address) => problem('address-gone', { file: fileOf(address), line: 1, column: 1 }, { address }));
}

const withSlash = (address: string): string => (address.endsWith('/') ? address : `${address}/`);

/** Where the page used to come from, to point somewhere. */
function fileOf(address: string): string {
  if (/^\/(news|zones|topics)\//.test(address)) return `${address.slice(1, -1)}.md`;
  return address.startsWith('/regions/') ? 'regions.yaml' : `pages${address.slice(0, -1)}.md`;
}
