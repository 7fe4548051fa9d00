import fs from 'node:fs';
import path from 'node:path';
import { checkOldAddress } from '../content/addresses.ts';
import { pinyinSlug } from '../content/pinyin-slug.ts';
import type { Ground } from '../content/read-ground.ts';
import { isListPage } from '../content/reserved-names.ts';
import { monthFolder } from '../content/write-article.ts';
import { type Moment, parseMoment } from '../site/clock.ts';
import { type Existing, titleKey } from './existing-articles.ts';
import type { OldFields } from './find-fields.ts';
import type { Lack, Note } from './import-report.ts';
import type { Joined } from './join-parts.ts';
import { addressKey, aliasKey, aliasOf } from './old-address.ts';
import { type Placed, placeArticle } from './place-article.ts';
import type { Rules } from './rules.ts';

/** An article that will have a file. */
export interface PlannedArticle {
  readonly joined: Joined;
  readonly fields: OldFields;
  readonly title: string;
  readonly date: Moment;
  readonly channel: string;
  readonly placed: Placed;
  readonly aliases: readonly string[];
  /** `/news/2018/05/<slug>/` */
  readonly address: string;
  /** Why it is a draft; more may come while it is written. */
  readonly lacks: Lack[];
  readonly notes: Note[];
}

/** An article that has none: what it lacks, or that it is known already. */
export interface UnplannedArticle {
  readonly joined: Joined;
  readonly outcome: 'refused' | 'imported';
  readonly lacks: readonly Lack[];
  /** Of an article that is known: where it is. */
  readonly address: string | undefined;
}

export interface Planning {
  readonly root: string;
  readonly existing: Existing;
  readonly ground: Ground;
  readonly rules: Rules;
  readonly now: Moment;
}

/** Which articles get a file, and by what address. */
export function planArticles(
  all: readonly Joined[],
  planning: Planning,
): { readonly planned: PlannedArticle[]; readonly unplanned: UnplannedArticle[] } {
  const planned: PlannedArticle[] = [];
  const unplanned: UnplannedArticle[] = [];
  const taken = new Set<string>();
  const titles = new Set<string>();
  // Whatever the order of the input, the same article gets the same address.
  for (const joined of [...all].sort(byDateThenAddress)) {
    const plan = planArticle(joined, planning, taken, titles);
    if ('outcome' in plan) unplanned.push(plan);
    else planned.push(plan);
  }
  return { planned, unplanned };
}

function planArticle(
  joined: Joined,
  { root, existing, ground, rules, now }: Planning,
  taken: Set<string>,
  titles: Set<string>,
): PlannedArticle | UnplannedArticle {
  const [first] = joined.parts;
  const fields = first && joinedFields(joined, first.page.fields);
  if (!first || !fields?.title) return { joined, outcome: 'refused', lacks: [], address: undefined };
  const old = oldAddresses(joined);
  const known = old.map((alias) => existing.byAlias.get(aliasKey(alias))).find((each) => each !== undefined);
  if (known) return { joined, outcome: 'imported', lacks: [], address: known.address };
  const placed = placeArticle(fields, first.page.url, rules, ground.registries);
  const moment = fields.date === undefined ? undefined : parseMoment(fields.date, ground.site.timeZone);
  const date = moment && !('why' in moment) ? moment : undefined;
  const missing: Lack[] = [
    ...(date ? [] : (['date'] as const)),
    ...(placed.channel ? [] : (['channel'] as const)),
  ];
  if (!date || placed.channel === undefined)
    return { joined, outcome: 'refused', lacks: missing, address: undefined };

  const aliases = old.filter((alias) => isUsable(alias, existing, ground) && !taken.has(aliasKey(alias)));
  if (aliases.length === 0) {
    // Without an old address it is known by title and day.
    const key = titleKey(fields.title, date.day);
    if (existing.titles.has(key) || titles.has(key))
      return { joined, outcome: 'imported', lacks: [], address: undefined };
    titles.add(key);
  }
  const address = freeAddress(root, fields.title, date, existing, taken);
  for (const each of [address, ...aliases]) taken.add(aliasKey(each));
  const notes = new Set<Note>(joined.parts.flatMap(({ page }) => page.notes));
  if (aliases.length < old.length) notes.add('alias-refused');
  if (old.length === 0) notes.add('address-unknown');
  if (placed.unknownZone !== undefined) notes.add('zone-unknown');
  const lacks: Lack[] = [
    ...joined.lacks,
    ...(placed.source === undefined ? (['source'] as const) : []),
    ...(notes.has('lost-character') ? (['character'] as const) : []),
    ...(date.ms > now.ms ? (['future'] as const) : []),
  ];
  const { title } = fields;
  const { channel } = placed;
  return { joined, fields, title, date, channel, placed, aliases, address, lacks, notes: [...notes] };
}

