import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { fixContent } from '../../src/cli/fix-content.ts';
import { showDifference } from '../../src/cli/fix-differences.ts';
import { Interrupted } from '../../src/cli/interrupt.ts';
import { differences, hashFolder, SmallProject } from './small-project.ts';

const one = 'content/news/2024/10/plain-01.md';
const two = 'content/news/2024/10/plain-02.md';

/** A project with three mistakes that have one right answer, in two files, and CRLF in a third. */
function mendable(): SmallProject {
  const project = new SmallProject();
  project.edit(one, (text) =>
    text.replace('title: ', 'title：').replace('2024-10-01 09:00', '2024/10/1 9:00'),
  );
  project.edit(two, (text) => text.replace('channel: ', 'channel:'));
  project.edit('content/pages/about.md', (text) => text.replaceAll('\n', '\r\n'));
  return project;
}

describe('check --fix --yes', () => {
  test('mends, shows what, and ends with 0 where nothing is left', async () => {
    const right = hashFolder(new SmallProject().folder);
    const project = mendable();
    const before = project.read(one);
    const { code, stdout, stderr } = await project.run('check', ['--fix', '--yes']);
    expect(code).toBe(0);
    expect(project.read(one)).toBe(
      before.replace('title：', 'title: ').replace('2024/10/1 9:00', '2024-10-01 09:00'),
    );
    expect(differences(hashFolder(project.folder), right)).toEqual([]);
    expect(stdout).toContain(`${one}：改动 2 行\n@@ -1,4 +1,4 @@\n ---\n-title：`);
    expect(stdout).toMatch(
      /\n-title：(.+)\n-date: 2024\/10\/1 9:00\n\+title: \1\n\+date: 2024-10-01 09:00\n/,
    );
    expect(stdout).toContain('content/pages/about.md：11 行的行尾改为 LF\n');
    expect(stdout).toContain('已改写 3 个文件。');
    expect(stderr).toContain('0 处错误');
  });

  test('leaves what has no one answer, says it, and ends with 1', async () => {
    const project = mendable();
    project.edit(two, (text) => text.replace('source: ', 'sauce: '));
    const { code, stdout } = await project.run('check', ['--fix', '--yes']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/plain-02\.md:\d+:1 错误 key-unknown/);
    expect(stdout).not.toContain('yaml-colon');
    expect(project.read(two)).toContain('channel: ');
    const again = await project.run('check', ['--fix', '--yes']);
    expect(again.stdout).toContain('没有能自动改正的问题。');
    expect(again.code).toBe(1);
  });

  test('of one file mends that alone', async () => {
    const project = mendable();
    const { code, stdout } = await project.run('check', ['--fix', '--yes', two]);
    expect(code).toBe(0);
    expect(stdout).not.toContain('plain-01.md');
    expect(project.read(two)).toContain('channel: ');
    expect(project.read(one)).toContain('title：');
  });

  test('--format json is one document still', async () => {
    const { stdout, stderr } = await mendable().run('check', ['--fix', '--yes', '--format', 'json']);
    const { problems } = JSON.parse(stdout) as { problems: { level: string }[] };
    expect(problems.filter(({ level }) => level === 'error')).toEqual([]);
    expect(stderr).toContain('已改写 3 个文件。');
  });
});

