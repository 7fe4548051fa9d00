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
  expect(stdout).not.toContain('scheduled-one');
  expect(now < '2025-02-03').toBe(true);
});
