import type { ImportReport, Lack, Note, Outcome, PageReport } from '../import/import-report.ts';
import { printProblems, shownProblems } from '../problems/print-problems.ts';
import { grouped } from './progress.ts';

const outcomes: Readonly<Record<Outcome, string>> = {
  article: '稿件',
  draft: '草稿',
  refused: '没有写',
  part: '并入第一页',
  copy: '与另一页相同',
  imported: '已经导入过',
  'other-site': '别的网站',
  ignored: '规则里说不要',
  home: '首页',
  list: '列表页',
  search: '搜索页',
  redirect: '跳转页',
  frames: '框架页',
  'error-page': '出错页',
  'no-text': '没有正文',
  'no-title': '没有标题',
  'too-complex': '网页太复杂',
  'too-large': '文件太大',
  unreadable: '读不出来',
  link: '符号链接或特殊文件',
  'cut-off': 'WARC 文件末尾缺了一截，前面的已经读了',
  damaged: 'WARC 文件中间坏了，坏处以前的已经读了',
  'no-warc': '不是 WARC 文件',
  'older-copy': '同一地址有更新的一份',
};

const lacks: Readonly<Record<Lack, string>> = {
  source: '缺来源',
  date: '缺发布时间',
  channel: '缺栏目',
  part: '缺后面的分页',
  character: '有乱码或自造字',
  future: '发布时间在将来',
  check: '通不过检查',
};

const notes: Readonly<Record<Note, string>> = {
  'merged-table': '表格有合并的单元格，请对照旧网页',
  'lost-media': '视频或音频没有带过来',
  'lost-character': '有乱码或自造字',
  'picture-missing': '有图片找不到或用不了',
  'zone-unknown': '不认识的开发区',
  'alias-refused': '旧地址用不了',
  'address-unknown': '不知道旧地址，请在规则文件里写 base',
  'picture-medium': '不是带图注的图片新闻，按文字新闻处理',
  'link-dropped': '有链接没有去处，只留下文字',
};

/** Of lists at the end: what comes first is most frequent. */
const MOST_LISTED = 20;

interface Shown {
  readonly prefix: string;
  readonly isDry: boolean;
  /** The content folder as it was named, for the commands that come next. */
  readonly content: string | undefined;
}

/** The report for people. A dry run tells of every page, a real one of what an editor has to look at. */
export function* importLines(report: ImportReport, { prefix, isDry, content }: Shown): Generator<string> {
  for (const page of report.pages) if (isDry || isOpen(page)) yield pageLine(page, prefix);
  if (report.problems.length > 0)
    yield printProblems(report.problems, { format: 'text', lang: 'zh-CN', prefix: '' });
  if (isDry) for (const { from, to } of report.redirects) yield `转到  ${from} → ${to}`;
  yield* listed('这些旧栏目没有对应的栏目，请在规则文件的 channels 里写上', report.unknownColumns, '篇');
  yield* listed('这些开发区不认识，请在规则文件的 zones 里写上', report.unknownZones, '篇');
  yield* listed('这些旧地址有链接指向，却没有去处', report.deadLinks, '处');
  yield countsLine(report, isDry);
  const where = content === undefined ? '' : ` -- --content ${content}`;
  const { draft = 0 } = countOutcomes(report);
  if (isDry) yield '这是试运行，什么都没有写。';
  else if (draft > 0) yield `接下来：npm run list${where} 列出草稿，npm run check${where} 检查。`;
  else yield `接下来：npm run check${where}`;
}

const isOpen = ({ outcome, notes: open }: PageReport): boolean =>
  /^(?:draft|refused|unreadable|too-|cut-off|damaged|no-warc|link$)/.test(outcome) || open.length > 0;

function pageLine(
  { from, outcome, title, file, lacks: lacking, notes: open, codes }: PageReport,
  prefix: string,
): string {
  const reasons = [
    ...lacking.map((lack) =>
      lack === 'check' ? `${lacks.check}（${[...new Set(codes)].join('、')}）` : lacks[lack],
    ),
    ...open.filter((note) => note !== 'lost-character').map((note) => notes[note]),
  ];
  const why = reasons.length === 0 ? '' : `：${reasons.join('；')}`;
  const target = file === undefined ? '' : ` → ${prefix}${file}`;
  return `${outcomes[outcome]}${why}  ${visible(from)}${target}${title === undefined ? '' : `  ${title}`}`;
}

/** Names of files may hold what would steer a terminal. */
const visible = (text: string): string => text.replace(/\p{Cc}/gu, '\ufffd');

function* listed(headline: string, counts: ReadonlyMap<string, number>, unit: string): Generator<string> {
  const sorted = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  if (sorted.length === 0) return;
  yield `${headline}：`;
  for (const [name, times] of sorted.slice(0, MOST_LISTED))
    yield `  ${visible(name)}  ${grouped(times)} ${unit}`;
  if (sorted.length > MOST_LISTED) yield `  还有 ${grouped(sorted.length - MOST_LISTED)} 个`;
}

function countOutcomes({ pages }: ImportReport): Partial<Record<Outcome, number>> {
  const counts: Partial<Record<Outcome, number>> = {};
  for (const { outcome } of pages) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

function countsLine(report: ImportReport, isDry: boolean): string {
  const counts = countOutcomes(report);
  const { article = 0, draft = 0 } = counts;
  const skipped = Object.entries(outcomes).flatMap(([outcome, name]) => {
    const times = outcome === 'article' || outcome === 'draft' ? undefined : counts[outcome as Outcome];
    return times === undefined ? [] : [`${name} ${grouped(times)}`];
  });
  const { pages, pictures, attachments, redirects } = report;
  return [
    `看了 ${grouped(pages.length)} 个旧网页：${isDry ? '会写' : '写了'} ${grouped(article + draft)} 篇稿件，其中草稿 ${grouped(draft)} 篇`,
    `图片 ${grouped(pictures)} 张，附件 ${grouped(attachments)} 个，转址 ${grouped(redirects.length)} 条`,
    ...(skipped.length > 0 ? [`其余：${skipped.join('，')}`] : []),
  ].join('；');
}

/** The report for programs. */
export function importJson(report: ImportReport, prefix: string, isDry: boolean): object {
  const { pages, pictures, attachments, redirects, unknownColumns, unknownZones, deadLinks, problems } =
    report;
  const { article = 0, draft = 0, ...skipped } = countOutcomes(report);
  return {
    dryRun: isDry,
    counts: {
      pages: pages.length,
      articles: article + draft,
      drafts: draft,
      skipped,
      pictures,
      attachments,
      redirects: redirects.length,
    },
    pages: pages.map(({ file, ...page }) => ({
      ...page,
      file: file === undefined ? undefined : prefix + file,
    })),
    redirects,
    unknownColumns: Object.fromEntries(unknownColumns),
    unknownZones: Object.fromEntries(unknownZones),
    deadLinks: Object.fromEntries(deadLinks),
    problems: shownProblems(problems, { lang: 'zh-CN', prefix: '' }),
  };
}
