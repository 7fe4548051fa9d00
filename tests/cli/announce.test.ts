import fs from 'node:fs';
import { expect, test } from 'vitest';
import { baiduWith, engineServer } from '../announce/engine-server.ts';
import { runNews } from './run-news.ts';
import { SmallProject } from './small-project.ts';

const key = 'abcdef0123456789';
const token = 'secretTokenOfBaidu';
const page = 'news/2024/12/newest/index.html';

/** A site of which one article is new. */
function projectWithManifest(): SmallProject {
  const project = SmallProject.built({ search: false });
  project.write({
    'manifest.json': JSON.stringify({ files: {}, added: [page], changed: ['index.html'], removed: [] }),
  });
  return project;
}

const announce = (
  project: SmallProject,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
) => runNews(['announce', ...words], { cwd: project.folder, env });

test('by itself it only lists; with --send it tells each engine; what failed is sent by the next run', async () => {
  const project = projectWithManifest();
  const [, base] = /<loc>([^<]+)sitemaps\//.exec(project.read('_site/sitemap.xml')) ?? [];
  const url = `${base}news/2024/12/newest/`;
  let status = 429;
  const indexNow = await engineServer(() => ({ status }));
  const baidu = await engineServer(baiduWith({ left: 10 }, token));
  const env = {
    INDEXNOW_KEY: key,
    INDEXNOW_ENDPOINT: indexNow.endpoint.href,
    BAIDU_TOKEN: token,
    BAIDU_ENDPOINT: baidu.endpoint.href,
    BAIDU_SITE: 'https://host.example',
  };

  const dry = await announce(project, ['--manifest', 'manifest.json'], env);
  expect([dry.code, dry.stdout]).toEqual([0, `${url}\n`]);
  expect(dry.stderr).toContain('IndexNow、百度');
  expect([...indexNow.received, ...baidu.received]).toEqual([]);

  const lacking = await announce(project, ['--manifest', 'manifest.json', '--send'], env);
  expect(lacking.code).toBe(3);
  expect(lacking.stderr).toContain('public/$INDEXNOW_KEY.txt');

  project.write({ [`_site/${key}.txt`]: key });
  const failed = await announce(project, ['--manifest', 'manifest.json', '--send'], env);
  expect(failed.code).toBe(3);
  expect(failed.stderr).toContain('429');
  expect(failed.stderr).toContain(url);
  // Baidu knows a host of its own here: it says so for each address.
  expect(failed.stderr).toContain('不是本站的网址');

  status = 200;
  const { INDEXNOW_KEY, INDEXNOW_ENDPOINT } = env;
  const again = await announce(project, ['--send'], { INDEXNOW_KEY, INDEXNOW_ENDPOINT });
  expect([again.code, again.stdout]).toEqual([0, 'IndexNow：收下 1 个网址\n']);
  expect(JSON.parse(indexNow.received.at(-1)?.body ?? '').urlList).toEqual([url]);

  const said = [dry, lacking, failed, again].map(({ stdout, stderr }) => stdout + stderr).join('');
  expect(said).not.toContain(key);
  expect(said).not.toContain(token);
  expect(fs.readFileSync(project.path('.cache/announce.json'), 'utf8')).not.toMatch(/abcdef|secret/);
});

test.each<[string, readonly string[], Readonly<Record<string, string>>, number]>([
  ['no key at all', ['--send'], {}, 2],
  ['a key of a wrong form', ['--send'], { INDEXNOW_KEY: 'no' }, 2],
  ['an endpoint that is no address', ['--send'], { INDEXNOW_KEY: key, INDEXNOW_ENDPOINT: 'no' }, 2],
  ['a manifest that is not there', ['--manifest', 'none.json'], {}, 2],
  ['no site', ['--output', 'nowhere'], {}, 3],
])('%s: exit code', async (_, words, env, expected) => {
  const project = projectWithManifest();
  const { code, stdout, stderr } = await announce(project, words, env);
  expect([code, stdout]).toEqual([expected, '']);
  expect(stderr).not.toContain(key);
});
