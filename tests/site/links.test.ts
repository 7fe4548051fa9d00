import { expect, test } from 'vitest';
import { PageScan } from '../../src/verify/page-scan.ts';
import { TargetReader } from '../../src/verify/resolve-target.ts';
import { scanHtml } from '../../src/verify/scan-html.ts';
import { fixtureSite } from './built-site.ts';

test('every file but pictures for sharing and for hosts is reached from a page', () => {
  const site = fixtureSite();
  const targets = new TargetReader('https://host.example/sub/');
  const reached = new Set<string>();
  for (const page of site.pages) {
    const scan = new PageScan(site.text(page));
    scanHtml(scan.html, scan);
    for (const { value } of scan.targets) {
      const target = targets.read(value, page);
      if (target.kind === 'inside') reached.add(target.address);
    }
  }
  const orphans = site.pages.filter((page) => !reached.has(page));
  const expected = [
    '/404.html',
    '/about.asp',
    '/html/2024/every.html',
    '/html/withdrawn.html',
    '/special/green.html',
  ];
  const hidden = ['/news/2024/11/expired/', '/news/2024/11/withdrawn/'];
  expect(
    orphans.filter(
      (page) => !expected.includes(page) && !hidden.includes(page) && !/^\/(old|park)\//.test(page),
    ),
  ).toEqual([]);
});
