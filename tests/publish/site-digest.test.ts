import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Content } from '../../src/content/content.ts';
import { digestOfSite } from '../../src/publish/site-digest.ts';
import { archiveOf, articleWith, at, contentWith, sampleSite, zoneWith } from '../archive/sample-content.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const articles = [articleWith('a', '2019-05-01'), articleWith('later', '2024-12-31 15:00')];
const content = contentWith(articles);

function digest(
  of: Content,
  { now = '2024-12-31 12:00', search = true, precompress = false, code = 'code' } = {},
): string {
  const compiledRoot = temporaryFolder();
  fs.mkdirSync(path.join(compiledRoot, 'assets'));
  fs.writeFileSync(path.join(compiledRoot, 'hash.txt'), code);
  return digestOfSite({
    content: of,
    archive: archiveOf(of, { now: at(now) }),
    search,
    precompress,
    compiledRoot,
  });
}

test('parts that were begun at other moments belong together', () => {
  expect(digest(content, { now: '2024-12-31 13:00' })).toBe(digest(content));
});

test.each<[string, () => string]>([
  ['an article that has become due', () => digest(content, { now: '2024-12-31 16:00' })],
  ['another year in the footer', () => digest(content, { now: '2025-01-01 00:00' })],
  ['no index', () => digest(content, { search: false })],
  ['compressed copies', () => digest(content, { precompress: true })],
  ['other code', () => digest(content, { code: 'other' })],
  ['another address', () => digest({ ...content, site: { ...sampleSite, url: 'https://other.example/' } })],
  ['another zone', () => digest({ ...content, zones: [zoneWith({ id: 'kd' })] })],
  ['another article', () => digest(contentWith([...articles, articleWith('b', '2019-05-01')]))],
  [
    'another text',
    () => digest(contentWith(articles.map((each) => ({ ...each, digest: `${each.digest} new` })))),
  ],
  ['a draft', () => digest(contentWith(articles.map((each) => ({ ...each, draft: true }))))],
])('not with %s', (_, other) => {
  expect(other()).not.toBe(digest(content));
});
