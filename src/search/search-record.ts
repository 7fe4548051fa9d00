import type { CustomRecord } from 'pagefind';
import type { Archive } from '../archive/archive.ts';
import type { Article, Picture } from '../content/article.ts';
import { plainText } from '../markdown/plain-text.ts';
import { showMoment } from '../site/clock.ts';
import { partMark } from './search-files.ts';
import { twinsOf } from './twins.ts';

/** What the process of a volume is told of an article. */
export interface RecordSource {
  /** Site address without base path. */
  readonly address: string;
  readonly title: string;
  /** What readers see above the text, and below it. */
  readonly above: readonly string[];
  readonly html: string;
  readonly below: readonly string[];
  /** As shown; what an article lacks is left out. */
  readonly meta: Readonly<Record<string, string>>;
  /** Ids, and dates as `2020`, `2020-01-23`. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

/** Names of the registries and regions above, as records hold them. */
export type RecordNames = Pick<Archive, 'channels' | 'zones' | 'above'>;

/** Prepares records: `factsOf` changes whenever `sourceOf` does, and reads no file for it. */
export function prepareSources({ channels, zones, above }: RecordNames): {
  sourceOf(article: Article): RecordSource;
  factsOf(article: Article): string;
} {
  const channelNames = new Map(channels.map(({ id, name }) => [id, name]));
  const zoneNames = new Map(zones.map(({ id, name }) => [id, name]));
  /** Few combinations for many articles. */
  const placeFacts = new Map<string, string>();
  const regionsOf = (region: string | undefined): readonly string[] =>
    region === undefined ? [] : (above.get(region) ?? [region]);
  const namesOf = ({ channel, zone }: Article) => ({
    ...(zone !== undefined && { zone: zoneNames.get(zone) ?? zone }),
    channel: channelNames.get(channel) ?? channel,
  });
  const filtersOf = ({ channel, zone, region, medium, topics, date }: Article) => ({
    channel: [channel],
    ...(zone !== undefined && { zone: [zone] }),
    ...(region !== undefined && { region: regionsOf(region) }),
    medium: [medium],
    year: [date.day.slice(0, 4)],
    ...(topics.length > 0 && { topic: topics }),
    date: [date.day],
  });
  return {
    factsOf(article) {
      const { channel, zone, region } = article;
      const place = `${channel} ${zone} ${region}`;
      const names = placeFacts.get(place) ?? JSON.stringify([namesOf(article), regionsOf(region)]);
      placeFacts.set(place, names);
      // The row's digest covers names that files call by their ids, the source's for one.
      const { address, digest, rowDigest, date, topics } = article;
      return `${address} ${digest} ${rowDigest} ${date.iso} ${topics.join()} ${place} ${names}`;
    },
    sourceOf: (article) => ({
      address: article.address,
      title: article.title,
      above: [article.subtitle, article.summaryIsGiven ? article.summary : undefined].filter(isGiven),
      html: article.html,
      below: [
        ...[article.cover, article.video?.poster].flatMap(captionOf),
        ...[article.originalTitle].filter(isGiven),
      ],
      meta: {
        title: article.title,
        date: showMoment(article.date),
        source: article.source.name,
        ...namesOf(article),
      },
      filters: filtersOf(article),
    }),
  };
}

/**
 * The record that Pagefind indexes: title, text and the folded twins of both, parted by `partMark`.
 * @param place of the article in its volume, counted from the oldest: the key that hits are sorted by
 */
export function buildRecord(source: RecordSource, place: number): CustomRecord {
  const { address, meta, filters } = source;
  const title = withoutMark(source.title);
  const text = withoutMark([...source.above, plainText(source.html), ...source.below].join('\n'));
  return {
    url: address,
    content: [title, text, twinsOf(`${title}\n${text}`)].join(partMark),
    language: 'zh',
    meta: { ...meta },
    filters: Object.fromEntries(Object.entries(filters).map(([name, ids]) => [name, [...ids]])),
    sort: { n: String(place).padStart(5, '0') },
  };
}

const captionOf = (picture: Picture | undefined): string[] =>
  [picture?.caption, picture?.credit].filter(isGiven);

const isGiven = (text: string | undefined): text is string => text !== undefined;

const withoutMark = (text: string): string => text.replaceAll(partMark, ' ');
