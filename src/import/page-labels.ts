import { Element, isText, type ParentNode } from 'domhandler';
import { isBlock, isSilent, tidy } from './parse-page.ts';

/** Facts that a label names. */
export type Labelled =
  | 'date'
  | 'updated'
  | 'source'
  | 'publisher'
  | 'zone'
  | 'region'
  | 'author'
  | 'editor'
  | 'keywords'
  | 'summary'
  | 'originalTitle'
  | 'subtitle';

const WORDS: Readonly<Record<Labelled | 'none', string>> = {
  date: '发布时间 发布日期 发表时间 发表日期 发稿时间 添加时间 加入时间 上传时间 录入时间 时间 日期 發布時間 發佈時間 發布日期 發佈日期 時間',
  updated: '更新时间 更新日期 修改时间 最后更新',
  source:
    '来源 信息来源 文章来源 新闻来源 稿件来源 内容来源 来源单位 稿源 出处 文章出处 转载自 來源 資料來源 文章來源',
  publisher: '发布单位 发布机构 供稿单位 供稿',
  zone: '发布开发区 所属开发区 发布园区 所属园区 开发区',
  region: '所属地区 所在地区 地区',
  author: '作者 文章作者 撰稿 撰稿人 记者 通讯员 記者',
  editor: '责任编辑 责编 编辑 网络编辑 本文编辑 責任編輯 編輯',
  keywords: '关键词 关键字 标签 TAG TAGS',
  summary: '摘要 内容摘要 内容提要 核心提示 导读 导语',
  originalTitle: '原标题',
  subtitle: '副标题',
  // Not wanted, but they end what stands before them.
  none:
    '浏览次数 浏览量 浏览 点击数 点击率 点击次数 点击 阅读次数 阅读量 阅读 访问次数 访问量 访问 人气 热度 次数 评论 ' +
    '字体 字号 字体大小 文字大小 分享 分享到 保护视力色 背景色 视力保护色 打印 收藏 索引号 文号 发文字号 审核 录入 发布者 发布人 摄影 下载 ' +
    '大小 栏目 分类 所属栏目 所属分类 您的位置 当前位置 您现在的位置 您当前的位置 所在位置 位置',
};

const LABELS = new Map<string, Labelled | 'none'>();
for (const name of ['date', 'updated', 'source', 'publisher', 'zone', 'region', 'author', 'editor'] as const)
  add(name);
for (const name of ['keywords', 'summary', 'originalTitle', 'subtitle', 'none'] as const) add(name);

function add(name: Labelled | 'none'): void {
  for (const word of WORDS[name].split(' ')) LABELS.set(word, name);
}

/** Labels are padded with spaces: `来  源：`. The longest is tried first. */
const ANY_LABEL = new RegExp(
  `(?<!\\p{L})(${[...LABELS.keys()]
    .sort((a, b) => b.length - a.length)
    .map((word) => [...word].join('\\s*'))
    .join('|')})\\s*[:：]|(?<=[\\s】\\])）])(?:【?\\s*字体|打印本页|关闭窗口|我要纠错|扫一扫)`,
  'giu',
);

/** The lines of a page as a reader sees them: blocks and line breaks end them, cells of a row stand in one. */
export function linesOf(parent: ParentNode): string[] {
  const lines: string[] = [];
  let line = '';
  const end = (): void => {
    const text = tidy(line);
    if (text !== '') lines.push(text);
    line = '';
  };
  const look = (within: ParentNode): void => {
    for (const child of within.children) {
      if (isText(child)) line += child.data;
      else if (!(child instanceof Element) || isSilent(child)) continue;
      else if (child.name === 'br') end();
      else if (child.name === 'td' || child.name === 'th' || child.name === 'dd') {
        line += ' ';
        look(child);
        line += ' ';
      } else {
        if (isBlock(child)) end();
        look(child);
        if (isBlock(child) && child.name !== 'dt') end();
      }
    }
  };
  look(parent);
  end();
  return lines;
}

export interface LabelledValue {
  readonly name: Labelled | 'none';
  /** The label, without spaces. */
  readonly word: string;
  readonly value: string;
}

/** Longer lines are sentences. */
const MOST_LINE = 400;

/** What the labels of a line say: `发布时间：2018-05-03　来源：昆山日报` */
export function labelsIn(line: string): LabelledValue[] {
  if (line.length > MOST_LINE || !/[:：]/.test(line)) return [];
  const marks = [...line.matchAll(ANY_LABEL)];
  return marks.map((mark, index) => {
    const word = (mark[1] ?? '').replace(/\s+/g, '');
    const from = mark.index + mark[0].length;
    const to = marks[index + 1]?.index ?? line.length;
    return {
      name: LABELS.get(word) ?? LABELS.get(word.toUpperCase()) ?? 'none',
      word,
      value: trimValue(line.slice(from, to)),
    };
  });
}

/** The value of one label, given by its own words, for `rules`: up to the next label of any kind. */
export function valueOfLabel(lines: readonly string[], label: string): string | undefined {
  const wanted = label.replace(/[:：]\s*$/, '').trim();
  for (const line of lines) {
    const at = line.indexOf(wanted);
    const colon = at === -1 ? null : /^\s*[:：]/.exec(line.slice(at + wanted.length));
    if (!colon) continue;
    const rest = line.slice(at + wanted.length + colon[0].length);
    const value = trimValue(
      rest.slice(0, rest.search(ANY_LABEL) === -1 ? undefined : rest.search(ANY_LABEL)),
    );
    if (value !== '') return value;
  }
  return undefined;
}

/** Without what stands around it: brackets of which only one is here, bars between labels. */
function trimValue(text: string): string {
  let value = text.trim();
  for (let before = ''; before !== value; ) {
    before = value;
    value = value.replace(/^[:：|｜/／·,，;；\s]+|[|｜/／·,，;；、>\s]+$/g, '');
    if (/[】\])）〕]$/.test(value) && !hasOpening(value)) value = value.slice(0, -1);
    if (/[【[(（〔]$/.test(value)) value = value.slice(0, -1);
  }
  return value;
}

const hasOpening = (value: string): boolean => /[【[(（〔]/.test(value.slice(0, -1));