/** Names that stand below the text stand in its last part. */
function joinedFields({ parts }: Joined, first: OldFields | undefined): OldFields | undefined {
  if (!first || parts.length === 1) return first;
  const later = (key: 'editor' | 'originalTitle'): string | undefined =>
    parts.map(({ page }) => page.fields?.[key]).find((value) => value !== undefined);
  return { ...first, editor: later('editor'), originalTitle: later('originalTitle') };
}

/** All old addresses of an article, each once. */
function oldAddresses({ parts, copies }: Joined): string[] {
  const byKey = new Map<string, string>();
  for (const { page } of [...parts, ...copies])
    if (page.url && !byKey.has(aliasKey(aliasOf(page.url))))
      byKey.set(aliasKey(aliasOf(page.url)), aliasOf(page.url));
  return [...byKey.values()];
}

/** Whether an address can lead to another page: it is well formed, and no page of the site has it. */
export function isUsable(alias: string, existing: Existing, { registries }: Ground): boolean {
  const sheet = { file: '', text: alias, problems: [] };
  if (checkOldAddress(alias, 0, sheet) === undefined) return false;
  const key = aliasKey(alias);
  const isTaken = existing.live.has(key) || existing.redirects.has(key) || existing.byAlias.has(key);
  return !isTaken && !existing.addresses.has(`${key}/`) && !isListAddress(key, registries);
}

/** Whether it is an address of lists, which come and go with the articles. */
function isListAddress(key: string, { channels, regions }: Ground['registries']): boolean {
  const list = key.replace(/\/page\/\d+$/, '');
  if (/^\/news(?:\/\d{4}(?:\/\d\d)?)?$/.test(list)) return true;
  const [, first = '', second = '', ...more] = list.split('/');
  if (list !== key && (first === 'regions' || first === 'zones' || first === 'topics')) return true;
  if (channels.find(first)?.id !== first || more.length > 1) return false;
  return second === '' || regions.find(second)?.id === second;
}

function freeAddress(
  root: string,
  title: string,
  date: Moment,
  { byAlias, redirects, addresses }: Existing,
  taken: ReadonlySet<string>,
): string {
  const month = monthFolder(date);
  for (let number = 1; ; number++) {
    const slug = pinyinSlug(title, number);
    const address = `/${month}/${slug}/`;
    const key = aliasKey(address);
    const file = path.join(root, month, slug);
    const isFree =
      !isListPage(slug) &&
      !taken.has(key) &&
      !byAlias.has(key) &&
      !redirects.has(key) &&
      !addresses.has(address) &&
      !fs.existsSync(file) &&
      !fs.existsSync(`${file}.md`);
    if (isFree) return address;
  }
}

function byDateThenAddress(a: Joined, b: Joined): number {
  const keys = [a, b].map(({ parts: [first] }) => {
    const page = first?.page;
    return `${page?.fields?.date ?? ''}\0${page?.url ? addressKey(page.url) : (page?.file.key ?? '')}`;
  });
  const [one = '', two = ''] = keys;
  return one < two ? -1 : one > two ? 1 : 0;
}
