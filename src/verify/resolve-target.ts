/** Where a link leads. */
export type Target =
  | { readonly kind: 'inside'; readonly address: string; readonly anchor: string }
  /** On our host, but not below our address; or no address at all. */
  | { readonly kind: 'nowhere' }
  /** Another host. */
  | { readonly kind: 'foreign' }
  /** `mailto:`, `tel:`. */
  | { readonly kind: 'other' };

/** Reads the links of a site that stands at `url` (with its last slash). */
export class TargetReader {
  readonly #origin: string;
  readonly #base: string;
  /** Most links stand on many pages. */
  readonly #rooted = new Map<string, Target>();

  constructor(url: string) {
    const { origin, pathname } = new URL(url);
    this.#origin = origin;
    this.#base = pathname;
  }

  /** @param page address of the page on which the link stands */
  read(target: string, page: string): Target {
    if (target.startsWith('#'))
      return { kind: 'inside', address: page, anchor: decoded(target.slice(1)) ?? '' };
    if (!/^\/(?!\/)|^https?:/.test(target)) return this.#parse(target, page);
    const known = this.#rooted.get(target);
    if (known) return known;
    const read = this.#parse(target, page);
    this.#rooted.set(target, read);
    return read;
  }

  #parse(target: string, page: string): Target {
    if (!URL.canParse(target, this.#origin + this.#base + page.slice(1))) return { kind: 'nowhere' };
    const url = new URL(target, this.#origin + this.#base + page.slice(1));
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return { kind: 'other' };
    if (url.origin !== this.#origin) return { kind: 'foreign' };
    const path = decoded(url.pathname);
    const anchor = decoded(url.hash.slice(1));
    if (path === undefined || anchor === undefined || !path.startsWith(this.#base))
      return { kind: 'nowhere' };
    return { kind: 'inside', address: `/${path.slice(this.#base.length)}`, anchor };
  }
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
