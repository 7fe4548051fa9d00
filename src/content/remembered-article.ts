import type { Article } from './article.ts';

/** What relations between articles are made from, and what a build needs of an article that it does not draw. */
export type ArticleFacts = Pick<
  Article,
  | 'file'
  | 'address'
  | 'digest'
  | 'rowDigest'
  | 'title'
  | 'date'
  | 'updated'
  | 'channel'
  | 'zone'
  | 'region'
  | 'topics'
  | 'medium'
  | 'prev'
  | 'next'
  | 'aliases'
  | 'draft'
  | 'expires'
  | 'withdrawn'
  | 'anchors'
  | 'links'
  | 'assets'
>;

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
  readonly #read: (file: string) => Article;
  #whole: Article | undefined;

  /** @param read the article of a file, wholly; throws where the file has changed in the meantime */
  constructor(facts: ArticleFacts, read: (file: string) => Article) {
    this.file = facts.file;
    this.address = facts.address;
    this.digest = facts.digest;
    this.rowDigest = facts.rowDigest;
    this.title = facts.title;
    this.date = facts.date;
    this.updated = facts.updated;
    this.channel = facts.channel;
    this.zone = facts.zone;
    this.region = facts.region;
    this.topics = facts.topics;
    this.medium = facts.medium;
    this.prev = facts.prev;
    this.next = facts.next;
    this.aliases = facts.aliases;
    this.draft = facts.draft;
    this.expires = facts.expires;
    this.withdrawn = facts.withdrawn;
    this.anchors = facts.anchors;
    this.links = facts.links;
    this.assets = facts.assets;
    this.#read = read;
  }

  get #all(): Article {
    this.#whole ??= this.#read(this.file);
    return this.#whole;
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
    return this.#all.html;
  }
}
