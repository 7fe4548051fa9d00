const wide = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\u30A0-\u30FF\u3200-\u33FF\uFE10-\uFE1F\uFE30-\uFE4F\uFF01-\uFF60\uFFE0-\uFFE6“”‘’—…·]`;
const wideAtEnd = new RegExp(`${wide}$`, 'u');
const wideAtStart = new RegExp(`^${wide}`, 'u');

/**
 * Whether two lines of Chinese text join without a space: the characters on both sides are Han, kana,
 * full-width, or one of the marks “ ” ‘ ’ — … · that Chinese shares with Latin text.
 */
export function joinsWithoutSpace(before: string, after: string): boolean {
  return wideAtEnd.test(before.slice(-2)) && wideAtStart.test(after.slice(0, 2));
}

/** Paragraphs as one line of text; a space parts those that do not end in a full-width mark. */
export function joinParagraphs(before: string, after: string): string {
  const isOpen = before !== '' && after !== '' && !/[\u3000-\u303F\uFF01-\uFF65”’…—]$/.test(before.slice(-1));
  return isOpen ? `${before} ${after}` : before + after;
}
