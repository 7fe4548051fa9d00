import fs from 'node:fs';
import { takeLock } from './lock.ts';
import type { Changes, Manifest } from './manifest.ts';
import { isInside, OutputRefused, openOutputFolder } from './output-folder.ts';
import { publishFar } from './publish-far.ts';
import { publishFolder } from './publish-folder.ts';
import { isLinkedPlace, publishLink } from './publish-link.ts';
import { finishSwitch } from './switch-site.ts';
import type { TargetName } from './targets/parse-target.ts';
import { rcloneTarget } from './targets/rclone-target.ts';
import { rsyncTarget } from './targets/rsync-target.ts';
import { s3Target } from './targets/s3-target.ts';

export interface PublishOptions {
  readonly output: string;
  readonly content: string;
  readonly cache: string;
  /** Where to, and how the user wrote it. */
  readonly target: TargetName;
  readonly targetText: string;
  /** A folder of this machine is switched by one link. */
  readonly link: boolean;
  readonly manifest: Manifest | undefined;
  readonly dryRun: boolean;
  readonly signal: AbortSignal;
  readonly onStep: (done: number, total: number) => void;
}

export interface Published {
  readonly changes: Changes;
  /** Nothing was remembered of the target, so nothing could be removed there. */
  readonly first: boolean;
}

/**
 * Brings the built site to a target: only what differs. No build may change it meanwhile.
 * @throws OutputRefused, OutputLocked, ToolFailed, and what the file system throws; the next run then goes on
 */
export async function publishSite(options: PublishOptions): Promise<Published> {
  const { target, dryRun, signal } = options;
  const site = openOutputFolder(options.output, options.content);
  if (!fs.existsSync(site.folder)) throw new OutputRefused(`没有 ${options.output}，请先运行 npm run build`);
  const unlock = takeLock(site.lock);
  try {
    finishSwitch(site);
    if (target.kind === 'folder') {
      const to = target.folder;
      const real = fs.existsSync(to) ? fs.realpathSync(to) : to;
      if (isInside(real, site.folder) || isInside(site.folder, real))
        throw new OutputRefused(`${to} 与网站文件夹 ${options.output} 互相包含，请另选一处`);
      const publish = options.link || isLinkedPlace(to) ? publishLink : publishFolder;
      return { changes: await publish({ folder: site.folder, to, dryRun, signal }), first: false };
    }
    return await publishFar({
      folder: site.folder,
      name: options.targetText,
      open: () => openTarget(target),
      cache: options.cache,
      manifest: options.manifest,
      dryRun,
      signal,
      onStep: options.onStep,
    });
  } finally {
    unlock();
  }
}

function openTarget(target: Exclude<TargetName, { kind: 'folder' }>) {
  if (target.kind === 'rsync') return rsyncTarget(target.destination);
  return target.kind === 's3' ? s3Target(target.bucket, target.prefix) : rcloneTarget(target.remote);
}
