import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { xml } from '../../src/pages/xml.ts';

test.each([
  ['<a href="b">', '&lt;a href=&quot;b&quot;&gt;'],
  ['A & B', 'A &amp; B'],
  [']]>', ']]&gt;'],
  ['昆山𠮷', '昆山𠮷'],
  ['a\u0000b\u0008c\u000bd\u001fe\u007ff', 'abcdef'],
  ['tab\tline\n', 'tab\tline\n'],
  ['half \ud800 pair', 'half  pair'],
  ['\ufffe\uffff', ''],
])('%j', (value, escaped) => {
  expect(xml`<t>${value}</t>`).toBe(`<t>${escaped}</t>`);
});

test('whatever the text, it stays text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (value) => {
      const { document } = parseHTML(`<html><body><p title="">${xml`${value}`}</p></body></html>`);
      expect(document.querySelectorAll('body *')).toHaveLength(1);
    }),
  );
});
