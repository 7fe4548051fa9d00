import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ShownProblem } from '../../src/problems/print-problems.ts';
import { runNews } from './run-news.ts';
import { SmallProject } from './small-project.ts';

interface Report {
  readonly problems: readonly ShownProblem[];
  readonly counts: Readonly<Record<string, number | boolean>>;
  readonly notes: readonly string[];
}

async function verify(project: SmallProject): Promise<Report & { readonly code: number | null }> {
  // Without --now, as editors do: the moment of the build shows in the site.
  const { code, stdout, stderr } = await runNews(['verify', '--format', 'json'], { cwd: project.folder });
  if (stdout === '') throw new Error(stderr);
  const report: Report = JSON.parse(stdout);
  return { ...report, code };
}

/** Line of the first place of a text in a file. */
function lineOf(project: SmallProject, file: string, text: string): number {
  const before = project.read(file).split(text)[0] ?? '';
  return before.split('\n').length;
}

test('a site as it was built: nothing is wrong, and everything was looked at', async () => {
  const { code, problems, counts, notes } = await verify(SmallProject.built());
  expect(problems).toEqual([]);
  expect(code).toBe(0);
  expect(counts).toMatchObject({ pages: 100, validated: 100, articles: 22, titles: 22, questions: 22 });
  expect(notes).toEqual([expect.stringContaining('1 篇稿件到了发布时间')]);
});

