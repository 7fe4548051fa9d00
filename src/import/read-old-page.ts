import { type Document, type Element, isText } from 'domhandler';
import type { Problem } from '../problems/problem.ts';
import { dropBoxes } from './boilerplate.ts';
import { decodePage } from './decode-page.ts';
import { findBody } from './find-body.ts';
import { clean, findFields, type OldFields } from './find-fields.ts';
import { findDamage, isDamaged, markLost, plainSymbols } from './lost-characters.ts';
import type { Reference } from './marks.ts';
import { addressKey, parseAddress, partOf } from './old-address.ts';
import type { OldFile } from './old-site.ts';
import { kindOf, type OtherKind, redirectTarget } from './page-kind.ts';
import { readMeta } from './page-meta.ts';
import { elementsIn, elementsNamed, PageTooComplex, parsePage } from './parse-page.ts';
import type { Rules } from './rules.ts';
import { toMarkdown } from './to-markdown.ts';
import { trimBlocks } from './trim-blocks.ts';

/** The text of an old article. */
export interface OldBody {
  /** With marks where links and pictures stand. */
  readonly markdown: string;
  readonly references: readonly Reference[];
  /** The beginning, without spaces and signs, to know a summary by that only repeats it. */
  readonly beginning: string;
}

/** What was found out about an old page. */
export interface OldPage {
  readonly file: OldFile;
  readonly url: URL | undefined;
  /** Undefined for an article. */
  readonly kind: OtherKind | 'ignored' | 'too-complex' | undefined;
  readonly fields: OldFields | undefined;
  readonly body: OldBody | undefined;
  /** Where it sends its readers on by itself. */
  readonly redirect: URL | undefined;
  /** Numbers of the later parts of the same text that it links to. */
  readonly laterParts: readonly number[];
  /** What the editor has to look at. */
  readonly notes: readonly PageNote[];
  /** Lost and private characters, at their places in the old page. */
  readonly problems: readonly Problem[];
}

export type PageNote = 'merged-table' | 'lost-media' | 'lost-character';

/** Reads one page of the old site. */
export function readOldPage(file: OldFile, rules: Rules, timeZone: string): OldPage {
  const { text: source } = decodePage(file.read(), file.charset, rules.encoding);
  const nothing = {
    file,
    fields: undefined,
    body: undefined,
    redirect: undefined,
    laterParts: [],
    notes: [],
    problems: [],
  };
  let page: Document;
  try {
    page = parsePage(source);
  } catch (error) {
    if (!(error instanceof PageTooComplex)) throw error;
    return { ...nothing, url: file.url, kind: 'too-complex' };
  }
  const url = addressIn(source, page, file.url);
  const address = url ? url.pathname + url.search : '';
  if (rules.ignore.some((pattern) => pattern.test(address))) return { ...nothing, url, kind: 'ignored' };
  const meta = readMeta(page);
  const fields = findFields(page, meta, rules, url, timeZone);
  const found = bodyByRules(page, rules) ?? findBody(page);
  const kind = kindOf(page, found, fields, meta, url);
  if (kind !== undefined || !found) {
    const target = redirectTarget(page);
    const redirect = kind === 'redirect' && target !== undefined ? parseAddress(target, url) : undefined;
    return { ...nothing, url, fields, redirect, kind: kind ?? 'no-text' };
  }
  const laterParts = laterPartsIn(page, url);
  return { ...nothing, url, laterParts, kind: undefined, ...readArticle(file, source, found, fields, rules) };
}

