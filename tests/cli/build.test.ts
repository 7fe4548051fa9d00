import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runNews } from './run-news.ts';
import { differences, SmallProject } from './small-project.ts';

describe('build', () => {
  test('ends with one line of counts', async () => {
    const { code, stdout } = await new SmallProject(undefined, { search: false }).run('build');
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.at(-1)).toMatch(
      /^稿件：读 26，发布 22，未发布 4.*草稿 1.*待发 1.*过期 1.*撤稿 1.*页面：绘制 \d+，沿用 0，移除 0；用时 [\d.]+ 秒$/,
    );
  });

  test('--format json is one document, and nothing else stands on stdout', async () => {
    const { articles, pages, seconds, problems } = await new SmallProject(undefined, {
      search: false,
    }).build();
    expect(articles).toEqual({ read: 26, built: 22, drafts: 1, scheduled: 1, expired: 1, withdrawn: 1 });
    expect(pages).toMatchObject({ kept: 0, removed: 0 });
    expect(pages.drawn).toBeGreaterThan(100);
    expect(Object.values(seconds).every((value) => typeof value === 'number')).toBe(true);
    expect(problems.map(({ level }) => level)).toEqual(['warning', 'warning', 'warning']);
  });

  test('of an unchanged folder draws nothing and changes nothing', async () => {
    const project = SmallProject.built({ search: false });
    const site = project.site();
    const times = fs.statSync(project.path('_site/index.html')).mtimeMs;
    const second = await project.build();
    expect(second.pages).toMatchObject({ drawn: 0, removed: 0 });
    expect(second.pages.kept).toBeGreaterThan(100);
    expect(differences(project.site(), site)).toEqual([]);
    expect(fs.statSync(project.path('_site/index.html')).mtimeMs).toBe(times);
  });

  test('after a change in a text draws few pages, and is what a full build makes', async () => {
    const project = SmallProject.built({ search: false });
    project.edit('content/news/2024/10/plain-05.md', (text) => text.replace('最后一段', '改过的一段'));
    const { pages } = await project.build();
    expect(pages.drawn).toBeGreaterThan(0);
    expect(pages.drawn).toBeLessThanOrEqual(3);
    const incremental = project.site();
    await project.build(['--full']);
    expect(differences(project.site(), incremental)).toEqual([]);
    await project.build(['--output', 'other', '--cache', 'other.cache']);
    expect(differences(project.site('other'), incremental)).toEqual([]);
    expect(project.read('_site/news/2024/10/plain-05/index.html')).toContain('改过的一段');
  });

  test('after many changes is what a full build makes', async () => {
    const project = SmallProject.built({ search: false });
    project.edit('content/news/2024/10/plain-05.md', (text) => text.replace('title: ', 'title: 新'));
    project.edit('content/news/2024/10/plain-06.md', (text) => text.replace('zone-news', 'policy'));
    project.edit('content/zones/wuhan-new.md', (text) => text.replace('省级', '国家级'));
    project.edit('content/channels.yaml', (text) => text.replace('name: 投资政策', 'name: 政策法规'));
    project.edit('content/news/2024/12/draft-one.md', (text) => text.replace('draft: true\n', ''));
    project.remove('content/news/2024/11/film');
    project.write({
      'content/news/2024/12/added.md':
        '---\ntitle: 新增\ndate: 2024-12-31\nsource: 昆山样报\nchannel: quiet\n---\n\n正文。\n',
      'content/redirects.csv': `${project.read('content/redirects.csv')}/news/2024/11/film/,gone\n`,
    });
    await project.build();
    await project.build(['--output', 'other', '--cache', 'other.cache']);
    expect(differences(project.site(), project.site('other'))).toEqual([]);
  });

  test('does not look at the times of content files', async () => {
    const project = SmallProject.built({ search: false });
    for (const name of fs.readdirSync(project.path('content/news/2024/10')))
      fs.utimesSync(project.path('content/news/2024/10', name), 1, 1);
    expect((await project.build()).pages.drawn).toBe(0);
  });

  test('without its cache over a site that stands is what a first build makes', async () => {
    const project = SmallProject.built({ search: false });
    const site = project.site();
    project.remove('.cache');
    await project.build();
    expect(differences(project.site(), site)).toEqual([]);
  });

  test('with a broken cache is what a first build makes', async () => {
    const project = SmallProject.built({ search: false });
    const site = project.site();
    const names = fs.readdirSync(project.path('.cache'), { recursive: true, encoding: 'utf8' });
    for (const file of names.map((name) => project.path('.cache', name))) {
      const stat = fs.statSync(file);
      if (stat.isFile()) fs.truncateSync(file, stat.size >> 1);
    }
    await project.build();
    expect(differences(project.site(), site)).toEqual([]);
  });

  test('mends a site in which another hand has changed, added and removed files', async () => {
    const project = SmallProject.built({ search: false });
    const site = project.site();
    project.edit('_site/index.html', (text) => text.replace('样例网', '别的网'));
    project.write({ '_site/stray.html': 'stray', '_site/news/stray/index.html': 'stray' });
    project.remove('_site/about', '_site/feed.xml');
    await project.build();
    expect(differences(project.site(), site)).toEqual([]);
  });

  test('--base-url goes into every address, and back again', async () => {
    const project = SmallProject.built({ search: false });
    const site = project.site();
    await project.build(['--base-url', 'https://host.example/sub']);
    expect(project.read('_site/index.html')).toContain('href="https://host.example/sub/"');
    await project.build();
    expect(differences(project.site(), site)).toEqual([]);
  });

  test('--drafts publishes drafts and scheduled articles', async () => {
    const project = new SmallProject(undefined, { search: false });
    const { articles } = await project.build(['--drafts']);
    expect(articles).toMatchObject({ read: 26, built: 24, drafts: 0, scheduled: 0 });
    expect(project.read('_site/news/2024/12/draft-one/index.html')).toContain('草稿的正文');
    expect(project.read('_site/news/2025/02/scheduled-one/index.html')).toContain('待发的正文');
  });

  test('--now later publishes what was scheduled', async () => {
    const project = SmallProject.built({ search: false });
    const { articles, pages } = await project.build(['--now', '2025-02-03T08:00:00+08:00']);
    expect(articles.scheduled).toBe(0);
    expect(pages.drawn).toBeGreaterThan(0);
    expect(fs.existsSync(project.path('_site/news/2025/02/scheduled-one/index.html'))).toBe(true);
  });

  test('--manifest names every file with its hash, and what is different', async () => {
    const project = new SmallProject(undefined, { search: false });
    await project.build(['--manifest', 'first.json']);
    const first = JSON.parse(project.read('first.json'));
    const { '.investchn': _, ...site } = project.site();
    const files = Object.fromEntries(Object.entries(site).filter(([, hash]) => hash !== 'folder'));
    const { '.investchn': __, ...listed } = first.files;
    expect(listed).toEqual(files);
    expect(first.added.length).toBeGreaterThan(100);
    project.edit('content/news/2024/10/plain-05.md', (text) => text.replace('最后一段', '改过的一段'));
    project.remove('content/news/2019');
    await project.build(['--manifest', 'second.json', '--allow-gone']);
    const second = JSON.parse(project.read('second.json'));
    // The index names its files by what they hold.
    expect(second.added.filter((name: string) => !name.startsWith('pagefind/'))).toEqual([]);
    expect(second.changed).toContain('news/2024/10/plain-05/index.html');
    expect(second.removed).toContain('news/2019/03/first/index.html');
    await project.build(['--manifest', 'third.json']);
    expect(JSON.parse(project.read('third.json'))).toMatchObject({ added: [], changed: [], removed: [] });
  });

  test('--content, --output and --cache may be anywhere', async () => {
    const project = new SmallProject(undefined, { search: false });
    fs.renameSync(project.path('content'), project.path('稿件 夹'));
    await project.build(['--content', '稿件 夹', '--output', 'www/新 站', '--cache', 'tmp/c']);
    expect(fs.existsSync(project.path('www/新 站/index.html'))).toBe(true);
    expect(fs.readdirSync(project.folder).sort()).toEqual(['tmp', 'www', '稿件 夹'].sort());
  });

  test('of a folder without articles is a mistake unless it is asked for', async () => {
    const project = new SmallProject(undefined, { search: false });
    project.remove('content/news', 'content/redirects.csv');
    project.edit('content/pages/about.md', (text) => text.replace(/先看.*/, '。'));
    project.edit('content/zones/kunshan-etdz.md', (text) => text.replace(/，见\[.*/, '。'));
    const { code, stderr } = await project.run('build');
    expect(code).toBe(1);
    expect(stderr).toContain('no-articles');
    await project.build(['--allow-empty']);
    expect(fs.existsSync(project.path('_site/index.html'))).toBe(true);
  });
});

