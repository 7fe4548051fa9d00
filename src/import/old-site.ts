import fs from 'node:fs';
import path from 'node:path';
import { ASSET_TYPES, typeOf } from '../content/content-files.ts';
import { parseHttpAnswer } from './http-payload.ts';
import { addressKey, parseAddress } from './old-address.ts';
import type { Spool } from './spool.ts';
import { readWarc } from './warc-records.ts';

/** A file of the old site: a page, a picture, anything. */
export interface OldFile {
  /** Where it is, for people. */
  readonly shown: string;
  /** Where it was on the web; undefined where only the page itself can tell. */
  readonly url: URL | undefined;
  /** Equal for two that are the same. */
  readonly key: string;
  /** When it was stored, as the WARC has it; of files empty. */
  readonly taken: string;
  /** As the server declared it. */
  readonly charset: string | undefined;
  /** Bytes. */
  readonly size: number;
  /** @throws where the file cannot be read any more */
  read(): Buffer;
}

/** What was passed over while looking for pages. */
export interface Passed {
  readonly shown: string;
  readonly reason: 'too-large' | 'unreadable' | 'link' | 'cut-off' | 'damaged' | 'no-warc' | 'older-copy';
}

const MEGABYTE = 1024 * 1024;
export const MOST_PAGE = 4 * MEGABYTE;
/** As large as a picture of content may be, and attachments twice as large. */
export const MOST_FILE = 40 * MEGABYTE;

const PAGE_NAME = /\.(?:s?html?|xhtml|aspx?|php\d?|jspx?|do|action|cgi|cfm)$/i;
/** wget writes the query into the name: with `?`, or on Windows with `@`. */
const QUERY_NAME = /\.(?:s?html?|aspx?|php\d?|jspx?|do|action|cgi|cfm)[?@]/i;
const HOST_NAME =
  /^(?=.{4,253}$)(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[:+]\d{2,5})?$|^\d{1,3}(?:\.\d{1,3}){3}(?:[:+]\d{2,5})?$/i;

/** The files of an old site, found once and read when they are needed. */
export class OldSite {
  readonly pages: OldFile[] = [];
  readonly passed: Passed[] = [];
  /** Addresses that the server sent on, with where to. */
  readonly redirects = new Map<string, { readonly from: URL; readonly to: URL }>();
  readonly #byKey = new Map<string, OldFile>();
  readonly #byPath = new Map<string, OldFile>();
  readonly #pathOf = new Map<OldFile, string>();
  readonly #spool: Spool;
  readonly #base: URL | undefined;

  constructor(spool: Spool, base: URL | undefined) {
    this.#spool = spool;
    this.#base = base;
  }

  /** Adds a file, a folder or a WARC, as named on the command line. */
  async add(input: string, signal: AbortSignal): Promise<void> {
    const stat = fs.statSync(input);
    if (stat.isDirectory()) this.#addFolder(input);
    else if (/\.warc(?:\.gz)?$/i.test(input)) await this.#addWarc(input, signal);
    else this.#addFile(path.dirname(input), path.basename(input), input, true);
  }

  /** What a page refers to: a file beside it, or one by its address. */
  find(page: OldFile, pageUrl: URL | undefined, href: string): OldFile | undefined {
    const at = this.#pathOf.get(page);
    if (at !== undefined && !/^[a-z][a-z0-9+.-]*:|^\/\//i.test(href)) {
      const beside = this.#beside(at, href);
      if (beside) return beside;
    }
    const url = parseAddress(href, pageUrl);
    if (!url) return undefined;
    const found = this.#byKey.get(addressKey(url));
    if (found || url.search === '' || !ASSET_TYPES.has(typeOf(url.pathname.toLowerCase()))) return found;
    // `map.png?v=2` is the same file.
    url.search = '';
    return this.#byKey.get(addressKey(url));
  }

