import type { Article, Medium } from './article.ts';
import { type Field, type Kind, optional, type Reading, required } from './fields.ts';
import {
  boolean,
  choice,
  date,
  group,
  list,
  type PlacedText,
  placedText,
  placedTexts,
  text,
  texts,
  url,
} from './kinds.ts';
import { report } from './sheet.ts';

/** A picture as front matter names it: `src` is a file, from the one it stands in. */
export const pictureFields = {
  /** 图片文件，写相对这个文件的路径 */
  src: required('图片文件', placedText(500), 'src: 图.jpg'),
  /** 看不见图的读者读到的说明 */
  alt: required('图片说明，给看不见图的读者', text(300), 'alt: 图里有什么'),
  /** 图注 */
  caption: optional('图注', text(500)),
  /** 摄影者或图片来源 */
  credit: optional('图片来源', text(100)),
};

const videoFields = {
  /** 视频文件，或 https 网址 */
  src: required('视频文件或网址', placedText(2000), 'src: 视频.mp4'),
  /** 封面图片文件 */
  poster: required('视频封面图片', placedText(500), 'poster: 封面.jpg'),
};

const sourceFields = {
  /** 来源的名称 */
  name: required('来源名称', text(100), 'name: 投促中国'),
  /** 原文网址 */
  url: optional('原文网址', url),
};

const correctionFields = {
  /** 更正的日期 */
  date: required('更正日期', date, 'date: 2020-01-24'),
  /** 更正了什么 */
  note: required('更正说明', text(500), 'note: 更正了什么'),
};

const withdrawnFields = {
  /** 撤稿日期 */
  date: required('撤稿日期', date, 'date: 2020-01-24'),
  /** 撤稿原因 */
  reason: required('撤稿原因', text(500), 'reason: 为什么撤稿'),
};

const source: Kind<{ readonly name: string | undefined; readonly url: string | undefined }> = {
  read: (node, reading) => {
    if (node.kind === 'map') return group(sourceFields).read(node, reading);
    const name = text(100).read(node, reading);
    return name === undefined ? undefined : { name, url: undefined };
  },
  schema: { anyOf: [text(100).schema, group(sourceFields).schema] },
};

/** `false`, or the path or title of an article. */
const neighbour: Kind<false | PlacedText> = {
  read: (node, reading: Reading) => {
    const written = placedText(500).read(node, reading);
    if (written === undefined || node.kind !== 'text' || node.quoted) return written;
    if (written.text === 'false') return false;
    if (/^(?:true|yes|no|none|无|没有)$/i.test(written.text)) {
      report(reading.sheet, 'neighbour-form', node.at, { key: reading.key, value: written.text });
      return undefined;
    }
    return written;
  },
  schema: { anyOf: [{ const: false }, { type: 'string' }] },
};

const mediums: Readonly<Record<string, Medium>> = {
  text: 'text',
  picture: 'picture',
  video: 'video',
  文字新闻: 'text',
  图片新闻: 'picture',
  视频新闻: 'video',
};

const aiUses: Readonly<Record<Article['ai'], Article['ai']>> = {
  none: 'none',
  assisted: 'assisted',
  generated: 'generated',
};

/** Front matter of an article. */
export const articleFields = {
  /** 标题 */
  title: required('标题', text(200), 'title: 标题'),
  /** 发布时间 */
  date: required('发布时间', date, 'date: 2020-01-23 15:30'),
  /** 来源：名称，或 {name, url} */
  source: required('来源', source, 'source: 投促中国'),
  /** 栏目：编号或名称 */
  channel: required('栏目', text(100), 'channel: 开发区新闻'),
  /** 开发区：编号或名称 */
  zone: optional('开发区', text(100)),
  /** 地区：编号或名称；不写就是开发区所在的地区 */
  region: optional('地区', text(100)),
  /** 文字新闻、图片新闻或视频新闻 */
  medium: optional('类型', choice(mediums)),
  /** 副标题 */
  subtitle: optional('副标题', text(200)),
  /** 原标题 */
  originalTitle: optional('原标题', text(300)),
  /** 作者 */
  author: optional('作者', text(100)),
  /** 责任编辑 */
  editor: optional('责任编辑', text(100)),
  /** 摘要 */
  summary: optional('摘要', text(500)),
  /** 关键词 */
  keywords: optional('关键词', texts(50)),
  /** 专题：编号或名称 */
  topics: optional('专题', placedTexts(100)),
  /** 题图 */
  cover: optional('题图', group(pictureFields)),
  /** 视频 */
  video: optional('视频', group(videoFields)),
  /** 上一条（较新的一篇）：路径、标题或 false */
  prev: optional('上一条', neighbour),
  /** 下一条（较旧的一篇）：路径、标题或 false */
  next: optional('下一条', neighbour),
  /** 更新时间 */
  updated: optional('更新时间', date),
  /** 更正 */
  corrections: optional('更正', list(group(correctionFields))),
  /** 旧地址，转到这一篇 */
  aliases: optional('旧地址', placedTexts(2000)),
  /** 草稿，不发布 */
  draft: optional('草稿', boolean),
  /** 到这个时间为止 */
  expires: optional('过期时间', date),
  /** 撤稿：地址还在，正文不再显示 */
  withdrawn: optional('撤稿', group(withdrawnFields)),
  /** 是否用了人工智能 */
  ai: optional('人工智能的使用', choice(aiUses)),
} satisfies Record<string, Field<unknown>>;
