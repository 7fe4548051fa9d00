import { expect, test } from 'vitest';
import { referencedAddress } from '../../src/archive/reference.ts';
import { addressOfFile } from '../../src/content/addresses.ts';

test.each([
  ['/news/2018/05/a/', '/news/2018/05/a/'],
  ['/news/2018/05/a', '/news/2018/05/a/'],
  ['/feed.xml', '/feed.xml'],
  ['news/2018/05/a.md', '/news/2018/05/a/'],
  ['news/2018/05/a/index.md', '/news/2018/05/a/'],
  ['b.md', '/news/2020/01/b/'],
  ['./b.md', '/news/2020/01/b/'],
  ['../02/b/index.md', '/news/2020/02/b/'],
  ['zones/kd.md', '/zones/kd/'],
  ['pages/about.md', '/about/'],
  ['一个标题', undefined],
])('%s', (text, address) => {
  expect(referencedAddress(text, 'news/2020/01/a.md')).toBe(address);
});

test.each([
  ['news/2020/01/a.md', '/news/2020/01/a/'],
  ['news/2020/01/a/index.md', '/news/2020/01/a/'],
  ['topics/t.md', '/topics/t/'],
  ['pages/contact.md', '/contact/'],
])('the page of %s', (file, address) => {
  expect(addressOfFile(file)).toBe(address);
});
