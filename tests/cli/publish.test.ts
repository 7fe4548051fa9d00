import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { findOnPath } from '../browser/find-chromium.mjs';
import { runNews } from './run-news.ts';
import { differences, hashFolder, SmallProject } from './small-project.ts';

beforeAll(() => {
  if (findOnPath('rsync') === undefined) throw new Error('no rsync: apt-get install rsync');
});

const publish = (
  project: SmallProject,
  to: string,
  words: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
) => runNews(['publish', '--to', to, ...words], { cwd: project.folder, env });

/** The site without our mark, which stays here. */
function siteOf(project: SmallProject): Record<string, string> {
  const { '.investchn': _, ...site } = project.site();
  return site;
}

/** A page more, one other, one less, with the folder that held it. */
function change(project: SmallProject): void {
  project.write({ '_site/news/2024/12/added/index.html': 'added', '_site/index.html': 'changed' });
  project.remove('_site/news/2019/03');
}

const page = 'news/2019/03/first/index.html';

test('rsync: lists, sends what differs, removes with the folders that are left empty', async () => {
  const project = SmallProject.built({ search: false });
  const to = `rsync:${project.path('far')}`;
  const dry = await publish(project, to, ['--dry-run']);
  expect(dry.code).toBe(0);
  expect(dry.stdout).toContain(`+ ${page}\n`);
  expect(fs.existsSync(project.path('far'))).toBe(false);

  expect((await publish(project, to)).code).toBe(0);
  expect(differences(hashFolder(project.path('far')), siteOf(project))).toEqual([]);
  expect(fs.statSync(project.path('far', page)).mode & 0o777).toBe(0o644);

  project.write({ 'far/hands-off.txt': 'of another hand' });
  change(project);
  const listed = await publish(project, to, ['--dry-run']);
  const lines = listed.stdout.trim().split('\n');
  expect(lines.slice(0, 2)).toEqual(['+ news/2024/12/added/index.html', '~ index.html']);
  expect(lines).toContain(`- ${page}`);
  const { code, stdout } = await publish(project, to);
  expect([code, stdout.includes('新增 1，更改 1，')]).toEqual([0, true]);
  const { 'hands-off.txt': left, ...there } = hashFolder(project.path('far'));
  expect(left).toBeDefined();
  expect(differences(there, siteOf(project))).toEqual([]);

  const again = await publish(project, to);
  expect(again.stdout).toContain('新增 0，更改 0，移除 0');
});

test('rsync that fails: exit 3, its words, what to do; the next run completes it', async () => {
  const project = SmallProject.built({ search: false });
  fs.writeFileSync(project.path('far'), 'a file in the way');
  const to = `rsync:${project.path('far')}`;
  const { code, stdout, stderr } = await publish(project, to);
  expect([code, stdout]).toEqual([3, '']);
  expect(stderr).toMatch(/rsync 没有成功（退出码 \d+）/);
  expect(stderr).toContain(project.path('far'));
  expect(stderr).toContain('rsync --list-only');
  project.remove('far');
  expect((await publish(project, to)).code).toBe(0);
  expect(differences(hashFolder(project.path('far')), siteOf(project))).toEqual([]);
});

