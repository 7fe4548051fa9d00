import { describe, expect, it } from 'vitest';
import { articleText, readFolder } from './content-folder.ts';

const file = 'news/2020/01/a.md';
const read = async (body: string, more = {}, baseUrl?: string) => {
  const { articles, problems } = await readFolder(
    { [file]: articleText('', `\n${body}\n`), ...more },
    baseUrl,
  );
  return { article: articles[0], problems };
};

describe('links inside the site', () => {
  it.each([
    ['/news/2019/12/b/', '/news/2019/12/b/', undefined],
    ['/news/2019/12/b', '/news/2019/12/b/', undefined],
    ['/news/2019/12/b/index.html', '/news/2019/12/b/', undefined],
    ['news/2019/12/b.md', '/news/2019/12/b/', undefined],
    ['../../2019/12/b.md#数字', '/news/2019/12/b/', '数字'],
    ['b/index.md', '/news/2020/01/b/', undefined],
    ['../../../zones/sip.md', '/zones/sip/', undefined],
    ['pages/about.md', '/about/', undefined],
    ['#%E6%95%B0', '/news/2020/01/a/', '数'],
    ['/search/?q=%E8%8B%8F%E5%B7%9E#results', '/search/', 'results'],
    ['/feed.xml', '/feed.xml', undefined],
    ['/', '/', undefined],
  ])('%s → %s', async (written, address, anchor) => {
    const { article, problems } = await read(`见[这里](${written})。`);
    expect(problems).toEqual([]);
    expect(article?.links).toEqual([
      { address, anchor, text: expect.any(String), place: { file, line: 8, column: 7 } },
    ]);
  });

  it('are printed below the base path', async () => {
    const { article } = await read(
      '[一](news/2019/12/b.md#节)、[二](#节)、[三](/)',
      {},
      'https://h.example/sub/',
    );
    expect(article?.html).toContain('href="/sub/news/2019/12/b/#%E8%8A%82"');
    expect(article?.html).toContain('href="#%E8%8A%82"');
    expect(article?.html).toContain('href="/sub/"');
  });

  it('with the own domain become internal, with a warning', async () => {
    const { article, problems } = await read('[一](http://example.com/about/?a=1#b)');
    expect(article?.links).toMatchObject([{ address: '/about/', anchor: 'b' }]);
    expect(problems).toMatchObject([
      { code: 'link-own-domain', level: 'warning', values: { right: '/about/?a=1#b' } },
    ]);
  });
});

describe('links elsewhere', () => {
  it('web, mail and telephone links pass', async () => {
    const { article, problems } = await read(
      '<https://other.example/a?b=c>、[邮箱](mailto:a@b.example)、[电话](tel:+86-512)',
    );
    expect(problems).toEqual([]);
    expect(article?.links).toEqual([]);
    expect(article?.html).toContain('href="mailto:a@b.example"');
  });

  it('a link that is refused leaves its text', async () => {
    const { article } = await read('[点这里](javascript:alert(1))');
    expect(article?.html).toContain('点这里');
    expect(article?.html).not.toContain('script');
  });
});

describe('files beside a text', () => {
  it('are assets at the address of their place', async () => {
    const { article, problems } = await read('[报告](report.pdf)、[表](/news/2020/01/表.xlsx)', {
      'news/2020/01/report.pdf': '%PDF',
      'news/2020/01/表.xlsx': 'PK',
    });
    expect(problems).toEqual([]);
    expect(article?.assets).toEqual(['/news/2020/01/report.pdf', '/news/2020/01/表.xlsx']);
    expect(article?.html).toContain('href="/news/2020/01/%E8%A1%A8.xlsx"');
  });

  it('cannot have names that addresses do not hold', async () => {
    const { problems } = await read('[报告](<a b.pdf>)', { 'news/2020/01/a b.pdf': '%PDF' });
    expect(problems).toMatchObject([{ code: 'file-name', values: { character: ' ' } }]);
    const percent = await read('[报告](a%25b.pdf)', { 'news/2020/01/a%b.pdf': '%PDF' });
    expect(percent.problems).toMatchObject([{ code: 'file-name', values: { character: '%' } }]);
  });
});
