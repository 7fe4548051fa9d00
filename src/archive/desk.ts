import { addressOfFile } from '../content/addresses.ts';
import type { Article } from '../content/article.ts';
import type { Content } from '../content/content.ts';
import type { Channel } from '../content/registries.ts';
import type { Moment } from '../site/clock.ts';
import { type HeldBackState, heldBackState } from './archive.ts';
import { compareNewestFirst } from './lists.ts';

/** Days after which a channel without news is quiet. */
export const quietDays = 14;
const dayLength = 86_400_000;

export type DeskGroupName = HeldBackState | 'withoutSourceUrl' | 'unknownZone' | 'withoutZone';

/** An article that wants looking at. */
export interface DeskRow {
  readonly file: string;
  readonly address: string | undefined;
  /** Undefined where the file has mistakes that keep it from being read. */
  readonly article: Article | undefined;
  readonly title: string;
  /** The zone as it was written, where no zone of that name is known. */
  readonly writtenZone: string | undefined;
}

export interface QuietChannel {
  readonly channel: Channel;
  /** Of its newest article that is out. */
  readonly newest: Moment | undefined;
  /** Whole days since. */
  readonly days: number | undefined;
}

/** What the editors' desk has to see to. */
export interface Desk {
  readonly groups: Readonly<Record<DeskGroupName, readonly DeskRow[]>>;
  readonly quietChannels: readonly QuietChannel[];
}

/** Newest first, but what is scheduled soonest first. An article may stand in several groups. */
export function buildDesk(content: Content, now: Moment): Desk {
  const rows: Record<DeskGroupName, DeskRow[]> = {
    draft: [],
    scheduled: [],
    expired: [],
    withdrawn: [],
    withoutSourceUrl: [],
    unknownZone: listUnknownZones(content),
    withoutZone: [],
  };
  const unknown = new Set(rows.unknownZone.map(({ file }) => file));
  const newest = new Map<string, Moment>();
  for (const article of [...content.articles].sort(compareNewestFirst)) {
    const state = heldBackState(article, { now, drafts: false });
    if (state) rows[state].push(rowOf(article));
    else if (!newest.has(article.channel)) newest.set(article.channel, article.date);
    if (state === 'expired' || state === 'withdrawn') continue;
    if (!article.isSourced) rows.withoutSourceUrl.push(rowOf(article));
    if (article.zone === undefined && !unknown.has(article.file)) rows.withoutZone.push(rowOf(article));
  }
  rows.scheduled.reverse();
  return {
    groups: rows,
    quietChannels: content.channels.flatMap((channel): QuietChannel[] => {
      const last = newest.get(channel.id);
      const days = last && Math.floor((now.ms - last.ms) / dayLength);
      return days !== undefined && days < quietDays ? [] : [{ channel, newest: last, days }];
    }),
  };
}

const rowOf = (article: Article): DeskRow => ({
  file: article.file,
  address: article.address,
  article,
  title: article.title,
  writtenZone: undefined,
});

function listUnknownZones(content: Content): DeskRow[] {
  const faults = content.problems.filter(
    ({ code, file }) => code === 'zone-unknown' && file.startsWith('news/'),
  );
  if (faults.length === 0) return [];
  const articles = new Map(content.articles.map((article) => [article.file, article]));
  const titles = new Map(content.unread.map(({ address, title }) => [address, title]));
  return faults.map(({ file, values }) => {
    const address = addressOfFile(file);
    const article = articles.get(file);
    const title = article?.title ?? titles.get(address ?? '') ?? file;
    return { file, address, article, title, writtenZone: values.value };
  });
}