describe('S3', () => {
  /** A folder with a program `aws` that does to a folder what the real one does to a store, and writes down its calls. */
  function fakeAws(project: SmallProject): Record<string, string> {
    const text = `#!/bin/sh
echo "$*" >> "$FAKE/calls"
if [ -e "$FAKE/broken" ]; then echo "fatal error: Unable to locate credentials" >&2; exit 1; fi
[ "$1" = s3 ] && shift
verb=$1; shift
if [ "$verb" = cp ]; then
  place="$FAKE/store/\${2#s3://}"
  mkdir -p "$place" && cp -RL "$1/." "$place/"
else
  place="$FAKE/store/\${1#s3://}"
  while [ $# -gt 0 ]; do
    [ "$1" = --include ] && rm -f "$place$2"
    shift
  done
fi
`;
    const fake = project.path('fake');
    fs.mkdirSync(fake);
    fs.writeFileSync(path.join(fake, 'aws'), text, { mode: 0o755 });
    return { FAKE: fake, PATH: `${fake}:/usr/bin:/bin` };
  }
  const filesIn = (folder: string): Record<string, string> =>
    Object.fromEntries(Object.entries(hashFolder(folder)).filter(([, hash]) => hash !== 'folder'));
  const onlyFiles = (project: SmallProject): Record<string, string> =>
    Object.fromEntries(Object.entries(siteOf(project)).filter(([, hash]) => hash !== 'folder'));

  test('through aws: what differs, in order; a failure is told and completed', async () => {
    const project = SmallProject.built({ search: false });
    const env = fakeAws(project);
    const to = 's3://bucket/sub/site';
    expect((await publish(project, to, [], env)).code).toBe(0);
    const store = project.path('fake/store/bucket/sub/site');
    expect(filesIn(store)).toEqual(onlyFiles(project));

    change(project);
    project.write({ 'fake/broken': '' });
    const { code, stdout, stderr } = await publish(project, to, [], env);
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toContain('Unable to locate credentials');
    expect(stderr).toContain('aws s3 ls s3://bucket/sub/site/');

    project.remove('fake/broken', 'fake/calls');
    expect((await publish(project, to, [], env)).code).toBe(0);
    expect(filesIn(store)).toEqual(onlyFiles(project));
    const calls = project.read('fake/calls').trim().split('\n');
    expect(calls.map((call) => call.split(' ')[1])).toEqual(['cp', 'cp', 'rm']);
    expect(calls[2]).toMatch(
      /^s3 rm s3:\/\/bucket\/sub\/site\/news\/2019\/03\/ --recursive --exclude \* --include /,
    );
    expect(calls[2]).toContain('--include first/index.html');
  });

  test('neither aws nor rclone: exit 3, and how to get them', async () => {
    const project = SmallProject.built({ search: false });
    const { code, stderr } = await publish(project, 's3://bucket', [], { PATH: project.path('nothing') });
    expect(code).toBe(3);
    expect(stderr).toContain('apt-get install rclone');
  });
});

test('a folder, by a link: switched in one step, and back in one command', async () => {
  const project = SmallProject.built({ search: false });
  const before = project.site();
  expect((await publish(project, 'www', ['--link'])).code).toBe(0);
  expect(fs.readlinkSync(project.path('www'))).toBe('www.versions/1');
  change(project);
  expect((await publish(project, 'www', ['--link'])).code).toBe(0);
  expect(differences(project.site('www'), project.site())).toEqual([]);
  const { code, stdout } = await publish(project, 'www', ['--rollback']);
  expect([code, stdout.includes('第 1 版')]).toEqual([0, true]);
  expect(differences(project.site('www'), before)).toEqual([]);
  const none = await publish(project, 'www', ['--rollback']);
  expect(none.code).toBe(3);
});

test.each<[string, readonly string[], number]>([
  ['no target', [], 2],
  ['a target of no known kind', ['--to', 'ftp://host/'], 2],
  ['a link far away', ['--to', 's3://bucket', '--link'], 2],
  ['a manifest that is none', ['--to', 'www', '--manifest', 'content/site.yaml'], 2],
  ['the site itself', ['--to', '_site'], 3],
  ['a folder in the site', ['--to', '_site/www'], 3],
  ['a folder that is not ours', ['--to', 'content'], 3],
  ['no site', ['--to', 'www', '--output', 'nowhere'], 3],
])('%s: exit code', async (_, words, expected) => {
  const project = SmallProject.built({ search: false });
  const before = hashFolder(project.folder);
  const { code, stdout } = await runNews(['publish', ...words], { cwd: project.folder });
  expect([code, stdout]).toEqual([expected, '']);
  expect(hashFolder(project.folder)).toEqual(before);
});

test('a build that is running: exit 75', async () => {
  const project = SmallProject.built({ search: false });
  fs.writeFileSync(project.path('_site.lock'), JSON.stringify({ pid: process.pid, host: os.hostname() }));
  expect((await publish(project, 'www')).code).toBe(75);
});
