import { decodeText, type HtmlVisitor } from './scan-html.ts';

/** Something on a page, with its offset there. */
export interface Found {
  readonly value: string;
  readonly at: number;
}

/** What a page asks for: an address that a reader can follow, or a file that the page shows or loads. */
export interface FoundTarget extends Found {
  readonly use: 'link' | 'file';
  /** Must come from this site: all but films, and pictures for sharing. */
  readonly isOwn: boolean;
}

type Role = 'title' | 'h1' | 'field' | 'count' | 'items' | 'crumbs' | 'body' | 'data' | undefined;

interface OpenElement {
  readonly role: Role;
  readonly at: number;
  /** Words gathered so far, where they are wanted. */
  text: string;
  readonly field: string;
}

const plainElement: OpenElement = { role: undefined, at: 0, text: '', field: '' };
const wordy: ReadonlySet<Role> = new Set(['title', 'h1', 'field', 'count', 'data']);

const loading: Readonly<Record<string, readonly string[]>> = {
  script: ['src'],
  img: ['src'],
  video: ['src', 'poster'],
  audio: ['src'],
  source: ['src'],
  track: ['src'],
  iframe: ['src'],
  embed: ['src'],
  object: ['data'],
};
/** Editors may show a film that lies elsewhere. */
const films = new Set(['video', 'audio', 'source']);
const linkedFiles = new Set([
  'stylesheet',
  'icon',
  'apple-touch-icon',
  'preload',
  'modulepreload',
  'manifest',
]);
const sharedAddresses = new Set(['og:url', 'Url']);
const sharedPictures = new Set(['og:image', 'Image']);

/** Gathers from a page what its checks ask about. */
export class PageScan implements HtmlVisitor {
  readonly html: string;
  language = '';
  charset = '';
  title = '';
  canonical: string | undefined;
  /** Target of a meta refresh. */
  refresh: string | undefined;
  readonly meta = new Map<string, string>();
  /** Types of the feeds that the head names. */
  readonly feeds = new Set<string>();
  readonly ids = new Map<string, number>();
  readonly idsTwice: Found[] = [];
  readonly headings: { readonly level: number; readonly at: number }[] = [];
  h1 = '';
  readonly targets: FoundTarget[] = [];
  readonly sizeless: Found[] = [];
  /** Targets of the titles in the page's list of articles. */
  readonly items: string[] = [];
  crumbs = 0;
  /** Values of `datetime`. */
  readonly times: Found[] = [];
  readonly fields = new Map<string, string>();
  prev: string | undefined;
  next: string | undefined;
  /** 共12篇 */
  listCount: number | undefined;
  /** Where the text of the article stands. */
  body: { readonly from: number; readonly to: number } | undefined;
  readonly data: Found[] = [];
  readonly #open: OpenElement[] = [];
  /** Those whose words are wanted. */
  readonly #wordy: OpenElement[] = [];
  #itemsDepth = 0;
  #crumbsDepth = 0;
  #lastTag = 0;

  constructor(html: string) {
    this.html = html;
  }

  /** It was written to its end. */
  get isWhole(): boolean {
    return this.html.trimEnd().endsWith('</html>');
  }

  /** A page that only leads on to another address. */
  get isMoved(): boolean {
    return this.refresh !== undefined;
  }

  /** May not be indexed: 404, redirects, withdrawn articles. */
  get isHidden(): boolean {
    return this.meta.has('robots');
  }

  open(name: string, attributes: ReadonlyMap<string, string>, at: number): void {
    this.#lastTag = at;
    const role = this.#roleOf(name, attributes);
    if (role === undefined) this.#open.push(plainElement);
    else {
      const element = { role, at, text: '', field: attributes.get('data-field') ?? '' };
      this.#open.push(element);
      if (wordy.has(role)) this.#wordy.push(element);
    }
    if (role === 'items') this.#itemsDepth++;
    if (role === 'crumbs') this.#crumbsDepth++;
    if (attributes.size === 0 && !/^h\d$/.test(name)) return;
    const id = attributes.get('id');
    if (id !== undefined) {
      if (this.ids.has(id)) this.idsTwice.push({ value: id, at });
      else this.ids.set(id, at);
    }
    const time = attributes.get('datetime');
    if (time !== undefined) this.times.push({ value: time, at });
    if (name === 'a' || name === 'area') this.#openLink(attributes, at);
    else if (name === 'meta') this.#openMeta(attributes, at);
    else if (name === 'link') this.#openHeadLink(attributes, at);
    else if (name === 'html') this.language = attributes.get('lang') ?? '';
    else if (name === 'form') this.#addTarget('link', attributes.get('action'), at);
    else if (/^h[1-6]$/.test(name)) this.headings.push({ level: Number(name[1]), at });
    else this.#openLoading(name, attributes, at);
  }

