import type { Element } from 'domhandler';
import { countText, elementsIn } from './parse-page.ts';

/** Names of boxes around and in texts that are no part of them. */
const BOX =
  /(?:^|[-_\s])(?:b?share|bdshare\w*|jiathis\w*|ds-share|social|addthis\w*|print|printer|crumbs?|breadcrumb|pages?(?:bar|nav|list)?|pagination|paging|related|relate|xgwz|xgxw|relevant|comments?|pinglun|ads?|advert\w*|banner|guanggao|gg|footer|foot|copyright|toolbar|tools?|fontsize|font-size|zoomfont|hits|prenext|pre-?next|context|prev-?next|nextprev|shangxia|sxp|editor-?info|erweima|qrcode|ewm|digg?box|dig[gi]?t?|vote|boxoff|actbox|mood)(?:$|[-_\s]|\d)/i;

/** No more of a text is taken out by names: they may stand for other things. */
const LARGEST_SHARE = 0.3;

/** Takes out of a text what its names tell to be no part of it, and what a rule says. */
export function dropBoxes(body: Element, isDropped: (element: Element) => boolean): void {
  let left = countText(body).all * LARGEST_SHARE;
  for (const element of elementsIn(body)) {
    if (isDropped(element)) {
      remove(element);
      continue;
    }
    const { id = '', class: names = '' } = element.attribs;
    if (!BOX.test(`${id} ${names}`) && element.name !== 'nav' && element.name !== 'footer') continue;
    const { all } = countText(element);
    if (all > left) continue;
    left -= all;
    remove(element);
  }
}

function remove(element: Element): void {
  const { parent } = element;
  if (!parent) return;
  parent.children = parent.children.filter((child) => child !== element);
  element.parent = null;
}

/** Words that stand alone in lines for readers to press; the longest of those that begin alike first. */
const BUTTON =
  /字\s*[体号]|大|中|小|默认|较大|打印(?:本页|此页|本文|文章|页面|预览)?|关闭(?:窗口|本页|页面|此页)?|返回(?:顶部|首页|列表|上一页|上页)?|收藏(?:本页|本文)?|推荐(?:给朋友|好友)?|分享(?:到|至)?|微信|微博|新浪微博|腾讯微博|QQ空间|QQ好友|朋友圈|人人网?|豆瓣|更多|我要(?:纠错|评论|分享|打印)|发表评论|加入收藏|设为首页|复制(?:链接|网址)|保护视力色|背景色|杏仁黄|秋叶褐|胭脂红|芥末绿|天蓝|雪青|灰|银河白|顶一下|踩一下|投稿|举报|正文|TOP|print|close|[上下]一?页|[首尾末]页|共\s*\d+\s*页|双击自动滚屏|扫一扫|手机(?:阅读|看新闻)|无障碍(?:阅读|浏览)?|语音播报|朗读|T\|/iy;
const BETWEEN = /[\s【】[\]()（）|｜·:：\-—_/<>«»“”"。,，、\d%第页]/y;

function isButtons(text: string): boolean {
  let words = 0;
  for (let at = 0; at < text.length; ) {
    BETWEEN.lastIndex = at;
    BUTTON.lastIndex = at;
    if (BUTTON.test(text)) {
      words++;
      at = BUTTON.lastIndex;
    } else if (BETWEEN.test(text)) at = BETWEEN.lastIndex;
    else return false;
  }
  return words > 0;
}

const WHOLE_LINES: readonly RegExp[] = [
  /^(?:【?\s*)?(?:上|下|前|后)(?:一)?(?:篇|条|页|则|个|章)(?:文章|新闻|信息)?\s*[：:】>》]/,
  /^您访问的链接即将离开|^(?:扫一扫|微信扫|手机扫|扫描二维码|用手机浏览|长按二维码).{0,40}$/,
  /^(?:版权所有|Copyright|©|网站标识码|ICP备案|[\u4e00-\u9fa5]ICP备|[\u4e00-\u9fa5]公网安备).{0,200}$/i,
  /^(?:\[|【|（)?(?:浏览|点击|阅读|访问)(?:次数|量|数|人次)?\s*[：:]?\s*\d*\s*次?(?:\]|】|）)?$/,
  /^分享(?:到|至)?\s*[：:]/,
  /^(?:本文|文章)(?:网址|地址|链接)\s*[：:]\s*https?:\/\/\S+$/,
  /^document\.write|^var\s+\w+\s*=|^<!--|^function\s+\w+\(/,
];

/** After these only lists of other articles follow. */
export const AFTER_TEXT =
  /^(?:【|\[)?\s*(?:相关(?:新闻|阅读|文章|信息|链接|报道|稿件|推荐|资讯|内容)|延伸阅读|推荐阅读|热点(?:新闻|推荐)|最新(?:新闻|文章|信息)|猜你喜欢|栏目列表|网友评论|文章评论|友情链接|热门(?:文章|新闻))\s*(?:】|\])?\s*[：:]?$/;

/** Whether a line is none of the text's: buttons, neighbours, counters, notices. */
export const isBoilerplate = (text: string): boolean =>
  text.length <= 300 && (isButtons(text) || WHOLE_LINES.some((line) => line.test(text)));
