import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { fixtureSite, metaOf, textOf } from './built-site.ts';

const site = fixtureSite();

/** Files in which a text stands, by its bytes. */
const filesWith = (text: string): string[] =>
  site.files.filter((file) => fs.readFileSync(path.join(site.root, file)).includes(text));

describe('drafts and scheduled articles stand nowhere', () => {
  test.each([
    '还没写完的草稿标题',
    '草稿的正文不能出现',
    'draft-one',
    'html/draft.html',
    '明年才发的稿件标题',
    '待发的正文不能出现',
    'scheduled-one',
  ])('%s', (text) => {
    expect(filesWith(text)).toEqual([]);
    expect(site.files.filter((file) => file.includes(text))).toEqual([]);
  });
});

describe.each([
  ['withdrawn', '/news/2024/11/withdrawn/', '已经撤下的报道', '来源要求撤下'],
  ['expired', '/news/2024/11/expired/', '已经过期的通知', '2024-12-01'],
])('the page of a %s article', (_, address, title, reason) => {
  const page = site.open(address);
  const main = textOf(page.querySelector('main'));

  test('keeps title, date and reason', () => {
    expect(textOf(page.querySelector('h1'))).toBe(title);
    expect(main).toContain('2024-11-1');
    expect(main).toContain(reason);
  });

  test('is kept from search engines', () => {
    expect(metaOf(page).get('robots')).toContain('noindex');
    expect(page.querySelector('[data-pagefind-body]')).toBeNull();
  });

  test('answers 410 where the host can', () => {
    expect(site.text('/_redirects')).toContain(`/sub${address} /sub${address} 410\n`);
  });

  test('stands in no list, feed, sitemap or JSON', () => {
    const alias = address.includes('withdrawn') ? ['/html/withdrawn.html'] : [];
    const forHosts = /^\/(?:_redirects|vercel\.json|_nginx\/http\.conf)$/;
    const files = [...filesWith(title), ...filesWith(address)].filter((file) => !forHosts.test(file));
    expect([...new Set(files)].sort()).toEqual([...alias, `${address}index.html`].sort());
  });
});

test('their texts and summaries stand nowhere', () => {
  for (const text of ['撤稿的正文不能出现', '撤稿的摘要不能出现', '过期稿的正文不能出现'])
    expect(filesWith(text)).toEqual([]);
});
