import { type RenderedBody, renderBody } from '../markdown/render-body.ts';
import { summarize } from '../markdown/summarize.ts';
import { problem } from '../problems/problem.ts';
import { checkOldAddress } from './addresses.ts';
import type { Alias, Body, Picture } from './article.ts';
import type { pictureFields } from './article-fields.ts';
import { ContentResolver, type Surroundings } from './body-resolver.ts';
import type { Values } from './fields.ts';
import type { PlacedText } from './kinds.ts';
import type { Document } from './read-document.ts';
import { placeAt, type Sheet } from './sheet.ts';

const MEGABYTE = 1024 * 1024;

/** Renders the text below the front matter; the pictures that it shows are gathered in `resolver`. */
export function readBody(
  { body, bodyLine, head }: Document,
  resolver: ContentResolver,
): Omit<Body, 'assets'> & Pick<RenderedBody, 'firstText' | 'prose'> {
  const bytes = body.length > MEGABYTE / 3 ? Buffer.byteLength(body) : 0;
  if (bytes > MEGABYTE) {
    const place = { file: head.file, line: bodyLine, column: 1 };
    head.problems.push(problem('body-large', place, { value: (bytes / MEGABYTE).toFixed(1) }));
  }
  const { html, anchors, firstText, prose } = renderBody(body, bodyLine, resolver);
  return { html, anchors, firstText, prose, links: resolver.links };
}

/** Characters of a summary that is made from the text. */
const SUMMARY_LENGTH = 120;

/** The beginning of a text, as a string of its own: a slice would keep the whole text in memory. */
export const summaryOf = (firstText: string): string =>
  Buffer.from(summarize(firstText, SUMMARY_LENGTH), 'utf16le').toString('utf16le');

/** A picture of front matter with the file behind it. */
export function readCover(
  values: Values<typeof pictureFields> | undefined,
  sheet: Sheet,
  resolver: ContentResolver,
): Picture | undefined {
  if (!values?.src) return undefined;
  const found = resolver.picture(values.src.text, placeAt(sheet, values.src.at));
  if (!found || values.alt === undefined) return undefined;
  const { address, width, height } = found;
  return { address, alt: values.alt, caption: values.caption, credit: values.credit, width, height };
}

/** Old addresses with their places, those that are well formed. */
export function readAliases(values: readonly PlacedText[] | undefined, sheet: Sheet): readonly Alias[] {
  if (!values) return NO_ALIASES;
  return values.flatMap(({ text, at }) => {
    const address = checkOldAddress(text, at, sheet);
    return address === undefined ? [] : [{ address, place: placeAt(sheet, at) }];
  });
}

const NO_ALIASES: readonly Alias[] = [];

export const resolverFor = (around: Surroundings, sheet: Sheet, address: string): ContentResolver =>
  new ContentResolver(around, sheet.file, address, sheet.problems);
