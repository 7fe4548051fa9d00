import { runTool } from './run-tool.ts';
import type { Target } from './target.ts';

/** `remote:path` of rclone's own configuration: any store that it knows. */
export function rcloneTarget(remote: string): Target {
  const run = (args: readonly string[], files: readonly string[], signal: AbortSignal): Promise<void> =>
    runTool({
      command: 'rclone',
      // The list from its input, names as they are; each is asked for by itself, not the whole store
      // (rclone.org/filtering/#files-from-raw, rclone.org/docs/#no-traverse).
      args: [...args, '--files-from-raw', '-', '--no-traverse'],
      input: files.map((file) => `${file}\n`).join(''),
      advice: `请先自己试一次：rclone lsf ${remote}（密钥和地址用 rclone config 或 RCLONE_S3_… 环境变量）。`,
      signal,
    });
  return {
    send: (folder, files, signal) => run(['copy', folder, remote, '--checksum'], files, signal),
    remove: (_, files, signal) => run(['delete', remote], files, signal),
  };
}
