import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { rcloneTarget } from './rclone-target.ts';
import { findTool, runTool, ToolFailed } from './run-tool.ts';
import type { Target } from './target.ts';

/**
 * `s3://bucket/prefix`, through `aws` where it is there, else `rclone`. Keys, region and address of the store are
 * theirs to know (environment, profile); we never see them.
 */
export function s3Target(bucket: string, prefix: string): Target {
  const tool = findTool(['aws', 'rclone']);
  const place = `${bucket}/${prefix}`;
  if (tool === 'aws') return awsTarget(`s3://${prefix === '' ? bucket : place}`);
  // A remote made on the fly (rclone.org/docs/#connection-strings): keys and address from the environment.
  if (tool === 'rclone') return rcloneTarget(`:s3,env_auth:${place}`);
  throw new ToolFailed(
    '要送到 S3 兼容的存储，需要 aws 或者 rclone，两个都没有找到。\n请安装 AWS CLI（pip install awscli）或 rclone（apt-get install rclone），再运行一次。',
  );
}

/** Patterns in one `aws s3 rm`. */
const patternsAtOnce = 100;

/** `aws s3 cp` and `aws s3 rm` (docs.aws.amazon.com/cli/latest/reference/s3). */
function awsTarget(place: string): Target {
  const run = (args: readonly string[], signal: AbortSignal): Promise<void> =>
    runTool({
      command: 'aws',
      // 1: a transfer failed; 2: a file was skipped. Both are failures here.
      args: ['s3', ...args, '--only-show-errors'],
      advice: `请先自己试一次：aws s3 ls ${place}/（密钥用 aws configure 或环境变量，S3 兼容的存储还要 AWS_ENDPOINT_URL_S3）。`,
      signal,
    });
  return {
    async send(folder, files, signal) {
      // It takes a folder or one file, no list: so a folder of links, which it follows.
      const links = fs.mkdtempSync(path.join(os.tmpdir(), 'news-publish-'));
      try {
        for (const file of files) {
          const link = path.join(links, file);
          fs.mkdirSync(path.dirname(link), { recursive: true });
          fs.symlinkSync(path.join(folder, file), link);
        }
        await run(['cp', links, place, '--recursive', '--follow-symlinks'], signal);
      } finally {
        fs.rmSync(links, { recursive: true, force: true });
      }
    },
    async remove(_, files, signal) {
      for (let from = 0; from < files.length; from += patternsAtOnce) {
        const some = files.slice(from, from + patternsAtOnce);
        // It lists what lies below the address, so that is as near to the files as can be.
        const above = commonFolder(some);
        const patterns = some.flatMap((file) => ['--include', escaped(file.slice(above.length))]);
        await run(['rm', `${place}/${above}`, '--recursive', '--exclude', '*', ...patterns], signal);
      }
    },
  };
}

/** The deepest folder that holds all files, with its slash; nothing where they share none. */
function commonFolder(files: readonly string[]): string {
  const [first = [], ...others] = files.map((file) => file.split('/').slice(0, -1));
  const length = first.findIndex((name, i) => others.some((folders) => folders[i] !== name));
  const shared = length < 0 ? first : first.slice(0, length);
  return shared.map((name) => `${name}/`).join('');
}

/** Not to be read as a pattern (fnmatch). */
const escaped = (file: string): string => file.replace(/[*?[]/g, '[$&]');
