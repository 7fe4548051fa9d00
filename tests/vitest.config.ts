import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Tests that need the built sites, and tests that start the command line, each with a project of their own. */
const site = ['tests/site/**/*.test.ts', 'tests/browser/**/*.test.ts'];
const cli = ['tests/cli/**/*.test.ts'];

export default defineConfig({
  root,
  test: {
    root,
    // Vitest leaves a core for itself, which on two is half of all.
    maxWorkers: 2,
    projects: [
      {
        root,
        // The templates' JSX has no development runtime.
        oxc: { jsx: { runtime: 'automatic', importSource: '#jsx', development: false } },
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: [...site, ...cli],
          isolate: false,
          // Some look at ten thousand articles; a busy machine is no fault.
          testTimeout: 30_000,
        },
      },
      {
        root,
        test: {
          name: 'cli',
          include: cli,
          globalSetup: 'tests/cli/build-project.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        root,
        test: {
          name: 'site',
          include: site,
          globalSetup: 'tests/site/build-sites.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
