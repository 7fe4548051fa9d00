/** Parts of regular expressions with the `u` flag: Chinese characters, and marks that belong to Chinese text. */
export const HAN = '\\p{Script=Han}';
export const OPENING = '“‘《〈（【「『〔';
export const CLOSING = '”’》〉）】」』〕';
/** What a Chinese sentence ends with before a mark, and goes on with behind one. */
export const BEFORE = `[${HAN}${CLOSING}]`;
export const AFTER = `[${HAN}${OPENING}]`;

/** Half-width marks and the ones that Chinese text has instead. */
export const fullWidth: ReadonlyMap<string, string> = new Map([
  [',', '，'],
  [';', '；'],
  [':', '：'],
  ['?', '？'],
  ['!', '！'],
  ['(', '（'],
  [')', '）'],
]);

/** A text without anything that a message should not carry: on one line, at most so many characters. */
export const shortened = (text: string, most: number): string => {
  const points = [...text.replace(/\s+/g, ' ').trim()];
  return points.length <= most ? points.join('') : `${points.slice(0, most).join('')}…`;
};
