import { describe, expect, test } from 'vitest';
import { type Run, runNews } from './run-news.ts';
import { differences, hashFolder, SmallProject } from './small-project.ts';

const facts = ['--channel', '开发区新闻', '--zone', '昆山样例开发区', '--source', '昆山样报'];

/** Runs `new` there; standard input is no terminal. */
const runNew = (
  { folder }: SmallProject,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Run> => runNews(['new', ...words], { cwd: folder, env });

describe('new', () => {
  test('writes drafts that check finds no mistake in, and says where and what next', async () => {
    const project = new SmallProject();
    const before = hashFolder(project.folder);
    const { code, stdout } = await runNew(project, [
      '金鸡湖边: "标高" #1',
      '--date',
      '2024-12-31T16:30:00Z',
      ...facts,
    ]);
    expect(code).toBe(0);
    const file = 'content/news/2025/01/jin-ji-hu-bian-biao-gao-1.md';
    expect(stdout).toContain(file);
    expect(stdout).toContain('http://localhost:8080/news/2025/01/jin-ji-hu-bian-biao-gao-1/');
    for (const word of ['npm start', 'npm run check', 'draft: true']) expect(stdout).toContain(word);
    expect(project.read(file)).toContain(`title: '金鸡湖边: "标高" #1'\ndate: 2025-01-01 00:30\n`);

    const second = await runNew(project, [
      '金鸡湖边: "标高" #1',
      '--date=2025-01-01',
      '--channel=policy',
      '--source=样例通讯社',
    ]);
    expect(second.code).toBe(0);
    expect(project.read('content/news/2025/01/jin-ji-hu-bian-biao-gao-1-2.md')).toContain(
      'channel: 投资政策\n',
    );
    const changed = differences(hashFolder(project.folder), before).filter((name) => name.endsWith('.md'));
    expect(changed).toHaveLength(2);

    const check = await project.run('check');
    expect(check.code).toBe(0);
    // That its title is copy-edited is right.
    expect(check.stdout).not.toMatch(/jin-ji-hu\S* 错误/);
  });

  test('takes now in the zone of the site, wherever the machine stands', async () => {
    const project = new SmallProject();
    const inShanghai = (): string =>
      new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
    const before = inShanghai();
    const { code, stdout } = await runNew(project, ['开工', ...facts], { TZ: 'America/Los_Angeles' });
    expect(code).toBe(0);
    const file = /content\/\S+\.md/.exec(stdout)?.[0] ?? '';
    const date = /^date: (.+)$/m.exec(project.read(file))?.[1] ?? '';
    expect(date >= before && date <= inShanghai()).toBe(true);
    expect(file).toBe(`content/news/${date.slice(0, 4)}/${date.slice(5, 7)}/kai-gong.md`);
  });

  test('takes no address that leads elsewhere', async () => {
    const project = new SmallProject();
    project.edit('content/redirects.csv', (text) => `${text.trimEnd()}\n/news/2024/12/kai-gong/,gone\n`);
    project.edit('content/news/2024/12/draft-one.md', (text) =>
      text.replace('/html/draft.html', '/html/draft.html, /news/2024/12/kai-gong-2'),
    );
    const { stdout } = await runNew(project, ['开工', '--date', '2024-12-30', ...facts]);
    expect(stdout).toContain('content/news/2024/12/kai-gong-3.md');
    expect((await project.run('check')).code).toBe(0);
  });

  test('writes to another content folder', async () => {
    const project = new SmallProject();
    const { code, stdout } = await runNews(
      ['new', '开工', '--date', '2024-12-30', '--content', project.path('content'), ...facts],
      {},
    );
    expect(code).toBe(0);
    expect(stdout).toContain(`npm run check -- --content ${project.path('content')}`);
    expect(project.read('content/news/2024/12/kai-gong.md')).toContain('title: 开工');
  });
});

describe('new without a terminal, or with wrong words, ends with 2 and writes nothing', () => {
  test.each<[string[], string[]]>([
    [[], ['标题', '--channel', '--source']],
    [['开工'], ['--channel', '开发区新闻、投资政策、安静栏目', '--source', '昆山样报、样例通讯社']],
    [['开工', '--channel', 'policy', '--source', ' '], ['--source']],
    [
      ['开工', ...facts, '--zone', '昆山样例开发圈'],
      ['没有“昆山样例开发圈”这个开发区，是不是 昆山样例开发区？'],
    ],
    [['开工', ...facts, '--zone', 'ksylkfq'], ['是不是 昆山样例开发区？']],
    [
      ['开工', ...facts, '--zone', '火星'],
      ['可以写：', '昆山样例开发区'],
    ],
    [['开工', ...facts, '--region', '胡北'], ['没有“胡北”这个地区，是不是 湖北？']],
    [['开工', ...facts, '--channel', '开发区'], ['是不是 开发区新闻？']],
    [['开工', ...facts, '--date', '2024-02-30'], ['没有 2024-02-30 这一天']],
    [['开工', ...facts, '--date', '2024-02-20 25:00'], ['没有 25:00 这个时刻']],
    [['开工', ...facts, '--date', '2024/2/3'], ['2024-02-03']],
    [['开工', ...facts, '--date', '明天'], ['“明天”不是日期']],
    [['开工', ...facts, '--date', ''], ['不是日期']],
    [['长'.repeat(201), ...facts], ['标题 有 201 个字，最多 200 个']],
    [['两\n行', ...facts], ['换行']],
    [['开工', ...facts, '--zoen', 'x'], ['是不是 --zone？']],
    [['两个', '标题', ...facts], ['多余的参数：标题']],
  ])('new %j', async (words, messages) => {
    const project = new SmallProject();
    const before = hashFolder(project.folder);
    const { code, stdout, stderr } = await runNew(project, words);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    for (const message of messages) expect(stderr).toContain(message);
    expect(differences(hashFolder(project.folder), before)).toEqual([]);
  });

  test('a source that sources.yaml lacks is worth a word only', async () => {
    const { code, stderr } = await runNew(new SmallProject(), ['开工', ...facts, '--source', '昆山样板']);
    expect(code).toBe(0);
    expect(stderr).toContain('没有“昆山样板”，是不是 昆山样报？');
  });

  test('without channels there is nothing to write', async () => {
    const project = new SmallProject();
    project.remove('content/channels.yaml');
    expect((await runNew(project, ['开工', ...facts])).code).toBe(1);
    project.remove('content');
    const { code, stderr } = await runNew(project, ['开工', ...facts]);
    expect(code).toBe(1);
    expect(stderr).toContain('content');
  });
});
