import { expect, test } from 'vitest';
import { isInSpan, parseYearSpan } from '../src/site/year-span.ts';

const years = ['2003', '2004', '2005', '2007', '2009', '2010'];

test.each<[string, readonly string[]]>([
  ['2005-2009', ['2005', '2007', '2009']],
  ['2005', ['2005']],
  ['2007-', ['2007', '2009', '2010']],
  ['-2004', ['2003', '2004']],
])('%s', (text, held) => {
  const span = parseYearSpan(text);
  expect(span?.text).toBe(text);
  expect(years.filter((year) => span && isInSpan(span, year))).toEqual(held);
});

test.each(['', '-', '2009-2005', '05-09', '2005-2009-2012', '2005 - 2009', '二〇〇五', '20055'])(
  'no span: %j',
  (text) => expect(parseYearSpan(text)).toBeUndefined(),
);
