import type { Problem } from '../problems/problem.ts';
import type { Passed } from './old-site.ts';
import type { OldPage, PageNote } from './read-old-page.ts';

/** What an article lacks, or what is wrong with it, so that it is a draft or not written at all. */
export type Lack = 'source' | 'date' | 'channel' | 'part' | 'character' | 'future' | 'check';

/** What an editor should look at in an article that was written. */
export type Note =
  | PageNote
  | 'picture-missing'
  | 'zone-unknown'
  | 'alias-refused'
  | 'address-unknown'
  | 'picture-medium'
  | 'link-dropped';

export type Outcome =
  /** Written. */
  | 'article'
  | 'draft'
  /** An article, but without what its file cannot be without. */
  | 'refused'
  /** Its text stands in the article of its first part, or of its twin. */
  | 'part'
  | 'copy'
  /** Its old address is known in the content folder. */
  | 'imported'
  | 'other-site'
  | NonNullable<OldPage['kind']>
  | Passed['reason'];

/** What became of one page. */
export interface PageReport {
  /** Where the page is. */
  readonly from: string;
  readonly outcome: Outcome;
  readonly title: string | undefined;
  /** The content file, relative to the content folder. */
  readonly file: string | undefined;
  readonly lacks: readonly Lack[];
  readonly notes: readonly Note[];
  /** Codes of what the check finds, for `check`. */
  readonly codes: readonly string[];
}

export interface ImportReport {
  readonly pages: readonly PageReport[];
  readonly pictures: number;
  readonly attachments: number;
  /** Lines for redirects.csv. */
  readonly redirects: readonly { readonly from: string; readonly to: string }[];
  /** Old columns that no rule or registry knows, with how many articles stand in them. */
  readonly unknownColumns: ReadonlyMap<string, number>;
  readonly unknownZones: ReadonlyMap<string, number>;
  /** Old addresses that links lead to and nothing answers for, with how often. */
  readonly deadLinks: ReadonlyMap<string, number>;
  readonly problems: readonly Problem[];
}

export const count = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};
