/** Marks that mean something anywhere in a line. */
const ANYWHERE = /[\\`*[\]]|<(?=[a-z/!?])|&(?=#?\w{1,31};)|~(?=~)|(?<=~)~/gi;
/** An underscore inside a word means nothing. */
const UNDERSCORE = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
/** What makes a heading, list, quotation, rule, table or fence of a line, or a mark of git. */
const AT_START = /^(?:#{1,6}(?=\s|$)|[-+>=:|](?=[\s=:|-]|$)|>|<(?=<{6} )|-{2,}|=+\s*$|~{3,})/;
const NUMBERED = /^(\d{1,9})([.)])(?=\s|$)/;

/** A piece of text as Markdown that shows just that; `isStart` where it begins a line. */
export function escapeMarkdown(text: string, isStart: boolean): string {
  const escaped = text.replace(ANYWHERE, '\\$&').replace(UNDERSCORE, '\\_');
  if (!isStart) return escaped;
  return escaped.replace(AT_START, '\\$&').replace(NUMBERED, '$1\\$2');
}

/** Where a link or picture leads, as it stands between the brackets of Markdown. */
export const escapeDestination = (address: string): string =>
  address.replace(
    /[\s()<>\\\u0080-\u009f]/g,
    (character) => `%${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0')}`,
  );

/** The words that stand beside an address in quotation marks. */
export const escapeTitle = (text: string): string =>
  text.replace(/[\\"`*_[\]<&]/g, (mark) => (mark === '"' ? '\\"' : `\\${mark}`));
