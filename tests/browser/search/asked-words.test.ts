import { describe, expect, test } from 'vitest';
import { askedWords } from '../../../src/browser/search/asked-words.ts';
import { parseQuestion } from '../../../src/search/question.ts';

const wordsFor = (text: string): string[] => askedWords(parseQuestion(text).wanted);

describe('the words that a volume is asked for', () => {
  test.each([
    ['招商引资', ['招商', '商引', '引资']],
    ['PM2.5 治理', ['pm25', '治理']],
    ['招商 招商会', ['招商', '商会']],
  ])('for %s are all of them, once', (text, words) => {
    expect(wordsFor(text)).toEqual(words);
  });

  test('are three pairs of a long phrase, those between its words first', () => {
    const words = wordsFor('昆山经济技术开发区2期');
    expect(words.filter((word) => /^\p{Script=Han}{2}$/u.test(word))).toHaveLength(3);
    expect(words).toContain('山经');
    expect(words).toContain('2');
  });
});
