import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { differences, hashFolder, SmallProject } from './small-project.ts';

interface Shown {
  readonly code: string;
  readonly level: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly fix: string;
}

/** A project in which three articles are broken in three ways. */
function broken(): SmallProject {
  const project = new SmallProject(undefined, { search: false });
  project.edit('content/news/2024/10/plain-01.md', (text) => text.replace('2024-10-01 09:00', '2024-10-32'));
  project.edit('content/news/2024/10/plain-02.md', (text) => text.replace('channel:', 'chanel:'));
  project.edit(
    'content/news/2024/10/plain-03.md',
    (text) => `${text}\n见[那一篇](/news/2024/10/plain-99/)。\n`,
  );
  return project;
}

const places = ['plain-01.md:3:7', 'plain-02.md:5:1', 'plain-03.md:16:8'];

describe('check', () => {
  test('without mistakes ends with 0 and writes nothing', async () => {
    const project = new SmallProject(undefined, { search: false });
    const before = hashFolder(project.folder);
    const { code } = await project.run('check');
    expect(code).toBe(0);
    expect(differences(hashFolder(project.folder), before)).toEqual([]);
  });

  test('finds three broken articles in one run, at their places, and ends with 1', async () => {
    const { code, stdout, stderr } = await broken().run('check');
    expect(code).toBe(1);
    for (const place of places) expect(stdout).toContain(`content/news/2024/10/${place}`);
    expect(stdout).toMatch(/plain-01\.md:3:7 错误 date-impossible .+ → .+/);
    expect(stderr).toContain('26 篇');
  });

  test('says it in English', async () => {
    const { stdout } = await broken().run('check', ['--lang', 'en']);
    expect(stdout).toMatch(/plain-01\.md:3:7 error date-impossible [ -~“”]+ → [ -~]+/);
    expect(stdout).toContain('warning');
  });

  test('warnings alone are no failure', async () => {
    const { code, stdout } = await new SmallProject(undefined, { search: false }).run('check', [
      '--format',
      'json',
    ]);
    const { problems } = JSON.parse(stdout) as { problems: Shown[] };
    expect(problems.length).toBeGreaterThan(3);
    expect(problems.filter(({ level }) => level !== 'warning')).toEqual([]);
    expect(code).toBe(0);
  });

  test('--format json is one document with every problem, sorted', async () => {
    const { code, stdout } = await broken().run('check', ['--format', 'json']);
    expect(code).toBe(1);
    const { problems } = JSON.parse(stdout) as { problems: Shown[] };
    const errors = problems.filter(({ level }) => level === 'error');
    expect(errors[0]).toEqual({
      code: 'date-impossible',
      level: 'error',
      file: 'content/news/2024/10/plain-01.md',
      line: 3,
      column: 7,
      message: expect.stringContaining('2024-10-32'),
      fix: expect.any(String),
    });
    const files = problems.map(({ file }) => file);
    expect([...files].sort()).toEqual(files);
  });

  test('--format github annotates, ten at most, the rest in the log', async () => {
    const project = new SmallProject(undefined, { search: false });
    for (let n = 1; n <= 12; n++)
      project.edit(`content/news/2024/10/plain-${String(n).padStart(2, '0')}.md`, (text) =>
        text.replace('date: 2024', 'date: x2024'),
      );
    const { code, stdout } = await project.run('check', ['--format', 'github']);
    expect(code).toBe(1);
    const lines = stdout.split('\n');
    const annotations = lines.filter((line) => line.startsWith('::error '));
    expect(annotations).toHaveLength(10);
    expect(annotations[0]).toMatch(
      /^::error file=content\/news\/2024\/10\/plain-01\.md,line=3,col=7,title=[a-z-]+::/,
    );
    expect(lines.filter((line) => line.includes('plain-12.md:3:7'))).toHaveLength(1);
  });

  test('--format github names what the change at hand touches first', async () => {
    const project = new SmallProject(undefined, { search: false });
    const git = (...words: string[]): void => {
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...words], {
        cwd: project.folder,
      });
    };
    const article = (n: string): string => `content/news/2024/10/plain-${n}.md`;
    const spoil = (...numbers: string[]): void => {
      for (const n of numbers) project.edit(article(n), (text) => text.replace('date: 2024', 'date: x2024'));
    };
    const shown = async (): Promise<string[]> => {
      const { stdout } = await project.run('check', ['--format', 'github']);
      const annotations = stdout.split('\n').filter((line) => line.startsWith('::'));
      expect(annotations).toHaveLength(10);
      return annotations.map((line) => /^::(\w+ file=[^,]*)/.exec(line)?.[1] ?? '');
    };
    git('init', '-q');
    spoil(...Array.from({ length: 10 }, (_, n) => String(n + 1).padStart(2, '0')));
    git('add', '.');
    git('commit', '-qm', 'one');
    spoil('11');
    git('commit', '-qam', 'two');
    spoil('12');
    project.write({ [article('13').replace('plain-13', 'new')]: '没有资料\n' });
    expect((await shown()).slice(0, 4)).toEqual(
      ['new', 'plain-11', 'plain-12', 'plain-01'].map((name) => `error file=content/news/2024/10/${name}.md`),
    );
  });

  test('copy-editing is said by check, not by build, with the place in the text', async () => {
    const project = new SmallProject(undefined, { search: false });
    project.edit('content/news/2024/10/plain-01.md', (text) => `${text}\n**园区**,开工--了。\n`);
    const { code, stdout } = await project.run('check', ['content/news/2024/10/plain-01.md']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/plain-01\.md:16:7 警告 mark-halfwidth .+\n.+:16:10 警告 mark-dash /);
    const { problems } = await project.build(['--no-search']);
    expect(problems.filter((each) => each.code.startsWith('mark-'))).toEqual([]);
  });

  test('--format sarif', async () => {
    const { stdout } = await broken().run('check', ['--format', 'sarif']);
    const { version, runs } = JSON.parse(stdout);
    expect(version).toBe('2.1.0');
    const [first] = runs[0].results;
    expect(first).toMatchObject({ ruleId: 'date-impossible', level: 'error' });
    expect(first.locations[0].physicalLocation.region).toMatchObject({ startLine: 3, startColumn: 7 });
  });

  test('of one file tells of that file alone', async () => {
    const { code, stdout } = await broken().run('check', ['content/news/2024/10/plain-02.md']);
    expect(code).toBe(1);
    expect(stdout).toContain('plain-02.md:5:1');
    expect(stdout).not.toContain('plain-01.md');
  });

  test('paths are relative to the current folder', async () => {
    const project = broken();
    const { stdout } = await project.run('check', ['--content', '../content'], {});
    expect(stdout).not.toContain('plain-01.md:3:7');
    fs.mkdirSync(project.path('below'));
    const below = new SmallProject(project.path('below'));
    fs.rmSync(below.path('content'), { recursive: true });
    expect((await below.run('check', ['--content', '../content'])).stdout).toContain(
      '../content/news/2024/10/plain-01.md:3:7',
    );
  });
});

