import fs from 'node:fs';
import path from 'node:path';
import { printProblems, shownProblems } from '../problems/print-problems.ts';
import { sortProblems } from '../problems/problem.ts';
import { mergeSite } from '../publish/merge-site.ts';
import { oneOf, parseOptions } from './arguments.ts';
import { interruption } from './interrupt.ts';
import { contentFolder, shownPrefix } from './locations.ts';
import type { Installation } from './main.ts';
import { grouped } from './progress.ts';

/** `merge`: the outputs of `build --years` → `_site`. */
export async function runMerge(words: readonly string[], installation: Installation): Promise<number> {
  const { values, places } = parseOptions(
    words,
    {
      output: 'string',
      cache: 'string',
      manifest: 'string',
      'allow-gone': 'boolean',
      format: 'string',
    },
    Number.POSITIVE_INFINITY,
  );
  const json = oneOf('format', values.format, ['text', 'json'], 'text') === 'json';
  const began = performance.now();
  const { published, files, problems, manifest } = await mergeSite({
    parts: places.map((part) => path.resolve(part)),
    output: path.resolve(values.output ?? '_site'),
    cache: path.resolve(values.cache ?? '.cache'),
    allowGone: values['allow-gone'],
    manifest: values.manifest !== undefined,
    signal: interruption(),
    compiledRoot: installation.compiledRoot,
  });
  if (values.manifest !== undefined && manifest)
    fs.writeFileSync(path.resolve(values.manifest), `${JSON.stringify(manifest, undefined, 1)}\n`);
  const seconds = (performance.now() - began) / 1000;
  const shown = { lang: 'zh-CN', prefix: shownPrefix(contentFolder(undefined)) } as const;
  const sorted = sortProblems(problems);
  if (json) {
    const report = { published, parts: places.length, files, seconds: { total: seconds } };
    console.log(JSON.stringify({ ...report, problems: shownProblems(sorted, shown) }, undefined, 1));
    return published ? 0 : 1;
  }
  if (!published) {
    console.error(printProblems(sorted, { format: 'text', ...shown }));
    console.error(`没有发布：有 ${sorted.length} 个地址会失效，网站保持原样。`);
    return 1;
  }
  console.log(
    `合并：${places.length} 部分，文件 ${grouped(files.all)}，新增 ${grouped(files.added)}，` +
      `更新 ${grouped(files.changed)}，移除 ${grouped(files.removed)}；用时 ${seconds.toFixed(1)} 秒`,
  );
  return 0;
}
