import fs from 'node:fs';
import type { TestProject } from 'vitest/node';
import { makeFolder } from '../temporary-folder.ts';
import { SmallProject } from './small-project.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of a small project whose site is built. */
    readonly builtProject: string;
  }
}

/** Builds a small project once, for tests that begin where a site stands. */
export default async function buildProject(project: TestProject): Promise<() => void> {
  const folder = makeFolder();
  await new SmallProject(folder).build();
  project.provide('builtProject', folder);
  return () => fs.rmSync(folder, { recursive: true, force: true });
}
