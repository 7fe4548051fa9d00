import fs from 'node:fs';
import { findContentFiles } from '../content/content-files.ts';
import { parseWholeFile } from '../content/read-document.ts';
import { type Ground, readGround } from '../content/read-ground.ts';
import { importSite } from '../import/import-site.ts';
import { NO_RULES, parseRules, type Rules } from '../import/rules.ts';
import { printProblems } from '../problems/print-problems.ts';
import { hasErrors, type Problem } from '../problems/problem.ts';
import { oneOf, parseOptions, WrongUsage } from './arguments.ts';
import { importJson, importLines } from './import-summary.ts';
import { interruption } from './interrupt.ts';
import { contentFolder, nowFrom, shownPrefix } from './locations.ts';
import { grouped } from './progress.ts';

/** `import <file|folder|.warc[.gz]>…`: old pages → articles and redirects. What is there is never changed. */
export async function runImport(words: readonly string[]): Promise<number> {
  const { values, places } = parseOptions(
    words,
    { content: 'string', rules: 'string', 'dry-run': 'boolean', now: 'string', format: 'string' },
    Number.POSITIVE_INFINITY,
  );
  const format = oneOf('format', values.format, ['text', 'json'], 'text');
  if (places.length === 0)
    throw new WrongUsage('要导入什么？请写旧网页的文件夹、文件或 .warc.gz：import old-site/');
  const lost = places.find((place) => !fs.existsSync(place));
  if (lost !== undefined) throw new WrongUsage(`没有 ${lost}`);
  const now = nowFrom(values.now);
  const root = contentFolder(values.content);
  const prefix = shownPrefix(root);
  const problems: Problem[] = [];
  const files = findContentFiles(root, problems);
  const ground = files && readGround(root, files, undefined, problems);
  const print = (list: readonly Problem[], before: string): void =>
    console.error(printProblems(list, { format: 'text', lang: 'zh-CN', prefix: before }));
  if (!ground || ground.registries.channels.items.length === 0) {
    if (problems.length > 0) print(problems, prefix);
    console.error('没有导入：先要有内容文件夹，并在 channels.yaml 里写好栏目。');
    return 1;
  }
  const ruled: Problem[] = [];
  const rules = values.rules === undefined ? NO_RULES : readRules(values.rules, ground, ruled);
  if (ruled.length > 0) {
    if (format === 'json') console.log(printProblems(ruled, { format: 'json', lang: 'zh-CN', prefix: '' }));
    else print(ruled, '');
    if (hasErrors(ruled)) return 1;
  }
  const isDry = values['dry-run'];
  const report = await importSite({
    inputs: places,
    root,
    files,
    ground,
    rules,
    isDry,
    now: now(ground.site.timeZone),
    signal: interruption(),
    onProgress: showOn(process.stderr),
  });
  if (format === 'json') console.log(JSON.stringify(importJson(report, prefix, isDry), undefined, 1));
  else {
    for (const line of importLines(report, { prefix, isDry, content: values.content })) console.log(line);
  }
  return 0;
}

function readRules(file: string, ground: Ground, problems: Problem[]): Rules {
  if (!fs.existsSync(file)) throw new WrongUsage(`没有 ${file} 这个规则文件`);
  const sheet = parseWholeFile(fs.readFileSync(file), file, problems);
  return sheet ? parseRules(sheet, ground) : NO_RULES;
}

const stages = { read: '读旧网页', write: '写稿件' };

/** One line that counts, on a terminal alone. */
function showOn(stream: NodeJS.WriteStream): Parameters<typeof importSite>[0]['onProgress'] {
  if (stream.isTTY !== true || process.env.CI !== undefined) return () => undefined;
  return (stage, done, total) => {
    stream.write(
      `\r\u001b[K${stages[stage]} ${grouped(done)} / ${grouped(total)}${done === total ? '\n' : ''}`,
    );
  };
}
