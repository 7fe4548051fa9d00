import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { mergeSite } from '../../src/publish/merge-site.ts';
import { PartBroken, PartsRefused } from '../../src/publish/parts.ts';
import { makeFolder, temporaryFolder } from '../temporary-folder.ts';
import { type Run, runNews } from './run-news.ts';
import { differences, hashFolder, now, SmallProject } from './small-project.ts';

const spans = ['2000-2021', '2022-2023', '2024-'];

/** A project with lists, topics and a zone that reach over several years, and pictures of other years. */
let project: SmallProject;
let whole: Record<string, string>;

beforeAll(async () => {
  const folder = makeFolder();
  project = new SmallProject(folder);
  for (const year of [2019, 2021, 2022, 2023, 2024]) {
    for (let n = 10; n < 22; n++) {
      const zone = n % 2 === 0 ? 'zone: kunshan-etdz\ntopics: [green]\n' : '';
      project.write({
        [`content/news/${year}/02/more-${n}.md`]:
          `---\ntitle: ${year}年第${n}篇\ndate: ${year}-02-${n % 28 || 1}\nsource: 昆山样报\nchannel: quiet\n${zone}---\n\n招商引资，[首篇](/news/2019/03/first/)。\n`.replace(
            /-(\d)\n/,
            '-0$1\n',
          ),
      });
    }
  }
  project.edit(
    'content/news/2022/02/more-20.md',
    (text) => `${text}\n![图](/news/2024/11/every-key/inside.png "图注")\n`,
  );
  await Promise.all([project.build(['--output', 'whole', '--cache', '.cache/whole']), buildParts(project)]);
  whole = project.site('whole');
  return () => fs.rmSync(folder, { recursive: true });
});

/** Every part in a process and with a cache of its own. */
const buildParts = (of: SmallProject) =>
  Promise.all(
    spans.map((span) => of.build(['--years', span, '--output', span, '--cache', `.cache/${span}`])),
  );

/** The project elsewhere, or some of its folders. */
function copy(...names: string[]): SmallProject {
  const folder = temporaryFolder();
  fs.mkdirSync(path.join(folder, 'content'));
  // `cp -a` keeps times to the nanosecond, by which the build knows its files.
  const from = (names.length > 0 ? names : ['content', '.cache', ...spans]).map((name) => project.path(name));
  execFileSync('cp', ['-a', ...from, folder]);
  return new SmallProject(folder);
}

const merge = (of: SmallProject, words: readonly string[] = spans, env = {}): Promise<Run> =>
  runNews(['merge', ...words], { cwd: of.folder, env });

const leftovers = (of: SmallProject): string[] =>
  fs.readdirSync(of.folder).filter((name) => /\.(?:lock|staging|journal)/.test(name));

