import { expect, test } from 'vitest';
import { buildArchive } from '../../src/archive/archive.ts';
import { readContent } from '../../src/content/read-content.ts';
import { buildPages } from '../../src/pages/build-pages.ts';
import { PageFinder } from '../../src/pages/find-page.ts';
import { parseNow } from '../../src/site/clock.ts';

async function archiveAt(root: string) {
  const content = await readContent({ root, baseUrl: undefined });
  const now = parseNow('2024-12-31T12:00:00+08:00', content.site.timeZone);
  if (!now) throw new Error('no date');
  return buildArchive(content, { now, drafts: true, allowEmpty: true });
}

test.each([
  ['tests/site/fixture/content', 1],
  ['content', 11],
])('pages of %s, one in %i, are found at their addresses, the same as in a build', async (root, step) => {
  const archive = await archiveAt(root);
  const pages = [...buildPages(archive)].filter((_, place) => place % step === 0);
  const finder = new PageFinder(archive);
  const wrong = pages.filter(({ address, key }) => finder.find(address)?.key !== key);
  expect(wrong.map(({ address }) => address)).toEqual([]);
  expect(pages.length).toBeGreaterThan(30);
});

test('where there is no page, none is found', async () => {
  const finder = new PageFinder(await archiveAt('tests/site/fixture/content'));
  for (const address of [
    '/nowhere/',
    '/news/2024/10/nowhere/',
    '/news/1999/',
    '/a.txt',
    '',
    '/zones/x/page/9/',
  ])
    expect(finder.find(address)).toBeUndefined();
});
