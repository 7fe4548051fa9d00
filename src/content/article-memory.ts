import { hash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { hasErrors, type Problem } from '../problems/problem.ts';
import { addressOfFile } from './addresses.ts';
import type { Article } from './article.ts';
import { isDigestOf } from './digest.ts';
import type { ArticleFacts } from './remembered-article.ts';

/** An article file as it was read: its facts, what was wrong with it, and the marks by which it is known again. */
export interface Memory {
  readonly facts: ArticleFacts;
  readonly problems: readonly Problem[];
  readonly stamp: Stamp;
  /** Of the files that it shows, in the order of `facts.assets`. */
  readonly assetStamps: readonly Stamp[];
}

/** Bytes, and milliseconds of the last change. */
type Stamp = readonly [size: number, mtimeMs: number];

const format = 1;

/**
 * What the last build knew of articles, in `.cache/articles.json`: parsing is most of the work of a build after
 * one edit. A file is known by size and time, else by its bytes: a fresh clone costs a hash, not a build.
 */
export class ArticleMemory {
  readonly #file: string;
  readonly #root: string;
  readonly #key: string;
  readonly #known: ReadonlyMap<string, Memory>;
  readonly #now = new Map<string, Memory>();
  #changed = false;

  /**
   * @param root the content folder
   * @param ground everything that an article's facts follow from beside its own file: registries, site, code.
   *   What was known on other ground counts for nothing, like a file that is broken or cut short.
   */
  constructor(cacheFolder: string, root: string, ground: string) {
    this.#file = path.join(cacheFolder, 'articles.json');
    this.#root = root;
    this.#key = hash('sha1', `${format} ${root} ${ground}`);
    this.#known = readMemories(this.#file, this.#key);
  }

  /** What is known of a file, where neither it nor anything that it shows has changed. */
  recall(file: string): Memory | undefined {
    const known = this.#known.get(file);
    const stamp = known && this.#stampOf(file);
    if (!known || !stamp) return undefined;
    const touched = stamp[1] !== known.stamp[1];
    if (stamp[0] !== known.stamp[0] || (touched && !this.#isSame(file, known))) return undefined;
    const { assets } = known.facts;
    for (let i = 0; i < assets.length; i++) {
      const asset = this.#stampOf((assets[i] ?? '').slice(1));
      const before = known.assetStamps[i];
      if (asset?.[0] !== before?.[0] || asset?.[1] !== before?.[1]) return undefined;
    }
    if (touched) this.#changed = true;
    this.#now.set(file, touched ? { ...known, stamp } : known);
    return known;
  }

  /**
   * One with errors is not remembered: what mends it may lie elsewhere, a picture that was missing for one.
   * @param stamp of the file, taken before it was read: one that changes afterwards is read again
   */
  remember(article: Article, problems: readonly Problem[], stamp: Stamp | undefined): void {
    this.#changed = true;
    const assetStamps = article.assets.map((asset) => this.#stampOf(asset.slice(1)));
    if (!stamp || hasErrors(problems) || assetStamps.includes(undefined)) return;
    const known = assetStamps.filter((each) => each !== undefined);
    this.#now.set(article.file, { facts: article, problems, stamp, assetStamps: known });
  }

  /** For `remember`. */
  stampOf(file: string): Stamp | undefined {
    return this.#stampOf(file);
  }

  /** Writes what is known now, in one step; nothing where it is what was known. */
  write(): void {
    if (!this.#changed && this.#now.size === this.#known.size) return;
    const text = JSON.stringify([...this.#now.values()].map(rowOf));
    fs.mkdirSync(path.dirname(this.#file), { recursive: true });
    const aside = `${this.#file}.${process.pid}`;
    fs.writeFileSync(aside, `${this.#key} ${hash('sha1', text)}\n${text}`);
    fs.renameSync(aside, this.#file);
  }

  #isSame(file: string, { facts }: Memory): boolean {
    return isDigestOf(facts.digest, fs.readFileSync(`${this.#root}/${file}`));
  }

  #stampOf(file: string): Stamp | undefined {
    const stat = fs.lstatSync(`${this.#root}/${file}`, { throwIfNoEntry: false });
    return stat?.isFile() ? [stat.size, stat.mtimeMs] : undefined;
  }
}

function readMemories(file: string, key: string): Map<string, Memory> {
  let bytes: Buffer;
  try {
    bytes = fs.readFileSync(file);
  } catch {
    return new Map();
  }
  const head = key.length + 42;
  const body = bytes.subarray(head);
  if (bytes.toString('latin1', 0, head) !== `${key} ${hash('sha1', body)}\n`) return new Map();
  const rows: readonly Row[] = JSON.parse(body.toString('utf8'));
  return new Map(rows.map((row) => [row[0], memoryOf(row)]));
}

type Row = readonly [...Bare, rest?: Partial<Rest>];

/** What every article has. */
type Bare = readonly [
  file: string,
  size: number,
  mtimeMs: number,
  digest: string,
  rowDigest: string,
  title: string,
  ms: number,
  time: string | null,
  iso: string,
  channel: string,
  zone: string | null,
  region: string | null,
  medium: ArticleFacts['medium'],
];

/** What few have. */
type Rest = Omit<
  ArticleFacts,
  'file' | 'address' | 'digest' | 'rowDigest' | 'title' | 'date' | 'channel' | 'zone' | 'region' | 'medium'
> & { readonly problems: readonly Problem[]; readonly assetStamps: readonly Stamp[] };

const none: Rest = {
  updated: undefined,
  topics: [],
  prev: undefined,
  next: undefined,
  aliases: [],
  draft: false,
  expires: undefined,
  withdrawn: undefined,
  anchors: [],
  links: [],
  assets: [],
  problems: [],
  assetStamps: [],
};

function rowOf({ facts, problems, stamp, assetStamps }: Memory): Row {
  const { date } = facts;
  const row: Bare = [
    facts.file,
    ...stamp,
    facts.digest,
    facts.rowDigest,
    facts.title,
    date.ms,
    date.time ?? null,
    date.iso,
    facts.channel,
    facts.zone ?? null,
    facts.region ?? null,
    facts.medium,
  ];
  const rest = restOf(facts, problems, assetStamps);
  return rest ? [...row, rest] : row;
}

/** Undefined where there is nothing in it. */
function restOf(
  facts: ArticleFacts,
  problems: readonly Problem[],
  assetStamps: readonly Stamp[],
): Partial<Rest> | undefined {
  const { updated, topics, prev, next, aliases, draft, expires, withdrawn, anchors, links, assets } = facts;
  const all: Rest = {
    ...{ updated, topics, prev, next, aliases, draft, expires, withdrawn, anchors, links, assets },
    ...{ problems, assetStamps },
  };
  const filled = Object.entries(all).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  const some = filled.filter(([name, value]) => name !== 'draft' || value === true);
  return some.length === 0 ? undefined : Object.fromEntries(some);
}

function memoryOf(row: Row): Memory {
  const [file, size, mtimeMs, digest, rowDigest, title, ms, time, iso, channel, zone, region, medium, rest] =
    row;
  const { problems, assetStamps, ...facts }: Rest = rest ? { ...none, ...rest } : none;
  return {
    facts: {
      ...facts,
      file,
      address: addressOfFile(file) ?? '',
      digest,
      rowDigest,
      title,
      date: { ms, day: iso.slice(0, 10), time: time ?? undefined, iso },
      channel,
      zone: zone ?? undefined,
      region: region ?? undefined,
      medium,
    },
    problems,
    stamp: [size, mtimeMs],
    assetStamps,
  };
}
