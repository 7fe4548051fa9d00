import fs from 'node:fs';
import path from 'node:path';
import { type Manifest, parseManifest } from '../publish/manifest.ts';
import { rollbackLink } from '../publish/publish-link.ts';
import { publishSite } from '../publish/publish-site.ts';
import { publishingSteps } from '../publish/publishing-order.ts';
import { parseTarget } from '../publish/targets/parse-target.ts';
import { parseOptions, WrongUsage } from './arguments.ts';
import { interruption } from './interrupt.ts';
import { contentFolder } from './locations.ts';
import { grouped } from './progress.ts';

const forms = 'rsync:用户@主机:/路径、s3://桶/前缀、rclone:远端:路径，或者本机的一个文件夹';

/** `publish`: `_site` → where readers get it; only what differs. */
export async function runPublish(words: readonly string[]): Promise<number> {
  const { values } = parseOptions(words, {
    to: 'string',
    output: 'string',
    content: 'string',
    cache: 'string',
    manifest: 'string',
    link: 'boolean',
    rollback: 'boolean',
    'dry-run': 'boolean',
  });
  if (values.to === undefined) throw new WrongUsage(`要用 --to 说明发布到哪里：${forms}`);
  const target = parseTarget(values.to);
  if (!target) throw new WrongUsage(`--to 要写成 ${forms}，不能是“${values.to}”`);
  if ((values.link || values.rollback) && target.kind !== 'folder')
    throw new WrongUsage('--link 和 --rollback 只用于本机的文件夹');
  if (values.rollback && target.kind === 'folder') {
    const version = rollbackLink(target.folder);
    console.log(`已退回第 ${version} 版。下一次 publish 会重新发布 _site 里的网站。`);
    return 0;
  }
  const dryRun = values['dry-run'];
  const { changes, first } = await publishSite({
    output: path.resolve(values.output ?? '_site'),
    content: contentFolder(values.content),
    cache: path.resolve(values.cache ?? '.cache'),
    target,
    targetText: values.to,
    link: values.link,
    manifest: values.manifest === undefined ? undefined : readManifestFile(values.manifest),
    dryRun,
    signal: interruption(),
    onStep: (done, total) => console.error(`已送到 ${grouped(done)} / ${grouped(total)} 个文件`),
  });
  if (first) {
    console.error(
      '没有这个目标的发布记录：整个网站都送一遍；那里若有网站以外的旧文件，不会删除。记录存在 .cache 里。',
    );
  }
  if (dryRun) {
    const added = new Set(changes.added);
    const { sent, removed } = publishingSteps(changes);
    for (const file of sent.flat()) console.log(`${added.has(file) ? '+' : '~'} ${file}`);
    for (const file of removed.flat()) console.log(`- ${file}`);
  }
  const counts = [changes.added, changes.changed, changes.removed].map(({ length }) => grouped(length));
  console.log(
    `${dryRun ? '预演，什么也没有送出' : '发布完成'}：新增 ${counts[0]}，更改 ${counts[1]}，移除 ${counts[2]} 个文件`,
  );
  return 0;
}

/**
 * What `build --manifest` wrote.
 * @throws {WrongUsage} where the file is not there or is none
 */
export function readManifestFile(file: string): Manifest {
  const text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
  const manifest = text === undefined ? undefined : parseManifest(text);
  if (!manifest) throw new WrongUsage(`${file} 不是 build --manifest 写出的清单`);
  return manifest;
}
