import fs from 'node:fs';
import path from 'node:path';
import { runTool } from './run-tool.ts';
import type { Target } from './target.ts';

/**
 * `user@host:/path`, `host::module` or a path, as rsync understands them. It puts each file in place by renaming, so
 * that nobody reads half of one. The options are those of rsync(1) from 3.1 on.
 */
export function rsyncTarget(destination: string): Target {
  const run = (
    folder: string,
    files: readonly string[],
    options: readonly string[],
    good: readonly number[],
    signal: AbortSignal,
  ): Promise<void> =>
    runTool({
      command: 'rsync',
      args: [
        '--from0',
        '--files-from=-',
        ...options,
        '--',
        `${folder}/`,
        destination.endsWith('/') ? destination : `${destination}/`,
      ],
      input: files.map((file) => `${file}\0`).join(''),
      good,
      advice: `请先自己试一次：rsync --list-only ${destination}/（SSH 的端口、密钥写在 ~/.ssh/config 里）。`,
      signal,
    });
  return {
    send: (folder, files, signal) =>
      // With a checksum, since only what differs is listed: a file that arrived before the line broke is not sent again.
      run(folder, files, ['--times', '--chmod=D755,F644', '--checksum'], [0], signal),
    async remove(folder, files, signal) {
      // Listed but missing here means: delete there. It answers 24 (vanished) for folders that are missing too.
      const remove = (names: readonly string[]): Promise<void> =>
        run(folder, names, ['--no-implied-dirs', '--delete-missing-args'], [0, 24], signal);
      await remove(files);
      // Folders that nothing is left of, deepest first; one that holds files of another hand stays.
      for (const folders of emptied(folder, files)) await remove(folders);
    },
  };
}

/** Folders above removed files that the site lacks, by depth. */
function emptied(site: string, files: readonly string[]): string[][] {
  const byDepth = new Map<number, Set<string>>();
  for (const file of files) {
    for (
      let up = path.dirname(file);
      up !== '.' && !fs.existsSync(path.join(site, up));
      up = path.dirname(up)
    ) {
      const depth = up.split('/').length;
      byDepth.set(depth, (byDepth.get(depth) ?? new Set()).add(up));
    }
  }
  return [...byDepth].sort(([a], [b]) => b - a).map(([, folders]) => [...folders].sort());
}
