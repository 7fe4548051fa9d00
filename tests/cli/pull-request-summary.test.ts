import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { SmallProject } from './small-project.ts';

const script = path.resolve('.github/summarize-pull-request.mjs');
const run = promisify(execFile);

/** What the workflow does after the site stands as it was. */
async function summarize(project: SmallProject, changed: readonly string[]): Promise<string> {
  project.write({ 'changed.txt': `${changed.join('\n')}\n` });
  const { stdout: check } = await project.run('check', ['--format', 'json']);
  project.write({ 'check.json': check });
  await project.run('build', ['--no-search', '--manifest', 'manifest.json']);
  const files = ['--check', 'check.json', '--changed', 'changed.txt', '--manifest', 'manifest.json'];
  const { stdout } = await run(process.execPath, [script, ...files], { cwd: project.folder });
  return stdout;
}

it('pages added, changed and removed, and the card of each article', async () => {
  const project = SmallProject.built();
  await project.build(['--no-search']);
  project.write({
    'content/news/2024/12/fresh.md':
      '---\ntitle: "新`稿` <img> @someone"\ndate: 2024-12-28\nsource: 样例通讯社\nchannel: policy\nregion: wuhan\n---\n\n正文。\n',
  });
  project.edit('content/news/2024/12/newest.md', (text) => text.replace('最近两天里的一篇', '改过的一篇'));
  project.remove('content/news/2024/10/plain-06.md');
  project.edit('content/redirects.csv', (text) => `${text}/news/2024/10/plain-06/,gone\n`);
  const text = await summarize(project, [
    'content/news/2024/12/fresh.md',
    'content/news/2024/12/newest.md',
    'content/redirects.csv',
  ]);
  expect(text).toMatch(/^## 稿件检查与预览\n\n✅ 改动的文件里没有问题。/);
  expect(text).toMatch(/新增 \d+ 页，改动 1 页，移除 \d+ 页。随之变化的列表、日历等 \d+ 页/);
  expect(text).toContain('- `/news/2024/12/fresh/` ``新`稿` <img> @someone');
  expect(text).toContain('- `/news/2024/12/newest/` `最新的一篇政策');
  expect(text).toContain(
    '> **``新`稿` <img> @someone``**\n>\n> `正文。`\n>\n> 图：网站的默认图（稿件没有图）',
  );
  expect(text).not.toMatch(/^[^`\n]*@someone/m);
  expect(text.length).toBeLessThan(20_000);
});

it('mistakes of the changed files at their places, of others their number', async () => {
  const project = SmallProject.built();
  project.edit('content/news/2024/12/newest.md', (text) => text.replace('2024-12-30', '2024-12-32'));
  project.edit('content/news/2024/10/plain-02.md', (text) => text.replace(/^title: .*/m, 'titel: 一'));
  const text = await summarize(project, ['content/news/2024/12/newest.md']);
  expect(text).toContain('❌ 改动的文件里有 1 处错误、0 处警告。别的文件里还有');
  expect(text).toContain('- 错误 `content/news/2024/12/newest.md:3:7` `没有 2024-12-32 这一天`');
  expect(text).toContain('没有生成预览：先改正错误。');
  expect(text).not.toContain('plain-02');
});
