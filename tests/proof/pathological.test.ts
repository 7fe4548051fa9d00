import { expect, test } from 'vitest';
import { readContent } from '../../src/content/read-content.ts';
import { articleText, contentFolder } from '../content/content-folder.ts';

/** Long lines of nothing but what the rules look for: work must not grow with the square of their length. */
test.each([
  ['half-width marks', '中,', 60_000],
  ['quotation marks', '"中"“', 30_000],
  ['opening marks', '（《“', 30_000],
  ['closing marks', `${'（'.repeat(40_000)}${'》'.repeat(40_000)}`, 1],
  ['dates', '1月25日', 20_000],
  ['digits', '13912345678 ', 10_000],
  ['dots', '中...', 30_000],
  ['bold', '**中**,', 10_000],
])('%s', async (_, piece, times) => {
  const file = 'news/2020/01/a.md';
  const root = contentFolder({ [file]: articleText('', `\n${piece.repeat(times)}\n`) });
  const { articles } = await readContent({ root, baseUrl: undefined, proof: true });
  expect(articles).toHaveLength(1);
});
