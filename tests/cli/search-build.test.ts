import fs from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { gunzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { VolumeList } from '../../src/search/search-files.ts';
import { bucketOf, volumesOf } from '../../src/search/word-map-format.ts';
import { isRunning } from '../is-running.ts';
import { startNews } from './run-news.ts';
import { differences, now, SmallProject } from './small-project.ts';

const listOf = (project: SmallProject): VolumeList => JSON.parse(project.read('_site/pagefind/volumes.json'));

/** Addresses and texts that the index holds, by volume. */
function recordsOf(project: SmallProject, volume: string): Map<string, string> {
  const folder = project.path('_site/pagefind', volume, 'fragment');
  const records = new Map<string, string>();
  for (const name of fs.readdirSync(folder)) {
    const bytes = gunzipSync(fs.readFileSync(`${folder}/${name}`)).subarray('pagefind_dcd'.length);
    const read: object = JSON.parse(new TextDecoder().decode(bytes));
    const fragments: readonly { url: string; content: string }[] = Object.values(
      'content' in read ? [read] : read,
    );
    for (const { url, content } of fragments) records.set(url, content.replaceAll('\u200b', ''));
  }
  return records;
}

const indexFiles = (project: SmallProject): Record<string, string> =>
  Object.fromEntries(Object.entries(project.site()).filter(([name]) => name.startsWith('pagefind/')));

test('the index holds every published article, and no other file than the page asks for', () => {
  const project = SmallProject.built();
  const { volumes, wasm, suggestions, words } = listOf(project);
  expect(volumes.map(({ name, from, to }) => [name, from, to])).toEqual([
    ['2019-2024', '2019-03-04', '2024-12-30'],
  ]);
  expect(words).toBeUndefined();
  const [volume] = volumes;
  const records = recordsOf(project, volume?.name ?? '');
  expect(records.size).toBe(volume?.count);
  const addresses = [...records.keys()];
  expect(addresses.filter((address) => !fs.existsSync(project.path('_site', address, 'index.html')))).toEqual(
    [],
  );
  expect(addresses.filter((address) => /draft|scheduled|expired|withdrawn/.test(address))).toEqual([]);
  expect(fs.readdirSync(project.path('_site/pagefind')).sort()).toEqual(
    ['2019-2024', suggestions, 'volumes.json', wasm].sort(),
  );
  expect(fs.readdirSync(project.path('_site/pagefind/2019-2024')).sort()).toEqual(
    ['filter', 'fragment', 'index', 'pagefind-entry.json', `pagefind.${volume?.meta}.pf_meta`].sort(),
  );
});

test('a deleted article leaves the index, and an edit enters it', async () => {
  const project = SmallProject.built();
  project.remove('content/news/2019');
  project.edit('content/news/2024/10/plain-05.md', (text) => text.replace('最后一段', '改过的一段'));
  await project.build(['--allow-gone']);
  const [volume] = listOf(project).volumes;
  const records = recordsOf(project, volume?.name ?? '');
  expect(records.has('/news/2019/03/first/')).toBe(false);
  expect(records.get('/news/2024/10/plain-05/')).toContain('改过的一段');
});

describe('many volumes', () => {
  /** Five decades with more than a thousand articles, so that each is a volume. */
  function largeProject(): SmallProject {
    const project = new SmallProject();
    for (const year of [1985, 1995, 2005, 2015, 2022]) {
      for (let n = 0; n < 205; n++)
        project.write({
          [`content/news/${year}/01/a-${n}.md`]: `---\ntitle: ${year}年第${n}篇\ndate: ${year}-01-02\nsource: 昆山样报\nchannel: quiet\n---\n\n招商引资。\n`,
        });
    }
    return project;
  }

  test('an edit makes one of them anew; the same content gives the same bytes', {
    timeout: 120_000,
  }, async () => {
    const project = largeProject();
    await project.build();
    const first = indexFiles(project);
    expect(listOf(project).volumes.map(({ name }) => name)).toEqual([
      '2020-2029',
      '2010-2019',
      '2000-2009',
      '1990-1999',
      '1980-1989',
    ]);

    project.edit('content/news/1995/01/a-7.md', (text) => text.replace('招商引资', '招商引资和龙门石窟'));
    const { pages } = await project.build();
    const edited = indexFiles(project);
    const changed = differences(first, edited).map((name) => name.split('/')[1] ?? '');
    expect([...new Set(changed)].sort()).toEqual(['1990-1999', 'volumes.json', 'words']);
    expect(pages.removed).toBe(0);
    const { words, volumes } = listOf(project);
    const holders = (word: string) => {
      const file = `_site/pagefind/words/${bucketOf(word, words?.bits ?? 0)}.bin`;
      return volumesOf(fs.readFileSync(project.path(file)), word, volumes.length);
    };
    expect([holders('龙门'), holders('门龙'), holders('招商')]).toEqual([[1], [], 'anywhere']);

    await project.build(['--full', '--output', 'anew', '--cache', 'anew.cache']);
    expect(differences(project.site('anew'), project.site())).toEqual([]);
  });
});

test('an index that another hand touched is made whole', async () => {
  const project = SmallProject.built();
  const before = project.site();
  const { wasm, volumes } = listOf(project);
  const meta = `2019-2024/pagefind.${volumes[0]?.meta}.pf_meta`;
  for (const touched of [meta, wasm, 'volumes.json']) {
    project.remove(`_site/pagefind/${touched}`);
    await project.build();
    expect(differences(project.site(), before)).toEqual([]);
  }
});

test('--no-search: no index, and an old one goes', async () => {
  const project = SmallProject.built();
  const { pages } = await project.build(['--no-search']);
  expect(fs.existsSync(project.path('_site/pagefind'))).toBe(false);
  expect(pages.removed).toBe(0);
});

/** Writes a program to stand in for Pagefind. */
function script(project: SmallProject, text: string): string {
  const file = project.path('.cache/pagefind');
  fs.writeFileSync(file, `#!/bin/sh\n${text}\n`, { mode: 0o755 });
  return file;
}

describe('a build that is stopped takes Pagefind with it', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGKILL', null],
  ] as const)('%s', async (signal, expected) => {
    const project = SmallProject.built();
    const before = project.site();
    // Like Pagefind it reads to the end of its input; unlike it, it never answers.
    const pidFile = project.path('.cache/pid');
    const program = script(project, `echo $$ > "${pidFile}.new"; mv "${pidFile}.new" "${pidFile}"; exec cat`);
    const child = startNews(['build', '--now', now, '--full'], {
      cwd: project.folder,
      env: { PAGEFIND_BINARY_PATH: program },
    });
    child.stdout.resume();
    child.stderr.resume();
    const ended = new Promise((resolve) => child.on('close', resolve));
    while (!fs.existsSync(pidFile)) await setTimeout(10);
    child.kill(signal);
    expect(await ended).toBe(expected);
    while (isRunning(Number(fs.readFileSync(pidFile, 'utf8')))) await setTimeout(10);
    expect(differences(project.site(), before)).toEqual([]);
    await project.build();
    expect(fs.readdirSync(project.folder).filter((name) => name.startsWith('_site'))).toEqual(['_site']);
  });
});

