import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outputPath } from '../../src/build/output-path.ts';

test.each([
  ['/', 'index.html'],
  ['/news/2020/01/a/', 'news/2020/01/a/index.html'],
  ['/feed.xml', 'feed.xml'],
  ['/_redirects', '_redirects'],
  ['/%E6%97%A7/', '旧/index.html'],
])('%s is the file %s', (address, file) => {
  expect(outputPath(address)).toBe(file);
});

test.each(['', 'a/', '/../a/', '/a/../../b/', '/%2e%2e/a/', '/a/./b/', '/a%00/', '/..', '/./'])(
  'refused: %j',
  (address) => {
    expect(() => outputPath(address)).toThrow();
  },
);

test('whatever the address, the file lies in the output folder', () => {
  const parts = fc.constantFrom('/', '..', '.', 'a', '%2e', '%2f', '%5c', '\\', '\0', '?', '旧');
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 8 }), (list) => {
      let file: string;
      try {
        file = outputPath(`/${list.join('')}`);
      } catch {
        return;
      }
      expect(path.join('/out', file).startsWith('/out/')).toBe(true);
    }),
  );
});
