import fs from 'node:fs';
import path from 'node:path';
import { type Problem, problem } from '../problems/problem.ts';
import { nearest } from './nearest.ts';

/** What lies in the content folder, by the part it plays; each list in the order of code units. */
export interface ContentFiles {
  /** site.yaml and the other files at its top. */
  readonly registries: ReadonlySet<string>;
  readonly zones: readonly string[];
  readonly topics: readonly string[];
  readonly pages: readonly string[];
  /** All Markdown files below news/, those in the wrong place too. */
  readonly articles: readonly string[];
  /** Pictures, videos and files to download, wherever they lie. */
  readonly assets: ReadonlySet<string>;
}

export const PICTURE_TYPES: ReadonlySet<string> = new Set([
  'png',
  'jpg',
  'jpeg',
  'gif',
  'webp',
  'avif',
  'svg',
]);
const OTHER_ASSETS =
  'mp4 webm m4v mov ogv mp3 m4a ogg wav pdf doc docx xls xlsx ppt pptx wps et dps ofd csv txt rtf zip rar 7z epub vtt';
export const ASSET_TYPES: ReadonlySet<string> = new Set([...PICTURE_TYPES, ...OTHER_ASSETS.split(' ')]);

const REGISTRIES = [
  'site.yaml',
  'channels.yaml',
  'regions.yaml',
  'sources.yaml',
  'terms.yml',
  'redirects.csv',
];
const FOLDERS = ['zones', 'topics', 'pages', 'news'];
/** Left behind by editors and systems: never read, never published, not worth a word. */
const LEFT_BEHIND = /^\.|^~\$|~$|\.bak$|\.swp$|^Thumbs\.db$|^desktop\.ini$/i;

/** The type of a file by its name, in small letters, without the dot. */
export const typeOf = (name: string): string => path.posix.extname(name).slice(1).toLowerCase();

/** Looks through the whole folder; nothing is followed that is a link, nothing opened. Undefined where there is no folder. */
export function findContentFiles(root: string, problems: Problem[]): ContentFiles | undefined {
  const registries = new Set<string>();
  const assets = new Set<string>();
  const markdown: Record<string, string[]> = { zones: [], topics: [], pages: [], news: [] };
  const add = (file: string, folder: string, name: string): void => {
    const type = typeOf(name);
    if (name.endsWith('.md')) markdown[folder]?.push(file);
    else if (ASSET_TYPES.has(type)) assets.add(file);
    else problems.push(problem('file-type', top(file), { value: path.posix.extname(name) || name }));
  };
  if (!fs.statSync(root, { throwIfNoEntry: false })?.isDirectory()) {
    problems.push(problem('content-missing', top('.'), { value: path.basename(root) }));
    return undefined;
  }
  for (const { name, isFolder } of readFolder(root, '', problems)) {
    if (isFolder && FOLDERS.includes(name)) walk(root, name, problems, (file, base) => add(file, name, base));
    else if (!isFolder && REGISTRIES.includes(name)) registries.add(name);
    else {
      const near = nearest(name, isFolder ? FOLDERS : REGISTRIES) ?? '';
      problems.push(problem('file-unused', top(name), { value: name, nearest: near }));
    }
  }
  const of = (folder: string): string[] => markdown[folder] ?? [];
  return {
    registries,
    zones: of('zones'),
    topics: of('topics'),
    pages: of('pages'),
    articles: of('news'),
    assets,
  };
}

function walk(
  root: string,
  folder: string,
  problems: Problem[],
  add: (file: string, name: string) => void,
): void {
  for (const { name, isFolder } of readFolder(root, folder, problems)) {
    const file = `${folder}/${name}`;
    if (!isFolder) add(file, name);
    else if (name.endsWith('.md')) problems.push(problem('folder-named-file', top(file), {}));
    else walk(root, file, problems, add);
  }
}

interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** Files and folders of a folder, in the order in which their whole paths sort; anything else is reported. */
function readFolder(root: string, folder: string, problems: Problem[]): FolderEntry[] {
  const entries: FolderEntry[] = [];
  const found = attempt(folder === '' ? '.' : folder, problems, () =>
    fs.readdirSync(path.join(root, folder), { withFileTypes: true }),
  );
  for (const entry of found ?? []) {
    const { name } = entry;
    if (LEFT_BEHIND.test(name)) continue;
    const file = folder === '' ? name : `${folder}/${name}`;
    if (entry.isFile() || entry.isDirectory()) entries.push({ name, isFolder: entry.isDirectory() });
    else if (entry.isSymbolicLink()) {
      const value = attempt(file, problems, () => fs.readlinkSync(path.join(root, file))) ?? '';
      problems.push(problem('file-symlink', top(file), { value }));
    } else problems.push(problem('file-special', top(file), {}));
  }
  const sortKey = ({ name, isFolder }: FolderEntry): string => (isFolder ? `${name}/` : name);
  return entries.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

/** What a file system refuses for one file is a problem of that file; anything else is the machine's, and thrown. */
export function attempt<T>(file: string, problems: Problem[], read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!['EACCES', 'EPERM', 'ENOENT', 'EISDIR', 'ELOOP', 'ENOTDIR'].includes(reason)) throw error;
    problems.push(problem('file-unreadable', top(file), { reason }));
    return undefined;
  }
}

export const top = (file: string): { file: string; line: 1; column: 1 } => ({ file, line: 1, column: 1 });
