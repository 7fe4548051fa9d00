import fs from 'node:fs';
import path from 'node:path';
import { type Archive, buildArchive } from '../archive/archive.ts';
import type { Content } from '../content/content.ts';
import { readContent } from '../content/read-content.ts';
import { printProblems, shownProblems } from '../problems/print-problems.ts';
import { hasErrors, type Problem, sortProblems } from '../problems/problem.ts';
import { type Moment, parseNow } from '../site/clock.ts';
import { type OpenedSite, openSite } from '../verify/open-site.ts';
import { type VerifiedCounts, type VerifiedSite, verifySite } from '../verify/verify-site.ts';
import { oneOf, parseOptions, WrongUsage } from './arguments.ts';
import { buildExpectedSite } from './expected-site.ts';
import { contentFolder, nowFrom, shownPrefix } from './locations.ts';
import type { Installation } from './main.ts';
import { grouped } from './progress.ts';

/** `verify`: is the built site what the content says, and sound as readers, programs and search engines see it? */
export async function runVerify(words: readonly string[], { compiledRoot }: Installation): Promise<number> {
  const { values } = parseOptions(words, {
    output: 'string',
    content: 'string',
    now: 'string',
    format: 'string',
  });
  const json = oneOf('format', values.format, ['text', 'json'], 'text') === 'json';
  const now = nowFrom(values.now);
  const root = contentFolder(values.content);
  if (values.content !== undefined && !fs.existsSync(root)) throw new WrongUsage(`没有 ${root} 这个文件夹`);
  const began = performance.now();
  const output = path.resolve(values.output ?? '_site');
  const site = openSite(output);
  const notes: string[] = [];
  const judgement = await judge(site, {
    root,
    compiledRoot,
    momentOf: (content) =>
      values.now === undefined ? momentOfSite(site, content, now) : now(content.site.timeZone),
    notes,
  });
  const seconds = (performance.now() - began) / 1000;
  const { problems, counts } = judgement;
  if (!counts.searchable) notes.push('网站是用 --no-search 生成的，没有检索索引，检索没有核对。');
  if (counts.unvalidated > 0)
    notes.push(`版式太多，有 ${grouped(counts.unvalidated)} 页的 HTML 没有用 html-validate 检查。`);
  if (json) {
    const shown = shownProblems(problems, { lang: 'zh-CN', prefix: '' });
    console.log(JSON.stringify({ problems: shown, counts, notes, seconds }, undefined, 1));
  } else {
    if (problems.length > 0)
      console.log(printProblems(problems, { format: 'text', lang: 'zh-CN', prefix: '' }));
    for (const note of notes) console.error(note);
    console.error(summary(problems, counts, seconds));
  }
  return hasErrors(problems) ? 1 : 0;
}

interface Judging {
  readonly root: string;
  readonly compiledRoot: string;
  readonly momentOf: (content: Content) => Moment;
  readonly notes: string[];
}

async function judge(
  site: OpenedSite,
  { root, compiledRoot, momentOf, notes }: Judging,
): Promise<VerifiedSite> {
  const shown = shownPrefix(site.output);
  if (!fs.existsSync(root)) {
    notes.push(`没有内容文件夹 ${root}，只检查了网站本身，没有与内容比对。`);
    return verifySite({ site, expected: undefined, shown, compiledRoot });
  }
  const content = await readContent({ root, baseUrl: site.url, compiledRoot });
  const archive = buildArchive(content, { now: momentOf(content), drafts: false, allowEmpty: true });
  const mistakes = [...content.problems, ...archive.problems].filter(({ level }) => level === 'error');
  if (mistakes.length > 0) {
    // What cannot be read cannot be compared: such content was never published.
    notes.push('内容里有错误，网站没有与内容比对；请先运行 npm run check 并改正。');
    const prefix = shownPrefix(root);
    const inContent = mistakes.map((each): Problem => ({ ...each, file: prefix + each.file }));
    const { problems, counts } = await verifySite({ site, expected: undefined, shown, compiledRoot });
    return { problems: sortProblems([...inContent, ...problems]), counts };
  }
  const expected = buildExpectedSite(content, archive, shownPrefix(root));
  notes.push(...sinceThen(archive, content));
  return verifySite({ site, expected, shown, compiledRoot });
}

/**
 * The moment at which a site was built, as far as it shows: not before its newest article, nor before the end of
 * articles that it shows as expired. What came due since then is for the next build, no fault of this one.
 */
function momentOfSite(
  { output, newest }: OpenedSite,
  content: Content,
  now: (timeZone: string) => Moment,
): Moment {
  const today = now(content.site.timeZone);
  const begun = parseNow(newest ?? '', content.site.timeZone);
  // Dates are shown to the minute.
  let moment = begun ? { ...begun, ms: begun.ms + 59_999 } : today;
  for (const { expires, address, draft, withdrawn } of content.articles) {
    if (!expires || draft || withdrawn || expires.ms < moment.ms || expires.ms > today.ms) continue;
    const page = path.join(output, address, 'index.html');
    const isOut = fs.existsSync(page) && fs.readFileSync(page, 'utf8').includes('data-pagefind-body');
    if (!isOut) moment = { ...expires, ms: expires.ms + 1 };
  }
  return moment.ms < today.ms ? moment : today;
}

function sinceThen(archive: Archive, content: Content): string[] {
  const today = parseNow(undefined, content.site.timeZone)?.ms ?? 0;
  const due = archive.heldBack.filter(
    ({ article, state }) => state === 'scheduled' && article.date.ms <= today,
  );
  return due.length === 0
    ? []
    : [`网站生成之后，又有 ${due.length} 篇稿件到了发布时间，重新生成网站就会发布。`];
}

function summary(problems: readonly Problem[], counts: VerifiedCounts, seconds: number): string {
  const errors = problems.filter(({ level }) => level === 'error').length;
  const warnings = problems.length - errors;
  const { pages, links, articles, validated, skeletons, titles, questions, searchable } = counts;
  const looked =
    `核对了 ${grouped(pages)} 页、${grouped(links)} 处链接和文件、${grouped(articles)} 篇稿件；` +
    `HTML 检查了 ${grouped(validated)} 页（${grouped(skeletons)} 种版式）；` +
    (searchable ? `检索核对了 ${grouped(titles)} 个标题（完整提问 ${grouped(questions)} 次）；` : '') +
    `用时 ${seconds.toFixed(1)} 秒`;
  return problems.length === 0
    ? `${looked}。没有问题。`
    : `${looked}。${grouped(errors)} 处错误，${grouped(warnings)} 处警告。`;
}
