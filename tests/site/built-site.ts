import fs from 'node:fs';
import path from 'node:path';
import { parseHTML } from 'linkedom';
import { inject } from 'vitest';

/** A site as it was built, read from its files. */
export interface BuiltSite {
  readonly root: string;
  /** The path under which it is served. */
  readonly base: string;
  /** Every file, `/a/index.html`, sorted. */
  readonly files: readonly string[];
  /** Addresses of all HTML pages, redirects at old addresses (`/about.asp`) too. */
  readonly pages: readonly string[];
  text(address: string): string;
  json(address: string): unknown;
  open(address: string): Document;
  has(address: string): boolean;
}

/** The file of an address: `/a/` is `/a/index.html`. */
export const fileOf = (address: string): string => (address.endsWith('/') ? `${address}index.html` : address);

function readSite(name: string, base: string): BuiltSite {
  const root = path.join(inject('sites'), name);
  const files = fs
    .readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(
      (entry) => `/${path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')}`,
    )
    .sort();
  const known = new Set(files);
  const documents = new Map<string, Document>();
  const text = (address: string): string => fs.readFileSync(path.join(root, fileOf(address)), 'utf8');
  return {
    root,
    base,
    files,
    pages: files
      .filter((file) => isHtml(path.join(root, file)))
      .map((file) => file.replace(/\/index\.html$/, '/'))
      .sort(),
    text,
    json: (address) => JSON.parse(text(address)),
    open(address) {
      const document = documents.get(address) ?? parseHTML(text(address)).document;
      documents.set(address, document);
      return document;
    },
    has: (address) => known.has(fileOf(address)),
  };
}

function isHtml(file: string): boolean {
  return fs.readFileSync(file).subarray(0, 15).toString().toLowerCase() === '<!doctype html>';
}

export const sampleSite = (): BuiltSite => readSite('sample', '/');

/** Built below `/sub/`, with every key of front matter and every kind of page. */
export const fixtureSite = (): BuiltSite => readSite('fixture', '/sub/');

/** Trimmed text, white space as one space. */
export const textOf = (node: Element | null | undefined): string =>
  (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

export const hrefsOf = (nodes: Iterable<Element>): string[] =>
  [...nodes].map((node) => node.getAttribute('href') ?? '');

/** Contents of `meta` tags by name or property. */
export const metaOf = (document: Document): Map<string, string> =>
  new Map(
    [...document.querySelectorAll('meta[name], meta[property]')].map((tag) => [
      tag.getAttribute('name') ?? tag.getAttribute('property') ?? '',
      tag.getAttribute('content') ?? '',
    ]),
  );