describe('Pagefind that fails: exit 3, the way to mend it, the old site, nothing left behind', () => {
  test.each<[string, (project: SmallProject) => string, string]>([
    ['a program that is not there', () => '/no/such/pagefind', '找不到或不能运行'],
    ['a program that ends at once', (project) => script(project, 'exit 1'), 'Pagefind 出错'],
    ['a program that answers nonsense', (project) => script(project, 'echo no,no,'), 'Pagefind 出错'],
  ])('%s', async (_, make, said) => {
    const project = SmallProject.built();
    project.edit('content/news/2024/10/plain-05.md', (text) => text.replace('最后一段', '改过的一段'));
    const before = project.site();
    const env = { PAGEFIND_BINARY_PATH: make(project) };
    const { code, stdout, stderr } = await project.run('build', [], env);
    expect(code).toBe(3);
    expect(stdout).toBe('');
    expect(stderr).toContain(said);
    expect(stderr).toContain(`npm install --no-save @pagefind/${process.platform}-${process.arch}@1.6.0`);
    expect(stderr).toContain('PAGEFIND_BINARY_PATH');
    expect(differences(project.site(), before)).toEqual([]);
    expect(fs.readdirSync(project.folder).filter((name) => name.startsWith('_site'))).toEqual(['_site']);
  });
});
