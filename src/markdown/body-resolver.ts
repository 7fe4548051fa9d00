/** A place in the content file. Line and column count from 1, the column in code points. */
export interface BodyPosition {
  readonly line: number;
  readonly column: number;
}

/** What a body asks of the one who knows the site. Positions are worked out when they are read, not before. */
export interface BodyResolver {
  /**
   * Where a link leads: the address to print, or undefined to print the text without a link.
   * `href` is as written, with backslashes and entities decoded; `at` is its first character.
   */
  link(href: string, at: BodyPosition): string | undefined;
  /** What to print for a picture, or undefined to print its alt text alone. `title` is the caption or empty. */
  image(src: string, alt: string, title: string, at: BodyPosition): ResolvedImage | undefined;
  /** Raw HTML, which is shown as text: its start as written (`<div`, `</div`, `<!--`), `at` its `<`. */
  rawHtml(tag: string, at: BodyPosition): void;
}

/** Width and height in pixels. */
export interface ResolvedImage {
  readonly src: string;
  readonly width: number;
  readonly height: number;
}
