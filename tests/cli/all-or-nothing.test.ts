import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeFolder } from '../temporary-folder.ts';
import { launcher, runNews, startNews } from './run-news.ts';
import { differences, hashFolder, now, SmallProject } from './small-project.ts';

const titles = ['02', '04', '06'].map((n) => `content/news/2024/10/plain-${n}.md`);

/** A project whose content has changed since its site was built. */
function changedProject(folder?: string): SmallProject {
  const project = SmallProject.built({ search: false, ...(folder && { folder }) });
  for (const file of titles) project.edit(file, (text) => text.replace('title: ', 'title: 新'));
  project.remove('content/news/2019');
  return project;
}

/** Its site as it is, and as the next build is to make it. */
let old: Record<string, string>;
let wanted: Record<string, string>;
beforeAll(async () => {
  const folder = makeFolder();
  const project = changedProject(folder);
  old = project.site();
  await project.build(['--allow-gone']);
  wanted = project.site();
  return () => fs.rmSync(folder, { recursive: true });
});

/**
 * Options of Node that make a call on the file system fail in the build's process: the `nth` call of `name`
 * with a path that has `part` in it ends in `what`. Full disks and power cuts, to the call.
 */
function failing(
  project: SmallProject,
  name: keyof typeof fs,
  part: string,
  nth: number,
  what: 'ENOSPC' | 'SIGKILL',
) {
  const file = project.path('failing.mjs');
  fs.writeFileSync(
    file,
    `import fs from 'node:fs';
const real = fs.${name};
let count = 0;
fs.${name} = (...args) => {
  if (args.some((arg) => typeof arg === 'string' && arg.includes(${JSON.stringify(part)})) && count++ === ${nth}) {
    if ('${what}' === 'SIGKILL') process.kill(process.pid, 'SIGKILL');
    throw Object.assign(new Error('no space left on device'), { code: '${what}' });
  }
  return real(...args);
};`,
  );
  return { NODE_OPTIONS: `--import=${new URL(`file://${file}`).href}` };
}

describe('a full disk', () => {
  test('while pages are written: exit 3, the old site to the byte, nothing left behind', async () => {
    const project = changedProject();
    const env = failing(project, 'openSync', '_site.staging', 5, 'ENOSPC');
    const { code, stderr } = await project.run('build', ['--allow-gone'], env);
    expect(code).toBe(3);
    expect(stderr).toContain('ENOSPC');
    expect(differences(project.site(), old)).toEqual([]);
    expect(fs.readdirSync(project.folder).filter((name) => name.startsWith('_site'))).toEqual(['_site']);
    await project.build(['--allow-gone']);
    expect(differences(project.site(), wanted)).toEqual([]);
  });

  test('while the new site is put in place: the next run finishes it, whatever it does itself', async () => {
    const project = changedProject();
    const env = failing(project, 'renameSync', '_site/news', 2, 'ENOSPC');
    expect((await project.run('build', ['--allow-gone'], env)).code).toBe(3);
    project.edit('content/news/2024/10/plain-08.md', (text) => text.replace('date: ', 'date: x'));
    expect((await project.run('build', ['--allow-gone'])).code).toBe(1);
    expect(differences(project.site(), wanted)).toEqual([]);
  });
});

describe('kill -9', () => {
  test.each<[string, keyof typeof fs, string, number]>([
    ['while pages are written', 'openSync', '_site.staging', 5],
    ['before the journal is in place', 'renameSync', '_site.journal', 0],
    ['at the first file put in place', 'renameSync', '_site/', 0],
    ['at the fifth file put in place', 'renameSync', '_site/', 4],
  ])('%s: the old site, or one that the next run finishes', async (_, name, part, nth) => {
    const project = changedProject();
    const env = failing(project, name, part, nth, 'SIGKILL');
    expect((await project.run('build', ['--allow-gone'], env)).code).toBeNull();
    if (!fs.existsSync(project.path('_site.journal'))) expect(differences(project.site(), old)).toEqual([]);
    const { code } = await project.run('build', ['--allow-gone']);
    expect(code).toBe(0);
    expect(differences(project.site(), wanted)).toEqual([]);
    expect(fs.readdirSync(project.folder).filter((file) => file.startsWith('_site'))).toEqual(['_site']);
  });

  test('after the switch, before it is remembered: what goes afterwards is not left behind', async () => {
    const project = SmallProject.built({ search: false });
    const article = '---\ntitle: 短命\ndate: 2024-12-01\nsource: 昆山样报\nchannel: quiet\n---\n\n正文。\n';
    project.write({ 'content/news/2024/12/short-lived.md': article });
    const env = failing(project, 'renameSync', '.cache/build.json', 0, 'SIGKILL');
    expect((await project.run('build', [], env)).code).toBeNull();
    expect(fs.existsSync(project.path('_site/news/2024/12/short-lived/index.html'))).toBe(true);
    project.remove('content/news/2024/12/short-lived.md');
    await project.build(['--allow-gone']);
    expect(fs.existsSync(project.path('_site/news/2024/12/short-lived'))).toBe(false);
  });
});

test('Ctrl-C: exit 130, the old site, nothing left behind', async () => {
  const project = changedProject();
  const words = ['build', '--now', now, '--no-search', '--allow-gone'];
  const child = startNews(words, { cwd: project.folder });
  const code = await new Promise((resolve) => {
    // The first line tells that reading is over.
    child.stderr.once('data', () => child.kill('SIGINT'));
    child.on('close', resolve);
  });
  expect(code).toBe(130);
  expect(differences(project.site(), old)).toEqual([]);
  expect(fs.readdirSync(project.folder).filter((name) => name.startsWith('_site'))).toEqual(['_site']);
});

describe('two builds at once', () => {
  test('the second ends with 75 and names the first', async () => {
    const project = SmallProject.built({ search: false });
    const before = project.site();
    fs.writeFileSync(project.path('_site.lock'), JSON.stringify({ pid: process.pid, host: os.hostname() }));
    const { code, stdout, stderr } = await project.run('build');
    expect(code).toBe(75);
    expect(stdout).toBe('');
    expect(stderr).toContain(String(process.pid));
    expect(differences(project.site(), before)).toEqual([]);
  });

  test('the lock of a build that was killed does not stand in the way', async () => {
    const project = new SmallProject();
    fs.writeFileSync(project.path('_site.lock'), JSON.stringify({ pid: 2 ** 30, host: os.hostname() }));
    await project.build();
  });

  test('started together, one site comes of it', async () => {
    const project = new SmallProject();
    const runs = await Promise.all([project.run('build'), project.run('build'), project.run('build')]);
    const codes = runs.map(({ code }) => code);
    expect(codes).toContain(0);
    expect(codes.filter((code) => code !== 0 && code !== 75)).toEqual([]);
    await project.build(['--output', 'wanted', '--cache', 'wanted.cache']);
    expect(differences(project.site(), project.site('wanted'))).toEqual([]);
  });
});

describe('an output that is not ours', () => {
  test.each<[string, (project: SmallProject) => void]>([
    ['a folder with files', (project) => project.write({ '_site/thesis.txt': 'mine' })],
    ['a file', (project) => project.write({ _site: 'mine' })],
    [
      'a link to a folder with files',
      (project) => {
        project.write({ 'other/thesis.txt': 'mine' });
        fs.symlinkSync('other', project.path('_site'));
      },
    ],
  ])('%s: exit 3, left alone', async (_, make) => {
    const project = new SmallProject();
    make(project);
    const before = hashFolder(project.folder);
    const { code, stderr } = await project.run('build');
    expect(code).toBe(3);
    expect(stderr).toContain('_site');
    expect(fs.readdirSync(project.folder).filter((name) => !/^(content|other|_site)$/.test(name))).toEqual(
      [],
    );
    expect(hashFolder(project.folder)).toEqual(before);
  });

  test.each(['content', 'content/_site', '.'])('%s: exit 3', async (output) => {
    const project = new SmallProject();
    expect((await project.run('build', ['--output', output])).code).toBe(3);
    expect(fs.existsSync(project.path('content/site.yaml'))).toBe(true);
    expect(fs.readdirSync(project.folder)).toEqual(['content']);
  });

  test('a path through a file: exit 3', async () => {
    const project = new SmallProject();
    project.write({ file: 'mine' });
    expect((await project.run('build', ['--output', 'file/_site'])).code).toBe(3);
  });

  test('a link to a site of ours is built into, and stays a link', async () => {
    const project = new SmallProject();
    await project.build(['--output', 'disk/www']);
    fs.symlinkSync('disk/www', project.path('_site'));
    project.edit('content/news/2024/10/plain-05.md', (text) => text.replace('最后一段', '改过的一段'));
    await project.build();
    expect(fs.lstatSync(project.path('_site')).isSymbolicLink()).toBe(true);
    expect(project.read('disk/www/news/2024/10/plain-05/index.html')).toContain('改过的一段');
  });
});

test('a template that throws: exit 70, the old site', async () => {
  const project = SmallProject.built({ search: false });
  const before = project.site();
  const root = path.dirname(path.dirname(path.dirname(launcher)));
  const copy = project.path('installation');
  for (const name of ['src', 'templates', 'public', '.eleventy.ts', 'package.json', 'package-lock.json'])
    fs.cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
  const template = path.join(copy, 'templates/topics.11ty.tsx');
  fs.writeFileSync(
    template,
    fs
      .readFileSync(template, 'utf8')
      .replace('(page, shell) => (', "(page, shell) => { throw new Error('broken template'); return (")
      .replace(/\)\);\s*$/, '); });\n'),
  );
  const { spawnSync } = await import('node:child_process');
  const { status, stderr } = spawnSync(
    process.execPath,
    [path.join(copy, 'src/cli/news.mjs'), 'build', '--no-search', '--now', now],
    {
      cwd: project.folder,
      encoding: 'utf8',
    },
  );
  expect(stderr).toContain('broken template');
  expect(status).toBe(70);
  expect(differences(project.site(), before)).toEqual([]);
});

test('nothing is written outside output and cache', async () => {
  const project = new SmallProject();
  const before = fs.readdirSync(project.path('content'), { recursive: true }).length;
  const { code } = await runNews(['build', '--no-search', '--now', now], { cwd: project.folder });
  expect(code).toBe(0);
  expect(fs.readdirSync(project.folder).sort()).toEqual(['.cache', '_site', 'content']);
  expect(fs.readdirSync(project.path('content'), { recursive: true })).toHaveLength(before);
});
