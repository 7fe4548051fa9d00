import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Page, Shell, TemplateData, TemplateName } from '../src/pages/page.ts';

/** One page of a batch as Eleventy hands it to a template. */
interface Cascade<Name extends TemplateName> {
  readonly item: {
    readonly file: string;
    readonly page: Page<Name>;
    readonly shell: Shell;
    take(text: string): void;
  };
}

/**
 * An Eleventy template that draws every page of one kind in the batch, one file each.
 * `batch` is global data, set by src/build.
 */
export function definePage<Name extends TemplateName>(
  name: Name,
  render: (page: TemplateData[Name], shell: Shell) => VNode,
) {
  return defineFile(name, (page, shell) => `<!doctype html>\n${renderToString(render(page, shell))}\n`);
}

/** The same for files that are no HTML: `render` gives the whole text. */
export function defineFile<Name extends TemplateName>(
  name: Name,
  render: (page: TemplateData[Name], shell: Shell) => string,
) {
  return {
    data: {
      pagination: { data: `batch.${name}`, size: 1, alias: 'item', addAllPagesToCollections: false },
      permalink: (cascade: Cascade<Name>): string => cascade.item.file,
      eleventyExcludeFromCollections: true,
      layout: false,
    },
    render: ({ item }: Cascade<Name>): string => {
      item.take(render(item.page.data(), item.shell));
      return '';
    },
  };
}