  /** The page is found at its address too, where only it could tell. */
  learn(page: OldFile, url: URL): void {
    const key = addressKey(url);
    if (!this.#byKey.has(key)) this.#byKey.set(key, page);
  }

  #beside(at: string, href: string): OldFile | undefined {
    const written = href.replace(/#.*$/, '');
    for (const name of [decode(written), decode(written.replace(/\?.*$/, ''))]) {
      if (name === '') continue;
      const root = at.slice(0, at.indexOf('\0') + 1);
      const inside = at.slice(root.length);
      const joined = name.startsWith('/') ? name.slice(1) : path.posix.join(path.posix.dirname(inside), name);
      const found =
        this.#byPath.get(root + joined) ??
        this.#byPath.get(`${root}${joined.replace(/\/?$/, '/')}index.html`);
      if (found) return found;
    }
    return undefined;
  }

  #addFolder(root: string): void {
    const walk = (folder: string): void => {
      const entries = fs.readdirSync(path.join(root, folder), { withFileTypes: true });
      for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        const inside = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.name.startsWith('.')) continue;
        if (entry.isDirectory()) walk(inside);
        else if (entry.isFile()) this.#addFile(root, inside, path.join(root, inside), false);
        else this.passed.push({ shown: path.join(root, inside), reason: 'link' });
      }
    };
    walk('');
  }

  #addFile(root: string, inside: string, shown: string, isNamed: boolean): void {
    const absolute = path.join(root, inside);
    const url = this.#urlOfFile(root, inside, isNamed);
    const size = fs.statSync(absolute).size;
    const key = url ? addressKey(url) : `file:${absolute}`;
    const file: OldFile = {
      shown,
      url,
      key,
      taken: '',
      charset: undefined,
      size,
      read: () => readWhole(absolute),
    };
    this.#byPath.set(`${root}\0${inside}`, file);
    this.#pathOf.set(file, `${root}\0${inside}`);
    this.#keep(
      file,
      isNamed || PAGE_NAME.test(inside) || QUERY_NAME.test(inside) || looksLikePage(absolute, inside),
      MOST_FILE,
    );
  }

  #keep(file: OldFile, isPage: boolean, most: number): void {
    if (file.size > (isPage ? MOST_PAGE : most)) {
      this.passed.push({ shown: file.shown, reason: 'too-large' });
      return;
    }
    const other = this.#byKey.get(file.key);
    if (other && other.taken >= file.taken) {
      if (isPage) this.passed.push({ shown: file.shown, reason: 'older-copy' });
      return;
    }
    this.#byKey.set(file.key, file);
    const at = other && isPage ? this.pages.indexOf(other) : -1;
    if (other && at !== -1) {
      this.passed.push({ shown: other.shown, reason: 'older-copy' });
      this.pages[at] = file;
    } else if (isPage) this.pages.push(file);
  }

  /** A folder named like a host is that host, another one lies below the base of the rules. */
  #urlOfFile(root: string, inside: string, isNamed: boolean): URL | undefined {
    const [first = '', ...rest] = inside.split('/');
    if (rest.length > 0 && HOST_NAME.test(first)) return addressOfName(first, rest.join('/'));
    const folder = path.basename(path.resolve(root));
    if (HOST_NAME.test(folder) && !isNamed) return addressOfName(folder, inside);
    if (!this.#base) return undefined;
    return parseAddress(
      `${this.#base.origin}${this.#base.pathname.replace(/\/?$/, '/')}${nameOnWeb(inside)}`,
    );
  }

  async #addWarc(file: string, signal: AbortSignal): Promise<void> {
    const shownAs = (target: string): string => `${file}#${target}`;
    const reasons = { 'cut off': 'cut-off', damaged: 'damaged', 'no WARC': 'no-warc' } as const;
    const records = readWarc(file, MOST_FILE, ({ why }) =>
      this.passed.push({ shown: file, reason: reasons[why] }),
    );
    for await (const { type, target, date, contentType, block } of records) {
      signal.throwIfAborted();
      const url = parseAddress(target);
      if ((type !== 'response' && type !== 'resource') || !url) continue;
      const shown = shownAs(target);
      if (!block) {
        this.passed.push({ shown, reason: 'too-large' });
        continue;
      }
      const isHttp = type === 'response' && !/^text\/dns/i.test(contentType);
      const answer = isHttp
        ? parseHttpAnswer(block, MOST_FILE)
        : {
            status: 200,
            type: contentType.split(';')[0]?.trim() ?? '',
            charset: undefined,
            location: undefined,
            body: block,
          };
      if (!answer) {
        this.passed.push({ shown, reason: 'unreadable' });
        continue;
      }
      const to = answer.location === undefined ? undefined : parseAddress(answer.location, url);
      if (answer.status >= 300 && answer.status < 400 && to)
        this.redirects.set(addressKey(url), { from: url, to });
      if (answer.status !== 200 || answer.body.length === 0) continue;
      const isPage =
        /^(?:text\/html|application\/xhtml\+xml)$/.test(answer.type) ||
        (answer.type === '' && isMarkup(answer.body));
      const place = this.#spool.add(answer.body);
      const { charset } = answer;
      this.#keep(
        {
          shown,
          url,
          key: addressKey(url),
          taken: date,
          charset,
          size: place.length,
          read: () => this.#spool.read(place),
        },
        isPage,
        MOST_FILE,
      );
    }
  }
}

/** Whole, unless it has grown since it was found. */
function readWhole(file: string): Buffer {
  const descriptor = fs.openSync(file, fs.constants.O_RDONLY | fs.constants.O_NOFOLLOW);
  try {
    const bytes = Buffer.alloc(Math.min(fs.fstatSync(descriptor).size, MOST_FILE));
    return bytes.subarray(0, fs.readSync(descriptor, bytes, 0, bytes.length, 0));
  } finally {
    fs.closeSync(descriptor);
  }
}

/** A file without a type that a browser would show as a page. */
function looksLikePage(file: string, name: string): boolean {
  if (path.posix.extname(name) !== '') return false;
  const descriptor = fs.openSync(file, 'r');
  try {
    const head = Buffer.alloc(1024);
    return isMarkup(head.subarray(0, fs.readSync(descriptor, head, 0, head.length, 0)));
  } finally {
    fs.closeSync(descriptor);
  }
}

const isMarkup = (head: Buffer): boolean =>
  /<(?:!doctype html|html|head|body|title|meta)\b/i.test(head.toString('latin1', 0, 1024));

/** `www.example.com`, `plus/view.php?aid=424.html` → the address that wget saved there. */
const addressOfName = (host: string, inside: string): URL | undefined =>
  parseAddress(`http://${host.replace('+', ':')}/${nameOnWeb(inside)}`);

function nameOnWeb(inside: string): string {
  const name = inside
    .replace(/(\.(?:aspx?|php\d?|jspx?|do|action|cgi|cfm))@/i, '$1?')
    // wget -E adds the type that the name lacks.
    .replace(/(\.(?:aspx?|php\d?|jspx?|do|action|cgi|cfm)(?:\?.*)?)\.html$/i, '$1');
  return encodeName(name);
}

/** What in a file's name would end the path of an address. */
const encodeName = (name: string): string => name.replace(/%(?![0-9a-f]{2})/gi, '%25').replaceAll('#', '%23');

function decode(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}