describe('no address vanishes', () => {
  const gone = '/news/2024/10/plain-05/';

  function without(): SmallProject {
    const project = SmallProject.built({ search: false });
    project.remove('content/news/2024/10/plain-05.md');
    return project;
  }

  /** The build must fail, name the address and leave the site. */
  async function expectRefused(project: SmallProject): Promise<void> {
    const before = project.site();
    const { code, stderr } = await project.run('build');
    expect(code).toBe(1);
    expect(stderr).toMatch(new RegExp(`address-gone.*${gone}`));
    expect(differences(project.site(), before)).toEqual([]);
  }

  test('a deleted article fails the build', async () => {
    await expectRefused(without());
  });

  test('in a fresh clone, without the cache, too', async () => {
    const project = without();
    project.remove('.cache');
    await expectRefused(project);
  });

  test('a published article that becomes a draft fails it', async () => {
    const project = SmallProject.built({ search: false });
    project.edit('content/news/2024/10/plain-05.md', (text) => text.replace('title:', 'draft: true\ntitle:'));
    await expectRefused(project);
  });

  test('an article that is renamed fails it, until its new file has the old address', async () => {
    const project = without();
    const article =
      '---\ntitle: 改名\ndate: 2024-10-05\nsource: 昆山样报\nchannel: zone-news\n---\n\n正文。\n';
    project.write({ 'content/news/2024/10/renamed.md': article });
    await expectRefused(project);
    project.edit('content/news/2024/10/renamed.md', (text) =>
      text.replace('title:', `aliases: [${gone}]\ntitle:`),
    );
    await project.build();
    expect(project.read(`_site${gone}index.html`)).toContain('/news/2024/10/renamed/');
  });

  test('gone in redirects.csv answers for it', async () => {
    const project = without();
    project.edit('content/redirects.csv', (text) => `${text}${gone},gone\n`);
    await project.build();
    expect(project.read(`_site${gone}index.html`)).toContain('noindex');
    expect(project.read('_site/_redirects')).toContain(`${gone} ${gone} 410`);
    const files = Object.keys(project.site()).filter((file) => /\.(xml|json|html)$/.test(file));
    const shown = files.filter((file) => project.read(`_site/${file}`).includes('第5期简报'));
    expect(shown).toEqual([]);
  });

  test('an address in redirects.csv answers for it', async () => {
    const project = without();
    project.edit('content/redirects.csv', (text) => `${text}${gone},/news/2024/10/plain-06/\n`);
    await project.build();
    expect(project.read(`_site${gone}index.html`)).toContain('/news/2024/10/plain-06/');
  });

  test('--allow-gone lets it go, from everywhere', async () => {
    const project = without();
    const { pages } = await project.build(['--allow-gone']);
    expect(pages.removed).toBeGreaterThan(0);
    expect(fs.existsSync(project.path('_site/news/2024/10/plain-05'))).toBe(false);
    const files = Object.keys(project.site()).filter((file) => /\.(xml|json|html)$/.test(file));
    expect(files.filter((file) => project.read(`_site/${file}`).includes('plain-05'))).toEqual([]);
    await project.build();
  });

  test('a zone, a topic, a static page and a channel that are deleted fail it', async () => {
    const project = SmallProject.built({ search: false });
    project.remove('content/zones/lanzhou-empty.md', 'content/topics/bare.md', 'content/pages/contact.md');
    project.edit('content/channels.yaml', (text) => text.replace(/- id: quiet[\s\S]*/, ''));
    const { code, stderr } = await project.run('build');
    expect(code).toBe(1);
    for (const address of ['/zones/lanzhou-empty/', '/topics/bare/', '/contact/', '/quiet/'])
      expect(stderr).toContain(address);
  });
});

test('the current folder alone says where content lies', async () => {
  const project = new SmallProject(undefined, { search: false });
  const { code } = await runNews(['build', '--now', '2024-12-31'], { cwd: project.folder });
  expect(code).toBe(0);
  expect(fs.readdirSync(project.folder).sort()).toEqual(['.cache', '_site', 'content']);
});
