import type { BodyPosition, BodyResolver, ResolvedImage } from '../markdown/body-resolver.ts';
import type { SwitchableCode } from '../problems/catalogue.ts';
import { type Place, type Problem, problem } from '../problems/problem.ts';
import { hrefOf, type Site } from '../site/site.ts';
import { addressOfFile, encodePath, pathInContent } from './addresses.ts';
import type { InternalLink, Picture } from './article.ts';
import type { Assets } from './assets.ts';
import { ASSET_TYPES, typeOf } from './content-files.ts';

/** What links are resolved against. */
export interface Surroundings {
  readonly site: Site;
  /** Addresses under which the site itself is known: host and base path of site.yaml's url and of --base-url. */
  readonly ownPlaces: readonly { readonly host: string; readonly basePath: string }[];
  readonly assets: Assets;
  /** Checks that are switched off for the whole site. */
  readonly off: ReadonlySet<SwitchableCode>;
}

/** Takes what a body refers to, one body at a time: links, files beside it, pictures, HTML. */
export class ContentResolver implements BodyResolver {
  readonly links: InternalLink[] = [];
  readonly assets = new Set<string>();
  readonly pictures: Picture[] = [];
  readonly #around: Surroundings;
  readonly #file: string;
  readonly #address: string;
  readonly #problems: Problem[];

  /** `address` is that of the page that the file becomes. */
  constructor(around: Surroundings, file: string, address: string, problems: Problem[]) {
    this.#around = around;
    this.#file = file;
    this.#address = address;
    this.#problems = problems;
  }

  link(written: string, at: BodyPosition): string | undefined {
    const place = this.#place(at);
    // Browsers drop control characters before they read the scheme: so do we.
    const href = withoutControls(written).trim();
    if (href === '') return this.#refuse(problem('link-empty', place, {}));
    const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(href)?.[0].toLowerCase();
    if (scheme === 'mailto:' || scheme === 'tel:') return href;
    if (scheme === 'http:' || scheme === 'https:') return this.#webLink(href, place);
    if (scheme !== undefined) return this.#refuse(problem('link-scheme', place, { value: scheme }));
    if (href.startsWith('//') || FORBIDDEN.test(href) || isBareHost(href)) {
      return this.#refuse(problem('link-form', place, { value: written }));
    }
    return this.#siteLink(href, href, place);
  }

  image(src: string, alt: string, title: string, at: BodyPosition): ResolvedImage | undefined {
    const place = this.#place(at);
    const picture = this.picture(src, place);
    if (!picture) return undefined;
    if (alt === '') this.#problems.push(problem('picture-alt', place, { value: src }));
    const { address, width, height } = picture;
    const caption = title.trim() === '' ? undefined : title.trim();
    this.pictures.push({ address, alt, caption, credit: undefined, width, height });
    return { src: this.#href(address), width, height };
  }

  rawHtml(tag: string, at: BodyPosition): void {
    this.#problems.push(problem('raw-html', this.#place(at), { value: tag }));
  }

  /** A picture file named in the body or in front matter; it becomes one of the page's assets. */
  picture(src: string, place: Place): ReturnType<Assets['picture']> {
    const picture = this.#around.assets.picture(src, place, this.#problems);
    if (picture) this.assets.add(picture.address);
    return picture;
  }

  /** Any other file named in the body or in front matter. */
  file(src: string, place: Place): string | undefined {
    const address = this.#around.assets.find(src, place, this.#problems);
    if (address !== undefined) this.assets.add(address);
    return address;
  }

  #webLink(href: string, place: Place): string | undefined {
    if (!/^https?:\/\/[^/]/i.test(href) || /[\s<>"\\]/.test(href) || !URL.canParse(href)) {
      return this.#refuse(problem('link-form', place, { value: href }));
    }
    const url = new URL(href);
    if (/^(?:localhost|127\.|10\.|192\.168\.|\[::1\])/i.test(url.hostname)) {
      this.#problems.push(problem('link-local', place, { value: url.host }));
    }
    const own = this.#around.ownPlaces.find(
      ({ host, basePath }) => sameHost(host, url.host) && `${url.pathname}/`.startsWith(basePath),
    );
    if (!own) return href;
    const inside = `/${url.pathname.slice(own.basePath.length)}${url.search}${url.hash}`;
    this.#problems.push(problem('link-own-domain', place, { right: inside }));
    return this.#siteLink(inside, href, place);
  }

  /** A link inside the site: to an anchor, an address, a content file or a file beside. */
  #siteLink(href: string, text: string, place: Place): string | undefined {
    const hash = href.indexOf('#');
    const anchor = hash === -1 ? undefined : decode(href.slice(hash + 1));
    const beforeHash = hash === -1 ? href : href.slice(0, hash);
    const question = beforeHash.indexOf('?');
    const query = question === -1 ? '' : beforeHash.slice(question);
    const written = question === -1 ? beforeHash : beforeHash.slice(0, question);
    const type = typeOf(written);
    if (ASSET_TYPES.has(type)) {
      const address = this.file(written, place);
      return address === undefined ? undefined : this.#href(address) + query + fragment(anchor);
    }
    const path = decode(written);
    if (path === undefined || /\s/.test(path) || (hash !== -1 && anchor === undefined)) {
      return this.#refuse(problem('link-form', place, { value: text }));
    }
    const address = path === '' ? this.#address : this.#addressOf(path, type);
    if (address === undefined) return this.#refuse(problem('link-outside', place, { value: text }));
    this.links.push({ address, anchor: anchor === '' ? undefined : anchor, text, place });
    const target = path === '' && query === '' ? '' : this.#href(address) + query;
    return target + fragment(anchor) || this.#href(address);
  }

  #addressOf(path: string, type: string): string | undefined {
    const inside = pathInContent(path, this.#file);
    if (inside === undefined) return undefined;
    if (type === 'md') return addressOfFile(inside) ?? `/${inside}`;
    if (inside === '.') return '/';
    const address = `/${inside.replace(/(^|\/)index\.html?$/, '$1')}`;
    return address.endsWith('/') || type !== '' ? address : `${address}/`;
  }

  #href(address: string): string {
    return hrefOf(this.#around.site, encodePath(address));
  }

  #place({ line, column }: BodyPosition): Place {
    return { file: this.#file, line, column };
  }

  #refuse(mistake: Problem): undefined {
    this.#problems.push(mistake);
    return undefined;
  }
}

const FORBIDDEN = /[<>"\\\u200b-\u200f\u202a-\u202e\u2066-\u2069]/;

const withoutControls = (text: string): string => text.replace(/\p{Cc}/gu, '');

const fragment = (anchor: string | undefined): string => (anchor ? `#${encodeURIComponent(anchor)}` : '');

/** `www.example.com`, `example.com.cn/a`, `a@example.com`: meant for the web, written without a scheme. */
const isBareHost = (href: string): boolean =>
  /^www\.|^[\w-]+(?:\.[\w-]+)*\.(?:com|cn|net|org|gov|edu)(?:[/:?#]|$)|^[^/\s]+@[^/\s]+\.[^/\s]+$/i.test(
    href,
  );

const sameHost = (a: string, b: string): boolean => a.replace(/^www\./, '') === b.replace(/^www\./, '');

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
