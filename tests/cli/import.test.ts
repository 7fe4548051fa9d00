import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeWarc, warcResponse } from '../import/make-warc.ts';
import { oldPages, writeOldSite } from '../import/old-site.ts';
import { type Run, runNews } from './run-news.ts';
import { differences, hashFolder, SmallProject } from './small-project.ts';

const runImport = ({ folder }: SmallProject, words: readonly string[]): Promise<Run> =>
  runNews(['import', '--now', '2026-06-01', ...words], { cwd: folder });

describe('import', () => {
  test('first tells, then writes what checks and builds, and old addresses lead to it', async () => {
    const project = new SmallProject();
    writeOldSite(project.folder);
    const before = hashFolder(project.path('content'));
    const dry = await runImport(project, ['www.laotoucu.cn', '--dry-run']);
    expect(dry.code).toBe(0);
    expect(dry.stdout).toContain(
      '草稿：缺来源  www.laotoucu.cn/plus/view.php?aid=525 → content/news/2012/03/kun-shan-yang-li-kai-fa-qu-er-qi-kai-gong.md  昆山样例开发区二期开工\n',
    );
    expect(dry.stdout).toContain('列表页  www.laotoucu.cn/kfqxw/index.html');
    expect(dry.stdout).toContain('转到  /kfqxw/index.html → /zone-news/');
    expect(dry.stdout).toContain('/html/  1 篇');
    expect(dry.stdout).toMatch(
      /看了 14 个旧网页：会写 6 篇稿件，其中草稿 3 篇；图片 3 张，附件 1 个，转址 2 条；其余：.*\n.*什么都没有写/,
    );
    expect(differences(hashFolder(project.path('content')), before)).toEqual([]);

    const real = await runImport(project, ['www.laotoucu.cn', '--format', 'json']);
    const report = JSON.parse(real.stdout);
    expect(report.counts).toMatchObject({ pages: 14, articles: 6, drafts: 3, pictures: 3, redirects: 2 });
    expect(report.counts.skipped).toMatchObject({ refused: 1, list: 1, home: 1, part: 1 });
    const check = await runNews(['check', '--now', '2026-06-01', '--format', 'json'], {
      cwd: project.folder,
    });
    expect(
      JSON.parse(check.stdout).problems.filter(({ level }: { level: string }) => level === 'error'),
    ).toEqual([]);
    const built = await runNews(['build', '--now', '2026-06-01', '--no-search'], { cwd: project.folder });
    expect(built.code).toBe(0);
    const target = '/news/2016/08/wu-han-yang-li-xin-qu-chu-tai-shi-tiao-zu-jin-an-nian-fan-huan/';
    expect(project.read('_site/html/88.html')).toContain(target);
    expect(project.read('_site/_redirects')).toMatch(/^\/plus\/view\.php aid=524 \/news\/2012\/04\/.* 301$/m);
    expect(project.read('_site/kfqxw/index.html')).toContain('/zone-news/');
    expect(project.read(`_site${target}index.html`)).toContain('标准厂房的租金按年返还');
    expect(fs.existsSync(project.path('_site', target, 'shenqing.doc'))).toBe(true);

    const again = await runImport(project, ['www.laotoucu.cn']);
    expect(again.stdout).toContain('写了 0 篇稿件');
    expect(again.stdout).toContain('已经导入过');
  });

  test('a draft without source passes the check, and cannot be published so', async () => {
    const project = new SmallProject();
    writeOldSite(project.folder);
    await runImport(project, ['www.laotoucu.cn']);
    const file = 'content/news/2012/03/kun-shan-yang-li-kai-fa-qu-er-qi-kai-gong.md';
    project.edit(file, (text) => text.replace('draft: true\n', ''));
    const { code, stdout } = await project.run('check');
    expect(code).toBe(1);
    expect(stdout).toContain(`${file}:4:9 错误 source-open 来源还是“待补”`);
  });

  test('reads a WARC by rules, into another folder', async () => {
    const project = new SmallProject();
    const stored = Object.entries(oldPages).map(([name, body]) =>
      warcResponse({ url: `http://www.laotoucu.cn${name}`, body }),
    );
    fs.writeFileSync(project.path('crawl.warc.gz'), makeWarc(stored, true));
    project.write({ 'rules.yaml': 'channels: {/html/: 投资政策}\ndefaults: {source: 样例通讯社}\n' });
    fs.renameSync(project.path('content'), project.path('there'));
    const { code, stdout } = await runImport(project, [
      'crawl.warc.gz',
      '--rules',
      'rules.yaml',
      '--content',
      'there',
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain('写了 7 篇稿件，其中草稿 1 篇');
    expect(stdout).toContain('npm run list -- --content there');
    expect(fs.existsSync(project.path('content'))).toBe(false);
  });

  test('rules with mistakes stop it before anything is written', async () => {
    const project = new SmallProject();
    writeOldSite(project.folder);
    project.write({ 'rules.yaml': 'channels: {/html/: 没有}\n' });
    const before = hashFolder(project.folder);
    const { code, stderr } = await runImport(project, ['www.laotoucu.cn', '--rules', 'rules.yaml']);
    expect(code).toBe(1);
    expect(stderr).toContain('rules.yaml:1:20 错误 channel-unknown 没有“没有”这个栏目');
    expect(differences(hashFolder(project.folder), before)).toEqual([]);
  });

  test.each<[string[], string]>([
    [[], '要导入什么'],
    [['missing/'], '没有 missing/'],
    [['content', '--rules', 'x.yaml'], '没有 x.yaml'],
    [['content', '--dryrun'], '是不是 --dry-run'],
  ])('wrong usage: %j', async (words, message) => {
    const project = new SmallProject();
    const { code, stderr } = await runImport(project, words);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  test('a link in the way is not followed', async () => {
    const project = new SmallProject();
    writeOldSite(project.folder);
    fs.mkdirSync(project.path('outside'));
    fs.symlinkSync(path.join('..', '..', 'outside'), project.path('content/news/2012'));
    const { code } = await runImport(project, ['www.laotoucu.cn']);
    expect(code).toBe(3);
    expect(fs.readdirSync(project.path('outside'))).toEqual([]);
  });
});
