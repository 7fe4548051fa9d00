import type { Lack } from './import-report.ts';
import { addressKey, partOf } from './old-address.ts';
import { type OldPage, squeezed } from './read-old-page.ts';
import type { Spooled } from './spool.ts';

/** An old article as it is remembered: its text lies in the spool. */
export interface Candidate {
  readonly page: OldPage;
  /** The text. */
  readonly place: Spooled;
  /** Equal for equal texts. */
  readonly digest: string;
}

/** The parts of one article, in order. */
export interface Joined {
  readonly parts: readonly Candidate[];
  /** The same under other addresses. */
  readonly copies: readonly Candidate[];
  readonly lacks: readonly Lack[];
}

/** Puts together what was cut into several pages, and what was stored under several addresses. */
export function joinParts(candidates: readonly Candidate[]): Joined[] {
  const byKey = new Map<string, Candidate>();
  for (const each of candidates) {
    byKey.set(each.page.file.key, each);
    if (each.page.url) byKey.set(addressKey(each.page.url), each);
  }
  const parts = new Map<Candidate, { readonly number: number; readonly part: Candidate }[]>();
  const later = new Set<Candidate>();
  for (const each of candidates) {
    const address = each.page.url && partOf(each.page.url);
    const first = address && byKey.get(address.base);
    if (!first || first === each || !isSameTitle(first, each)) continue;
    later.add(each);
    parts.set(first, [...(parts.get(first) ?? []), { number: address.number, part: each }]);
  }
  const joined = candidates
    .filter((each) => !later.has(each))
    .map((first): Joined => {
      const found = (parts.get(first) ?? []).sort((a, b) => a.number - b.number);
      // `?page=1` is the first part once more.
      const more = found.filter(({ part }) => part.digest !== first.digest);
      const lacks: Lack[] = lacksPart(first, new Set(found.map(({ number }) => number))) ? ['part'] : [];
      const copies = found.filter((each) => !more.includes(each)).map(({ part }) => part);
      return { parts: [first, ...more.map(({ part }) => part)], copies, lacks };
    });
  return joinCopies(joined);
}

const isSameTitle = (first: Candidate, part: Candidate): boolean => {
  const bare = (title: string | undefined): string =>
    squeezed(
      (title ?? '').replace(/\s*[（(]?\s*(?:第?\s*\d+\s*页?|[一二三四五六七八九十])\s*[）)]?\s*$/, ''),
    );
  return bare(first.page.fields?.title) === bare(part.page.fields?.title);
};

/** Whether the first part links to one that was not found. */
const lacksPart = ({ page }: Candidate, found: ReadonlySet<number>): boolean =>
  page.laterParts.some((number) => !found.has(number));

/** One article for equal title, day and text: systems serve it at a static and at a dynamic address. */
function joinCopies(all: readonly Joined[]): Joined[] {
  const first = new Map<string, Joined & { copies: Candidate[] }>();
  const kept: Joined[] = [];
  for (const each of all) {
    const [head] = each.parts;
    if (!head) continue;
    const { title = '', date = '' } = head.page.fields ?? {};
    const key = `${title}\0${date.slice(0, 10)}\0${each.parts.map(({ digest }) => digest).join()}`;
    const other = first.get(key);
    if (other) other.copies.push(...each.parts, ...each.copies);
    else {
      const own = { ...each, copies: [...each.copies] };
      first.set(key, own);
      kept.push(own);
    }
  }
  return kept;
}
