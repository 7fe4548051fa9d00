import type { Html } from '../jsx/jsx-runtime.ts';

const rendered = new WeakMap<object, Map<string, Html>>();

/**
 * A part that many pages show alike, rendered once: the frame of the site once a build, an article's row once
 * for its ten lists. `owner` is what the part is made from, `name` tells its parts apart.
 */
export function renderedOnce(owner: object, name: string, make: () => Html | null): Html | null {
  let parts = rendered.get(owner);
  if (!parts) {
    parts = new Map();
    rendered.set(owner, parts);
  }
  const known = parts.get(name);
  if (known) return known;
  const html = make();
  if (!html) return null;
  // Joined from hundreds of short strings: asking for a number makes V8 put them into one piece.
  Number(html.text);
  parts.set(name, html);
  return html;
}
