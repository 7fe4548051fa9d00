import { expect, test } from 'vitest';
import { readManifest } from '../../src/publish/manifest.ts';
import { temporaryFolder, writeFiles } from '../temporary-folder.ts';

test('a manifest names every file with its SHA-256, sorted, and what is different', () => {
  const folder = temporaryFolder();
  writeFiles(folder, { 'b/index.html': 'b', 'a.html': 'a' });
  const changes = { added: ['a.html'], changed: ['b/index.html'], removed: ['gone.html'] };
  const manifest = readManifest(folder, ['b/index.html', 'a.html'], changes);
  expect(manifest).toEqual({
    files: {
      'a.html': 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb',
      'b/index.html': '3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d',
    },
    ...changes,
  });
  expect(Object.keys(manifest.files)).toEqual(['a.html', 'b/index.html']);
});
