import { nearest } from './nearest.ts';

/** Other words for our keys: what editors say in Chinese, and what other systems call it. */
const OTHER_WORDS: Readonly<Record<string, readonly string[]>> = {
  title: ['标题', '题目', 'headline', 'name'],
  name: ['名称', '名字', 'title'],
  date: [
    '日期',
    '时间',
    '发布时间',
    '发布日期',
    'pubDate',
    'publishDate',
    'published',
    'publishedAt',
    'created',
    'time',
  ],
  source: ['来源', '稿源', 'from', 'origin'],
  channel: ['栏目', '频道', '分类', 'column', 'category', 'categories', 'section'],
  zone: ['开发区', '园区'],
  region: ['地区', '区域', '城市', 'city'],
  medium: ['类型', '新闻类型', 'type', 'format'],
  subtitle: ['副标题'],
  originalTitle: ['原标题', 'original'],
  author: ['作者', '记者', 'by', 'authors'],
  editor: ['编辑', '责任编辑', '责编'],
  summary: ['摘要', '简介', '导语', 'description', 'excerpt', 'abstract'],
  description: ['描述', '说明', 'summary'],
  keywords: ['关键词', '关键字'],
  topics: ['专题', '标签', 'tags', 'tag', 'topic'],
  cover: ['封面', '题图', '头图', 'image', 'picture', 'thumbnail', 'img'],
  video: ['视频'],
  updated: ['更新时间', '更新日期', '修改时间', 'lastmod', 'modified', 'lastModified', 'updatedAt'],
  corrections: ['更正', 'correction', 'errata'],
  aliases: ['旧地址', '别名', 'redirects', 'redirect_from', 'redirectFrom'],
  draft: ['草稿', 'hidden', 'unpublished'],
  expires: ['过期', '过期时间', '下线时间', 'expiryDate', 'expireDate'],
  withdrawn: ['撤稿', '撤回', 'retracted'],
  prev: ['上一条', '上一篇', 'previous', 'before'],
  next: ['下一条', '下一篇', 'after', 'following'],
  caption: ['图注', '图片说明'],
  credit: ['图片来源', '摄影', 'photographer'],
  alt: ['替代文字', '说明'],
  src: ['路径', '文件', 'path', 'file', 'href'],
  url: ['网址', '地址', '链接', 'link', 'href'],
  website: ['官网', '网站', '网址', 'site', 'url', 'link'],
  level: ['级别', '等级'],
  founded: ['成立时间', '设立时间', '批准时间', 'established'],
  industries: ['产业', '主导产业', 'industry'],
  area: ['面积'],
  address: ['地址'],
  phone: ['电话', 'tel', 'telephone'],
  fax: ['传真'],
  email: ['邮箱', '电子邮箱', 'mail'],
  children: ['下级', '下属地区', 'regions', 'cities'],
  wrong: ['错', '错误', '错词', '错字'],
  right: ['对', '正确', '正词', '应为'],
  reason: ['原因', '理由'],
  note: ['说明', '内容', 'text'],
};

/** Whether some kind of file has this key. */
export const isOurKey = (word: string): boolean => Object.hasOwn(OTHER_WORDS, word);

/** Which of the keys was meant: another word for it, else the one spelt most alike; empty where none is near. */
export function nearestKey(written: string, keys: readonly string[]): string {
  const word = written.toLowerCase();
  const same = keys.find((key) => key.toLowerCase() === word);
  const other = keys.find((key) => OTHER_WORDS[key]?.some((each) => each.toLowerCase() === word));
  return same ?? other ?? nearest(written, keys) ?? '';
}