  close(): void {
    const element = this.#open.pop();
    if (element?.role === undefined) return;
    if (this.#wordy.at(-1) === element) this.#wordy.pop();
    const words = element.text.replace(/\s+/g, ' ').trim();
    switch (element.role) {
      case 'items':
        this.#itemsDepth--;
        break;
      case 'crumbs':
        this.#crumbsDepth--;
        break;
      case 'title':
        this.title ||= words;
        break;
      case 'h1':
        this.h1 ||= words;
        break;
      case 'field':
        if (!this.fields.has(element.field)) this.fields.set(element.field, words);
        break;
      case 'count': {
        const count = /^共(\d+)篇/.exec(words)?.[1];
        if (count !== undefined) this.listCount ??= Number(count);
        break;
      }
      case 'body':
        this.body ??= { from: element.at, to: this.#lastTag };
        break;
      case 'data':
        this.data.push({ value: element.text, at: element.at });
        this.#addDataTargets(element.text, element.at);
        break;
    }
  }

  text(from: number, to: number): void {
    this.#lastTag = to;
    for (const element of this.#wordy) {
      const text = this.html.slice(from, to);
      element.text += element.role === 'data' ? text : decodeText(text);
    }
  }

  odd(): void {}

  #roleOf(name: string, attributes: ReadonlyMap<string, string>): Role {
    if (name === 'title') return 'title';
    if (name === 'h1') return 'h1';
    if (attributes.size === 0) return undefined;
    if (attributes.has('data-field')) return 'field';
    if (attributes.has('data-pagefind-body')) return 'body';
    if (name === 'ol' && attributes.get('class') === 'items') return 'items';
    if (name === 'p' && attributes.get('class') === 'list-count') return 'count';
    if (name === 'nav' && attributes.get('aria-label') === '您现在的位置') return 'crumbs';
    if (name === 'script' && attributes.get('type') === 'application/ld+json') return 'data';
    return undefined;
  }

  #openLink(attributes: ReadonlyMap<string, string>, at: number): void {
    const href = attributes.get('href');
    this.#addTarget('link', href, at);
    if (href === undefined) return;
    if (this.#itemsDepth > 0 && attributes.get('class') === 'title') this.items.push(href);
    if (this.#crumbsDepth > 0) this.crumbs++;
    // Older parts of lists have such links too; an article's stand after its text.
    const rel = attributes.get('rel');
    if (rel === 'prev') this.prev = href;
    if (rel === 'next') this.next = href;
  }

  #openMeta(attributes: ReadonlyMap<string, string>, at: number): void {
    const content = attributes.get('content') ?? '';
    if (attributes.has('charset')) this.charset = attributes.get('charset') ?? '';
    if (attributes.get('http-equiv') === 'refresh') {
      this.refresh = content.replace(/^.*?url=/i, '');
      this.#addTarget('link', this.refresh, at);
      return;
    }
    const name = attributes.get('name') ?? attributes.get('property');
    if (name === undefined) return;
    if (!this.meta.has(name)) this.meta.set(name, content);
    if (sharedAddresses.has(name)) this.#addTarget('link', content, at);
    if (sharedPictures.has(name)) this.#addTarget('file', content, at);
  }

  #openHeadLink(attributes: ReadonlyMap<string, string>, at: number): void {
    const href = attributes.get('href');
    const rel = attributes.get('rel') ?? '';
    if (rel === 'canonical') this.canonical = href;
    if (rel === 'alternate') this.feeds.add(attributes.get('type') ?? '');
    if (linkedFiles.has(rel)) this.#addTarget('file', href, at, true);
    else this.#addTarget('link', href, at);
  }

  #openLoading(name: string, attributes: ReadonlyMap<string, string>, at: number): void {
    for (const key of loading[name] ?? [])
      this.#addTarget('file', attributes.get(key), at, key !== 'src' || !films.has(name));
    for (const each of (attributes.get('srcset') ?? '').split(/,\s+/))
      this.#addTarget('file', each.trim().split(/\s+/)[0], at, true);
    if (name === 'img' && !(attributes.get('width') && attributes.get('height')))
      this.sizeless.push({ value: attributes.get('src') ?? '', at });
  }

  #addDataTargets(text: string, at: number): void {
    for (const match of text.matchAll(/"(https?:\/\/[^"\\]*)"/g)) this.#addTarget('link', match[1], at);
  }

  #addTarget(use: FoundTarget['use'], value: string | undefined, at: number, isOwn = false): void {
    if (value !== undefined && value !== '') this.targets.push({ use, value, at, isOwn });
  }
}
