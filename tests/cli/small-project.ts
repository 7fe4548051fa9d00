import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { inject } from 'vitest';
import { temporaryFolder, writeFiles } from '../temporary-folder.ts';
import { type Run, runNews } from './run-news.ts';

/** The moment of all builds here: one of the fixture's articles is still to come. */
export const now = '2024-12-31T12:00:00+08:00';

/** A folder with the fixture's content in it, in which commands run. */
export class SmallProject {
  readonly folder: string;
  readonly #hasSearch: boolean;

  /** Without search a build takes half as long: for tests of what has nothing to do with it. */
  constructor(folder = temporaryFolder(), { search = true } = {}) {
    this.folder = folder;
    this.#hasSearch = search;
    if (!fs.existsSync(this.path('content')))
      fs.cpSync('tests/site/fixture/content', this.path('content'), { recursive: true });
  }

  /** One whose site has been built, as if it had been built here. */
  static built({ search = true, folder = temporaryFolder() } = {}): SmallProject {
    const from = inject(search ? 'builtProject' : 'builtWithoutSearch');
    // `cp -a` keeps times to the nanosecond, by which the build knows its files.
    execFileSync('cp', ['-a', `${from}/.`, folder]);
    const project = new SmallProject(folder, { search });
    project.edit('.cache/build.json', (text) => text.replaceAll(from, folder));
    return project;
  }

  path(...names: string[]): string {
    return path.join(this.folder, ...names);
  }

  /** Runs `news <command> …` here, at the moment `now`. */
  run(
    command: string,
    words: readonly string[] = [],
    env: Readonly<Record<string, string>> = {},
  ): Promise<Run> {
    const more = command === 'build' && !this.#hasSearch ? ['--no-search'] : [];
    return runNews([command, '--now', now, ...more, ...words], { cwd: this.folder, env });
  }

  /** A build that must succeed. */
  async build(
    words: readonly string[] = [],
    env: Readonly<Record<string, string>> = {},
  ): Promise<BuildReport> {
    const { code, stdout, stderr } = await this.run('build', ['--format', 'json', ...words], env);
    if (code !== 0) throw new Error(`build ended with ${code}\n${stdout}${stderr}`);
    return JSON.parse(stdout);
  }

  read(file: string): string {
    return fs.readFileSync(this.path(file), 'utf8');
  }

  write(files: Readonly<Record<string, string>>): void {
    writeFiles(this.folder, files);
  }

  edit(file: string, change: (text: string) => string): void {
    const before = this.read(file);
    const after = change(before);
    if (after === before) throw new Error(`${file} has not changed`);
    fs.writeFileSync(this.path(file), after);
  }

  remove(...files: string[]): void {
    for (const file of files) fs.rmSync(this.path(file), { recursive: true });
  }

  /** Hashes of every file of the site, and its folders. */
  site(output = '_site'): Record<string, string> {
    return hashFolder(this.path(output));
  }
}

export interface BuildReport {
  readonly articles: Readonly<
    Record<'read' | 'built' | 'drafts' | 'scheduled' | 'expired' | 'withdrawn', number>
  >;
  readonly pages: Readonly<Record<'drawn' | 'kept' | 'removed', number>>;
  readonly seconds: Readonly<Record<string, number>>;
  readonly problems: readonly { readonly code: string; readonly level: string; readonly file: string }[];
}

/** Names of files that only one of two folders has, or that differ: short where two whole sites are compared. */
export function differences(
  a: Readonly<Record<string, string>>,
  b: Readonly<Record<string, string>>,
): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => a[name] !== b[name]).sort();
}

export function hashFolder(folder: string): Record<string, string> {
  const hashes: Record<string, string> = {};
  for (const name of fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const file = path.join(folder, name);
    hashes[name] = fs.statSync(file).isDirectory()
      ? 'folder'
      : createHash('sha256').update(fs.readFileSync(file)).digest('hex');
  }
  return hashes;
}
