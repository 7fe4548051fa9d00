import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { openOutputFolder, writeMark } from '../../src/publish/output-folder.ts';
import { finishSwitch, switchSite } from '../../src/publish/switch-site.ts';
import { readFiles, temporaryFolder, writeFiles } from '../temporary-folder.ts';

const old = {
  'index.html': 'old home',
  'kept.html': 'kept',
  'gone.html': 'gone',
  'deep/er/gone.html': 'gone',
  'deep/kept.html': 'kept',
  'becomes-folder': 'file',
};
const fresh = {
  'index.html': 'new home',
  'new/page/index.html': 'new',
  'becomes-folder/index.html': 'folder',
};
const change = { moved: Object.keys(fresh), removed: ['gone.html', 'deep/er/gone.html', 'becomes-folder'] };
const wanted = { ...fresh, 'kept.html': 'kept', 'deep/kept.html': 'kept' };

/** A site, and the next one waiting beside it. */
function waiting() {
  const folder = temporaryFolder();
  writeFiles(path.join(folder, '_site'), old);
  writeMark(path.join(folder, '_site'));
  writeFiles(path.join(folder, '_site.staging'), fresh);
  const output = openOutputFolder(path.join(folder, '_site'), path.join(folder, 'content'));
  expect(output.staging).toBe(path.join(folder, '_site.staging'));
  return output;
}

/** The site without our mark. */
function siteIn(folder: string): Record<string, string> {
  const { '.investchn': _, ...site } = readFiles(folder);
  return site;
}

/** What a switch does to the disk, one call after another. */
const calls = [
  'openSync',
  'writeSync',
  'fsyncSync',
  'closeSync',
  'renameSync',
  'rmSync',
  'rmdirSync',
  'mkdirSync',
] as const;

/** Runs until the `count`th change of the disk; from there on nothing has an effect. True where it came to its end. */
function runUntil(count: number, work: () => void): boolean {
  let made = 0;
  let killed = false;
  for (const name of calls) {
    const real: (...args: never[]) => unknown = fs[name];
    vi.spyOn(fs, name).mockImplementation(((...args: never[]) => {
      killed ||= made++ === count;
      if (killed) throw new Error('killed');
      return real(...args);
    }) as never);
  }
  try {
    work();
  } catch (error) {
    if (!killed) throw error;
  } finally {
    vi.restoreAllMocks();
  }
  return !killed;
}

describe('a switch', () => {
  test('makes the old site the new one', () => {
    const output = waiting();
    switchSite(output, change);
    expect(siteIn(output.folder)).toEqual(wanted);
    expect(fs.existsSync(output.journal)).toBe(false);
    expect(fs.existsSync(output.staging)).toBe(false);
  });

  test('removes folders that have become empty', () => {
    const output = waiting();
    switchSite(output, change);
    expect(fs.existsSync(path.join(output.folder, 'deep/er'))).toBe(false);
  });

  test('of a first build puts the whole site in place, marked', () => {
    const folder = temporaryFolder();
    const output = openOutputFolder(path.join(folder, '_site'), path.join(folder, 'content'));
    writeFiles(output.staging, fresh);
    switchSite(output, { moved: Object.keys(fresh), removed: [] });
    expect(siteIn(output.folder)).toEqual(fresh);
    expect(() => openOutputFolder(output.folder, path.join(folder, 'content'))).not.toThrow();
  });

  test('removes last, but for what stands in the way of a new file', () => {
    const output = waiting();
    const order: string[] = [];
    const note = (file: unknown): void => {
      const name = path.relative(output.folder, String(file));
      if (!name.startsWith('..') && !order.includes(name)) order.push(name);
    };
    const { renameSync, rmSync } = fs;
    vi.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
      note(to);
      renameSync(from, to);
    });
    vi.spyOn(fs, 'rmSync').mockImplementation((file, options) => {
      note(file);
      rmSync(file, options);
    });
    switchSite(output, change);
    vi.restoreAllMocks();
    expect(order).toEqual(['becomes-folder', ...change.moved, 'gone.html', 'deep/er/gone.html']);
  });

  test('without changes touches nothing', () => {
    const output = waiting();
    fs.rmSync(output.staging, { recursive: true });
    const before = fs.statSync(path.join(output.folder, 'index.html')).mtimeMs;
    switchSite(output, { moved: [], removed: [] });
    expect(siteIn(output.folder)).toEqual(old);
    expect(fs.statSync(path.join(output.folder, 'index.html')).mtimeMs).toBe(before);
  });

  test('interrupted at any step leaves the old site, or one that the next run finishes', () => {
    let finished = false;
    const seen = { old: 0, resumed: 0 };
    for (let count = 0; !finished; count++) {
      const output = waiting();
      finished = runUntil(count, () => switchSite(output, change));
      if (fs.existsSync(output.journal)) {
        seen.resumed++;
        finishSwitch(output);
        expect(siteIn(output.folder)).toEqual(wanted);
      } else if (siteIn(output.folder)['index.html'] === 'old home') {
        seen.old++;
        expect(siteIn(output.folder)).toEqual(old);
      } else {
        expect(siteIn(output.folder)).toEqual(wanted);
      }
    }
    expect(seen.old).toBeGreaterThan(3);
    expect(seen.resumed).toBeGreaterThan(5);
  });

  test('interrupted again while it is finished is finished by the run after that', () => {
    let finished = false;
    for (let count = 0; !finished; count++) {
      const output = waiting();
      fs.writeFileSync(output.journal, JSON.stringify(change));
      finished = runUntil(count, () => finishSwitch(output));
      finishSwitch(output);
      expect(siteIn(output.folder)).toEqual(wanted);
      expect(fs.existsSync(output.journal)).toBe(false);
    }
  });
});

test('without a journal there is nothing to finish', () => {
  const output = waiting();
  finishSwitch(output);
  expect(siteIn(output.folder)).toEqual(old);
});