describe('check --fix', () => {
  test('without a terminal shows, writes nothing, and ends with 1', async () => {
    const project = mendable();
    const before = hashFolder(project.folder);
    const { code, stdout } = await project.run('check', ['--fix']);
    expect(code).toBe(1);
    expect(stdout).toContain('+date: 2024-10-01 09:00');
    expect(stdout).toContain('以上 3 个文件没有改写；确认无误就加上 --yes。');
    expect(stdout).toContain('plain-01.md:2:6 错误 yaml-colon-wide');
    expect(differences(hashFolder(project.folder), before)).toEqual([]);
  });

  test('without a terminal ends with 1 even where nothing is a mistake', async () => {
    const project = new SmallProject();
    project.edit('content/pages/about.md', (text) => `\ufeff${text}`);
    const { code, stdout } = await project.run('check', ['--fix']);
    expect(code).toBe(1);
    expect(stdout).toContain('content/pages/about.md：去掉开头的字节顺序标记（BOM）\n');
  });

  test('with nothing to mend is check', async () => {
    const { code, stdout } = await new SmallProject().run('check', ['--fix']);
    expect(code).toBe(0);
    expect(stdout).toContain('没有能自动改正的问题。');
  });

  test('--yes alone is wrong usage', async () => {
    const { code, stderr } = await new SmallProject().run('check', ['--yes']);
    expect(code).toBe(2);
    expect(stderr).toContain('--yes 只和 --fix 一起用');
  });
});

describe('on a terminal', () => {
  /** Answers lines to the question; ends the conversation where there are none left. */
  async function answer(project: SmallProject, answers: readonly string[]): Promise<string> {
    const input = new PassThrough();
    const output = new PassThrough();
    let shown = '';
    for (const line of answers) input.write(`${line}\n`);
    input.end();
    await fixContent({
      root: project.path('content'),
      isWanted: () => true,
      prefix: 'content/',
      isAgreed: false,
      show: (lines) => {
        shown += `${lines}\n`;
      },
      terminal: { input, output },
    });
    return shown;
  }

  test.each(['y', 'Y', '是'])('%s writes', async (word) => {
    const project = mendable();
    expect(await answer(project, ['也许', word])).toContain('已改写 3 个文件。');
    expect(project.read(one)).toContain('title: ');
  });

  test('n writes nothing', async () => {
    const project = mendable();
    const before = hashFolder(project.folder);
    expect(await answer(project, ['', 'n'])).toContain('没有改写。');
    expect(differences(hashFolder(project.folder), before)).toEqual([]);
  });

  test('Ctrl-D writes nothing', async () => {
    const project = mendable();
    const before = hashFolder(project.folder);
    await expect(answer(project, [])).rejects.toThrow(Interrupted);
    expect(differences(hashFolder(project.folder), before)).toEqual([]);
  });
});

describe('the difference', () => {
  const show = (before: string, after: string): string =>
    showDifference(
      {
        file: 'a.md',
        before: Buffer.from(before),
        decoded: { text: before, encoding: 'UTF-8', hasMark: false, returns: 0 },
        after,
      },
      'content/',
    );

  test('changes far from each other have a hunk each, near ones share it', () => {
    expect(show('a\nb\nc\nd\ne\nf\ng\nh\n', 'A\nb\nC\nd\ne\nf\ng\nH\n')).toBe(
      'content/a.md：改动 3 行\n@@ -1,4 +1,4 @@\n-a\n+A\n b\n-c\n+C\n d\n@@ -7,2 +7,2 @@\n g\n-h\n+H',
    );
  });

  test('lines that go or come', () => {
    expect(show('\n\n---\na\n', '---\na\n')).toBe('content/a.md：改动 2 行\n@@ -1,3 +1,1 @@\n-\n-\n ---');
    expect(show('/a,gone\n', 'from,to\n/a,gone\n')).toBe(
      'content/a.md：改动 1 行\n@@ -1,1 +1,2 @@\n+from,to\n /a,gone',
    );
  });

  test('nothing in it is hidden or obeyed by the terminal', () => {
    expect(show('\ta\u001b[2Jb\u202e\n', '  a\u001b[2Jb\n')).toContain('-⇥a<U+001B>[2Jb<U+202E>\n');
  });

  test('of another encoding shows how it was read', () => {
    const text = '---\ntitle: 园区\n';
    const decoded = { text, encoding: 'GBK', hasMark: false, returns: 2 } as const;
    expect(showDifference({ file: 'a.md', before: Buffer.from('x'), decoded, after: text }, '')).toBe(
      'a.md：编码 GBK 改为 UTF-8，读作“title: 园区”；2 行的行尾改为 LF',
    );
  });
});
