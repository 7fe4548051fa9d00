import { expect, test } from 'vitest';
import { buildManifest } from '../../src/publish/manifest.ts';

const file = (sha256: string) => ({ key: sha256, sha256, size: 1, mtimeMs: 1 });

test('a manifest names every file with its hash, and what is different since the last build', () => {
  const before = new Map([
    ['a.html', file('1')],
    ['b.html', file('2')],
    ['gone.html', file('3')],
  ]);
  const now = new Map([
    ['new.html', file('5')],
    ['b.html', file('4')],
    ['a.html', file('1')],
  ]);
  expect(buildManifest(now, before, ['gone.html'])).toEqual({
    files: { 'a.html': '1', 'b.html': '4', 'new.html': '5' },
    added: ['new.html'],
    changed: ['b.html'],
    removed: ['gone.html'],
  });
});
