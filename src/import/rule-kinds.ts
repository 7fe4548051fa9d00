import { compile, selectAll } from 'css-select';
import type { AnyNode, Document, Element } from 'domhandler';
import type { Kind, Reading } from '../content/fields.ts';
import { list, text } from '../content/kinds.ts';
import type { Registry } from '../content/registry.ts';
import { report } from '../content/sheet.ts';
import type { YamlNode } from '../content/yaml-nodes.ts';

/** Where a fact stands in a page: in the elements of a selector, or behind a label. */
export type Finder =
  | { readonly kind: 'selector'; readonly find: (page: Document) => Element[] }
  | { readonly kind: 'label'; readonly label: string };

/** One text or several. */
export const oneOrMore = <T>(item: Kind<T>): Kind<readonly T[]> => ({
  read: (node, reading) => {
    if (node.kind === 'list') return list(item).read(node, reading);
    const value = item.read(node, reading);
    return value === undefined ? undefined : [value];
  },
  schema: item.schema,
});

/** A text that ends with a colon is a label, any other a selector of CSS. */
export const finder: Kind<Finder> = {
  read: (node, reading) => {
    const written = text(300).read(node, reading);
    if (written === undefined) return undefined;
    if (/[:：]$/.test(written)) return { kind: 'label', label: written };
    const matches = compileSelector(written);
    if (matches) return { kind: 'selector', find: (page) => selectAll<AnyNode, Element>(matches, page) };
    report(reading.sheet, 'rule-selector', node.at, { key: reading.key, value: written });
    return undefined;
  },
  schema: { type: 'string' },
};

export const selector: Kind<(element: Element) => boolean> = {
  read: (node, reading) => {
    const written = text(300).read(node, reading);
    const matches = written === undefined ? undefined : compileSelector(written);
    if (written !== undefined && !matches)
      report(reading.sheet, 'rule-selector', node.at, { key: reading.key, value: written });
    return matches;
  },
  schema: { type: 'string' },
};

function compileSelector(written: string): ((element: Element) => boolean) | undefined {
  try {
    return compile<AnyNode, Element>(written);
  } catch {
    return undefined;
  }
}

/** Names or paths of the old site → names of sources here. */
export const sourceNames: Kind<ReadonlyMap<string, string>> = {
  read: (node, reading) => readNames(node, reading, (written) => written),
  schema: { type: 'object' },
};

/** Names or paths of the old site → ids of a registry. */
export const idNames = (
  key: 'channel' | 'zone' | 'region',
  registry: Registry<{ readonly id: string }>,
): Kind<ReadonlyMap<string, string>> => ({
  read: (node, reading) =>
    readNames(node, reading, (written, at) => {
      const id = registry.find(written)?.id;
      if (id === undefined)
        report(reading.sheet, `${key}-unknown`, at, { value: written, nearest: registry.nearest(written) });
      return id;
    }),
  schema: { type: 'object' },
});

/** One id of a registry. */
export const idName = (
  key: 'channel' | 'zone' | 'region',
  registry: Registry<{ readonly id: string }>,
): Kind<string> => ({
  read: (node, reading) => {
    const written = text(100).read(node, reading);
    if (written === undefined) return undefined;
    const id = registry.find(written)?.id;
    if (id === undefined)
      report(reading.sheet, `${key}-unknown`, node.at, {
        value: written,
        nearest: registry.nearest(written),
      });
    return id;
  },
  schema: { type: 'string' },
});

function readNames(
  node: YamlNode,
  reading: Reading,
  find: (written: string, at: number) => string | undefined,
): ReadonlyMap<string, string> | undefined {
  if (node.kind !== 'map') {
    if (node.kind !== 'bad')
      report(reading.sheet, 'value-map', node.at, { key: reading.key, example: '旧名称: 新名称' });
    return undefined;
  }
  const found = new Map<string, string>();
  for (const { key, value } of node.entries) {
    if (value.kind === 'empty') report(reading.sheet, 'value-empty', value.at, { key });
    const written = value.kind === 'empty' ? undefined : text(100).read(value, { ...reading, key });
    const target = written === undefined ? undefined : find(written, value.at);
    if (target !== undefined) found.set(key.trim(), target);
  }
  return found;
}