test('what another hand did to a site is told, each thing once, where it comes from', async () => {
  const project = SmallProject.built();
  const expected: [code: string, file: string, line: number][] = [];
  const article = (slug: string): string => `_site/news/2024/10/${slug}/index.html`;
  const source = (slug: string): string => `content/news/2024/10/${slug}.md`;
  const everyKey = 'content/news/2024/11/every-key/index.md';
  const edit = (file: string, from: string | RegExp, to: string): void =>
    project.edit(file, (text) => text.replace(from, to));

  // A page is gone.
  project.remove(article('plain-05'));
  expected.push(['site-page-missing', source('plain-05'), 1]);
  project.remove('_site/robots.txt');
  expected.push(['site-page-missing', '_site/robots.txt', 1]);
  // A link is another.
  edit(
    '_site/news/2024/11/every-key/index.html',
    '"/news/2024/11/plain-less/">相',
    '"/news/2024/11/more/">相',
  );
  expected.push(['site-link-dead', everyKey, lineOf(project, everyKey, '相对链接')]);
  edit(article('plain-08'), '<p>第8期', '<p><a href="/news/2024/12/draft-one/">第8期简报的正文</a>');
  expected.push([
    'site-link-draft',
    source('plain-08'),
    lineOf(project, source('plain-08'), '第8期简报的正文'),
  ]);
  // Pictures are lost: of one article, and of every page.
  project.remove('_site/news/2024/11/every-key/inside.png', '_site/favicon.svg');
  expected.push(['site-file-dead', everyKey, lineOf(project, everyKey, 'inside.png')]);
  expected.push(['site-file-dead', '_site/404.html', 2]);
  // A page ends in the middle.
  project.edit(article('plain-06'), (text) => text.slice(0, text.length / 2));
  expected.push(['site-page-cut', source('plain-06'), 1]);
  // An id twice, a second h1, a paragraph where none may be.
  edit(article('plain-07'), '<p>第7期', '<p id="main">第7期');
  expected.push([
    'site-id-twice',
    source('plain-07'),
    lineOf(project, source('plain-07'), '第7期简报的正文'),
  ]);
  edit(article('plain-12'), '<p>最后一段写得短一些。</p>', '<h1>最后一段写得短一些。</h1>');
  expected.push(['site-headings', source('plain-12'), lineOf(project, source('plain-12'), '最后一段')]);
  edit(article('plain-11'), '<p>最后一段写得短一些。</p>', '<ul><p>最后一段写得短一些。</p></ul>');
  expected.push(['site-html', source('plain-11'), lineOf(project, source('plain-11'), '最后一段')]);
  // Tags in the head.
  edit(article('plain-09'), /<meta property="og:image"[^>]*>/, '');
  expected.push(['site-part-missing', source('plain-09'), 1]);
  edit(article('plain-10'), /"SiteDomain" content="[^"]*"/, '"SiteDomain" content="https://www.example.cn/"');
  expected.push(['site-part-form', source('plain-10'), 1]);
  edit(article('plain-04'), '{"@context"', '{"@context');
  expected.push(['site-data', source('plain-04'), 1]);
  edit(article('plain-03'), /(<meta name="PubDate" content=")[^"]*/, '$12024-10-31');
  expected.push(['site-page-differs', source('plain-03'), lineOf(project, source('plain-03'), 'date:')]);
  // Feeds, sitemaps and redirects.
  edit('_site/policy/feed.xml', '<entry><title>', '<entry><title>A & B ');
  expected.push(['site-feed', '_site/policy/feed.xml', 3]);
  edit('_site/sitemaps/2019.xml', '</loc>', 'none/</loc>');
  expected.push(
    ['site-list-dead', '_site/sitemaps/2019.xml', 3],
    ['site-list-lacks', '_site/sitemaps/2019.xml', 1],
  );
  project.edit('_site/_redirects', (text) => `${text}/a /nowhere/ 301\n`);
  expected.push([
    'site-list-dead',
    '_site/_redirects',
    project.read('_site/_redirects').split('\n').length - 1,
  ]);
  // Lists, their counts and their anchors.
  edit('_site/topics/green/index.html', /<li class="item">.*?<\/li>/s, '');
  expected.push(['site-list-lacks', '_site/topics/green/index.html', 1]);
  edit('_site/policy/index.html', /共\d+篇/, '共9篇');
  expected.push(['site-list-count', '_site/policy/index.html', 1]);
  edit('_site/news/2023/05/index.json', /"articles":\[\{.*?\},\{"address"/s, '"articles":[{"address"');
  expected.push(['site-list-lacks', '_site/news/2023/05/index.json', 1]);
  edit('_site/news/2024/10/index.html', ' id="2024-10-04"', '');
  expected.push(['site-anchor-dead', '_site/news/2024/index.html', 2]);
  // Pages that nobody asked for.
  fs.cpSync(project.path('_site/about'), project.path('_site/stray'), { recursive: true });
  expected.push(['site-page-unknown', '_site/stray/index.html', 1]);
  fs.cpSync(project.path('_site/about'), project.path('_site/news/2024/12/draft-one'), { recursive: true });
  expected.push(['site-draft-out', 'content/news/2024/12/draft-one.md', 1]);
  // A part of the index.
  const chunks = fs.readdirSync(project.path('_site/pagefind/2019-2024/index'));
  const chunk = path.join('_site/pagefind/2019-2024/index', chunks[0] ?? '');
  fs.truncateSync(project.path(chunk), 100);
  expected.push(['site-file-broken', chunk, 1]);

  const { code, problems } = await verify(project);
  const text = (list: readonly (readonly [string, string, number])[]): string[] =>
    list.map(([name, file, line]) => `${file}:${line} ${name}`).sort();
  expect(text(problems.map(({ code: name, file, line }) => [name, file, line]))).toEqual(text(expected));
  expect(code).toBe(1);
});

test('what content has and the site has not, and the other way round', async () => {
  const project = SmallProject.built();
  project.edit('content/news/2024/10/plain-05.md', (text) => text.replace('title: ', 'title: 改过的'));
  project.write({
    'content/news/2024/10/late.md':
      '---\ntitle: 后来补写的一篇\ndate: 2024-10-02\nsource: 昆山样报\nchannel: quiet\n---\n\n补。\n',
  });
  project.remove('content/news/2023/05/tie-b.md');
  const { problems } = await verify(project);
  const codesOf = (file: string): string[] =>
    [...new Set(problems.filter((each) => each.file === file).map(({ code }) => code))].sort();
  expect(codesOf('content/news/2024/10/plain-05.md')).toEqual(['site-page-differs', 'site-search-unfound']);
  expect(codesOf('content/news/2024/10/late.md')).toEqual(['site-page-missing', 'site-search-lacks']);
  expect(codesOf('_site/news/2023/05/tie-b/index.html')).toEqual(['site-page-unknown']);
  expect(codesOf('_site/quiet/index.html')).toEqual(['site-list-count', 'site-list-lacks']);
});

test('mistakes in content are told with those of the site, which is then only compared with itself', async () => {
  const project = SmallProject.built();
  project.edit('content/news/2024/10/plain-05.md', (text) => text.replace('date: 2024', 'date: 2024年'));
  project.remove('_site/news/2024/10/plain-06/index.html');
  const { code, problems, notes } = await verify(project);
  expect(notes).toEqual([expect.stringContaining('npm run check')]);
  expect(problems.map(({ file }) => file)).toContain('content/news/2024/10/plain-05.md');
  expect(problems.map(({ code: name }) => name)).toContain('site-link-dead');
  expect(code).toBe(1);
});

test('a site without index, and no content folder: told, and no fault', async () => {
  const project = SmallProject.built();
  await project.build(['--no-search']);
  fs.renameSync(project.path('content'), project.path('elsewhere'));
  const { code, stdout, stderr } = await runNews(['verify'], { cwd: project.folder });
  expect(stderr).toContain('没有检索索引');
  expect(stderr).toContain('没有内容文件夹');
  expect(stderr).toMatch(/核对了 100 页、[\d,]+ 处链接和文件、22 篇稿件.*没有问题。/);
  expect(stdout).toBe('');
  expect(code).toBe(0);
});

describe('what is no site of ours', () => {
  test.each<[string, (project: SmallProject) => string[], number, string]>([
    ['no folder', () => [], 3, '请先运行 npm run build'],
    ['another folder', () => ['--output', 'content'], 3, '不是本程序生成的网站'],
    ['no such content', () => ['--content', 'nowhere'], 2, 'nowhere'],
    ['no such format', () => ['--format', 'sarif'], 2, 'text、json'],
  ])('%s', async (_, words, expected, said) => {
    const project = new SmallProject();
    const { code, stdout, stderr } = await runNews(['verify', ...words(project)], { cwd: project.folder });
    expect(stderr).toContain(said);
    expect(stdout).toBe('');
    expect(code).toBe(expected);
  });
});
