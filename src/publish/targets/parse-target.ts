import path from 'node:path';

/** Where the site goes, as `--to` names it. */
export type TargetName =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'rsync'; readonly destination: string }
  | { readonly kind: 's3'; readonly bucket: string; readonly prefix: string }
  | { readonly kind: 'rclone'; readonly remote: string };

/** `rsync:user@host:/path`, `s3://bucket/prefix`, `rclone:remote:path` or a folder; undefined for anything else. */
export function parseTarget(text: string): TargetName | undefined {
  const rsync = /^rsync:(?!\/\/)([^-\s].*?)\/*$/.exec(text)?.[1];
  if (rsync !== undefined) return { kind: 'rsync', destination: rsync };
  const s3 = /^s3:\/\/([a-z0-9][a-z0-9.-]+)(?:\/(.*?))?\/*$/.exec(text);
  if (s3) return { kind: 's3', bucket: s3[1] ?? '', prefix: s3[2] ?? '' };
  const rclone = /^rclone:([^-\s][^:]*:.*?)\/*$/.exec(text)?.[1];
  if (rclone !== undefined) return { kind: 'rclone', remote: rclone };
  return text === '' || /^[a-z0-9+.@-]+:/i.test(text)
    ? undefined
    : { kind: 'folder', folder: path.resolve(text) };
}
