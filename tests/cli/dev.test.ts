import net from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { startNews } from './run-news.ts';
import { SmallProject } from './small-project.ts';

/** A port that nobody listens on. */
const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** A preview that is up, its address, and what it says. */
async function preview(project: SmallProject) {
  const port = await freePort();
  const child = startNews(['dev', '--port', String(port)], { cwd: project.folder });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  child.stderr.on('data', (data) => {
    said += data;
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (data) => {
      said += data;
      if (said.includes(`:${port}/`)) resolve();
    });
    child.on('close', () => reject(new Error(said)));
  });
  return { url: `http://127.0.0.1:${port}`, child, said: () => said };
}

const pageAt = async (url: string): Promise<string> => (await fetch(url)).text();

test('dev shows the site, drafts and scheduled articles too, as such', async () => {
  const { url } = await preview(new SmallProject());
  expect(await pageAt(`${url}/`)).toContain('样例网');
  const draft = await pageAt(`${url}/news/2024/12/draft-one/`);
  expect(draft).toContain('草稿的正文');
  expect(draft).toMatch(/preview-note.*草稿/);
  expect((await fetch(`${url}/nowhere/`)).status).toBe(404);
  expect((await fetch(`${url}/news/2024/10/plain-01`, { redirect: 'manual' })).headers.get('location')).toBe(
    '/news/2024/10/plain-01/',
  );
});

test('dev serves styles, scripts and pictures, but no source', async () => {
  const { url } = await preview(new SmallProject());
  const page = await pageAt(`${url}/news/2024/11/every-key/`);
  for (const [, address] of page.matchAll(/(?:src|href)="(\/(?:assets|news)\/[^"]+\.(?:css|js|png))"/g))
    expect((await fetch(url + address)).status).toBe(200);
  for (const address of [
    '/site.yaml',
    '/news/2024/10/plain-01.md',
    '/redirects.csv',
    '/../package.json',
    '/%2e%2e/package.json',
  ])
    expect((await fetch(url + address)).status).toBe(404);
});

test('dev tells open pages to load themselves again after a save', async () => {
  const project = new SmallProject();
  const { url } = await preview(project);
  const events = await fetch(`${url}/__preview/events`);
  const reader = events.body?.getReader();
  expect(new TextDecoder().decode((await reader?.read())?.value)).toContain('open');
  project.edit('content/news/2024/10/plain-05.md', (text) => text.replace('最后一段', '刚改的一段'));
  expect(new TextDecoder().decode((await reader?.read())?.value)).toContain('data: reload');
  await reader?.cancel();
  expect(await pageAt(`${url}/news/2024/10/plain-05/`)).toContain('刚改的一段');
});

test('dev shows mistakes on the page, and goes on', async () => {
  const project = new SmallProject();
  project.edit('content/news/2024/10/plain-05.md', (text) => `${text}\n[坏链接](/nowhere/)\n`);
  const { url, said } = await preview(project);
  expect(said()).toContain('link-missing');
  expect(await pageAt(`${url}/news/2024/10/plain-05/`)).toContain('plain-05.md:');
});

test('dev ends with 130 at Ctrl-C', async () => {
  const { child } = await preview(new SmallProject());
  const code = new Promise((resolve) => child.on('close', resolve));
  child.kill('SIGINT');
  expect(await code).toBe(130);
});

test('dev on a port that is taken ends with 3', async () => {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const { folder } = new SmallProject();
  const child = startNews(['dev', '--port', String(port)], { cwd: folder });
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(3);
});
