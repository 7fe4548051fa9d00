import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readManifest } from '../../src/publish/manifest.ts';
import { writeMark } from '../../src/publish/output-folder.ts';
import { type FarOptions, publishFar } from '../../src/publish/publish-far.ts';
import type { Target } from '../../src/publish/targets/target.ts';
import { readFiles, temporaryFolder, writeFiles } from '../temporary-folder.ts';

const first = {
  'index.html': 'names a',
  'a/index.html': 'a',
  'assets/site.1.css': '1',
};
const second = {
  'index.html': 'names b',
  'b/index.html': 'b',
  'assets/site.2.css': '2',
};

/** A site, and a place far away that a line leads to which may break. */
class Far {
  readonly folder = temporaryFolder();
  readonly site = path.join(this.folder, '_site');
  readonly place = path.join(this.folder, 'far');
  readonly sent: string[] = [];
  /** Files that still come through. */
  breaksAfter = Number.POSITIVE_INFINITY;

  build(files: Readonly<Record<string, string>>): void {
    fs.rmSync(this.site, { recursive: true, force: true });
    writeFiles(this.site, files);
    writeMark(this.site);
  }

  publish(more: Partial<FarOptions> = {}) {
    return publishFar({
      folder: this.site,
      name: 's3://bucket',
      open: () => this.#target,
      cache: path.join(this.folder, '.cache'),
      manifest: undefined,
      dryRun: false,
      signal: new AbortController().signal,
      onStep: () => undefined,
      ...more,
    });
  }

  get #target(): Target {
    const through = (file: string): void => {
      if (this.breaksAfter-- <= 0) throw new Error('the line broke');
      this.sent.push(file);
    };
    return {
      send: async (folder, files) => {
        for (const file of files) {
          through(file);
          writeFiles(this.place, { [file]: fs.readFileSync(path.join(folder, file), 'utf8') });
        }
      },
      remove: async (_, files) => {
        for (const file of files) {
          through(`-${file}`);
          fs.rmSync(path.join(this.place, file), { force: true });
        }
      },
    };
  }

  /** What stands there, folders that are empty left out. */
  files(): Record<string, string> {
    const found = readFiles(this.place);
    return Object.fromEntries(Object.entries(found).filter(([name]) => !name.endsWith('/')));
  }
}

describe('publishing far away', () => {
  test('sends everything once, then only what differs', async () => {
    const far = new Far();
    far.build(first);
    expect((await far.publish()).first).toBe(true);
    expect(far.files()).toEqual(first);
    far.sent.length = 0;
    far.build(second);
    const { changes } = await far.publish();
    expect(changes).toEqual({
      added: ['assets/site.2.css', 'b/index.html'],
      changed: ['index.html'],
      removed: ['a/index.html', 'assets/site.1.css'],
    });
    expect(far.sent).toEqual([
      'assets/site.2.css',
      'b/index.html',
      'index.html',
      '-a/index.html',
      '-assets/site.1.css',
    ]);
    expect(far.files()).toEqual(second);
    far.sent.length = 0;
    await far.publish();
    expect(far.sent).toEqual([]);
  });

  test('a dry run sends nothing and remembers nothing', async () => {
    const far = new Far();
    far.build(first);
    const { changes } = await far.publish({ dryRun: true });
    expect(changes.added).toEqual(Object.keys(first).sort());
    expect(far.files()).toEqual({});
    expect(fs.existsSync(path.join(far.folder, '.cache'))).toBe(false);
  });

  test.each([0, 1, 2, 3, 4])('cut short after %i files, the next run completes it', async (breaksAfter) => {
    const far = new Far();
    far.build(first);
    await far.publish();
    far.build(second);
    far.breaksAfter = breaksAfter;
    await expect(far.publish()).rejects.toThrow('the line broke');
    far.breaksAfter = Number.POSITIVE_INFINITY;
    await far.publish();
    expect(far.files()).toEqual(second);
  });

  test.each([0, 1, 2, 3, 4])(
    'cut short after %i files, a third site or the first again comes whole',
    async (breaksAfter) => {
      for (const next of [{ 'index.html': 'third' }, first]) {
        const far = new Far();
        far.build(first);
        await far.publish();
        far.build(second);
        far.breaksAfter = breaksAfter;
        await expect(far.publish()).rejects.toThrow();
        far.breaksAfter = Number.POSITIVE_INFINITY;
        far.build(next);
        await far.publish();
        expect(far.files()).toEqual(next);
      }
    },
  );

  test('without a record the manifest says what the target holds', async () => {
    const far = new Far();
    writeFiles(far.place, first);
    far.build(second);
    const changes = {
      added: ['assets/site.2.css', 'b/index.html'],
      changed: ['index.html'],
      removed: ['a/index.html', 'assets/site.1.css'],
    };
    const manifest = readManifest(far.site, Object.keys(second), changes);
    const published = await far.publish({ manifest });
    expect(published).toEqual({ changes, first: false });
    expect(far.files()).toEqual(second);
  });

  test('a record that cannot be read counts as none', async () => {
    const far = new Far();
    far.build(first);
    await far.publish();
    const cache = path.join(far.folder, '.cache');
    for (const name of fs.readdirSync(cache)) fs.truncateSync(path.join(cache, name), 30);
    expect((await far.publish()).first).toBe(true);
    expect(far.files()).toEqual(first);
  });

  test('a file of another time is read again, whatever its size', async () => {
    const far = new Far();
    far.build(first);
    await far.publish();
    const page = path.join(far.site, 'index.html');
    fs.writeFileSync(page, 'names z');
    const { changes } = await far.publish();
    expect(changes.changed).toEqual(['index.html']);
  });

  test('what is no file is refused before anything is sent', async () => {
    const far = new Far();
    far.build(first);
    fs.symlinkSync('/etc/passwd', path.join(far.site, 'passwd'));
    await expect(far.publish()).rejects.toThrow('passwd');
    expect(far.files()).toEqual({});
  });
});