/** Text, fields and notes of a page that is an article. */
function readArticle(
  file: OldFile,
  source: string,
  found: Element,
  fields: OldFields,
  rules: Rules,
): Pick<OldPage, 'fields' | 'body' | 'notes' | 'problems'> {
  dropBoxes(found, rules.isRemoved);
  if (rules.fullWidth) widenSigns(found);
  const { blocks: all, references, mergedTables, lostMedia } = toMarkdown(found);
  const { blocks, labels } = trimBlocks(all, fields.title ?? '');
  const raw = plainSymbols(blocks.map(({ markdown }) => markdown).join('\n\n'));
  const label = (name: string): string | undefined =>
    clean(labels.find((each) => each.name === name)?.value ?? '', 100) || undefined;
  const isBroken = isDamaged(raw) || isDamaged(fields.title ?? '');
  const notes: PageNote[] = [
    ...(mergedTables > 0 ? (['merged-table'] as const) : []),
    ...(lostMedia > 0 ? (['lost-media'] as const) : []),
    ...(isBroken ? (['lost-character'] as const) : []),
  ];
  const title = fields.title === undefined ? undefined : widened(markLost(fields.title), rules);
  return {
    fields: {
      ...fields,
      title,
      editor: fields.editor ?? label('editor'),
      originalTitle: fields.originalTitle ?? label('originalTitle'),
    },
    body: {
      markdown: markLost(raw),
      references,
      beginning: squeezed(
        blocks
          .map(({ text }) => text)
          .join('')
          .slice(0, 600),
      ),
    },
    notes,
    problems: isBroken ? findDamage(file.shown, source) : [],
  };
}

function laterPartsIn(page: Document, own: URL | undefined): number[] {
  if (!own) return [];
  const base = addressKey(own);
  const numbers = elementsNamed(page, 'a').flatMap(({ attribs: { href = '' } }) => {
    const url = /\d/.test(href) ? parseAddress(href, own) : undefined;
    const part = url && partOf(url);
    return part && part.base === base && part.number > 1 ? [part.number] : [];
  });
  return [...new Set(numbers)];
}

/** Without spaces and signs: what stays the same when a text is set again. */
export const squeezed = (text: string): string => text.replace(/[\s\p{P}\p{S}]/gu, '');

function bodyByRules(page: Document, rules: Rules): Element | undefined {
  for (const finder of rules.body) {
    const found = finder.kind === 'selector' ? finder.find(page)[0] : undefined;
    if (found) return found;
  }
  return undefined;
}

/** Programs that save pages note where from; a page without known address may also name its own. */
function addressIn(source: string, page: Document, known: URL | undefined): URL | undefined {
  const head = source.slice(0, 5000);
  const saved =
    /<!--\s*saved from url=\(\d+\)(\S+)\s*-->/i.exec(head)?.[1] ??
    /<!--\s*Page saved with SingleFile\s+url:\s*(\S+)/i.exec(head)?.[1];
  const mirrored = /<!--\s*Mirrored from (\S+) by HTTrack/i.exec(source)?.[1];
  const noted = parseAddress(saved ?? (mirrored === undefined ? '' : `http://${mirrored}`));
  if (noted || known) return noted ?? known;
  const canonical = elementsNamed(page, 'link').find(({ attribs }) => /^canonical$/i.test(attribs.rel ?? ''));
  const named = elementsNamed(page, 'meta').find(({ attribs }) =>
    /^(?:url|og:url)$/i.test(attribs.name ?? attribs.property ?? ''),
  );
  return parseAddress(canonical?.attribs.href ?? '') ?? parseAddress(named?.attribs.content ?? '');
}

const NARROW = /(?<=[\p{Script=Han}”’》）])[,:;?!](?=\s*(?:[\p{Script=Han}“‘《（]|$))/gu;
const WIDE: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；', '?': '？', '!': '！' };

const widened = (text: string, rules: Rules): string =>
  rules.fullWidth ? text.replace(NARROW, (sign) => WIDE[sign] ?? sign) : text;

/** Signs between Han characters that some system has made narrow. */
function widenSigns(body: Element): void {
  for (const element of [body, ...elementsIn(body)])
    for (const child of element.children)
      if (isText(child)) child.data = child.data.replace(NARROW, (sign) => WIDE[sign] ?? sign);
}
