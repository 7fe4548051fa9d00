import { type Problem, problem } from '../problems/problem.ts';
import type { Moment } from '../site/clock.ts';
import { addressOfFile } from './addresses.ts';
import type { Article, NeighbourWish, Picture, Video } from './article.ts';
import { articleFields } from './article-fields.ts';
import type { ContentResolver, Surroundings } from './body-resolver.ts';
import { isOffAt } from './check-marks.ts';
import { digestOf, rowDigestOf } from './digest.ts';
import { readFields, type Values, valueAt } from './fields.ts';
import type { PlacedText } from './kinds.ts';
import { parseYaml } from './parse-yaml.ts';
import type { ProofSheet } from './proof-desk.ts';
import { readAliases, readBody, readCover, resolverFor, summaryOf } from './read-body.ts';
import { type Document, parseDocument } from './read-document.ts';
import type { Channel, Region, Source, Topic, Zone } from './registries.ts';
import type { Registry } from './registry.ts';
import { placeAt, report, type Sheet } from './sheet.ts';
import { openSource } from './source-name.ts';
import type { YamlNode } from './yaml-nodes.ts';

/** What articles refer to by id or name. */
export interface Registries {
  readonly channels: Registry<Channel>;
  readonly regions: Registry<Region>;
  readonly zones: Registry<Pick<Zone, 'id' | 'name' | 'region'>>;
  readonly topics: Registry<Pick<Topic, 'id' | 'title'>>;
  readonly sources: Registry<Source> | undefined;
}

type ArticleValues = Values<typeof articleFields>;

/**
 * The bytes of an article file as an article; undefined where what it needs most cannot be read. `onSheet` takes
 * what has been read, for copy-editing.
 */
export function parseArticle(
  bytes: Buffer,
  file: string,
  registries: Registries,
  around: Surroundings,
  problems: Problem[],
  titles: Map<string, string>,
  onSheet?: (sheet: ProofSheet) => void,
): Article | undefined {
  const document = parseDocument(bytes, file, problems, 'title, date, source, channel');
  if (!document) return undefined;
  const { head } = document;
  const node = parseYaml(head, document.from, document.to);
  const reading = { sheet: head, key: '---', timeZone: around.site.timeZone };
  const values = readFields(articleFields, node, reading, document.closeAt);
  const address = addressOfFile(file);
  const resolver = resolverFor(around, head, address ?? '/');
  const body = readBody(document, resolver);
  if (!values) return undefined;

  const cover = readCover(values.cover, head, resolver);
  const video = readVideo(values, head, resolver);
  checkMedium(values, node, document, resolver.pictures);
  checkDates(values, node, head, address !== undefined);
  onSheet?.({
    document,
    node,
    prose: body.prose,
    day: lastDay(values),
    isWithdrawn: values.withdrawn !== undefined,
  });
  const channel = values.channel && find('channel', values.channel, registries, node, head);
  const zone = values.zone && find('zone', values.zone, registries, node, head);
  const region = values.region && find('region', values.region, registries, node, head);
  const topics = (values.topics ?? []).flatMap((topic) => findTopic(topic, registries, head) ?? []);
  const source = values.source && readSource(values.source, registries.sources, node, head, around.off);
  if (source?.name === openSource && !values.draft)
    report(head, 'source-open', valueAt(node, 'source'), { value: openSource });
  const aliases = readAliases(values.aliases, head);
  const { title, date } = values;
  if (title !== undefined) titles.set(file, title);
  if (title === undefined || date === undefined || source === undefined || channel === undefined)
    return undefined;
  if (address === undefined) return undefined;
  const { updated, author } = values;
  const medium = values.medium ?? 'text';
  const summary = values.summary ?? (summaryOf(body.firstText) || title);
  const keywords = values.keywords ?? [];
  const firstPicture = resolver.pictures[0];
  const row = { address, title, date, updated, source, author, medium, channel, zone, summary, keywords };
  const pictures = { cover, firstPicture, video };
  return {
    file,
    address,
    digest: digestOf(bytes, [cover, video?.poster, ...resolver.pictures]),
    rowDigest: rowDigestOf(row, pictures),
    title,
    subtitle: values.subtitle,
    originalTitle: values.originalTitle,
    date,
    updated,
    source,
    isSourced: source.url !== undefined,
    author,
    editor: values.editor,
    channel,
    zone,
    region: region ?? (zone === undefined ? undefined : registries.zones.find(zone)?.region),
    topics,
    medium,
    keywords,
    summaryIsGiven: values.summary !== undefined,
    summary,
    cover,
    firstPicture,
    video,
    corrections: (values.corrections ?? []).flatMap((each) =>
      each.date && each.note !== undefined ? [{ date: each.date, note: each.note }] : [],
    ),
    ai: values.ai ?? 'none',
    prev: wish(values.prev, head),
    next: wish(values.next, head),
    aliases,
    draft: values.draft ?? false,
    expires: values.expires,
    withdrawn: readWithdrawn(values),
    html: body.html,
    anchors: body.anchors,
    links: body.links,
    assets: [...resolver.assets],
  };
}

