import { expect, test } from 'vitest';
import { runNews } from './run-news.ts';
import { now, SmallProject } from './small-project.ts';

test('list names what is held back, and why', async () => {
  const { code, stdout } = await new SmallProject().run('list');
  expect(code).toBe(0);
  for (const [state, file] of [
    ['草稿', 'content/news/2024/12/draft-one.md'],
    ['待发', 'content/news/2025/02/scheduled-one.md'],
    ['过期', 'content/news/2024/11/expired.md'],
    ['撤稿', 'content/news/2024/11/withdrawn.md'],
  ])
    expect(stdout).toMatch(new RegExp(`${state}.*${file}`));
  expect(stdout).not.toContain('plain-01');
});

test('--format json is one document', async () => {
  const { code, stdout } = await new SmallProject().run('list', ['--format', 'json']);
  expect(code).toBe(0);
  const { heldBack } = JSON.parse(stdout) as { heldBack: { state: string; file: string; reason?: string }[] };
  expect(heldBack.map(({ state }) => state).sort()).toEqual(['draft', 'expired', 'scheduled', 'withdrawn']);
  expect(heldBack.find(({ state }) => state === 'withdrawn')).toMatchObject({
    file: 'content/news/2024/11/withdrawn.md',
    reason: '来源要求撤下',
  });
});

test('a later moment finds the scheduled article published', async () => {
  const { folder } = new SmallProject();
  const { stdout } = await runNews(['list', '--now', '2025-03-01', '--format', 'json'], { cwd: folder });
  const { heldBack } = JSON.parse(stdout) as { heldBack: { file: string }[] };
  expect(heldBack.map(({ file }) => file).join()).not.toContain('scheduled-one');
  expect(now < '2025-02-03').toBe(true);
});

test('list names what else the desk has to see to', async () => {
  const project = new SmallProject();
  project.edit('content/news/2024/10/plain-01.md', (text) => text.replace(/^zone: .*$/m, 'zone: 没有的园区'));
  const { stdout } = await project.run('list', ['--format', 'json']);
  const { desk } = JSON.parse(stdout) as {
    desk: Record<string, { file: string; zone?: string; name?: string }[]>;
  };
  expect(desk.unknownZone).toMatchObject([{ file: 'content/news/2024/10/plain-01.md', zone: '没有的园区' }]);
  expect(Object.keys(desk)).toEqual(['quietChannels', 'unknownZone', 'withoutZone', 'withoutSourceUrl']);
  const short = (await project.run('list')).stdout;
  expect(short).toMatch(/开发区不在名录里“没有的园区”.*plain-01\.md/);
  expect(short).toMatch(/来源没有网址 \d+ 篇（加 --all 列出）/);
  const long = (await project.run('list', ['--all'])).stdout;
  expect(long.split('\n').filter((line) => line.startsWith('来源没有网址  '))).toHaveLength(
    desk.withoutSourceUrl?.length ?? 0,
  );
});
