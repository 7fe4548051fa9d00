import path from 'node:path';
import { expect, test } from 'vitest';
import { problem } from '../../src/problems/problem.ts';
import { type Clue, placeAt, wordsNear } from '../../src/verify/finding.ts';
import { placeFindings } from '../../src/verify/place-findings.ts';
import { temporaryFolder, writeFiles } from '../temporary-folder.ts';

const markdown = '---\ntitle: 题\ndate: 2020-01-23\n---\n\n𠮷野家的[一节](b.md#节)和![图](a.png)。\n';

function placed(
  clue: Clue,
  code: 'site-link-dead' | 'site-list-extra' = 'site-link-dead',
  file = 'news/2020/01/a/index.html',
): string {
  const folder = temporaryFolder();
  writeFiles(folder, { 'a.md': `\ufeff${markdown}` });
  const sources = new Map([
    [
      '/news/2020/01/a/',
      {
        file: 'content/news/2020/01/a.md',
        path: path.join(folder, 'a.md'),
        assets: [],
        links: [{ address: '/news/2020/01/b/', anchor: '节', line: 6, column: 10 }],
      },
    ],
  ]);
  const made = problem(code, { file, line: 2, column: 300 }, { page: '/', value: 'x', links: '' });
  const [told] = placeFindings([{ problem: made, clue }], sources, '_site/');
  return `${told?.file}:${told?.line}:${told?.column}`;
}

test.each<[string, Clue, string]>([
  ['a link that content knows', { words: ['图'], target: '/news/2020/01/b/#节' }, '6:10'],
  ['the file that it names', { words: ['/news/2020/01/a.png', 'a.png'] }, '6:23'],
  ['words beside it, counted in characters', { words: ['别处', '野家'] }, '6:2'],
  ['the value in front matter', { words: [], key: 'date' }, '3:7'],
  ['nothing known', { words: ['没有'], key: 'summary' }, '1:1'],
])('%s', (_, clue, expected) => {
  expect(placed(clue)).toBe(`content/news/2020/01/a.md:${expected}`);
});

test('lists, and pages that no file stands for, are told in the site', () => {
  expect(placed({ words: ['题'] }, 'site-list-extra')).toBe('_site/news/2020/01/a/index.html:2:300');
  expect(placed({ words: ['题'] }, 'site-link-dead', 'search/index.html')).toBe(
    '_site/search/index.html:2:300',
  );
});

test('line and column of an offset', () => {
  const text = '一\n𠮷二三\n';
  expect(placeAt(text, text.indexOf('三'))).toEqual({ line: 2, column: 3 });
  expect(placeAt(text, 0)).toEqual({ line: 1, column: 1 });
  expect(placeAt(text, text.length)).toEqual({ line: 3, column: 1 });
});

test('words near an offset: after it first, within a tag too', () => {
  const html = '<p>前面的话</p><p class="a">后面的话 &amp; 更多</p>';
  expect(wordsNear(html, html.indexOf('class'))).toEqual(['后面的话', '更多', '前面的话']);
});
