import type { Content } from '../../src/content/content.ts';
import { buildPages } from '../../src/pages/build-pages.ts';
import type { Page, TemplateData, TemplateName } from '../../src/pages/page.ts';
import { archiveOf } from '../archive/sample-content.ts';

/** The pages of a site by address. */
export const pagesOf = (content: Content): Map<string, Page> =>
  new Map([...buildPages(archiveOf(content))].map((page) => [page.address, page]));

/** The data of a page that must be there and be drawn with this template. */
export function dataOf<Name extends TemplateName>(
  pages: ReadonlyMap<string, Page>,
  template: Name,
  address: string,
): TemplateData[Name] {
  const page = pages.get(address);
  if (!page || !isOf(page, template)) throw new Error(`no ${template} page ${address}`);
  return page.data();
}

const isOf = <Name extends TemplateName>(page: Page, template: Name): page is Page<Name> =>
  page.template === template;

export const textOf = (content: Content, address: string): string =>
  dataOf(pagesOf(content), 'text', address).text;
