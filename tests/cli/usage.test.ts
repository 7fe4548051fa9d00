import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { launcher, runNews } from './run-news.ts';
import { SmallProject } from './small-project.ts';

describe('wrong usage ends with 2 and says what is right', () => {
  test.each<[string[], string]>([
    [[], '用法'],
    [['biuld'], '是不是 build？'],
    [['frobnicate'], '没有 frobnicate 这个命令'],
    [['build', '--ouput', 'x'], '是不是 --output？'],
    [['check', '--lnag', 'en'], '是不是 --lang？'],
    [['build', '--content'], '--content 后面要有一个值'],
    [['build', '--content', '--full'], '--content'],
    [['build', 'stray'], '多余的参数：stray'],
    [['build', '--years', '2009-2005'], '2005-2009'],
    [['build', '--years', 'all'], '--years'],
    [['merge'], '要写出各部分'],
    [['merge', 'nowhere'], '没有文件夹'],
    [['list', 'stray'], '多余的参数：stray'],
    [['build', '--format', 'xml'], 'text、json'],
    [['check', '--format', 'xml'], 'text、json、github、sarif'],
    [['check', '--lang', 'fr'], 'zh-CN、en'],
    [['build', '--now', 'yesterday'], '--now'],
    [['build', '--base-url', 'host.example'], '--base-url'],
    [['build', '--base-url', 'https://host.example/?a=1'], '--base-url'],
    [['dev', '--port', 'eighty'], '--port'],
    [['dev', '--port', '70000'], '--port'],
    [['check', '/etc/hostname'], '不在内容文件夹'],
    [['check', 'content/news/none.md'], '没有 content/news/none.md'],
  ])('news %j', async (words, message) => {
    const { code, stdout, stderr } = await runNews(words);
    expect(code).toBe(2);
    expect(stderr + (words.length === 0 ? stdout : '')).toContain(message);
    if (words.length > 0) expect(stdout).toBe('');
  });
});

test.each([['--help'], ['help'], ['build', '--help']])('%s explains the commands', async (...words) => {
  const { code, stdout } = await runNews(words);
  expect(code).toBe(0);
  for (const command of ['build', 'check', 'dev', 'list', 'verify']) expect(stdout).toContain(command);
});

test('a closed pipe is no fault', () => {
  const { folder } = new SmallProject();
  const script = `"${process.execPath}" "${launcher}" list --format json | true; echo "\${PIPESTATUS[0]}"`;
  const told = execFileSync('bash', ['-c', `${script} 2>&1`], { cwd: folder }).toString();
  expect(told).toBe('0\n');
});

test('a content folder that is not there is a mistake that is named', async () => {
  const { code, stdout, stderr } = await runNews([
    'build',
    '--content',
    '/nowhere/content',
    '--output',
    '/nowhere/out/_site',
  ]);
  expect(code).toBeGreaterThan(0);
  expect(code).toBeLessThan(4);
  expect(stdout + stderr).toContain('/nowhere/content');
});
