import { type Document, Element } from 'domhandler';
import { elementsIn, isBlock, textOf } from './parse-page.ts';

const LABEL = /(?:当前|所在|现在的?|您的|你的)\s*位\s*置|^位\s*置\s*[:：]/;
const MARK = /crumb|position|location|weizhi|curr?ent-?nav|path(?:way)?\b|\bsitemap-path|dqwz|wzdh/i;
const MOST_TEXT = 200;
/** What stands first and last and is no column. */
const NO_COLUMN =
  /^(?:首\s*页|网站首页|返回首页|主页|home|正文|文章正文|内容|详细内容|查看文章|浏览|新闻内容|信息内容|稿件|.{0,4}位\s*置)$/i;

/** The columns that a page says it stands in, from the outermost: of `您现在的位置：首页 > 招商动态 > 苏州 > 正文` the two. */
export function readBreadcrumb(page: Document, title: string): string[] {
  let best: Element | undefined;
  for (const element of elementsIn(page)) {
    const { class: name = '', id = '', 'aria-label': label = '' } = element.attribs;
    const isMarked = MARK.test(`${name} ${id}`) || LABEL.test(label);
    const isBox = isBlock(element) || isMarked;
    if (!isBox) continue;
    const text = textOf(element);
    if (text.length > MOST_TEXT + title.length || text.length < 4) continue;
    if (!LABEL.test(text) && !(isMarked && /[>»›→\\/＞]|::/.test(text))) continue;
    // The innermost box that has all of it.
    best = element;
    if (LABEL.test(text)) break;
  }
  return best ? columnsIn(narrowest(best), title) : [];
}

/** A table cell inside a bar that holds other things as well. */
function narrowest(box: Element): Element {
  for (const child of box.children) {
    if (!(child instanceof Element) || !isBlock(child)) continue;
    if (LABEL.test(textOf(child)) && /[>»›→\\/＞-]|::/.test(textOf(child))) return narrowest(child);
  }
  return box;
}

function columnsIn(box: Element, title: string): string[] {
  const text = textOf(box).replace(/^.*?位\s*置\s*[:：]?/, '');
  const parts = text.split(/\s*(?:->|=>|--+>?|>>|[>»›→\\/＞|｜]|::)\s*|\s+-\s+/).map((part) => part.trim());
  return parts.filter(
    (part) => part !== '' && part.length <= 30 && !NO_COLUMN.test(part) && !isTitle(part, title),
  );
}

/** The title, or its beginning where the page has cut it. */
const isTitle = (part: string, title: string): boolean =>
  part === title || (/(?:…|\.\.\.?)$|^.{10}/u.test(part) && title.startsWith(part.replace(/(?:…|\.+)$/, '')));
