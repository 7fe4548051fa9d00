import fs from 'node:fs';
import path from 'node:path';
import type { Content } from '../../src/content/content.ts';
import { readContent } from '../../src/content/read-content.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** Files by their paths; undefined takes one of the base away. */
export type Files = Readonly<Record<string, string | Buffer | undefined>>;

const base: Files = {
  'site.yaml': 'name: 投促中国\nurl: https://www.example.com/\n',
  'channels.yaml': '- {id: zone-news, name: 开发区新闻}\n- {id: policy, name: 投资政策}\n',
  'regions.yaml': '- id: jiangsu\n  name: 江苏\n  children: [{id: suzhou, name: 苏州}]\n',
  'zones/sip.md': '---\nname: 苏州工业园区\nregion: 苏州\n---\n\n园区在苏州城东。\n',
};

/** A content folder with the registries of a small site and these files. */
export function contentFolder(files: Files): string {
  const root = temporaryFolder();
  for (const [name, text] of Object.entries({ ...base, ...files })) {
    if (text === undefined) continue;
    const file = path.join(root, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
  return root;
}

export const readFolder = (files: Files, baseUrl?: string): Promise<Content> =>
  readContent({ root: contentFolder(files), baseUrl });

/** The problems of a folder as `file:line:column code`. */
export async function problemsOf(files: Files): Promise<string[]> {
  const { problems } = await readFolder(files);
  return problems.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);
}

/** An article file: the required keys, with these lines of front matter and this body. */
export const articleText = (lines = '', body = '\n正文。\n'): string =>
  `---\ntitle: 园区开工\ndate: 2020-01-23\nsource: 投促中国\nchannel: 开发区新闻\n${lines}---\n${body}`;
