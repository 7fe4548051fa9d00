import fs from 'node:fs';
import path from 'node:path';

/** Says that a folder is ours to change: always the same bytes. */
export const markName = '.investchn';
const markText = '本文件夹由 npm run build 生成，其中的文件会被替换和删除。\n';

/** The output folder cannot be used: exit 3, and the folder is left alone. */
export class OutputRefused extends Error {
  override readonly name = 'OutputRefused';
}

/** Paths beside the output: on the same file system, so that renaming is one step. */
export interface OutputFolder {
  /** The folder itself, behind a link if it is one. */
  readonly folder: string;
  readonly staging: string;
  readonly journal: string;
  readonly lock: string;
}

/**
 * The output is ours when it is absent, empty, carries our mark, or is a link to a folder that does.
 * @throws {OutputRefused} for any other, and for one that holds the content or lies in it.
 */
export function openOutputFolder(output: string, contentRoot: string): OutputFolder {
  const folder = fs.existsSync(output) ? fs.realpathSync(output) : output;
  const isLink = fs.lstatSync(output, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  const content = fs.existsSync(contentRoot) ? fs.realpathSync(contentRoot) : contentRoot;
  if (isInside(content, folder) || isInside(folder, content)) {
    throw new OutputRefused(`输出文件夹 ${output} 与内容文件夹 ${contentRoot} 互相包含，请另选一处`);
  }
  const stat = fs.statSync(folder, { throwIfNoEntry: false });
  if (stat && !stat.isDirectory()) throw new OutputRefused(`${output} 是文件，不是文件夹`);
  if (isLink && !stat) throw new OutputRefused(`${output} 是断开的链接`);
  if (stat) {
    const names = fs.readdirSync(folder);
    const ours = names.includes(markName) || (names.length === 0 && !isLink);
    if (!ours) throw new OutputRefused(`${output} 里有别的文件，没有本程序的标记 ${markName}，不予改动`);
  }
  return placesOf(folder);
}

/** @param folder behind a link if it is one */
export function placesOf(folder: string): OutputFolder {
  const beside = (what: string): string =>
    path.join(path.dirname(folder), `${path.basename(folder)}.${what}`);
  return { folder, staging: beside('staging'), journal: beside('journal'), lock: beside('lock') };
}

export function writeMark(folder: string): void {
  fs.writeFileSync(path.join(folder, markName), markText);
}

export const isInside = (inner: string, outer: string): boolean =>
  inner === outer || inner.startsWith(outer.endsWith(path.sep) ? outer : outer + path.sep);
