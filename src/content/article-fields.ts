import type { Article, Medium } from './article.ts';
import { type Field, type Kind, optional, type Reading, required } from './fields.ts';
import {
  boolean,
  choice,
  date,
  fileName,
  group,
  list,
  naming,
  type PlacedText,
  placedText,
  placedTexts,
  text,
  texts,
  url,
} from './kinds.ts';
import { editOf, report } from './sheet.ts';

/** A picture as front matter names it: `src` is a file, from the one it stands in. */
export const pictureFields = {
  src: required(
    '图片文件',
    fileName('image/*', placedText(500)),
    'src: 图.jpg',
    '放在稿件旁边，不能用别处的网址',
  ),
  alt: required('图片说明，给看不见图的读者', text(300), 'alt: 图里有什么'),
  caption: optional('图注', text(500)),
  credit: optional('图片来源', text(100)),
};

const videoFields = {
  src: required('视频文件或网址', fileName('video/*', placedText(2000)), 'src: 视频.mp4'),
  poster: required('视频封面图片', fileName('image/*', placedText(500)), 'poster: 封面.jpg'),
};

const sourceFields = {
  name: required('来源名称', text(100), 'name: 投促中国'),
  url: optional('原文网址', url),
};

const correctionFields = {
  date: required('更正日期', date, 'date: 2020-01-24'),
  note: required('更正说明', text(500), 'note: 更正了什么'),
};

const withdrawnFields = {
  date: required('撤稿日期', date, 'date: 2020-01-24'),
  reason: required('撤稿原因', text(500), 'reason: 为什么撤稿'),
};

const source: Kind<{ readonly name: string | undefined; readonly url: string | undefined }> = {
  read: (node, reading) => {
    if (node.kind === 'map') return group(sourceFields).read(node, reading);
    const name = text(100).read(node, reading);
    return name === undefined ? undefined : { name, url: undefined };
  },
  schema: { anyOf: [naming('sources', text(100)).schema, group(sourceFields).schema] },
};

/** `false`, or the path or title of an article. */
const neighbour: Kind<false | PlacedText> = {
  read: (node, reading: Reading) => {
    const written = placedText(500).read(node, reading);
    if (written === undefined || node.kind !== 'text' || node.quoted) return written;
    if (written.text === 'false') return false;
    if (/^(?:true|yes|no|none|无|没有)$/i.test(written.text)) {
      const { sheet, key } = reading;
      const isNone = !/^(?:true|yes)$/i.test(written.text);
      const mend = isNone ? editOf(sheet, written, 'false') : undefined;
      report(sheet, 'neighbour-form', node.at, { key, value: written.text }, mend);
      return undefined;
    }
    return written;
  },
  schema: { anyOf: [{ const: false }, { type: ['string', 'number'] }] },
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
  title: required('标题', text(200), 'title: 标题', '末尾不加句号；空格是折行的首选位置'),
  date: required(
    '发布时间',
    date,
    'date: 2020-01-23 15:30',
    '2020-01-23 或 2020-01-23 15:30；比现在晚的到时间才发布',
  ),
  source: required('来源', source, 'source: 投促中国', '最先发表的报刊或网站'),
  channel: required('栏目', naming('channels', text(100)), 'channel: 开发区新闻'),
  zone: optional('开发区', naming('zones', text(100)), '地区随开发区'),
  region: optional('地区', naming('regions', text(100)), '没有开发区，或与开发区所在地区不同时写'),
  medium: optional(
    '类型',
    choice(mediums),
    '图片新闻至少一张有图注的图，视频新闻要有 video；不写就是文字新闻',
  ),
  subtitle: optional('副标题', text(200)),
  originalTitle: optional('原标题', text(300), '转载时改过标题就写'),
  author: optional('作者', text(100)),
  editor: optional('责任编辑', text(100)),
  summary: optional('摘要', text(500), '60 到 120 字；不写就取正文开头'),
  keywords: optional('关键词', texts(50)),
  topics: optional('专题', naming('topics', placedTexts(100))),
  cover: optional('题图', group(pictureFields)),
  video: optional('视频', group(videoFields)),
  prev: optional('上一条', neighbour, '网址、文件路径或独一无二的标题，false 表示没有；不写就按时间先后'),
  next: optional('下一条', neighbour, '网址、文件路径或独一无二的标题，false 表示没有；不写就按时间先后'),
  updated: optional('更新时间', date),
  corrections: optional('更正', list(group(correctionFields))),
  aliases: optional('旧地址', placedTexts(2000), '转到这一篇的旧网址，如 /old/a.html'),
  draft: optional('草稿', boolean, 'true 是草稿，不发布'),
  expires: optional('过期时间', date, '到这个时刻就撤下，网址留一页说明'),
  withdrawn: optional('撤稿', group(withdrawnFields), '网址、标题和原因保留，正文撤下'),
  ai: optional(
    '人工智能的使用',
    choice(aiUses),
    'none 没有，assisted 辅助，generated 生成；后两种页面上注明',
  ),
} satisfies Record<string, Field<unknown>>;