describe('parts by years', () => {
  test('join to the very bytes of one build of all years', async () => {
    const here = copy(...spans);
    const { code, stdout } = await merge(here, [...spans, '--manifest', 'manifest.json']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^合并：3 部分，文件 [\d,]+，/);
    expect(differences(here.site(), whole)).toEqual([]);
    expect(leftovers(here)).toEqual([]);
    const { files, added } = JSON.parse(here.read('manifest.json'));
    expect(Object.keys(files)).toEqual(added);
    expect(Object.keys(files)).toContain('pagefind/volumes.json');
  });

  test('hold what their articles show, and nothing twice', () => {
    const held = spans.map((span) =>
      Object.keys(project.site(span)).filter((name) => whole[name] !== 'folder'),
    );
    const own = held.map((names) => names.filter((name) => name in whole && name !== '.investchn'));
    // The list of volumes is made when they are joined.
    const all = Object.keys(whole).filter((name) => whole[name] !== 'folder' && name !== '.investchn');
    expect([...own.flat(), 'pagefind/volumes.json'].toSorted()).toEqual(all.toSorted());
    const [oldest = [], , newest = []] = own;
    expect(oldest).toContain('news/2019/03/first/index.html');
    expect(oldest).toContain('sitemaps/2019.xml');
    expect(oldest.filter((name) => /^news\/202[2-9]|^index\.html|^assets\//.test(name))).toEqual([]);
    expect(newest).toEqual(
      expect.arrayContaining(['index.html', 'robots.txt', 'news/index.html', '_redirects']),
    );
    // Lists lie where their articles do.
    expect(oldest).toContain('quiet/page/1/index.html');
    expect(newest).toContain('quiet/index.html');
  });

  test('follow an edit and a deletion: an address vanishes only when that is allowed', async () => {
    const here = copy();
    await merge(here);
    here.edit('content/news/2022/02/more-20.md', (text) => text.replace('招商引资', '引资'));
    here.remove('content/news/2019/02/more-11.md');
    await Promise.all([
      buildParts(here),
      here.build(['--output', 'anew', '--cache', '.cache/anew', '--full']),
    ]);
    const before = here.site();
    const refused = await merge(here);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('news/2019/02/more-11');
    expect(differences(here.site(), before)).toEqual([]);

    expect((await merge(here, [...spans, '--allow-gone', '--manifest', 'manifest.json'])).code).toBe(0);
    expect(differences(here.site(), here.site('anew'))).toEqual([]);
    const { changed, removed } = JSON.parse(here.read('manifest.json'));
    expect(removed).toContain('news/2019/02/more-11/index.html');
    expect(changed).toContain('news/2022/02/more-20/index.html');
    expect(changed).not.toContain('news/2024/02/more-12/index.html');
  });

  test('one that is built again later, with what its cache remembers, is the same', async () => {
    const here = copy();
    const [, middle = ''] = spans;
    const before = here.site(middle);
    here.remove(middle);
    const later = now.replace('T12:00', 'T12:30');
    const words = ['--years', middle, '--output', middle, '--cache', `.cache/${middle}`, '--format', 'json'];
    const { stdout } = await runNews(['build', ...words, '--now', later], { cwd: here.folder });
    const { pages } = JSON.parse(stdout);
    expect(pages.drawn).toBeGreaterThan(20);
    expect(differences(here.site(middle), before)).toEqual([]);
  });

  test('a build after a merge is a build like any other', async () => {
    const here = copy();
    await merge(here);
    await here.build();
    expect(differences(here.site(), whole)).toEqual([]);
    here.remove('content/news/2019/02/more-11.md');
    expect((await here.run('build')).code).toBe(1);
  });
});

describe('parts that do not make one site are refused', () => {
  const [oldest = '', middle = '', newest = ''] = spans;
  const tell =
    (part: string, change: (file: { site: string; held: string[] }) => void) => (here: SmallProject) =>
      here.edit(`${part}/.investchn-part`, (text) => {
        const file = JSON.parse(text);
        change(file);
        return JSON.stringify(file);
      });

  test.each<
    [
      string,
      ((here: SmallProject) => void) | undefined,
      string[],
      typeof PartsRefused | typeof PartBroken,
      string,
    ]
  >([
    ['none', undefined, [], PartsRefused, '要写出各部分'],
    ['a year in none of them', undefined, [oldest, newest], PartsRefused, '缺少 2022 年'],
    ['the newest in none', undefined, [oldest, middle], PartsRefused, '缺少 2024 年'],
    ['a part twice', undefined, [oldest, middle, newest, middle], PartsRefused, '写了两次'],
    [
      'a year in two of them',
      tell(middle, ({ held }) => held.push('2021')),
      spans,
      PartsRefused,
      '都有 2021 年',
    ],
    [
      'a file in two of them',
      (here) => {
        here.write({ [`${middle}/robots.txt`]: 'x' });
        here.edit(`${middle}/.investchn-part`, (text) =>
          text.replace('"files":[', '"files":[["robots.txt",1],'),
        );
      },
      spans,
      PartsRefused,
      'robots.txt 在另一部分里也有',
    ],
    [
      'other content',
      tell(middle, (file) => {
        file.site = '0';
      }),
      spans,
      PartsRefused,
      '不是同一个网站的',
    ],
    ['a whole site among them', undefined, [oldest, 'whole', newest], PartsRefused, 'whole 不是网站的一部分'],
    ['a folder that is not there', undefined, [oldest, 'nowhere'], PartsRefused, 'nowhere'],
    [
      'a part file of another hand',
      (here) => here.edit(`${oldest}/.investchn-part`, (text) => text.replace('"sitemaps/2019', '"../2019')),
      spans,
      PartsRefused,
      '不是网站的一部分',
    ],
    [
      'a file is missing',
      (here) => here.remove(`${oldest}/news/2021/02/more-12`),
      spans,
      PartBroken,
      'more-12',
    ],
    [
      'a file is cut short',
      (here) => fs.truncateSync(here.path(oldest, 'sitemaps/2019.xml'), 10),
      spans,
      PartBroken,
      'sitemaps/2019.xml',
    ],
    [
      'an index is broken',
      (here) => {
        const [words] = fs
          .readdirSync(here.path(newest, 'pagefind/part'))
          .filter((name) => name.endsWith('.words'));
        fs.appendFileSync(here.path(newest, 'pagefind/part', words ?? ''), 'x');
      },
      spans,
      PartBroken,
      '检索索引',
    ],
    [
      'a part whose build was killed',
      (here) => here.write({ [`${oldest}.journal`]: '{"moved":[],"removed":[]}' }),
      spans,
      PartBroken,
      '没有做完',
    ],
  ])('%s', async (_, prepare, parts, kind, said) => {
    const here = prepare ? copy(...spans) : project;
    prepare?.(here);
    const merging = mergeSite({
      parts: parts.map((part) => here.path(part)),
      output: here.path('_site'),
      cache: here.path('.cache'),
      allowGone: false,
      manifest: false,
      compiledRoot: here.path('no-thread-is-needed'),
      signal: new AbortController().signal,
    });
    await expect(merging).rejects.toThrow(kind);
    await expect(merging).rejects.toThrow(said);
    expect(fs.existsSync(here.path('_site'))).toBe(false);
    expect(leftovers(here).filter((name) => name !== `${oldest}.journal`)).toEqual([]);
  });

  test('on the command line with 2 where they are the wrong ones, with 3 where one is broken', async () => {
    const here = copy(...spans);
    const wrong = await merge(here, [oldest, newest]);
    expect([wrong.code, wrong.stdout]).toEqual([2, '']);
    expect(wrong.stderr).toContain('缺少 2022 年');
    expect((await merge(here, [...spans, '--output', middle])).code).toBe(2);
    here.remove(`${oldest}/news/2021/02/more-12`);
    expect((await merge(here)).code).toBe(3);
  });

  test('a part does not take the place of a whole site', async () => {
    const { code, stderr } = await project.run('build', ['--years', middle, '--output', 'whole']);
    expect(code).toBe(3);
    expect(stderr).toContain('完整的网站');
    expect(differences(project.site('whole'), whole)).toEqual([]);
  });
});

describe('merging is all or nothing', () => {
  /** An older site, so that the switch has many steps. */
  function outdated(): SmallProject {
    const here = copy('whole', ...spans);
    fs.renameSync(here.path('whole'), here.path('_site'));
    for (const name of ['index.html', 'news/index.html', 'quiet/index.html'])
      fs.appendFileSync(here.path('_site', name), 'old');
    return here;
  }
  const failing = (here: SmallProject, call: string, part: string, nth: number, what: string) => {
    here.write({
      'failing.mjs': `import fs from 'node:fs';
const real = fs.${call};
let count = 0;
fs.${call} = (...args) => {
  if (args.some((arg) => typeof arg === 'string' && arg.includes('${part}')) && count++ === ${nth}) ${what}
  return real(...args);
};`,
    });
    return { NODE_OPTIONS: `--import=${here.path('failing.mjs')}` };
  };

  test('a full disk: exit 3, the old site to the byte, nothing left behind', async () => {
    const here = outdated();
    const before = here.site();
    const full = "throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });";
    const { code } = await merge(here, spans, failing(here, 'linkSync', '_site.staging', 40, full));
    expect(code).toBe(3);
    expect(differences(here.site(), before)).toEqual([]);
    expect(leftovers(here)).toEqual([]);
  });

  test('killed while the new site is put in place: the next run finishes it', async () => {
    const here = outdated();
    const kill = "process.kill(process.pid, 'SIGKILL');";
    await merge(here, spans, failing(here, 'renameSync', `${path.sep}_site${path.sep}`, 1, kill));
    expect(fs.existsSync(here.path('_site.journal'))).toBe(true);
    expect((await merge(here)).code).toBe(0);
    expect(differences(hashFolder(here.path('_site')), whole)).toEqual([]);
    expect(leftovers(here)).toEqual([]);
  });

  test('where links cannot be made, files are copied', async () => {
    const here = copy(...spans);
    const other =
      "if (!args[1].endsWith('.lock')) throw Object.assign(new Error('other disk'), { code: 'EXDEV' });";
    const env = failing(here, 'linkSync', '_site.staging', 0, other.replace('count++', 'count'));
    expect((await merge(here, spans, env)).code).toBe(0);
    expect(differences(here.site(), whole)).toEqual([]);
  });
});
