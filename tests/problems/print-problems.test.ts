import { describe, expect, it } from 'vitest';
import { printProblems } from '../../src/problems/print-problems.ts';
import { type Problem, problem } from '../../src/problems/problem.ts';
import { showProblem } from '../../src/problems/show-problem.ts';

const file = 'news/2020/01/a.md';
const impossible = problem('date-impossible', { file, line: 4, column: 7 }, { value: '2020-02-30' });
const far = problem('date-far', { file, line: 4, column: 7 }, { value: '2202' });
const print = (
  problems: readonly Problem[],
  more: Partial<Parameters<typeof printProblems>[1]> = {},
): string => printProblems(problems, { format: 'text', lang: 'zh-CN', prefix: 'content/', ...more });

describe('text', () => {
  it('is a line a problem, in Chinese or English', () => {
    expect(print([impossible, far])).toBe(
      `content/${file}:4:7 错误 date-impossible 没有 2020-02-30 这一天 → 请改成真实的日期\n` +
        `content/${file}:4:7 警告 date-far 年份 2202 看起来不对 → 请核对年份`,
    );
    expect(print([impossible, far], { lang: 'en', prefix: '' })).toBe(
      `${file}:4:7 error date-impossible there is no day 2020-02-30 → write a real date\n` +
        `${file}:4:7 warning date-far the year 2202 looks wrong → check it`,
    );
  });

  it('ends after fifty lines, or where it is told to', () => {
    const many = Array.from({ length: 1000 }, () => impossible);
    const lines = print(many).split('\n');
    expect(lines).toHaveLength(51);
    expect(lines[50]).toBe('还有 950 个');
    expect(print(many, { lang: 'en', limit: 1 }).split('\n')[1]).toBe('and 999 more');
    expect(print([])).toBe('');
  });

  it('shows what cannot be seen, on one line, and no more than is needed', () => {
    const shown = (value: string): string =>
      showProblem(problem('date-impossible', { file, line: 1, column: 1 }, { value }), 'zh-CN').message;
    expect(shown('a\nb\u202ec\0\ud800')).toBe('没有 aU+000AbU+202EcU+0000U+D800 这一天');
    expect([...shown('𠀀'.repeat(500))].length).toBeLessThan(140);
  });

  it('leaves out what has no value', () => {
    const at = { file, line: 1, column: 1 };
    const fix = (nearest: string): string =>
      showProblem(problem('zone-unknown', at, { value: '甲', nearest }), 'zh-CN').fix;
    expect(fix('乙')).toBe('请改成 乙，或在 zones 文件夹里给它建一个文件');
    expect(fix('')).toBe('请在 zones 文件夹里给它建一个文件');
  });

  it('does not take a value for a text of its own', () => {
    const twice = problem('date-form', { file, line: 1, column: 1 }, { value: '{right}[[x]]', right: '$&' });
    expect(showProblem(twice, 'zh-CN')).toEqual({ message: '日期“{right}[[x]]”写法不对', fix: '请改成 $&' });
  });
});

describe('json', () => {
  it('holds every problem', () => {
    const many = Array.from({ length: 60 }, () => impossible);
    const { problems } = JSON.parse(print(many, { format: 'json' }));
    expect(problems).toHaveLength(60);
    expect(problems[0]).toEqual({
      code: 'date-impossible',
      level: 'error',
      file: `content/${file}`,
      line: 4,
      column: 7,
      message: '没有 2020-02-30 这一天',
      fix: '请改成真实的日期',
    });
  });
});

