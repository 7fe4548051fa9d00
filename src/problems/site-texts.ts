import type { Entry } from './entry.ts';

const again = '请重新生成网站；仍有问题就改正内容，或报给开发者';
const againEnglish = 'build the site again; if it stays, mend the content or tell the developers';

/** What is wrong with a site that is built: `verify`, and the last step of `build`. */
export const siteTexts = {
  'site-page-missing': {
    level: 'error',
    zh: { what: '网站里没有 {page} 这一页[[，有 {links} 处链接指向它]]', fix: '请重新生成网站' },
    en: { what: 'the site lacks the page {page}[[; {links} links lead to it]]', fix: 'build the site again' },
  },
  'site-page-unknown': {
    level: 'error',
    zh: { what: '网站里多出 {page} 这一页，内容里没有对应的稿件或列表', fix: '请重新生成网站' },
    en: {
      what: 'the site has a page {page} that nothing in the content stands for',
      fix: 'build the site again',
    },
  },
  'site-page-cut': {
    level: 'error',
    zh: { what: '网页 {page} 不完整，没有写到结尾', fix: '请重新生成网站' },
    en: { what: 'the page {page} is cut off before its end', fix: 'build the site again' },
  },
  'site-page-differs': {
    level: 'error',
    zh: { what: '网页 {page} 的 {name} 是“{value}”，按内容应当是“{expected}”', fix: '请重新生成网站' },
    en: {
      what: 'on the page {page} {name} is "{value}", by the content it should be "{expected}"',
      fix: 'build the site again',
    },
  },
  'site-draft-out': {
    level: 'error',
    zh: { what: '没有发布的稿件（草稿、待发）出现在网站上：{page}', fix: '请重新生成网站，不要加 --drafts' },
    en: {
      what: 'an article that is not published (draft, scheduled) stands on the site: {page}',
      fix: 'build the site again, without --drafts',
    },
  },
  'site-link-dead': {
    level: 'error',
    zh: {
      what: '网页 {page} 的链接 {value} 打不开[[，共 {links} 处]]',
      fix: `链接写错了就改正；不然${again}`,
    },
    en: {
      what: 'on the page {page} the link {value} leads nowhere[[, {links} times]]',
      fix: `mend the link if it is wrong; else ${againEnglish}`,
    },
  },
  'site-link-draft': {
    level: 'error',
    zh: { what: '网页 {page} 链接到没有发布的稿件 {value}', fix: '请先发布那一篇，或去掉链接' },
    en: {
      what: 'the page {page} links to {value}, which is not published',
      fix: 'publish that article first, or remove the link',
    },
  },
  'site-anchor-dead': {
    level: 'error',
    zh: {
      what: '网页 {page} 的链接 {value}：那一页里没有“#{anchor}”这个位置',
      fix: `请改正 # 后面的字；不然${again}`,
    },
    en: {
      what: 'on the page {page} the link {value}: that page has no "#{anchor}"',
      fix: `mend what follows #; else ${againEnglish}`,
    },
  },
  'site-file-dead': {
    level: 'error',
    zh: { what: '网页 {page} 用到的文件 {value} 不在网站里[[，共 {links} 处]]', fix: again },
    en: {
      what: 'the page {page} needs the file {value}, which is not there[[, {links} times]]',
      fix: againEnglish,
    },
  },
  'site-file-foreign': {
    level: 'error',
    zh: { what: '网页 {page} 从别的网站取 {value}', fix: '请把文件放在稿件旁边，由本站提供' },
    en: { what: 'the page {page} loads {value} from another site', fix: 'put the file beside the article' },
  },
  'site-id-twice': {
    level: 'error',
    zh: { what: '网页 {page} 里有两个 id 都是“{value}”', fix: again },
    en: { what: 'on the page {page} two elements have the id "{value}"', fix: againEnglish },
  },
  'site-html': {
    level: 'error',
    zh: { what: '网页 {page} 的 HTML 不合标准（{rule}）：{value}', fix: again },
    en: { what: 'the HTML of the page {page} is not valid ({rule}): {value}', fix: againEnglish },
  },
  'site-headings': {
    level: 'error',
    zh: { what: '网页 {page} 的标题层级不对：{value}', fix: again },
    en: { what: 'the headings of the page {page} are wrong: {value}', fix: againEnglish },
  },
  'site-picture-size': {
    level: 'error',
    zh: { what: '网页 {page} 的图片 {value} 没有写宽和高', fix: again },
    en: { what: 'on the page {page} the picture {value} lacks width and height', fix: againEnglish },
  },
  'site-part-missing': {
    level: 'error',
    zh: { what: '网页 {page} 缺少 {name}', fix: again },
    en: { what: 'the page {page} lacks {name}', fix: againEnglish },
  },
  'site-part-form': {
    level: 'error',
    zh: { what: '网页 {page} 的 {name} 写成了“{value}”', fix: '应当是 {expected}；请重新生成网站' },
    en: {
      what: 'on the page {page} {name} is "{value}"',
      fix: 'it should be {expected}; build the site again',
    },
  },
  'site-data': {
    level: 'error',
    zh: { what: '网页 {page} 的结构化数据（JSON-LD）不对：{value}', fix: again },
    en: { what: 'the structured data (JSON-LD) of the page {page} is wrong: {value}', fix: againEnglish },
  },
  'site-title-twice': {
    level: 'warning',
    zh: {
      what: '网页 {page} 与 {other} 的标题相同：{value}',
      fix: '请改其中一个标题，读者和搜索引擎才分得清',
    },
    en: {
      what: 'the pages {page} and {other} have the same title: {value}',
      fix: 'change one of them, so that readers can tell them apart',
    },
  },
  'site-file-broken': {
    level: 'error',
    zh: { what: '文件 {page} 读不出来：{value}', fix: '请重新生成网站' },
    en: { what: 'the file {page} cannot be read: {value}', fix: 'build the site again' },
  },
  'site-feed': {
    level: 'error',
    zh: { what: '订阅源 {page} 不合规范：{value}', fix: again },
    en: { what: 'the feed {page} is not valid: {value}', fix: againEnglish },
  },
  'site-sitemap': {
    level: 'error',
    zh: { what: '站点地图 {page} 不合规范：{value}', fix: again },
    en: { what: 'the sitemap {page} is not valid: {value}', fix: againEnglish },
  },
  'site-list-dead': {
    level: 'error',
    zh: { what: '{page} 里写的地址 {value} 打不开', fix: '请重新生成网站' },
    en: { what: 'the address {value} in {page} leads nowhere', fix: 'build the site again' },
  },
  'site-list-lacks': {
    level: 'error',
    zh: { what: '{page} 里缺少 {value}[[（{title}）]]', fix: '请重新生成网站' },
    en: { what: '{page} lacks {value}[[ ({title})]]', fix: 'build the site again' },
  },
  'site-list-extra': {
    level: 'error',
    zh: { what: '{page} 里多出 {value}', fix: '请重新生成网站' },
    en: { what: '{page} has {value}, which does not belong there', fix: 'build the site again' },
  },
  'site-list-order': {
    level: 'error',
    zh: { what: '{page} 的先后次序不对，从 {value} 起', fix: '请重新生成网站' },
    en: { what: '{page} is in the wrong order from {value} on', fix: 'build the site again' },
  },
  'site-list-count': {
    level: 'error',
    zh: { what: '{page} 写着共 {value} 篇，实际应当是 {expected} 篇', fix: '请重新生成网站' },
    en: { what: '{page} says {value} articles, there are {expected}', fix: 'build the site again' },
  },
  'site-search-lacks': {
    level: 'error',
    zh: { what: '检索索引里没有这一篇：{page}', fix: '请重新生成网站' },
    en: { what: 'the search index lacks {page}', fix: 'build the site again' },
  },
  'site-search-extra': {
    level: 'error',
    zh: { what: '检索索引里多出 {value}', fix: '请重新生成网站' },
    en: { what: 'the search index holds {value}, which does not belong there', fix: 'build the site again' },
  },
  'site-search-unfound': {
    level: 'error',
    zh: { what: '用标题“{value}”检索，找不到 {page}', fix: again },
    en: { what: 'searching for the title "{value}" does not find {page}', fix: againEnglish },
  },
} as const satisfies Record<string, Entry>;
