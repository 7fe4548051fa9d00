import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const folder = '.github/workflows';

describe.each(fs.readdirSync(folder))('%s', (name) => {
  const text = fs.readFileSync(`${folder}/${name}`, 'utf8');
  const workflow: unknown = parse(text);
  const jobs: unknown = at(workflow, 'jobs');

  test('every action is pinned by its commit, with its version beside it', () => {
    const used = [...text.matchAll(/uses: (.+)/g)].map(([, action]) => action ?? '');
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((action) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action))).toEqual(
      [],
    );
  });

  test('one action, one commit, in all of them', () => {
    const all = fs.readdirSync(folder).map((other) => fs.readFileSync(`${folder}/${other}`, 'utf8'));
    const pins = new Set(all.join('\n').match(/[\w-]+\/[\w-]+@[0-9a-f]{40} # \S+/g));
    expect(new Set([...pins].map((pin) => pin.split('@')[0])).size).toBe(pins.size);
  });

  test('nothing is permitted but what a job names, and nobody gets a secret', () => {
    expect(at(workflow, 'permissions')).toEqual({});
    for (const job of valuesOf(jobs)) expect(at(job, 'permissions')).toBeTypeOf('object');
    expect(text).not.toMatch(/secrets\.|pull_request_target|: write-all/);
    const checkouts = text.match(/actions\/checkout@/g)?.length;
    expect(text.match(/persist-credentials: false/g)?.length).toBe(checkouts);
  });

  test('no package runs a script when it is installed', () => {
    const installs = [...text.matchAll(/npm (?:ci|install)\b.*/g)].map(([line]) => line);
    expect(installs.length).toBeGreaterThan(0);
    expect(installs.filter((line) => !line.includes('--ignore-scripts'))).toEqual([]);
  });

  test('what is run holds no words of others', () => {
    // `${{ … }}` is put into the script before the shell sees it.
    expect([...text.matchAll(/run: .*\$\{\{.*/g)].map(([line]) => line)).toEqual([]);
  });
});

test('only what deploys may write', () => {
  const writers = fs
    .readdirSync(folder)
    .filter((name) => /: write$/m.test(fs.readFileSync(`${folder}/${name}`, 'utf8')));
  expect(writers).toEqual(['deploy-by-years.yml', 'deploy.yml']);
});

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(key) : undefined;
}

const valuesOf = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value) : [];
