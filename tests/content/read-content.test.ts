import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/content/read-content.ts';
import { articleText, contentFolder, problemsOf, readFolder } from './content-folder.ts';

const file = 'news/2020/01/a.md';
const only = async (text: string, more = {}) => {
  const content = await readFolder({ [file]: text, ...more });
  return { content, article: content.articles[0] };
};

describe('an article', () => {
  it('has what its front matter says, ids for names, and the region of its zone', async () => {
    const { article, content } = await only(articleText('zone: 苏州工业园区\ntopics: [绿色园区]\n'), {
      'topics/green.md': '---\ntitle: 绿色园区\n---\n介绍。\n',
    });
    expect(content.problems).toEqual([]);
    expect(article).toMatchObject({
      file,
      address: '/news/2020/01/a/',
      title: '园区开工',
      date: { day: '2020-01-23', time: undefined },
      source: { name: '投促中国', url: undefined },
      channel: 'zone-news',
      zone: 'sip',
      region: 'suzhou',
      topics: ['green'],
      medium: 'text',
      summary: '正文。',
      summaryIsGiven: false,
      draft: false,
      ai: 'none',
    });
  });

  it('takes ids as well as names, and its own region before that of its zone', async () => {
    const text = articleText('zone: sip\nregion: jiangsu\n').replace('开发区新闻', 'policy');
    const { article } = await only(text);
    expect(article).toMatchObject({ channel: 'policy', zone: 'sip', region: 'jiangsu' });
  });

  it.each([
    ['picture', 'picture'],
    ['图片新闻', 'picture'],
    ['文字新闻', 'text'],
  ])('medium %s is %s', async (written, medium) => {
    const { article } = await only(articleText(`medium: ${written}\n`));
    expect(article?.medium).toBe(medium);
  });

  it('keeps scalars as they are written', async () => {
    for (const title of [
      '012',
      '2020',
      '1:30',
      '2.50',
      '1e3',
      '0x1F',
      '+86',
      '.inf',
      'true',
      'yes',
      'no',
      '12345678901234567890',
    ]) {
      const { article } = await only(articleText().replace('园区开工', title));
      expect(article?.title).toBe(title);
    }
  });

  it('keeps prev and next as wishes with their places', async () => {
    const { article } = await only(articleText('prev: false\nnext: ../02/b.md\n'));
    expect(article?.prev).toBe(false);
    expect(article?.next).toEqual({ text: '../02/b.md', place: { file, line: 7, column: 7 } });
    const quoted = await only(articleText('prev: "false"\n'));
    expect(quoted.article?.prev).toMatchObject({ text: 'false' });
    expect((await only(articleText())).article?.prev).toBeUndefined();
  });

  it('takes names and addresses of sources from sources.yaml', async () => {
    const sources = { 'sources.yaml': '- {id: touchu, name: 投促中国, url: https://t.example/}\n' };
    expect((await only(articleText(), sources)).article?.source).toEqual({
      name: '投促中国',
      url: 'https://t.example/',
    });
    const byId = articleText().replace('source: 投促中国', 'source: touchu');
    expect((await only(byId, sources)).article?.source.name).toBe('投促中国');
    const own = articleText().replace(
      'source: 投促中国',
      'source: {name: 投促中国, url: https://t.example/1}',
    );
    expect((await only(own, sources)).article?.source.url).toBe('https://t.example/1');
  });

  it('reads dates in the site’s zone, and keeps times only where they are given', async () => {
    const at = async (date: string) => (await only(articleText().replace('2020-01-23', date))).article?.date;
    expect(await at('2020-01-23 15:30')).toMatchObject({ time: '15:30', iso: '2020-01-23T15:30:00+08:00' });
    expect(await at('2020-01-23 15:30:20')).toMatchObject({ time: '15:30:20' });
    expect(await at('2020-01-23T07:30:00Z')).toMatchObject({ day: '2020-01-23', time: '15:30' });
  });

  it('has aliases, corrections, expiry and withdrawal', async () => {
    const { article } = await only(
      articleText(
        'aliases: ["/plus/view.php?aid=424"]\ncorrections:\n  - {date: 2020-01-24, note: 改了数字}\n' +
          'expires: 2021-01-01\nwithdrawn: {date: 2020-02-01, reason: 来源要求}\n',
      ),
    );
    expect(article).toMatchObject({
      aliases: [{ address: '/plus/view.php?aid=424', place: { file, line: 6, column: 11 } }],
      corrections: [{ date: { day: '2020-01-24' }, note: '改了数字' }],
      expires: { day: '2021-01-01' },
      withdrawn: { date: { day: '2020-02-01' }, reason: '来源要求' },
    });
  });

  it('stands in a folder of its own as index.md', async () => {
    const { articles } = await readFolder({ 'news/2020/01/b/index.md': articleText() });
    expect(articles[0]?.address).toBe('/news/2020/01/b/');
  });

  it('is the same whatever ends its lines, with a byte order mark or without', async () => {
    const text = articleText('zone: sip\n', '\n第一行\n第二行\n\n# 节\n');
    const { digest: _, ...plain } = (await only(text)).article ?? {};
    for (const other of [text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\r'), `\ufeff${text}`]) {
      const { digest: __, ...read } = (await only(other)).article ?? {};
      expect(read).toEqual(plain);
    }
  });

  it('has a digest that changes with its text only', async () => {
    const digest = async (text: string) => (await only(text)).article?.digest;
    expect(await digest(articleText())).toBe(await digest(articleText()));
    expect(await digest(articleText())).not.toBe(await digest(articleText('', '\n另一个正文。\n')));
  });

  it('is left out where it cannot be read, and counted', async () => {
    const { content } = await only(articleText().replace('title: 园区开工\n', ''));
    expect(content.articles).toEqual([]);
    expect(content.articleFiles).toBe(1);
    expect(content.unread).toEqual([
      { address: expect.stringMatching(/^\/news\/2020\/01\//), title: undefined },
    ]);
  });

  it('tells its title where only something else is wrong', async () => {
    const { content } = await only(articleText().replace(/^channel: .*$/m, 'channel: 没有的栏目'));
    expect(content.unread.map(({ title }) => title)).toEqual(['园区开工']);
  });

  it('shows template marks of its text as they stand', async () => {
    const { article } = await only(articleText('', '\n{{ title }} {% include "x" %} {# a #}\n'));
    expect(article?.html).toContain('{{ title }} {% include');
  });
});

describe('the folder', () => {
  it('is read in the order of code units', async () => {
    const names = [
      'news/2020/01/b.md',
      'news/2020/01/a/index.md',
      'news/2020/01/a-b.md',
      'news/2019/12/z.md',
    ];
    const { articles } = await readFolder(
      Object.fromEntries(
        names.map((name) => [name, articleText().replace('2020-01', name.slice(5, 12).replace('/', '-'))]),
      ),
    );
    expect(articles.map((article) => article.file)).toEqual([...names].sort());
  });

  it('says how far it is', async () => {
    const steps: [number, number][] = [];
    await readContent({ root: contentFolder({ [file]: articleText() }), baseUrl: undefined }, (done, total) =>
      steps.push([done, total]),
    );
    expect(steps).toEqual([
      [0, 1],
      [1, 1],
    ]);
  });

  it('names the registries that are missing', async () => {
    expect(
      await problemsOf({ 'site.yaml': undefined, 'channels.yaml': undefined, 'regions.yaml': undefined }),
    ).toEqual([
      'channels.yaml:1:1 registry-missing',
      'regions.yaml:1:1 registry-missing',
      'site.yaml:1:1 registry-missing',
    ]);
  });

  it('may be missing', async () => {
    const { problems } = await readContent({ root: `${contentFolder({})}/none`, baseUrl: undefined });
    expect(problems.map(({ code }) => code)).toEqual(['content-missing']);
  });

  it('does not blame articles for a registry that cannot be read', async () => {
    expect(
      await problemsOf({ 'zones/sip.md': '园区\n', [file]: articleText('zone: 苏州工业园区\n') }),
    ).toEqual(['zones/sip.md:1:1 front-matter-missing']);
  });
});

describe('the site', () => {
  it('has defaults for what its file leaves out', async () => {
    const { site } = await readFolder({});
    expect(site).toMatchObject({
      name: '投促中国',
      url: 'https://www.example.com/',
      domain: 'www.example.com',
      basePath: '/',
      language: 'zh-CN',
      timeZone: 'Asia/Shanghai',
      copyright: { holder: '投促中国', from: undefined },
      pageSize: 20,
      notice: undefined,
    });
  });

  it('lies where --base-url says, and keeps its own domain', async () => {
    const { site } = await readFolder({}, 'https://host.example/sub');
    expect(site).toMatchObject({
      url: 'https://host.example/sub/',
      basePath: '/sub/',
      domain: 'www.example.com',
    });
  });

  it('refuses a base url that is none', async () => {
    for (const url of [
      'host.example',
      'ftp://a.example/',
      'https://a.example/?b',
      'https://a:b@c.example/',
      'https://a.example/../b',
    ]) {
      await expect(readFolder({}, url)).rejects.toThrow(TypeError);
    }
  });
});

describe('zones, topics, pages, redirects', () => {
  it('are read with their bodies', async () => {
    const { zones, topics, pages, redirects } = await readFolder({
      'zones/sip.md':
        '---\nname: 苏州工业园区\nregion: suzhou\nfounded: 1994\nindustries: [电子]\n---\n\n# 园区\n\n在城东。\n',
      'topics/green.md': '---\ntitle: 绿色园区\nsummary: 导语\n---\n',
      'pages/about.md': '---\ntitle: 关于我们\n---\n我们是谁。\n',
      'redirects.csv':
        '\ufefffrom,to\r\n/old.asp,news/2020/01/a.md\r\n"/b.asp?x=1,2",gone\r\n/c.asp,/about\r\n',
      [file]: articleText(),
    });
    expect(zones).toMatchObject([
      { id: 'sip', region: 'suzhou', founded: '1994', industries: ['电子'], anchors: ['园区'] },
    ]);
    expect(zones[0]?.summary).toContain('在城东。');
    expect(topics).toMatchObject([{ id: 'green', title: '绿色园区', summary: '导语' }]);
    expect(pages).toMatchObject([{ id: 'about', title: '关于我们', summary: '我们是谁。' }]);
    expect(redirects).toMatchObject([
      { from: '/old.asp', to: '/news/2020/01/a/', place: { line: 2 } },
      { from: '/b.asp?x=1,2', to: 'gone' },
      { from: '/c.asp', to: '/about/' },
    ]);
  });
});
