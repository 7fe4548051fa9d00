import { posix } from 'node:path';
import { codeOf } from '../problems/show-problem.ts';
import { editOf, report, type Sheet } from './sheet.ts';

/** Part of an address that we make: slugs and ids. */
export const SLUG = /^[a-z0-9-]{1,80}$/;

const ARTICLE = /^news\/\d{4}\/(?:0[1-9]|1[0-2])\/([^/]+?)(?:\/index)?\.md$/;
const OTHER = /^(?:zones|topics|pages)\/([^/]+)\.md$/;

/** `news/2018/05/a.md`, `news/2018/05/a/index.md` → `/news/2018/05/a/`; `pages/about.md` → `/about/`. */
export function addressOfFile(path: string): string | undefined {
  if (!ARTICLE.test(path) && !OTHER.test(path)) return undefined;
  if (path.startsWith('pages/')) return `/${path.slice(6, -3)}/`;
  return `/${path.startsWith('news/') ? path.replace(/(?:\/index)?\.md$/, '') : path.slice(0, -3)}/`;
}

/** The name of a content file in its address: the file's, or its folder's for `index.md`. */
export const slugOf = (path: string): string | undefined => (ARTICLE.exec(path) ?? OTHER.exec(path))?.[1];

/**
 * A path as editors write it, as a path in the content folder: `news/2018/05/a.md` and `/news/…` from its root,
 * anything else from the file it stands in. Undefined where it leads out of the folder.
 */
export function pathInContent(written: string, file: string): string | undefined {
  const rooted = written.startsWith('/')
    ? written.slice(1)
    : /^(?:news|zones|topics|pages)\/.*\.md$/.test(written)
      ? written
      : undefined;
  const path = posix.normalize(rooted ?? posix.join(posix.dirname(file), written));
  return path === '..' || path.startsWith('../') || path.startsWith('/') || path.includes('\\')
    ? undefined
    : path;
}

/** A slug made of a name that is none, for the message; empty where nothing is left of it. */
export const slugFrom = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);

/** Control characters, spaces, invisible characters, marks that turn the direction of writing, and what URLs exclude. */
const FORBIDDEN = /[\p{Cc}\s\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff<>"`#]/u;
const SYSTEM_NAMES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** An old address as the old site had it, path and query; what is wrong with it is reported. */
export function checkOldAddress(text: string, at: number, sheet: Sheet): string | undefined {
  const before = sheet.problems.length;
  const forbidden = FORBIDDEN.exec(text)?.[0];
  const brokenEscape = /%(?![0-9a-f]{2}).{0,2}|%(?:[01][0-9a-f]|7f)/i.exec(text)?.[0];
  const [path = ''] = text.split('?', 1);
  const segments = path.split('/').slice(1);
  const plain = segments.map((segment) => segment.replace(/%2e/gi, '.'));
  const reserved = plain.find(
    (segment, i) =>
      /^\.[^.]|\.$/.test(segment) ||
      SYSTEM_NAMES.test(segment) ||
      (i === 0 && /^(?:_|(?:pagefind|assets|vercel\.json)$)/i.test(segment)),
  );
  const longest = Math.max(...segments.map((segment) => Buffer.byteLength(segment)));
  const bytes = Buffer.byteLength(text);
  if (/\\|^\/\//.test(text) || /%(?:2f|5c)|^[a-z]:\//i.test(path) || path.split('/').some(isUp)) {
    report(sheet, 'alias-outside', at, { value: text });
  } else if (!text.startsWith('/')) {
    const right = URL.canParse(text) ? pathOf(new URL(text)) : `/${text.replace(/^\.\//, '')}`;
    // Not where a domain may stand without its scheme, or a part after # would be lost.
    const isCertain = /^\/[\w./?=&%~+-]*$/.test(right) && !/^[\w-]+(?:\.[\w-]+)+\/|#/.test(text);
    report(
      sheet,
      'alias-form',
      at,
      { value: text, right },
      isCertain ? editOf(sheet, { text, at }, right) : undefined,
    );
  } else if (forbidden !== undefined) {
    report(sheet, 'alias-character', at, {
      value: /[<>"`#]/.test(forbidden) ? forbidden : codeOf(forbidden),
    });
  } else if (brokenEscape !== undefined) {
    report(sheet, 'alias-escape', at, { value: brokenEscape });
  } else if (longest > 255 || bytes > 1024) {
    report(sheet, 'alias-long', at, { value: String(longest > 255 ? longest : bytes) });
  } else if (reserved !== undefined) {
    report(sheet, 'alias-reserved', at, { value: reserved });
  }
  return sheet.problems.length === before ? text : undefined;
}

const isUp = (segment: string): boolean => /^\.{1,2}$/.test(segment.replace(/%2e/gi, '.'));

const pathOf = (url: URL): string => url.pathname + url.search;

/** An address in the site as pages print it: everything but letters, digits and a few marks as `%XX`. */
export const encodePath = (address: string): string =>
  /^[\w/.~-]*$/.test(address) ? address : address.split('/').map(encodeURIComponent).join('/');

/** Whether an old address is a file of its own name, `/old/a.html`; `/old/a` and `/old/a/` are the folder's index. */
export const isFileAddress = (address: string): boolean => /\.[A-Za-z0-9]+$/.test(address);

/**
 * Whether an old address can have a page: a query string is no name of a file, nor are bytes that are no UTF-8
 * (`/%D6%D0.html`, written in GBK).
 */
export function canBeFile(address: string): boolean {
  if (address.includes('?')) return false;
  try {
    decodeURIComponent(address);
    return true;
  } catch {
    return false;
  }
}
