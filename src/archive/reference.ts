import { posix } from 'node:path';

/**
 * The address that a path written in content means: `/news/2018/05/a/` itself, a content file
 * (`news/2018/05/a.md`) or a file relative to the one it stands in (`../06/b/index.md`).
 * Undefined where the text is no path (a title).
 */
export function referencedAddress(text: string, file: string): string | undefined {
  if (text.startsWith('/')) return text.endsWith('/') || /\.[a-z0-9]+$/i.test(text) ? text : `${text}/`;
  if (!text.endsWith('.md')) return undefined;
  const path = posix.normalize(
    /^(news|zones|topics|pages)\//.test(text) ? text : posix.join(posix.dirname(file), text),
  );
  return addressOfFile(path);
}

/** `news/2018/05/a.md`, `news/2018/05/a/index.md` → `/news/2018/05/a/`; `pages/about.md` → `/about/`. */
export function addressOfFile(path: string): string {
  const bare = path.replace(/(\/index)?\.md$/, '').replace(/^pages\//, '');
  return `/${bare}/`;
}
