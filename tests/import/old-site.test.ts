import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { OldSite } from '../../src/import/old-site.ts';
import { readOldPage } from '../../src/import/read-old-page.ts';
import { NO_RULES } from '../../src/import/rules.ts';
import { Spool } from '../../src/import/spool.ts';
import { temporaryFolder, writeFiles } from '../temporary-folder.ts';

/** The addresses of the pages in a folder, as far as they are told by names or by the pages. */
async function addressesIn(
  files: Readonly<Record<string, string>>,
  base?: string,
): Promise<Record<string, string | undefined>> {
  const folder = temporaryFolder();
  writeFiles(folder, files);
  const spool = new Spool();
  try {
    const site = new OldSite(spool, base === undefined ? undefined : new URL(base));
    await site.add(folder, new AbortController().signal);
    return Object.fromEntries(
      site.pages.map((file) => [
        path.relative(folder, file.shown),
        readOldPage(file, NO_RULES, 'Asia/Shanghai').url?.href,
      ]),
    );
  } finally {
    spool.close();
  }
}

test('names that wget gives tell the address', async () => {
  expect(
    await addressesIn({
      'www.a.cn/index.html': '<html>',
      'www.a.cn/x/view.php?id=5.html': '<html>',
      'www.a.cn/x/view.asp@id=6&p=2': '<html>',
      'www.a.cn/x/100%.html': '<html>',
      'www.a.cn/x/a b#c.htm': '<html>',
      'www.a.cn/without-type': '<html>',
      'www.a.cn/style.css': 'p {}',
      'a.cn+8080/x.html': '<html>',
      'loose.html': '<html>',
    }),
  ).toEqual({
    'www.a.cn/index.html': 'http://www.a.cn/index.html',
    'www.a.cn/x/view.php?id=5.html': 'http://www.a.cn/x/view.php?id=5',
    'www.a.cn/x/view.asp@id=6&p=2': 'http://www.a.cn/x/view.asp?id=6&p=2',
    'www.a.cn/x/100%.html': 'http://www.a.cn/x/100%25.html',
    'www.a.cn/x/a b#c.htm': 'http://www.a.cn/x/a%20b%23c.htm',
    'www.a.cn/without-type': 'http://www.a.cn/without-type',
    'a.cn+8080/x.html': 'http://a.cn:8080/x.html',
    'loose.html': undefined,
  });
});

test('a base tells where other folders lay', async () => {
  expect(
    await addressesIn({ 'b/c.html': '<html>', 'www.x.cn/d.html': '<html>' }, 'http://www.a.cn/old/'),
  ).toEqual({
    'b/c.html': 'http://www.a.cn/old/b/c.html',
    'www.x.cn/d.html': 'http://www.x.cn/d.html',
  });
});

test('programs that save pages note the address, and pages name their own', async () => {
  expect(
    await addressesIn({
      'a.html': '<!-- saved from url=(0025)http://www.a.cn/x.asp?id=1 --><html>',
      'b.html': '<html><!-- Mirrored from www.a.cn/y.php?id=2 by HTTrack Website Copier/3.x --></html>',
      'c.html': '<html><!--\n Page saved with SingleFile \n url: http://www.a.cn/z.html \n--></html>',
      'd.html': '<html><link rel="canonical" href="http://www.a.cn/canonical.html"></html>',
      'e.html': '<html><meta name="Url" content="/only/a/path.html"></html>',
    }),
  ).toEqual({
    'a.html': 'http://www.a.cn/x.asp?id=1',
    'b.html': 'http://www.a.cn/y.php?id=2',
    'c.html': 'http://www.a.cn/z.html',
    'd.html': 'http://www.a.cn/canonical.html',
    'e.html': undefined,
  });
});

test('what a page refers to is found beside it or by address, nothing outside', async () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    'secret.png': 'secret',
    'old/www.a.cn/x/page.html': '<html>',
    'old/www.a.cn/x/page_files/one.png': '1',
    'old/www.a.cn/up/two.png': '2',
    'old/www.a.cn/x/view.php?id=5.html': '<html>',
  });
  const spool = new Spool();
  const site = new OldSite(spool, undefined);
  await site.add(path.join(folder, 'old'), new AbortController().signal);
  const page = site.pages.find(({ shown }) => shown.endsWith('page.html'));
  if (!page) throw new Error('no page');
  const found = (href: string): string | undefined => {
    const file = site.find(page, page.url, href);
    return file && path.relative(folder, file.shown);
  };
  expect(found('./page_files/one.png')).toBe('old/www.a.cn/x/page_files/one.png');
  expect(found('/up/two.png')).toBe('old/www.a.cn/up/two.png');
  expect(found('http://a.cn/up/two.png?x=1')).toBe('old/www.a.cn/up/two.png');
  expect(found('http://a.cn/up/two.php?x=1')).toBeUndefined();
  expect(found('https://www.a.cn/up/two.png')).toBe('old/www.a.cn/up/two.png');
  expect(found('view.php%3Fid=5.html')).toBe('old/www.a.cn/x/view.php?id=5.html');
  expect(found('view.php?id=5')).toBe('old/www.a.cn/x/view.php?id=5.html');
  for (const outside of [
    '../../../secret.png',
    '/../../secret.png',
    `file://${folder}/secret.png`,
    `${folder}/secret.png`,
  ])
    expect(found(outside)).toBeUndefined();
  spool.close();
  expect(fs.existsSync(spool.folder)).toBe(false);
});