function find(
  key: 'channel' | 'zone' | 'region',
  value: string,
  registries: Registries,
  node: YamlNode,
  sheet: Sheet,
): string | undefined {
  const registry = registries[`${key}s`];
  const found = registry.find(value);
  if (!found && registry.complete) {
    report(sheet, `${key}-unknown`, valueAt(node, key), { value, nearest: registry.nearest(value) });
  }
  return found?.id;
}

function findTopic({ text, at }: PlacedText, { topics }: Registries, sheet: Sheet): string | undefined {
  const found = topics.find(text);
  if (!found && topics.complete) {
    report(sheet, 'topic-unknown', at, { value: text, nearest: topics.nearest(text) });
  }
  return found?.id;
}

function readSource(
  { name, url }: NonNullable<ArticleValues['source']>,
  sources: Registry<Source> | undefined,
  node: YamlNode,
  sheet: Sheet,
  off: Surroundings['off'],
): Article['source'] | undefined {
  if (name === undefined) return undefined;
  const known = sources?.find(name);
  const at = valueAt(node, 'source');
  const isOff = off.has('source-unknown') || isOffAt(sheet.text, at, 'source-unknown');
  if (sources?.complete && !known && !isOff && name !== openSource) {
    report(sheet, 'source-unknown', at, { value: name, nearest: sources.nearest(name) });
  }
  return { name: known?.name ?? name, url: url ?? known?.url };
}

function readVideo({ video }: ArticleValues, sheet: Sheet, resolver: ContentResolver): Video | undefined {
  if (!video) return undefined;
  const src = video.src && videoAddress(video.src, sheet, resolver);
  const poster = video.poster && resolver.picture(video.poster.text, placeAt(sheet, video.poster.at));
  if (src === undefined || !poster) return undefined;
  const { address, width, height } = poster;
  return { src, poster: { address, alt: '', caption: undefined, credit: undefined, width, height } };
}

function videoAddress({ text, at }: PlacedText, sheet: Sheet, resolver: ContentResolver): string | undefined {
  const elsewhere = /^[a-z][a-z0-9+.-]*:|^\/\//i.test(text);
  if (elsewhere && /^https:\/\/[^\s/<>"\\]+[^\s<>"\\]*$/i.test(text) && URL.canParse(text)) return text;
  if (elsewhere || !/\.(?:mp4|webm|m4v|mov|ogv)$/i.test(text)) {
    report(sheet, 'video-form', at, { value: text });
    return undefined;
  }
  return resolver.file(text, placeAt(sheet, at));
}

/** What picture and video news must have, and that there is a text. */
function checkMedium(
  { medium, cover, video }: ArticleValues,
  node: YamlNode,
  { head, body, bodyLine }: Document,
  pictures: readonly Picture[],
): void {
  const captioned = cover?.caption !== undefined || pictures.some((picture) => picture.caption !== undefined);
  if (medium === 'picture' && !captioned) report(head, 'medium-picture', valueAt(node, 'medium'), {});
  if (medium === 'video' && !video) report(head, 'medium-video', valueAt(node, 'medium'), {});
  if (video && medium !== 'video') report(head, 'video-medium', valueAt(node, 'video'), {});
  if ((medium ?? 'text') === 'text' && !/\S/.test(body)) {
    head.problems.push(problem('body-empty', { file: head.file, line: bodyLine, column: 1 }, {}));
  }
}

/** The folder is the year and month of the date; what comes after publication is not before it. */
function checkDates(values: ArticleValues, node: YamlNode, sheet: Sheet, isPlaced: boolean): void {
  const { date, updated, expires, withdrawn } = values;
  if (!date) return;
  const right = `news/${date.day.slice(0, 4)}/${date.day.slice(5, 7)}/`;
  if (isPlaced && !sheet.file.startsWith(right)) {
    const folder = sheet.file.slice(0, right.length);
    report(sheet, 'date-folder', valueAt(node, 'date'), { value: date.day, folder, right });
  }
  const checkAfter = (key: string, later: Moment | undefined): void => {
    if (!later || later.day >= date.day) return;
    report(sheet, 'date-order', valueAt(node, key), { key, date: date.day });
  };
  checkAfter('updated', updated);
  checkAfter('expires', expires);
  checkAfter('withdrawn', withdrawn?.date);
}

/** On which the article was last published, changed or corrected; its words may speak of all days until then. */
function lastDay({ date, updated, corrections }: ArticleValues): string | undefined {
  const days = [date, updated, ...(corrections ?? []).map((each) => each.date)];
  return days.reduce<string | undefined>((last, each) => {
    return each && (last === undefined || each.day > last) ? each.day : last;
  }, undefined);
}

function readWithdrawn({ withdrawn }: ArticleValues): Article['withdrawn'] {
  return withdrawn?.date && withdrawn.reason !== undefined
    ? { date: withdrawn.date, reason: withdrawn.reason }
    : undefined;
}

const wish = (value: false | PlacedText | undefined, sheet: Sheet): NeighbourWish =>
  value ? { text: value.text, place: placeAt(sheet, value.at) } : value;
