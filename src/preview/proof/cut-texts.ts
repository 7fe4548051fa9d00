/** How a text is cut where it is shown elsewhere. */
export interface Cut {
  /** Who shows it. */
  readonly place: string;
  readonly what: '标题' | '摘要';
  readonly shown: string;
  /** What is not shown; empty where all of it is. */
  readonly lost: string;
}

interface Limit {
  readonly place: string;
  readonly what: Cut['what'];
  /** In widths of a Latin letter; a Han character has two. */
  readonly width: number;
}

/*
 * None of these is promised by anyone; they are what has been seen.
 * Google cuts by pixels: titles at about 600 with 20 to a Han character (mhdigital.llc/seo-mythbusting-title-character-
 * length-is-not-50-60, pixelwork.agency/google-new-title-and-description-lengths), descriptions at 150 to 160 letters.
 * Baidu's titles end at 63 bytes of GBK on a desktop, at 52 on a phone (《百度搜索开放平台展示模板规范》, cited in
 * rznnm.cn/expert/blog/6895.html); of summaries its own 《百度搜索基础信息设置规范》 wants about 50 characters, and shows
 * up to about 78. A card in WeChat's chats has two lines of title, about 30 characters (rlut.cn, cms365.cn); the title
 * of a 公众号 article is at most 64 characters, its summary 120 (help of mp.weixin.qq.com).
 */
const titleLimits: readonly Limit[] = [
  { place: '谷歌', what: '标题', width: 60 },
  { place: '百度（电脑）', what: '标题', width: 63 },
  { place: '百度（手机）', what: '标题', width: 52 },
];
const summaryLimits: readonly Limit[] = [
  { place: '谷歌', what: '摘要', width: 160 },
  { place: '百度', what: '摘要', width: 156 },
];
const wechatLimits = {
  card: { place: '微信聊天里的卡片', what: '标题', width: 60 },
  title: { place: '微信公众号', what: '标题', width: 128 },
  summary: { place: '微信公众号', what: '摘要', width: 240 },
} as const;

/** @param pageTitle the whole `<title>`, which search engines show; WeChat shows the title alone */
export function cutEverywhere(pageTitle: string, title: string, summary: string): Cut[] {
  return [
    ...titleLimits.map((limit) => cut(pageTitle, limit)),
    ...summaryLimits.map((limit) => cut(summary, limit)),
    cut(title, wechatLimits.card),
    cut(title, wechatLimits.title),
    cut(summary, wechatLimits.summary),
  ];
}

function cut(text: string, { place, what, width }: Limit): Cut {
  const points = [...text];
  if (widthOf(points) <= width) return { place, what, shown: text, lost: '' };
  let kept = 0;
  // The ellipsis takes a place itself.
  for (let used = 2; kept < points.length; kept++) {
    used += widthOf(points.slice(kept, kept + 1));
    if (used > width) break;
  }
  return { place, what, shown: points.slice(0, kept).join(''), lost: points.slice(kept).join('') };
}

/** A Latin letter, digit or half-width mark is one wide, all else two. */
const widthOf = (points: readonly string[]): number =>
  points.reduce((sum, point) => sum + (point < '\u0250' ? 1 : 2), 0);
