import { type Document, Element } from 'domhandler';
import type { OldFields } from './find-fields.ts';
import type { PageMeta } from './page-meta.ts';
import { countText, elementsIn, elementsNamed, isBlock, textOf } from './parse-page.ts';

/** What a page is, other than an article. */
export type OtherKind =
  | 'home'
  | 'list'
  | 'search'
  | 'redirect'
  | 'frames'
  | 'error-page'
  | 'no-text'
  | 'no-title';

const SEARCH =
  /\/(?:search|sousuo|so|query|jsearch)\w*(?:[./?]|$)|[?&](?:keyword|keywords|q|searchword|kw)=/i;
/** Addresses that lists have in the usual systems. */
export const LIST =
  /\/(?:list|index|default|more|channel|class|column)(?:[_-]\d+)*\.(?:s?html?|aspx?|php|jsp)$|\/list(?:[_-]\d+)+\.|\/list\.(?:php|asp|aspx|jsp)\?|\/ListInfo\/|\/node_\d+|\/col\d+\/index|\/$/i;
const HOME =
  /^\/(?:(?:cn|zh|zh-cn|chs|gb|big5|www|web|index|home)\/)?(?:(?:index|default|home|main)\.\w+)?$/i;
const ERROR =
  /^(?:\D{0,12})?(?:404|403|500|502|503)(?!\d)|页面(?:不存在|没有找到|找不到|已删除|无法访问)|找不到(?:页面|该页|网页)|not found|forbidden|服务器错误|internal server error|出错(?:了|啦)|提示信息$|您访问的(?:页面|文章|信息)(?:不存在|已)/i;

/** Running text that a list does not have. */
const ENOUGH = 80;

/** Where a page sends its readers on by itself. */
export function redirectTarget(page: Document): string | undefined {
  for (const { attribs } of elementsNamed(page, 'meta')) {
    if (!/^refresh$/i.test(attribs['http-equiv']?.trim() ?? '')) continue;
    const [, seconds, target] =
      /^\s*(\d+)[.\d]*\s*[;,]\s*url\s*=\s*["']?([^"']+)/i.exec(attribs.content ?? '') ?? [];
    if (target !== undefined && Number(seconds) <= 10) return target.trim();
  }
  if (countText(page).all > 100) return undefined;
  for (const script of elementsNamed(page, 'script')) {
    const code = script.children.map((child) => ('data' in child ? child.data : '')).join('');
    const target =
      /(?:^|[\s;{.])location(?:\.href)?\s*=\s*["']([^"']{1,500})["']|location\.(?:replace|assign)\(\s*["']([^"']{1,500})["']/.exec(
        code,
      );
    if (target) return target[1] ?? target[2];
  }
  return undefined;
}

/** Undefined for an article. */
export function kindOf(
  page: Document,
  body: Element | undefined,
  fields: OldFields,
  meta: PageMeta,
  url: URL | undefined,
): OtherKind | undefined {
  const address = url ? url.pathname + url.search : '';
  const text = body ? countText(body) : { all: 0, linked: 0 };
  const running = text.all - text.linked;
  const pictures = body ? elementsIn(body).filter(({ name }) => name === 'img').length : 0;
  if (elementsNamed(page, 'frameset').length > 0) return 'frames';
  if (redirectTarget(page) !== undefined && running < 500) return 'redirect';
  if (meta.isArticle && fields.title !== undefined && (running > 0 || pictures > 0)) return undefined;
  if (ERROR.test(meta.head) || (ERROR.test(fields.title ?? '') && running < 300)) return 'error-page';
  if (SEARCH.test(address)) return 'search';
  if (url && HOME.test(address)) return 'home';
  const rows = datedLinks(page);
  const isListAddress = LIST.test(address);
  if (meta.isArticle === false && (rows > 0 || running < ENOUGH)) return 'list';
  if (running < ENOUGH && rows >= 3) return 'list';
  if (isListAddress && (rows >= 3 || text.linked > running)) return 'list';
  if (body && datedLinks(body) >= 5 && text.linked > running * 0.5) return 'list';
  if (!body || (running < 10 && pictures === 0)) return text.linked > 200 ? 'list' : 'no-text';
  if (running < ENOUGH && text.linked > running * 2 && text.linked > 100) return 'list';
  return fields.title === undefined ? 'no-title' : undefined;
}

const DATE = /\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}|[[(（]\s*\d{1,2}-\d{1,2}\s*[\])）]/;

/** Rows of one link and a date, as lists have. */
function datedLinks(within: Document | Element): number {
  let rows = 0;
  for (const element of elementsIn(within)) {
    if (!isBlock(element) || !/^(?:li|tr|p|dd|dt|div)$/.test(element.name)) continue;
    if (
      element.children.some((child) => child instanceof Element && /^(?:ul|ol|table|div|p)$/.test(child.name))
    )
      continue;
    const text = textOf(element);
    if (text.length > 150 || !DATE.test(text)) continue;
    if (elementsNamed(element, 'a').filter(({ attribs }) => attribs.href !== undefined).length === 1) rows++;
  }
  return rows;
}
