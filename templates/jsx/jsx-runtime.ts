import type { JSX as PreactJSX } from 'preact/jsx-runtime';

/**
 * JSX that makes text at once: each element becomes a string as it is met, children before parents, every text
 * and attribute escaped. A renderer of node trees took half as long again and left 450 nodes a page as garbage.
 * Elements and attributes are typed by preact's declarations.
 */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Child = Html | string | number | boolean | null | undefined | readonly Child[];
type Props = Readonly<Record<string, unknown>> & { readonly children?: Child };
type Component = (props: Props) => Html | null;

const voidElements = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);

export function jsx(type: string | Component, props: Props): Html | null {
  if (typeof type !== 'string') return type(props);
  let open = `<${type}`;
  for (const name in props) {
    if (name !== 'children') open += attribute(name, props[name]);
  }
  if (voidElements.has(type)) return new Html(`${open}>`);
  return new Html(`${open}>${textOf(props.children)}</${type}>`);
}
export { jsx as jsxs };

export const Fragment = ({ children }: { readonly children?: Child }): Html => new Html(textOf(children));

/** HTML that was made elsewhere and is known to be safe; only for src/markdown's output and JSON-LD. */
export const trusted = (text: string): Html => new Html(text);

function textOf(child: Child): string {
  if (typeof child === 'string') return escapeHtml(child);
  if (child instanceof Html) return child.text;
  if (typeof child === 'number') return String(child);
  if (child === null || child === undefined || typeof child === 'boolean') return '';
  let text = '';
  for (const each of child) text += textOf(each);
  return text;
}

function attribute(name: string, value: unknown): string {
  if (value === undefined || value === null) return '';
  // `aria-…` and `data-…` hold words; other attributes are there or not.
  if (typeof value === 'boolean' && !name.startsWith('aria-')) return value ? ` ${name}` : '';
  return ` ${names[name] ?? name}="${escapeHtml(String(value))}"`;
}

/** Attributes whose name in JSX is not HTML's. */
const names: Readonly<Record<string, string>> = { tabIndex: 'tabindex', dateTime: 'datetime' };

const special = /[&<>"]/;

function escapeHtml(text: string): string {
  if (!special.test(text)) return text;
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

export namespace JSX {
  export type Element = Html | null;
  export type ElementType = keyof IntrinsicElements | ((props: never) => Html | null);
  export interface ElementChildrenAttribute {
    children: unknown;
  }
  export interface IntrinsicAttributes {
    key?: string | number;
  }
  export type IntrinsicElements = {
    [Name in keyof PreactJSX.IntrinsicElements]: WithChildren<PreactJSX.IntrinsicElements[Name]>;
  };
}

/** Over each kind of a union by itself: an image's `alt` depends on its other attributes. */
type WithChildren<Attributes> = Attributes extends unknown
  ? Omit<Attributes, 'children'> & { readonly children?: Child }
  : never;
