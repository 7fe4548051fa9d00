import { addressOfFile } from './addresses.ts';
import type { Article } from './article.ts';
import { type ArticleRow, assetsOf, moreOf } from './article-row.ts';

const none: readonly never[] = [];

/** Reads an article's file again, wholly. */
type Read = (known: Pick<Article, 'file' | 'digest'>) => Article;

/**
 * An article as the last build knew it. Its relations are at hand; what only its own page and its rows in lists
 * show is read from its file when it is asked for: a build after one edit asks for a few hundred.
 */
export class RememberedArticle implements Article {
  readonly file: string;
  readonly address: string;
  readonly digest: string;
  readonly rowDigest: string;
  readonly title: string;
  readonly date: Article['date'];
  readonly updated: Article['updated'];
  readonly channel: string;
  readonly zone: string | undefined;
  readonly region: string | undefined;
  readonly isSourced: boolean;
  readonly topics: readonly string[];
  readonly medium: Article['medium'];
  readonly prev: Article['prev'];
  readonly next: Article['next'];
  readonly aliases: Article['aliases'];
  readonly draft: boolean;
  readonly expires: Article['expires'];
  readonly withdrawn: Article['withdrawn'];
  readonly anchors: readonly string[];
  readonly links: Article['links'];
  readonly assets: readonly string[];
  readonly #read: Read;
  #rest: Article | undefined;

  /** @param read throws where the file has changed in the meantime */
  constructor(row: ArticleRow, read: Read) {
    const [file, , , digest, rowDigest, title, ms, time, iso, channel, zone, region, medium, isSourced] = row;
    const more = moreOf(row);
    this.file = file;
    this.address = addressOfFile(file) ?? '';
    this.digest = digest;
    this.rowDigest = rowDigest;
    this.title = title;
    this.date = { ms, day: iso.slice(0, 10), time: time ?? undefined, iso };
    this.updated = more.updated;
    this.channel = channel;
    this.zone = zone ?? undefined;
    this.region = region ?? undefined;
    this.topics = more.topics ?? none;
    this.medium = medium;
    this.isSourced = isSourced === 1;
    this.prev = more.prev;
    this.next = more.next;
    this.aliases = more.aliases ?? none;
    this.draft = more.draft ?? false;
    this.expires = more.expires;
    this.withdrawn = more.withdrawn;
    this.anchors = more.anchors ?? none;
    this.links = more.links ?? none;
    this.assets = assetsOf(row).map(([address]) => address);
    this.#read = read;
  }

  /** All but the text, which is too long to keep. */
  get #all(): Article {
    this.#rest ??= { ...this.#read(this), html: '' };
    return this.#rest;
  }

  get subtitle() {
    return this.#all.subtitle;
  }
  get originalTitle() {
    return this.#all.originalTitle;
  }
  get source() {
    return this.#all.source;
  }
  get author() {
    return this.#all.author;
  }
  get editor() {
    return this.#all.editor;
  }
  get keywords() {
    return this.#all.keywords;
  }
  get summary() {
    return this.#all.summary;
  }
  get summaryIsGiven() {
    return this.#all.summaryIsGiven;
  }
  get cover() {
    return this.#all.cover;
  }
  get firstPicture() {
    return this.#all.firstPicture;
  }
  get video() {
    return this.#all.video;
  }
  get corrections() {
    return this.#all.corrections;
  }
  get ai() {
    return this.#all.ai;
  }
  get html() {
    return this.#read(this).html;
  }
}
