import type { Place } from '../problems/problem.ts';
import type { Moment } from '../site/clock.ts';

export type Medium = 'text' | 'picture' | 'video';

/** A file of content that pages show, published where it lies: `news/2020/01/a/map.png` → `/news/2020/01/a/map.png`. */
export interface Picture {
  /** Address in the site. */
  readonly address: string;
  readonly alt: string;
  readonly caption: string | undefined;
  readonly credit: string | undefined;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

export interface Video {
  /** An address in the site, or an https address elsewhere. */
  readonly src: string;
  readonly poster: Picture;
}

/** `prev` or `next` as the editor wrote it: nothing, none wanted (`false`), or a reference to resolve in the archive. */
export type NeighbourWish = undefined | false | { readonly text: string; readonly place: Place };

/** A reference inside the site, written in a body or in front matter: checked once the archive knows every address. */
export interface InternalLink {
  /** Site address, content files already turned into theirs: `/news/2018/05/a/`. */
  readonly address: string;
  /** Without `#`, decoded; undefined where the link has none. */
  readonly anchor: string | undefined;
  /** As written. */
  readonly text: string;
  readonly place: Place;
}

/** What every Markdown body brings, whatever kind of file it stands in. */
export interface Body {
  /** Made by src/markdown: the only text that templates put out unescaped. */
  readonly html: string;
  /** Ids that links may point to. */
  readonly anchors: readonly string[];
  readonly links: readonly InternalLink[];
  /** Addresses of the files of content that the body (or cover, video) shows. */
  readonly assets: readonly string[];
}

/** An article that has been checked: nothing here is guessed, and templates need not ask again. */
export interface Article extends Body {
  readonly file: string;
  /** `/news/2020/01/<slug>/` */
  readonly address: string;
  /** Hash of the file's bytes and of the sizes of its pictures: changes when the text does. */
  readonly digest: string;
  /** Hash of what lists and feeds show of it: most edits leave it as it is. */
  readonly rowDigest: string;
  readonly title: string;
  readonly subtitle: string | undefined;
  readonly originalTitle: string | undefined;
  readonly date: Moment;
  readonly updated: Moment | undefined;
  readonly source: { readonly name: string; readonly url: string | undefined };
  /** Whether `source` has an address: asked of every article at once, as `source` should not be. */
  readonly isSourced: boolean;
  readonly author: string | undefined;
  readonly editor: string | undefined;
  /** Ids of the registries. The region is the article's own, else its zone's. */
  readonly channel: string;
  readonly zone: string | undefined;
  readonly region: string | undefined;
  readonly topics: readonly string[];
  readonly medium: Medium;
  readonly keywords: readonly string[];
  /** The editor's, else the beginning of the text, cut at a sentence within 120 characters; never empty. */
  readonly summary: string;
  /** True where the editor wrote the summary: only then the page shows it above the text. */
  readonly summaryIsGiven: boolean;
  readonly cover: Picture | undefined;
  /** The first picture of the body: stands in for a missing cover in lists. */
  readonly firstPicture: Picture | undefined;
  readonly video: Video | undefined;
  readonly corrections: readonly { readonly date: Moment; readonly note: string }[];
  readonly ai: 'none' | 'assisted' | 'generated';
  readonly prev: NeighbourWish;
  readonly next: NeighbourWish;
  readonly aliases: readonly Alias[];
  readonly draft: boolean;
  readonly expires: Moment | undefined;
  readonly withdrawn: { readonly date: Moment; readonly reason: string } | undefined;
}

/** An old address, path and query string as the old site had them: `/plus/view.php?aid=424`. */
export interface Alias {
  readonly address: string;
  readonly place: Place;
}
