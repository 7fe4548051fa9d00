import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { OutputRefused, writeMark } from '../../src/publish/output-folder.ts';
import { publishLink, rollbackLink } from '../../src/publish/publish-link.ts';
import { readFiles, temporaryFolder, writeFiles } from '../temporary-folder.ts';

const signal = new AbortController().signal;
const siteOf = (n: number) => ({
  'index.html': `home ${n}`,
  'kept.html': 'kept',
  [`page-${n}/index.html`]: `${n}`,
});

/** A folder with a built site in it. */
function place() {
  const folder = temporaryFolder();
  const to = path.join(folder, 'www');
  const site = path.join(folder, '_site');
  const publish = (n: number, dryRun = false) => {
    fs.rmSync(site, { recursive: true, force: true });
    writeFiles(site, siteOf(n));
    writeMark(site);
    return publishLink({ folder: site, to, dryRun, signal });
  };
  return { folder, to, site, publish };
}

/** The site behind the link without our mark. */
function shown(to: string): Record<string, string> {
  const { '.investchn': _, ...site } = readFiles(to);
  return site;
}

const versions = (to: string): string[] =>
  fs
    .readdirSync(`${to}.versions`)
    .filter((name) => name !== '.investchn')
    .sort();

describe('publishing by a link', () => {
  test('makes versions and switches to the newest; a few older ones stay', async () => {
    const { to, publish } = place();
    for (const n of [1, 2, 3, 4, 5, 6]) {
      await publish(n);
      expect(shown(to)).toEqual(siteOf(n));
    }
    expect(fs.readlinkSync(to)).toBe('www.versions/6');
    expect(versions(to)).toEqual(['3', '4', '5', '6']);
  });

  test('files that are the same are one file on the disk, and no name of the site itself', async () => {
    const { to, site, publish } = place();
    await publish(1);
    const inode = (file: string) => fs.statSync(file).ino;
    const before = inode(path.join(to, 'kept.html'));
    await publish(2);
    expect(inode(path.join(to, 'kept.html'))).toBe(before);
    expect(inode(path.join(site, 'kept.html'))).not.toBe(before);
  });

  test('the same site again is no new version', async () => {
    const { to, publish } = place();
    await publish(1);
    expect(await publish(1)).toEqual({ added: [], changed: [], removed: [] });
    expect(versions(to)).toEqual(['1']);
  });

  test('a dry run changes nothing', async () => {
    const { folder, to, publish } = place();
    await publish(1);
    const before = fs.readlinkSync(to);
    const { added, changed, removed } = await publish(2, true);
    expect([added, changed, removed]).toEqual([['page-2/index.html'], ['index.html'], ['page-1/index.html']]);
    expect(fs.readlinkSync(to)).toBe(before);
    expect(fs.readdirSync(folder).sort()).toEqual(['_site', 'www', 'www.versions']);
  });

  test('goes back, and back again, then forward with the next', async () => {
    const { to, publish } = place();
    for (const n of [1, 2, 3]) await publish(n);
    expect(rollbackLink(to)).toBe(2);
    expect(shown(to)).toEqual(siteOf(2));
    expect(rollbackLink(to)).toBe(1);
    expect(shown(to)).toEqual(siteOf(1));
    expect(() => rollbackLink(to)).toThrow(OutputRefused);
    await publish(4);
    expect(shown(to)).toEqual(siteOf(4));
    // What was gone back from is not what one goes back to.
    expect(rollbackLink(to)).toBe(1);
  });

  test('link and versions can move together', async () => {
    const { folder, to, publish } = place();
    await publish(1);
    const moved = path.join(folder, 'elsewhere');
    fs.mkdirSync(moved);
    for (const name of ['www', 'www.versions'])
      fs.renameSync(path.join(folder, name), path.join(moved, name));
    expect(shown(path.join(moved, path.basename(to)))).toEqual(siteOf(1));
  });

  test('an empty folder gives way to the link', async () => {
    const { to, publish } = place();
    fs.mkdirSync(to);
    await publish(1);
    expect(shown(to)).toEqual(siteOf(1));
  });

  test.each<[string, (to: string) => void]>([
    ['a folder with files', (to) => writeFiles(to, { 'mine.txt': 'mine' })],
    ['a file', (to) => fs.writeFileSync(to, 'mine')],
    ['a link of another hand', (to) => fs.symlinkSync('_site', to)],
    ['a folder of versions that is not ours', (to) => writeFiles(`${to}.versions`, { '1/mine.txt': 'mine' })],
  ])('%s in its place is left alone', async (_, make) => {
    const { folder, to, publish } = place();
    make(to);
    await expect(publish(1)).rejects.toThrow(OutputRefused);
    const { '_site/index.html': home, ...rest } = readFiles(folder);
    expect(home).toBe('home 1');
    expect(Object.values(rest)).not.toContain('');
    expect(fs.existsSync(`${to}.lock`)).toBe(false);
  });

  test('nothing was published by a link: nothing to go back to', () => {
    const { to } = place();
    expect(() => rollbackLink(to)).toThrow(OutputRefused);
  });

  test('killed at any step, readers see the old site or the new one, and the next run makes the new one', async () => {
    const seen = { old: 0, new: 0 };
    let finished = false;
    for (let count = 0; !finished; count++) {
      const { folder, to, publish } = place();
      await publish(1);
      await publish(2);
      finished = await runUntil(count, folder, () => publish(3));
      const now = shown(to);
      if (now['index.html'] === 'home 2') {
        expect(now).toEqual(siteOf(2));
        seen.old++;
      } else {
        expect(now).toEqual(siteOf(3));
        seen.new++;
      }
      await publish(3);
      expect(shown(to)).toEqual(siteOf(3));
      expect(versions(to).filter((name) => name.includes('partial'))).toEqual([]);
      expect(fs.readdirSync(folder).sort()).toEqual(['_site', 'www', 'www.versions']);
    }
    expect(seen.old).toBeGreaterThan(10);
    expect(seen.new).toBeGreaterThan(1);
  });
});

const calls = [
  'linkSync',
  'symlinkSync',
  'renameSync',
  'rmSync',
  'mkdirSync',
  'writeFileSync',
  'utimesSync',
] as const;

/** From the `count`th change of the disk at the target on, nothing has an effect. True where the work came to its end. */
async function runUntil(count: number, folder: string, work: () => Promise<unknown>): Promise<boolean> {
  let made = 0;
  let killed = false;
  const target = path.join(folder, 'www');
  for (const name of calls) {
    const real: (...args: never[]) => unknown = fs[name];
    vi.spyOn(fs, name).mockImplementation(((...args: never[]) => {
      if (args.some((arg) => String(arg).startsWith(target))) killed ||= made++ === count;
      if (killed) throw new Error('killed');
      return real(...args);
    }) as never);
  }
  try {
    await work();
  } catch (error) {
    if (!killed) throw error;
  } finally {
    vi.restoreAllMocks();
  }
  // The lock of a process that lives on would stand in the way: a killed one's does not.
  if (killed) fs.rmSync(`${target}.lock`, { force: true });
  return !killed;
}
