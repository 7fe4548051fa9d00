import { isHan } from '../../search/index-words.ts';
import type { Phrase } from '../../search/question.ts';

/** Each pair of a phrase may cost a chunk of 25 KB in every volume; so many tell almost as much as all. */
const mostPairs = 3;

/**
 * The words that a volume is asked for, each once. Of a long phrase the pairs that stand across the borders of
 * words come first: 泠高 says more of 西泠高新技术产业园 than 产业 does. What they let through is found out in the text.
 */
export function askedWords(phrases: readonly Phrase[]): string[] {
  return [...new Set(phrases.flatMap(telling))];
}

function telling({ text, words }: Phrase): readonly string[] {
  const pairs = words.filter(isHan);
  if (pairs.length <= mostPairs) return words;
  const across = pairsAcross(text);
  const chosen = pairs.filter((pair) => across.has(pair)).slice(0, mostPairs);
  for (const pair of [pairs[0], pairs.at(-1), ...pairs])
    if (pair !== undefined && chosen.length < mostPairs && !chosen.includes(pair)) chosen.push(pair);
  return [...chosen, ...words.filter((word) => !isHan(word))];
}

/** The pairs of characters between which a word ends; none where the browser cannot tell. */
function pairsAcross(text: string): ReadonlySet<string> {
  const across = new Set<string>();
  if (!('Segmenter' in Intl)) return across;
  let before = '';
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)) {
    const [first = ''] = segment;
    across.add(before + first);
    before = Array.from(segment).at(-1) ?? '';
  }
  return across;
}
