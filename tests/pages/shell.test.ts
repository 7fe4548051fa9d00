import { expect, test } from 'vitest';
import { buildShell } from '../../src/pages/shell.ts';
import { at, contentWith, sampleSite } from '../archive/sample-content.ts';

const assets = {
  style: '/assets/site.css',
  script: '/assets/site.js',
  searchStyle: '/assets/search-page.css',
  searchScript: '/assets/search-page.js',
};
const shellOf = (now: string, from: number | undefined, site = sampleSite) =>
  buildShell(contentWith([], { site: { ...site, copyright: { ...site.copyright, from } } }), at(now), assets);

test.each([
  [2015, '2024-12-31', '2015-2024'],
  [2024, '2024-01-01', '2024'],
  [undefined, '2024-06-01', '2024'],
])('copyright from %s on %s', (from, now, years) => {
  expect(shellOf(now, from).footer.copyright).toContain(`© ${years} `);
});

test('channels stand in the navigation in the order of their file', () => {
  expect(shellOf('2024-01-01', 2015).navigation.map(({ text }) => text)).toEqual(['快讯', '政策']);
});

test('telephone numbers can be dialled', () => {
  const contact = { ...sampleSite.contact, phone: '+86-0512-53660867' };
  const [phone] = shellOf('2024-01-01', 2015, { ...sampleSite, contact }).footer.contact;
  expect(phone).toMatchObject({ value: '+86-0512-53660867', href: expect.stringMatching(/^tel:\+\d+$/) });
});

test('styles and scripts stand below the base path', () => {
  const { style, script, home } = shellOf('2024-01-01', 2015, { ...sampleSite, basePath: '/sub/' });
  expect([style, script, home]).toEqual(['/sub/assets/site.css', '/sub/assets/site.js', '/sub/']);
});
