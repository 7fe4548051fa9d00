import fs from 'node:fs';
import type { TestProject } from 'vitest/node';
import { makeFolder } from '../temporary-folder.ts';
import { SmallProject } from './small-project.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of a small project whose site is built. */
    readonly builtProject: string;
    readonly builtWithoutSearch: string;
  }
}

/** Builds a small project once, with search and without, for tests that begin where a site stands. */
export default async function buildProject(project: TestProject): Promise<() => void> {
  const build = async (name: 'builtProject' | 'builtWithoutSearch'): Promise<string> => {
    const folder = makeFolder();
    await new SmallProject(folder, { search: name === 'builtProject' }).build();
    project.provide(name, folder);
    return folder;
  };
  const folders = [await build('builtProject'), await build('builtWithoutSearch')];
  return () => {
    for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
  };
}
