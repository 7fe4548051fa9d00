import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { runNews } from '../cli/run-news.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder with the built sites `sample` and `fixture`. */
    readonly sites: string;
  }
}

/** The moment at which the sites are built. */
const now = '2024-12-31T12:00:00+08:00';

/** Builds the sample site and the fixture site once, through the command line. */
export default async function buildSites(project: TestProject): Promise<() => void> {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'news-sites-')));
  const build = async (name: string, content: string, ...more: string[]): Promise<void> => {
    const places = ['--output', path.join(folder, name), '--cache', path.join(folder, `${name}.cache`)];
    const { code, stdout, stderr } = await runNews([
      'build',
      '--content',
      content,
      '--now',
      now,
      ...places,
      ...more,
    ]);
    if (code !== 0) throw new Error(`building ${content} ended with ${code}\n${stdout}${stderr}`);
  };
  // One after the other: the first compiles the sources for both.
  await build('sample', 'content');
  await build('fixture', 'tests/site/fixture/content', '--base-url', 'https://host.example/sub/');
  project.provide('sites', folder);
  return () => fs.rmSync(folder, { recursive: true, force: true });
}
