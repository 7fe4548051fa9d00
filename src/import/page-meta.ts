import type { Document, Element } from 'domhandler';
import { elementsNamed, textOf, tidy } from './parse-page.ts';

/** What the head of a page and its hidden marks say of the article; each as written. */
export interface PageMeta {
  readonly title?: string;
  readonly date?: string;
  readonly updated?: string;
  readonly source?: string;
  readonly author?: string;
  readonly keywords?: string;
  readonly summary?: string;
  /** Columns, from the outermost. */
  readonly columns: readonly string[];
  /** Whether the page calls itself an article; false where it calls itself a list. */
  readonly isArticle: boolean | undefined;
  /** What `<title>` says. */
  readonly head: string;
}

type Found = { -readonly [Key in keyof PageMeta]: PageMeta[Key] };

/** Reads the tags of 网页标签规范, then Open Graph and its like, then JSON-LD and microdata. */
export function readMeta(page: Document): PageMeta {
  const metas = new Map<string, string>();
  for (const { attribs } of elementsNamed(page, 'meta')) {
    const name = (attribs.name ?? attribs.property ?? attribs.itemprop ?? '').trim().toLowerCase();
    const content = tidy(attribs.content ?? '');
    if (name !== '' && content !== '' && content !== 'null' && !metas.has(name)) metas.set(name, content);
  }
  const first = (...names: readonly string[]): string | undefined =>
    names.map((name) => metas.get(name)).find((value) => value !== undefined);
  const found: Found = {
    columns: [],
    isArticle: undefined,
    head: textOfHead(page) || (first('og:title', 'dc.title') ?? ''),
  };
  fill(found, {
    title: first('articletitle'),
    date: first('pubdate'),
    source: first('contentsource'),
    author: first('author'),
    keywords: first('keywords'),
    summary: first('description'),
  });
  const column = first('columnname');
  if (column !== undefined) found.columns = column.split(/\s*[,，>]\s*/).filter((name) => name !== '');
  if (found.title !== undefined && found.date !== undefined) found.isArticle = true;
  else if (column !== undefined && first('columntype') !== undefined) found.isArticle = false;
  if (/^article$/i.test(first('og:type') ?? '')) found.isArticle ??= true;
  readJsonLd(page, found);
  readMicrodata(page, found);
  fill(found, {
    date: first(
      'article:published_time',
      'publishdate',
      'publish-date',
      'publish_date',
      'dc.date',
      'dc.date.issued',
      'date',
    ),
    updated: first('article:modified_time'),
    source: first('source', 'mediaid', 'article:source'),
    author: first('article:author', 'dc.creator'),
    summary: first('og:description'),
  });
  return found;
}

/** What is not known yet. */
function fill(found: Found, values: Partial<Record<keyof PageMeta, string | undefined>>): void {
  for (const key of ['title', 'date', 'updated', 'source', 'author', 'keywords', 'summary'] as const) {
    const value = values[key];
    if (value !== undefined && value !== '' && found[key] === undefined) found[key] = value;
  }
}

function textOfHead(page: Document): string {
  const title = elementsNamed(page, 'title')[0];
  return title ? tidy(title.children.map((child) => ('data' in child ? child.data : '')).join('')) : '';
}

const ARTICLE_TYPES = /^(?:NewsArticle|Article|BlogPosting|ReportageNewsArticle)$/;

function readJsonLd(page: Document, found: Found): void {
  for (const script of elementsNamed(page, 'script')) {
    if (!/^application\/ld\+json$/i.test(script.attribs.type?.trim() ?? '')) continue;
    const text = script.children.map((child) => ('data' in child ? child.data : '')).join('');
    for (const item of itemsOf(parseJson(text))) {
      const type = [item['@type']]
        .flat()
        .find((each) => typeof each === 'string' && ARTICLE_TYPES.test(each));
      if (type === undefined) continue;
      found.isArticle ??= true;
      fill(found, {
        title: textIn(item.headline) ?? textIn(item.name),
        date: textIn(item.datePublished),
        updated: textIn(item.dateModified),
        source: nameIn(item.sourceOrganization) ?? nameIn(item.isBasedOn),
        author: nameIn(item.author),
        keywords: [item.keywords]
          .flat()
          .flatMap((each) => textIn(each) ?? [])
          .join(','),
        summary: textIn(item.description),
      });
      const section = [item.articleSection].flat().flatMap((each) => textIn(each) ?? []);
      if (found.columns.length === 0) found.columns = section;
    }
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The items of a document: one, several, or those of a graph. */
function itemsOf(value: unknown): Record<string, unknown>[] {
  const items = [value].flat().filter(isRecord);
  return items.flatMap((item) => [item, ...[item['@graph']].flat().filter(isRecord)]);
}

const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' && tidy(value) !== '' ? tidy(value) : undefined;

function nameIn(value: unknown): string | undefined {
  const names = [value].flat().flatMap((each) => textIn(isRecord(each) ? each.name : each) ?? []);
  return names.length === 0 ? undefined : names.join(' ');
}

const PROPERTIES = {
  headline: 'title',
  datepublished: 'date',
  datemodified: 'updated',
  author: 'author',
  keywords: 'keywords',
  sourceorganization: 'source',
} as const;

function readMicrodata(page: Document, found: Found): void {
  const visit = (element: Element): void => {
    const name = element.attribs.itemprop?.trim().toLowerCase() ?? '';
    if (!Object.hasOwn(PROPERTIES, name)) return;
    const key = PROPERTIES[name as keyof typeof PROPERTIES];
    fill(found, { [key]: tidy(element.attribs.content ?? element.attribs.datetime ?? textOf(element)) });
  };
  for (const element of elementsNamed(page, 'span', 'div', 'time', 'h1', 'h2', 'p', 'a', 'em', 'i', 'td'))
    if (element.attribs.itemprop !== undefined) visit(element);
}
