import fs from 'node:fs';
import path from 'node:path';
import { parseSiteUrl } from '../content/read-site.ts';
import { printProblems, shownProblems } from '../problems/print-problems.ts';
import { type Problem, sortProblems } from '../problems/problem.ts';
import { type BuildResult, buildSite } from '../publish/build-site.ts';
import { parseYearSpan, type YearSpan } from '../site/year-span.ts';
import { oneOf, parseOptions, WrongUsage } from './arguments.ts';
import { hostNotes } from './host-notes.ts';
import { interruption } from './interrupt.ts';
import { contentFolder, nowFrom, shownPrefix } from './locations.ts';
import type { Installation } from './main.ts';
import { grouped, showProgress, silent } from './progress.ts';

/** `build`: content → `_site`. */
export async function runBuild(words: readonly string[], installation: Installation): Promise<number> {
  const { values } = parseOptions(words, {
    content: 'string',
    output: 'string',
    'base-url': 'string',
    now: 'string',
    drafts: 'boolean',
    'no-search': 'boolean',
    full: 'boolean',
    precompress: 'boolean',
    years: 'string',
    cache: 'string',
    manifest: 'string',
    'allow-gone': 'boolean',
    'allow-empty': 'boolean',
    format: 'string',
  });
  const json = oneOf('format', values.format, ['text', 'json'], 'text') === 'json';
  const content = contentFolder(values.content);
  const began = performance.now();
  const result = await buildSite(
    {
      content,
      output: path.resolve(values.output ?? '_site'),
      cache: path.resolve(values.cache ?? '.cache'),
      baseUrl: checkedUrl(values['base-url']),
      now: nowFrom(values.now),
      drafts: values.drafts,
      search: !values['no-search'],
      full: values.full,
      precompress: values.precompress,
      years: checkedYears(values.years),
      allowGone: values['allow-gone'],
      allowEmpty: values['allow-empty'],
      signal: interruption(),
      manifest: values.manifest !== undefined,
      ...installation,
    },
    json ? silent : showProgress(process.stderr),
  );
  const problems = sortProblems(result.problems);
  if (values.manifest !== undefined && result.manifest) {
    fs.writeFileSync(path.resolve(values.manifest), `${JSON.stringify(result.manifest, undefined, 1)}\n`);
  }
  const seconds = (performance.now() - began) / 1000;
  if (json) console.log(jsonReport(result, problems, content, seconds));
  else textReport(result, problems, content, seconds);
  return result.published ? 0 : 1;
}

function checkedYears(text: string | undefined): YearSpan | undefined {
  const years = text === undefined ? undefined : parseYearSpan(text);
  if (text !== undefined && !years)
    throw new WrongUsage(`--years 要写成 2005-2009、2005 或 2020-，不能是“${text}”`);
  return years;
}

function checkedUrl(text: string | undefined): string | undefined {
  if (text !== undefined && !parseSiteUrl(text)) {
    throw new WrongUsage(`--base-url 要写成 https://主机/ 或 https://主机/子目录/，不能是“${text}”`);
  }
  return text;
}

function jsonReport(
  result: BuildResult,
  problems: readonly Problem[],
  content: string,
  seconds: number,
): string {
  return JSON.stringify(
    {
      published: result.published,
      articles: result.articles,
      pages: result.pages,
      size: result.size,
      seconds: { ...result.seconds, total: seconds },
      problems: shownProblems(problems, { lang: 'zh-CN', prefix: shownPrefix(content) }),
    },
    undefined,
    1,
  );
}

function textReport(
  result: BuildResult,
  problems: readonly Problem[],
  content: string,
  seconds: number,
): void {
  if (problems.length > 0) {
    console.error(printProblems(problems, { format: 'text', lang: 'zh-CN', prefix: shownPrefix(content) }));
  }
  if (!result.published) {
    const errors = problems.filter(({ level }) => level === 'error').length;
    console.error(`没有发布：内容里有 ${errors} 处错误，网站保持原样。`);
    return;
  }
  for (const note of hostNotes(result.size)) console.error(note);
  const { articles, pages } = result;
  const held = [
    [articles.drafts, '草稿'],
    [articles.scheduled, '待发'],
    [articles.expired, '过期'],
    [articles.withdrawn, '撤稿'],
  ] as const;
  const why = held.filter(([count]) => count > 0).map(([count, name]) => `${name} ${grouped(count)}`);
  console.log(
    `稿件：读 ${grouped(articles.read)}，发布 ${grouped(articles.built)}，` +
      `未发布 ${grouped(articles.read - articles.built)}${why.length > 0 ? `（${why.join('，')}）` : ''}；` +
      `页面：绘制 ${grouped(pages.drawn)}，沿用 ${grouped(pages.kept)}，移除 ${grouped(pages.removed)}；` +
      `用时 ${seconds.toFixed(1)} 秒`,
  );
}
