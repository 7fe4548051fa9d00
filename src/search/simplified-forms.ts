import { gaps, traditional } from './traditional.ts';

/** Traditional characters and variants with their Simplified form. */
export const simplifiedForms: ReadonlyMap<string, string> = unpackForms();

/**
 * The Simplified forms are in order, so each is known by its distance from the one before: a number of base 26,
 * its digits `a` to `z`, the last of them `A` to `Z`. A third less for a reader to load.
 */
function unpackForms(): Map<string, string> {
  const forms = new Map<string, string>();
  let at = 0;
  let form = 0;
  for (const character of traditional) {
    let gap = 0;
    let code: number;
    do {
      code = gaps.charCodeAt(at++);
      gap = gap * 26 + (code % 32) - 1;
    } while (code > 96);
    form += gap;
    forms.set(character, String.fromCodePoint(form));
  }
  return forms;
}
