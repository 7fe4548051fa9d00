import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/content/read-content.ts';
import { articleText, contentFolder, problemsOf } from './content-folder.ts';

const article = 'news/2020/01/a.md';
const codesOf = async (root: string): Promise<string[]> => {
  const { problems } = await readContent({ root, baseUrl: undefined });
  return problems.map(
    ({ file, code, values }) => `${file} ${code}${values.value === undefined ? '' : ` ${values.value}`}`,
  );
};

describe('what is no ordinary file', () => {
  it('links are named with their target and never followed', async () => {
    const root = contentFolder({ [article]: articleText() });
    const link = (target: string, name: string): void => fs.symlinkSync(target, path.join(root, name));
    link('a.md', 'news/2020/01/b.md');
    link('../../..', 'news/2020/01/loop');
    link('nowhere', 'news/2020/01/broken.md');
    link('/etc/hostname', 'news/2020/01/map.png');
    link('/etc', 'topics');
    expect(await codesOf(root)).toEqual([
      'news/2020/01/b.md file-symlink a.md',
      'news/2020/01/broken.md file-symlink nowhere',
      'news/2020/01/loop file-symlink ../../..',
      'news/2020/01/map.png file-symlink /etc/hostname',
      'topics file-symlink /etc',
    ]);
  });

  it.skipIf(process.platform === 'win32')(
    'pipes and sockets are named, and nothing waits for them',
    async () => {
      const root = contentFolder({ [article]: articleText() });
      execFileSync('mkfifo', [path.join(root, 'news/2020/01/pipe.md')]);
      const server = net.createServer().listen(path.join(root, 'news/2020/01/s.md'));
      await new Promise((resolve) => server.once('listening', resolve));
      expect(await codesOf(root)).toEqual([
        'news/2020/01/pipe.md file-special',
        'news/2020/01/s.md file-special',
      ]);
      server.close();
    },
  );

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'files and folders that may not be read',
    async () => {
      const root = contentFolder({ [article]: articleText(), 'topics/x/a.png': 'x' });
      fs.chmodSync(path.join(root, article), 0);
      fs.chmodSync(path.join(root, 'topics/x'), 0);
      const codes = await codesOf(root);
      fs.chmodSync(path.join(root, 'topics/x'), 0o755);
      expect(codes).toEqual([`${article} file-unreadable`, 'topics/x file-unreadable']);
    },
  );

  it('what editors and systems leave behind is passed over', async () => {
    const left = [
      '.env',
      '.git/config',
      'news/.DS_Store',
      'news/2020/01/.hidden.md',
      'news/2020/01/a.md.bak',
      'news/2020/01/a.md~',
      'news/2020/01/Thumbs.db',
      'news/2020/01/~$报告.docx',
    ];
    expect(await problemsOf(Object.fromEntries(left.map((file) => [file, 'x'])))).toEqual([]);
  });

  it('and is never published', async () => {
    const files = { 'news/2020/01/.map.png': 'x', [article]: articleText('', '\n![图](.map.png)\n') };
    expect(await problemsOf(files)).toEqual([`${article}:8:6 file-missing`]);
  });
});
