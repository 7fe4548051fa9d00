import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readLastBuild, writeLastBuild } from '../../src/build/last-build.ts';
import { temporaryFolder, writeFiles } from '../temporary-folder.ts';

const build = {
  files: new Map([['index.html', { key: 'k', size: 3, mtimeMs: 4.5 }]]),
  permanent: ['/news/2020/01/a/'],
};

describe('what is remembered of the last build', () => {
  test('is read as it was written', () => {
    const folder = temporaryFolder();
    writeLastBuild(folder, '/www/_site', build);
    expect(readLastBuild(folder, '/www/_site')).toEqual(build);
  });

  test('is of no use for another output', () => {
    const folder = temporaryFolder();
    writeLastBuild(folder, '/www/_site', build);
    expect(readLastBuild(folder, '/www/other').files.size).toBe(0);
  });

  test.each([
    ['cut off', (text: string) => text.slice(0, -20)],
    ['empty', () => ''],
    ['null', () => 'null'],
    ['of another form', () => '{"format":0}'],
    ['a list', () => '[]'],
    ['with files that are none', (text: string) => text.replace('"index.html"', 'null')],
  ])('counts as nothing when it is %s', (_, spoil) => {
    const folder = temporaryFolder();
    writeLastBuild(folder, '/www/_site', build);
    const file = path.join(folder, 'build.json');
    fs.writeFileSync(file, spoil(fs.readFileSync(file, 'utf8')));
    expect(readLastBuild(folder, '/www/_site').files.has('index.html')).toBe(false);
  });
});

test('without it, permanent addresses come from the sitemaps of the site', () => {
  const output = temporaryFolder();
  const map = (...addresses: string[]) =>
    `<urlset>${addresses.map((address) => `<url><loc>https://host.example/sub${address}</loc></url>`).join('\n')}</urlset>`;
  writeFiles(output, {
    'sitemap.xml':
      '<sitemapindex><sitemap><loc>https://host.example/sub/sitemaps/2020.xml</loc></sitemap></sitemapindex>',
    'sitemaps/2020.xml': map('/news/2020/01/a/'),
    'sitemaps/news.xml': map('/news/2024/01/only-in-news/'),
    'sitemaps/pages.xml': map(
      ...[
        '/',
        '/news/',
        '/news/2020/',
        '/news/2020/01/',
        '/zones/',
        '/zones/kd/',
        '/topics/t/',
        '/regions/hubei/',
      ],
      ...['/policy/', '/policy/hubei/', '/policy/hubei/text/', '/about/', '/sitemap/'],
    ),
  });
  const { permanent } = readLastBuild(path.join(output, 'no-cache'), output);
  expect([...permanent].sort()).toEqual(
    ['/news/2020/01/a/', '/zones/kd/', '/topics/t/', '/regions/hubei/', '/policy/', '/about/'].sort(),
  );
});
