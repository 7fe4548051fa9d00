import type { Page, TemplateData, TemplateName } from '../src/pages/page.ts';
import type { Shell } from '../src/pages/shell.ts';
import type { Html } from './jsx/jsx-runtime.ts';

/** One page of a batch as Eleventy hands it to a template. */
interface Cascade<Name extends TemplateName> {
  readonly sheet: readonly {
    readonly file: string;
    readonly page: Page<Name>;
    readonly shell: Shell;
    take(text: string): Promise<void> | undefined;
  }[];
}

/**
 * An Eleventy template that draws every page of one kind in the batch, one file each.
 * `batch` is global data, set by src/build.
 */
export function definePage<Name extends TemplateName>(
  name: Name,
  render: (page: TemplateData[Name], shell: Shell) => Html | null,
) {
  return defineFile(name, (page, shell) => `<!doctype html>\n${render(page, shell)?.text ?? ''}\n`);
}

/** The same for files that are no HTML: `render` gives the whole text. */
export function defineFile<Name extends TemplateName>(
  name: Name,
  render: (page: TemplateData[Name], shell: Shell) => string,
) {
  return {
    data: {
      pagination: { data: `batch.${name}`, size: 50, alias: 'sheet', addAllPagesToCollections: false },
      permalink: false,
      eleventyExcludeFromCollections: true,
      layout: false,
    },
    render: async ({ sheet }: Cascade<Name>): Promise<string> => {
      for (const item of sheet) await item.take(render(item.page.data(), item.shell));
      return '';
    },
  };
}
