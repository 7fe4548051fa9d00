import { expect, test } from 'vitest';
import { plainText } from '../../src/markdown/plain-text.ts';
import { renderBody } from '../../src/markdown/render-body.ts';
import { recordingResolver } from './recording-resolver.ts';

const numbered = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(at)).join('');

// Each takes a fraction of a second where time grows with the length, and far more than a test's time where it
// grows with its square. The resolver reads every place.
test.each([
  ['brackets', '['.repeat(50_000)],
  ['picture brackets', '!['.repeat(50_000)],
  ['note brackets', '^['.repeat(50_000)],
  ['note references', `${'[^a]'.repeat(20_000)}\n\n[^a]: 注`],
  ['nested pictures', `${'!['.repeat(8000)}a${'](b)'.repeat(8000)}`],
  ['nested links', `${'['.repeat(8000)}a${'](b)'.repeat(8000)}`],
  ['nested notes', `${'^['.repeat(8000)}a${']'.repeat(8000)}`],
  ['links in a line', '[a](b)'.repeat(10_000)],
  ['links in lines', '[a](b)\n'.repeat(10_000)],
  ['pictures in a line', 'a ![a](b)'.repeat(6000)],
  ['notes in a line', '^[a [b](c)]'.repeat(5000)],
  ['addresses', '<https://a.cn>'.repeat(5000)],
  ['tags in a line', '<a '.repeat(30_000)],
  ['tags in lines', '<b>\n'.repeat(20_000)],
  ['comments', '<!--'.repeat(30_000)],
  ['stars', '**'.repeat(50_000)],
  ['emphasis', '*a_b'.repeat(30_000)],
  ['backticks', numbered(300, (at) => `${'`'.repeat(at)} `)],
  ['ampersands', '&'.repeat(50_000)],
  ['quotations', '>'.repeat(20_000)],
  ['lists', '- '.repeat(5000)],
  ['definitions', numbered(4000, (at) => `[r${at}]: x\n`) + numbered(4000, (at) => `[r${at}] `)],
  ['notes', numbered(4000, (at) => `[^r${at}]: x\n\n`) + numbered(4000, (at) => `[^r${3999 - at}] `)],
  ['unused notes', numbered(4000, (at) => `[^r${at}]: x\n\n`)],
  ['same headings', '# a\n'.repeat(10_000)],
  ['a wide table', `|${'<b |'.repeat(3000)}\n|${'-|'.repeat(3000)}\n${'|a|\n'.repeat(20)}`],
  ['lines', '中\n'.repeat(50_000)],
  ['marked lines', '中\n** '.repeat(30_000)],
  ['spaces', `a${' '.repeat(50_000)}b\n${' '.repeat(50_000)}c`],
])('%s', (_, markdown) => {
  const { html } = renderBody(markdown, 1, recordingResolver().resolver);
  expect(plainText(html)).not.toContain('</');
});