describe('github', () => {
  it('annotates ten, errors first, and prints the lines', () => {
    const lines = print([far, ...Array.from({ length: 12 }, () => impossible)], { format: 'github' }).split(
      '\n',
    );
    const annotations = lines.filter((line) => line.startsWith('::'));
    expect(annotations).toHaveLength(10);
    expect(annotations[0]).toBe(
      `::error file=content/${file},line=4,col=7,title=date-impossible::没有 2020-02-30 这一天 → 请改成真实的日期`,
    );
    expect(lines.slice(10)).toHaveLength(13);
  });

  it('names the files of the change first, errors before warnings', () => {
    const of = (name: string, code: Problem): Problem => ({ ...code, file: name });
    const problems = [of('a', impossible), of('b', far), of('b', impossible), of('c', impossible)];
    const lines = print(problems, { format: 'github', prefix: '', isChanged: (name) => name === 'b' }).split(
      '\n',
    );
    const annotated = lines.slice(0, 4).map((line) => /^::(\w+) file=(\w)/.exec(line)?.slice(1).join(' '));
    expect(annotated).toEqual(['error b', 'warning b', 'error a', 'error c']);
    expect(lines.slice(4).map((line) => line[0])).toEqual(['b', 'b', 'a', 'c']);
  });

  it('leaves no line out of the log', () => {
    expect(
      print(
        Array.from({ length: 1000 }, () => far),
        { format: 'github' },
      ).split('\n'),
    ).toHaveLength(1010);
  });

  it('lets no content give a command', () => {
    const nasty = problem(
      'date-impossible',
      { file: 'news/a,b:c%.md', line: 1, column: 1 },
      { value: '%\n::error::x' },
    );
    const [line = ''] = print([nasty], { format: 'github', prefix: '' }).split('\n');
    expect(line).toContain('file=news/a%2Cb%3Ac%25.md,');
    expect(line).toContain('没有 %25U+000A::error::x 这一天');
  });
});

describe('sarif', () => {
  it('has what its readers ask for', () => {
    const { version, runs } = JSON.parse(print([impossible, far], { format: 'sarif' }));
    expect(version).toBe('2.1.0');
    expect(runs).toHaveLength(1);
    expect(runs[0].tool.driver.rules.map((rule: { id: string }) => rule.id)).toEqual([
      'date-far',
      'date-impossible',
    ]);
    expect(runs[0].results[0]).toMatchObject({
      ruleId: 'date-impossible',
      ruleIndex: 1,
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: `content/${file}` },
            region: { startLine: 4, startColumn: 7 },
          },
        },
      ],
    });
  });

  /*
   * What section 3 of SARIF 2.1.0 (OASIS, 2020-03-27) asks of each object that we write: the properties that must be
   * there, and that there is no other than those that it knows. That it knows ours is checked by the type of the log.
   */
  it('is made as SARIF 2.1.0 wants it', () => {
    const nasty = problem(
      'date-impossible',
      { file: '年 a/%b#?.md', line: 1, column: 1 },
      { value: '"\u0000' },
    );
    const log = JSON.parse(print([impossible, far, nasty], { format: 'sarif', prefix: '../content/' }));
    expect(Object.keys(log).sort()).toEqual(['$schema', 'runs', 'version']);
    expect(log.version).toBe('2.1.0');
    expect(URL.canParse(log.$schema)).toBe(true);
    const [run] = log.runs;
    expect(Object.keys(run).sort()).toEqual(['columnKind', 'results', 'tool']);
    expect(['utf16CodeUnits', 'unicodeCodePoints']).toContain(run.columnKind);
    const { rules, ...driver } = run.tool.driver;
    expect(driver).toEqual({ name: expect.stringMatching(/./) });
    expect(new Set(rules.map(({ id }: { id: string }) => id)).size).toBe(rules.length);
    for (const { id, shortDescription, defaultConfiguration, ...more } of rules) {
      expect(id).toMatch(/./);
      expect(shortDescription).toEqual({ text: expect.stringMatching(/./) });
      expect(['none', 'note', 'warning', 'error']).toContain(defaultConfiguration.level);
      expect(more).toEqual({});
    }
    for (const { ruleId, ruleIndex, level, message, locations, ...more } of run.results) {
      expect(rules[ruleIndex].id).toBe(ruleId);
      expect(['none', 'note', 'warning', 'error']).toContain(level);
      expect(message).toEqual({ text: expect.stringMatching(/./) });
      expect(more).toEqual({});
      expect(locations).toHaveLength(1);
      const { artifactLocation, region } = locations[0].physicalLocation;
      // A URI reference of RFC 3986: nothing but these characters.
      expect(artifactLocation.uri).toMatch(/^(?:[\w\-.~!$&'()*+,;=:@/]|%[0-9A-F]{2})+$/);
      expect(Number.isInteger(region.startLine) && region.startLine >= 1).toBe(true);
      expect(Number.isInteger(region.startColumn) && region.startColumn >= 1).toBe(true);
    }
    expect(JSON.parse(print([], { format: 'sarif' })).runs[0].results).toEqual([]);
  });
});
