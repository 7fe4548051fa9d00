import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { differences, SmallProject } from './small-project.ts';

describe('the same content gives the same bytes', () => {
  test.each<[string, Record<string, string>, string]>([
    ['in another time zone', { TZ: 'Pacific/Auckland' }, 'p'],
    ['in another locale', { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' }, 'p'],
    ['in a folder with spaces and 中文', { TZ: 'America/Los_Angeles', LC_ALL: 'C' }, '新 闻/站 点'],
    ['with colours, in CI', { FORCE_COLOR: '1', CI: '1', NODE_ENV: 'production' }, 'p'],
  ])('%s', async (_, env, name) => {
    const here = SmallProject.built();
    const folder = path.join(temporaryFolder(), name);
    fs.mkdirSync(folder, { recursive: true });
    const there = new SmallProject(folder);
    await there.build([], env);
    expect(differences(there.site(), here.site())).toEqual([]);
  });

  test('whatever the umask', async () => {
    const [here, there] = [SmallProject.built(), new SmallProject()];
    const before = process.umask(0o077);
    try {
      await there.build();
    } finally {
      process.umask(before);
    }
    expect(differences(there.site(), here.site())).toEqual([]);
    const mode = (project: SmallProject) => fs.statSync(project.path('_site/index.html')).mode & 0o777;
    expect(mode(here)).toBe(0o644);
  });

  test('whatever order the files were made in', async () => {
    const [here, there] = [SmallProject.built(), new SmallProject()];
    const folder = there.path('content/news/2024/10');
    const texts = fs
      .readdirSync(folder)
      .sort()
      .reverse()
      .map((name) => [name, fs.readFileSync(path.join(folder, name))] as const);
    fs.rmSync(folder, { recursive: true });
    fs.mkdirSync(folder);
    for (const [name, text] of texts) fs.writeFileSync(path.join(folder, name), text);
    await there.build();
    expect(differences(there.site(), here.site())).toEqual([]);
  });
});
