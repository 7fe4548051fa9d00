import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '../pages/page.ts';
import type { Shell } from '../pages/shell.ts';
import { outputPath } from './output-path.ts';

/** A compiled template, as templates/define-page.ts makes it for Eleventy. */
interface Template {
  readonly render: (cascade: {
    readonly sheet: readonly {
      readonly file: string;
      readonly page: Page;
      readonly shell: Shell;
      take(text: string): undefined;
    }[];
  }) => Promise<string>;
}

/**
 * Draws one page with its template, as a preview does. Eleventy, which draws the site, asks the same template and
 * takes the text as it is; an instance of it for one page takes 30 to 50 ms, and half a second for the first.
 * @param compiledRoot folder of the compiled `templates/`
 */
export async function drawPage(compiledRoot: string, shell: Shell, page: Page): Promise<string> {
  const file = path.join(compiledRoot, 'templates', `${page.template}.11ty.js`);
  const { default: template }: { default: Template } = await import(pathToFileURL(file).href);
  const drawn: string[] = [];
  const take = (text: string): undefined => {
    drawn.push(text);
  };
  await template.render({ sheet: [{ file: outputPath(page.address), page, shell, take }] });
  const [text] = drawn;
  if (text === undefined) throw new Error(`the template ${page.template} did not draw ${page.address}`);
  return text;
}