describe('build of broken content', () => {
  test('ends with 1, names every place and leaves the site as it is, to the byte', async () => {
    const project = SmallProject.built({ search: false });
    const before = project.site();
    project.edit('content/news/2024/10/plain-01.md', (text) =>
      text.replace('2024-10-01 09:00', '2024-10-32'),
    );
    project.edit('content/news/2024/10/plain-02.md', (text) => text.replace('channel:', 'chanel:'));
    const { code, stdout, stderr } = await project.run('build');
    expect(code).toBe(1);
    expect(stdout + stderr).toContain('plain-01.md:3:7');
    expect(stdout + stderr).toContain('plain-02.md:5:1');
    expect(differences(project.site(), before)).toEqual([]);
    expect(fs.readdirSync(project.folder).sort()).toEqual(['.cache', '_site', 'content']);
  });

  test('makes no site where there was none', async () => {
    const project = broken();
    expect((await project.run('build')).code).toBe(1);
    expect(fs.existsSync(project.path('_site'))).toBe(false);
  });

  test('--format json is one document here too', async () => {
    const { code, stdout } = await broken().run('build', ['--format', 'json']);
    expect(code).toBe(1);
    const { problems } = JSON.parse(stdout) as { problems: Shown[] };
    expect(problems.filter(({ level }) => level === 'error').length).toBeGreaterThanOrEqual(3);
  });
});
