import { hash } from 'node:crypto';
import type { Page, TemplateData, TemplateName } from './page.ts';

/** A short hash of a text: 27 characters. */
export const digestOf = (text: string): string => hash('sha1', text, 'base64').slice(0, 27);

/** Eight hexadecimal digits for the name of a file that may be kept for ever. */
export const addressHash = (text: string): string => hash('sha256', text, 'hex').slice(0, 8);

/**
 * A page whose key covers all its data, as JSON writes it: items stand for themselves by their own key.
 * `body` stands for HTML that would be long to hash: the digest of the file that it was made from.
 */
export function pageOf<Name extends TemplateName>(
  template: Name,
  address: string,
  data: TemplateData[Name],
  body?: string,
): Page<Name> {
  const shown = body === undefined ? data : { ...data, html: body };
  return lazyPage(
    template,
    address,
    undefined,
    () => JSON.stringify(shown),
    () => data,
  );
}

/**
 * A page whose data is dear to make: `facts` must change whenever the data would. Neither is asked for in a part
 * of the site that does not hold the page.
 * @param year of the newest article on it; undefined where it is about the whole archive
 */
export function lazyPage<Name extends TemplateName>(
  template: Name,
  address: string,
  year: string | undefined,
  facts: () => string,
  data: () => TemplateData[Name],
): Page<Name> {
  let key: string | undefined;
  return {
    address,
    template,
    year,
    get key() {
      key ??= digestOf(`${template} ${address} ${facts()}`);
      return key;
    },
    data,
  };
}
