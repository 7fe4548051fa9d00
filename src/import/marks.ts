/*
 * Where a link leads is known once every page has been read: until then it stands in the Markdown between marks that
 * no text can hold, since control characters are taken out of it.
 */

/** A link or picture of an old page. */
export type Reference =
  | { readonly kind: 'link'; readonly href: string }
  | { readonly kind: 'picture'; readonly src: string; readonly alt: string; caption: string };

const PICTURE = '\u0004';

export const linkMark = (index: number, text: string): string => `\u0001${index}\u0002${text}\u0003`;
export const pictureMark = (index: number): string => `${PICTURE}${index}${PICTURE}`;
export const hasPictureMark = (markdown: string): boolean => markdown.includes(PICTURE);

/** The pictures named in a piece of Markdown, by index. */
export const picturesIn = (markdown: string): number[] =>
  [...markdown.matchAll(new RegExp(`${PICTURE}(\\d+)${PICTURE}`, 'g'))].map(([, index]) => Number(index));

/** Puts Markdown for the marks. */
export function replaceMarks(
  markdown: string,
  link: (index: number, text: string) => string,
  picture: (index: number) => string,
): string {
  return (
    markdown
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the marks
      .replace(/\u0001(\d+)\u0002([^\u0001-\u0003]*)\u0003/g, (_, index: string, text: string) =>
        link(Number(index), text),
      )
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the marks
      .replace(/\u0004(\d+)\u0004/g, (_, index: string) => picture(Number(index)))
  );
}
