import type { Entry } from './entry.ts';

/** What can only be seen with every article at hand. */
export const archiveTexts = {
  'neighbour-missing': {
    level: 'error',
    zh: { what: '找不到“{value}”这篇稿件', fix: '请写稿件的路径或完整标题[[，最接近的是 {nearest}]]' },
    en: {
      what: 'there is no article "{value}"',
      fix: 'write its path or whole title[[; the nearest is {nearest}]]',
    },
  },
  'neighbour-ambiguous': {
    level: 'error',
    zh: { what: '有几篇稿件的标题都是“{value}”：{files}', fix: '请改写成其中一篇的路径' },
    en: { what: 'several articles have the title "{value}": {files}', fix: 'write the path of one of them' },
  },
  'neighbour-draft': {
    level: 'error',
    zh: { what: '“{value}”是草稿，没有发布', fix: '请换一篇，或先发布那一篇' },
    en: { what: '"{value}" is a draft', fix: 'name another article, or publish that one first' },
  },
  'neighbour-held-back': {
    level: 'warning',
    zh: {
      what: '“{value}”现在不在网站上（待发、过期或撤稿），改用自动算出的一篇',
      fix: '请换一篇，或删去这一行',
    },
    en: {
      what: '"{value}" is not out now (scheduled, expired or withdrawn); the computed neighbour stands in',
      fix: 'name another article, or delete this line',
    },
  },
  'neighbour-self': {
    level: 'error',
    zh: { what: '“{value}”就是这篇稿件自己', fix: '请写另一篇，或写 false 表示没有' },
    en: { what: '"{value}" is this article itself', fix: 'name another one, or write false for none' },
  },
  'link-missing': {
    level: 'error',
    zh: { what: '网站里没有 {value} 这一页', fix: '请改正链接[[，最接近的是 {nearest}]]' },
    en: { what: 'the site has no page {value}', fix: 'mend the link[[; the nearest is {nearest}]]' },
  },
  'link-draft': {
    level: 'error',
    zh: { what: '链接指向的 {value} 现在没有发布（草稿、待发或过期）', fix: '请先发布那一篇，或去掉链接' },
    en: {
      what: 'the link leads to {value}, which is not published (draft, scheduled or expired)',
      fix: 'publish that article first, or remove the link',
    },
  },
  'anchor-missing': {
    level: 'error',
    zh: { what: '那一页里没有“#{value}”这一节', fix: '请改正 # 后面的字[[，最接近的是 #{nearest}]]' },
    en: {
      what: 'that page has no section "#{value}"',
      fix: 'mend what follows #[[; the nearest is #{nearest}]]',
    },
  },
  'address-taken': {
    level: 'error',
    zh: { what: '网址 {address} 已经由 {other} 占用', fix: '请给其中一个改名' },
    en: { what: 'the address {address} is already taken by {other}', fix: 'rename one of the two' },
  },
  'alias-taken': {
    level: 'error',
    zh: { what: '旧地址 {address} 已经由 {other} 占用', fix: '请删去其中一处' },
    en: { what: 'the old address {address} is already taken by {other}', fix: 'remove one of the two' },
  },
  'redirect-missing': {
    level: 'error',
    zh: {
      what: '要转到的 {value} 不存在',
      fix: '请写网站里有的地址，或写 gone 表示已经没有[[；最接近的是 {nearest}]]',
    },
    en: {
      what: 'the target {value} does not exist',
      fix: 'write an address of the site, or gone[[; the nearest is {nearest}]]',
    },
  },
  'redirect-loop': {
    level: 'error',
    zh: { what: '{value} 转来转去又回到了自己', fix: '请让它直接转到最后的地址' },
    en: { what: '{value} leads back to itself', fix: 'let it lead straight to the last address' },
  },
  'address-gone': {
    level: 'error',
    zh: {
      what: '上次发布过的网址 {address} 这次没有了',
      fix: '请在新稿件里用 aliases 写上它，或在 redirects.csv 里加一行，确实不要了就加 --allow-gone',
    },
    en: {
      what: 'the address {address} was published and is missing now',
      fix: 'add it to the aliases of its successor or to redirects.csv, or use --allow-gone',
    },
  },
  'no-articles': {
    level: 'error',
    zh: { what: '一篇能发布的稿件都没有', fix: '请检查内容文件夹；确实要发布空网站就加 --allow-empty' },
    en: {
      what: 'there is no article to publish',
      fix: 'check the content folder; for an empty site use --allow-empty',
    },
  },
} as const satisfies Record<string, Entry>;
