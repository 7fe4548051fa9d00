import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { Choices } from '../../src/cli/choices.ts';
import { Conversation } from '../../src/cli/conversation.ts';
import { Interrupted } from '../../src/cli/interrupt.ts';
import { askMissing, type Given } from '../../src/cli/new-command.ts';
import { Registry } from '../../src/content/registry.ts';
import { parseMoment } from '../../src/site/clock.ts';

const zones = [
  { id: 'kunshan-german', name: '昆山德国工业园' },
  { id: 'kunshan-etdz', name: '昆山经济技术开发区' },
  { id: 'sip', name: '苏州工业园区' },
];

describe('what is typed for a name', () => {
  test.each([
    ['昆山德国工业园', ['kunshan-german']],
    ['德国', ['kunshan-german']],
    ['KSDGGYY', ['kunshan-german']],
    ['ksd', ['kunshan-german']],
    ['kunshand', ['kunshan-german']],
    ['ｓｉｐ', ['sip']],
    ['昆山', ['kunshan-german', 'kunshan-etdz']],
    ['工业园', ['kunshan-german', 'sip']],
    ['崑山經濟', ['kunshan-etdz']],
    ['火星', []],
    ['', ['kunshan-german', 'kunshan-etdz', 'sip']],
  ])('%s', (typed, ids) => expect(new Choices(zones).matching(typed).map(({ id }) => id)).toEqual(ids));

  test('a whole name is meant before names that hold it', () => {
    const items = [...zones, { id: 'sip-port', name: '苏州工业园区港' }];
    expect(new Choices(items).matching('苏州工业园区').map(({ id }) => id)).toEqual(['sip']);
  });
});

const nameOf = ({ name }: { readonly name: string }): string => name;

const channels = ['开发区新闻', '投资政策'].map((name, i) => ({ id: `channel-${i}`, name }));
const sources = [{ id: 'jh', name: '江海园区报' }];

/** Asks for what is missing, with these lines typed; ends as if by Ctrl-D after the last. */
async function ask(lines: readonly string[], given: Partial<Given> = {}, withSources = true) {
  const date = parseMoment('2024-12-27', 'Asia/Shanghai');
  if ('why' in date) throw new Error('no date');
  const input = new PassThrough();
  const output = new PassThrough();
  const terminal = new Conversation(input, output);
  input.end(lines.map((line) => `${line}\n`).join(''));
  const nothing: Given = {
    title: undefined,
    channel: undefined,
    source: undefined,
    zone: undefined,
    region: undefined,
    date,
  };
  const all = {
    channels: new Registry(channels, nameOf, true),
    zones: new Registry(zones, nameOf, true),
    sources: withSources ? new Registry(sources, nameOf, true) : undefined,
  };
  try {
    const { date: _, ...answers } = await askMissing({ ...nothing, ...given }, all, terminal);
    return { answers, screen: String(output.read()) };
  } finally {
    terminal.close();
  }
}

describe('a conversation', () => {
  test('asks for everything that is missing, by number, part and initials', async () => {
    const { answers, screen } = await ask(['', ' 园区开工 ', '２', 'ksdggyy', '江海']);
    expect(answers).toEqual({
      title: '园区开工',
      channel: '投资政策',
      zone: '昆山德国工业园',
      source: '江海园区报',
      region: undefined,
    });
    for (const shown of ['标题：', '   2  投资政策', '开发区（没有就按回车）：', '来源：'])
      expect(screen).toContain(shown);
  });

  test('asks for nothing that was given', async () => {
    const given = { title: '开工', channel: '投资政策', zone: '苏州工业园区', source: '样报' };
    const { answers, screen } = await ask([], given);
    expect(answers).toMatchObject(given);
    expect(screen).toBe('null');
  });

  test('a region given stands for the zone', async () => {
    const { answers } = await ask(['1', '1'], { title: '开工', region: '苏州' });
    expect(answers).toMatchObject({ zone: undefined, region: '苏州', source: '江海园区报' });
  });

  test('asks again what is unknown or may mean several, which are numbered anew', async () => {
    const given = { title: '开工', channel: '投资政策', source: '样报' };
    const { answers, screen } = await ask(['昆山德国工业区', '9', '昆山', '2'], given);
    expect(answers.zone).toBe('昆山经济技术开发区');
    expect(screen).toContain('没有“昆山德国工业区”这个开发区，是不是 昆山德国工业园？');
    expect(screen).toContain('没有“9”这个开发区\n');
    expect(screen).toContain('   2  昆山经济技术开发区\n请输入');
  });

  test('a channel must be named, a zone need not', async () => {
    const { answers } = await ask(['', '', '1', ''], { title: '开工', source: '样报' });
    expect(answers).toMatchObject({ channel: '开发区新闻', zone: undefined });
  });

  test('a source that is unknown is taken when it is confirmed', async () => {
    const given = { title: '开工', channel: '投资政策', zone: '苏州工业园区' };
    expect((await ask(['江海园区保', '', ''], given)).answers.source).toBe('江海园区保');
    expect((await ask(['', '样例社', '江海园区报'], given)).answers.source).toBe('江海园区报');
    expect((await ask(['样例社'], given, false)).answers.source).toBe('样例社');
  });

  test('many choices are not all shown', async () => {
    const many = Array.from({ length: 31 }, (_, i) => ({ id: `z${i}`, name: `第${i}区` }));
    const input = new PassThrough();
    const output = new PassThrough();
    const terminal = new Conversation(input, output);
    input.end('1\n第30\n');
    expect(await terminal.askChoice('开发区', many)).toBe(many[30]);
    terminal.close();
    expect(String(output.read())).toMatch(/^有 31 个开发区，请输入/);
  });

  test('that breaks off is an interruption', async () => {
    await expect(ask(['开工', '1'])).rejects.toBeInstanceOf(Interrupted);
  });
});
