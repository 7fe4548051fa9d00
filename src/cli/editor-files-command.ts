import fs from 'node:fs';
import path from 'node:path';
import { findContentFiles } from '../content/content-files.ts';
import { readGround } from '../content/read-ground.ts';
import { buildEditorFiles } from '../editors/editor-files.ts';
import { listNames } from '../editors/registry-names.ts';
import { printProblems } from '../problems/print-problems.ts';
import { hasErrors, type Problem } from '../problems/problem.ts';
import { parseOptions } from './arguments.ts';
import { contentFolder, shownPrefix } from './locations.ts';

/**
 * `editor-files`: writes what editors' programs know of this content (schemas, snippets, settings) to the current
 * folder. With `--check` nothing is written, and a stale file is exit 1.
 */
export async function runEditorFiles(words: readonly string[]): Promise<number> {
  const { values } = parseOptions(words, { content: 'string', check: 'boolean' });
  const root = contentFolder(values.content);
  const problems: Problem[] = [];
  const files = findContentFiles(root, problems);
  const ground = files && readGround(root, files, undefined, problems);
  if (!ground || hasErrors(problems)) {
    console.error(printProblems(problems, { format: 'text', lang: 'zh-CN', prefix: shownPrefix(root) }));
    console.error('没有写：先改正上面的错误。');
    return 1;
  }
  const content = path.relative('.', root).split(path.sep).join('/');
  const { channels, regions, zones, topics, sources } = ground.registries;
  const names = listNames({
    channels: channels.items,
    regions: regions.items,
    zones: zones.items,
    topics: topics.items,
    sources: sources?.items ?? [],
  });
  const built = Object.entries(buildEditorFiles(names, content));
  const stale = built.filter(([file, text]) => readText(file) !== text);
  for (const [file, text] of stale) {
    if (!values.check) {
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, text);
    }
    console.log(`${values.check ? '过时' : '已写'} ${file}`);
  }
  if (stale.length === 0) console.log(`${built.length} 个文件都是新的。`);
  else if (values.check) console.error('请运行 npm run editor-files，把改动一起提交。');
  return values.check && stale.length > 0 ? 1 : 0;
}

function readText(file: string): string | undefined {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
}
