import { addressOfFile, pathInContent } from '../content/addresses.ts';

/**
 * The address that a path written in content means: `/news/2018/05/a/` itself, a content file
 * (`news/2018/05/a.md`) or a file relative to the one it stands in (`../06/b/index.md`).
 * Undefined where the text is no path (a title).
 */
export function referencedAddress(text: string, file: string): string | undefined {
  if (!text.endsWith('.md')) {
    if (!text.startsWith('/')) return undefined;
    return text.endsWith('/') || /\.[a-z0-9]+$/i.test(text) ? text : `${text}/`;
  }
  const path = pathInContent(text, file);
  return (path === undefined ? undefined : addressOfFile(path)) ?? `/${text}`;
}
