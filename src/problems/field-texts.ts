import type { Entry } from './entry.ts';

/** Keys and their values, in front matter and registries. */
export const fieldTexts = {
  'key-unknown': {
    level: 'error',
    zh: { what: '没有“{value}”这个键', fix: '请[[改成 {nearest}，或]]删去这一行' },
    en: { what: 'there is no key "{value}"', fix: '[[make it {nearest}, or ]]delete this line' },
  },
  'key-missing': {
    level: 'error',
    zh: { what: '缺少 {key}（{about}）', fix: '请加上一行：{example}' },
    en: { what: '{key} is missing', fix: 'add a line: {example}' },
  },
  'key-twice': {
    level: 'error',
    zh: { what: '“{value}”写了两次，第一次在第 {line} 行', fix: '请只留一行' },
    en: { what: '"{value}" is written twice, first on line {line}', fix: 'keep one of them' },
  },
  'value-empty': {
    level: 'error',
    zh: { what: '{key} 是空的', fix: '请写上内容，或删去这一行' },
    en: { what: '{key} is empty', fix: 'write a value, or delete this line' },
  },
  'value-text': {
    level: 'error',
    zh: { what: '{key} 应当是一段文字', fix: '请写成一段文字；方括号、花括号是文字的一部分时要加引号' },
    en: { what: '{key} must be a text', fix: 'write a text; where brackets are part of it, quote it' },
  },
  'value-list': {
    level: 'error',
    zh: { what: '{key} 应当是一列，写的是“{value}”', fix: '请用方括号：{line}' },
    en: { what: '{key} must be a list, but is "{value}"', fix: 'use brackets: {line}' },
  },
  'value-map': {
    level: 'error',
    zh: { what: '{key} 里应当是“键: 值”', fix: '请写成：{example}' },
    en: { what: '{key} must hold keys and values', fix: 'write it like this: {example}' },
  },
  'value-choice': {
    level: 'error',
    zh: { what: '{key} 不能是“{value}”', fix: '请从这些里选：{choices}[[（最接近的是 {nearest}）]]' },
    en: { what: '{key} cannot be "{value}"', fix: 'choose one of: {choices}[[ (the nearest is {nearest})]]' },
  },
  'value-boolean': {
    level: 'error',
    zh: { what: '{key} 只能是 true 或 false，写的是“{value}”', fix: '请[[改成 {right}，或]]删去这一行' },
    en: {
      what: '{key} must be true or false, but is "{value}"',
      fix: '[[make it {right}, or ]]delete this line',
    },
  },
  'value-number': {
    level: 'error',
    zh: { what: '{key} 应当是 {least} 到 {most} 的整数，写的是“{value}”', fix: '请改成数字' },
    en: {
      what: '{key} must be a whole number from {least} to {most}, but is "{value}"',
      fix: 'write a number',
    },
  },
  'text-long': {
    level: 'error',
    zh: { what: '{key} 有 {value} 个字，最多 {most} 个', fix: '请缩短' },
    en: { what: '{key} has {value} characters, at most {most} are allowed', fix: 'shorten it' },
  },
  'text-lines': {
    level: 'error',
    zh: { what: '{key} 里有换行', fix: '请写在一行里' },
    en: { what: '{key} contains a line break', fix: 'write it on one line' },
  },
  'text-character': {
    level: 'error',
    zh: { what: '{key} 里有看不见的字符 {value}', fix: '请删去这个字符' },
    en: { what: '{key} contains the invisible character {value}', fix: 'delete it' },
  },
  'text-template': {
    level: 'error',
    zh: { what: '{key} 里的“{value}”是模板写法，这里不会替换', fix: '请写上真正的内容' },
    en: {
      what: '"{value}" in {key} is a template mark that nothing fills in',
      fix: 'write the value itself',
    },
  },
  'date-impossible': {
    level: 'error',
    zh: { what: '没有 {value} 这一天', fix: '请改成真实的日期' },
    en: { what: 'there is no day {value}', fix: 'write a real date' },
  },
  'time-impossible': {
    level: 'error',
    zh: { what: '没有 {value} 这个时刻', fix: '请改成真实的时间，例如 15:30' },
    en: { what: 'there is no time {value}', fix: 'write a real time, for instance 15:30' },
  },
  'date-form': {
    level: 'error',
    zh: { what: '日期“{value}”写法不对', fix: '请改成 {right}' },
    en: { what: 'the date "{value}" is not written as it should be', fix: 'write {right}' },
  },
  'date-unreadable': {
    level: 'error',
    zh: { what: '“{value}”不是日期', fix: '请写成 2020-01-23 或 2020-01-23 15:30' },
    en: { what: '"{value}" is no date', fix: 'write 2020-01-23 or 2020-01-23 15:30' },
  },
  'date-far': {
    level: 'warning',
    zh: { what: '年份 {value} 看起来不对', fix: '请核对年份' },
    en: { what: 'the year {value} looks wrong', fix: 'check it' },
  },
  'date-folder': {
    level: 'error',
    zh: { what: '日期是 {value}，文件却放在 {folder}', fix: '请改日期，或把文件移到 {right}' },
    en: {
      what: 'the date is {value}, but the file lies in {folder}',
      fix: 'change the date, or move the file to {right}',
    },
  },
  'date-order': {
    level: 'warning',
    zh: { what: '{key} 比发布时间 {date} 还早', fix: '请核对两个日期' },
    en: { what: '{key} is before the date {date}', fix: 'check the two dates' },
  },
  'founded-form': {
    level: 'error',
    zh: { what: 'founded 应当是年份或日期，写的是“{value}”', fix: '请写成 1994 或 1994-02-26' },
    en: { what: 'founded must be a year or a date, but is "{value}"', fix: 'write 1994 or 1994-02-26' },
  },
  'url-form': {
    level: 'error',
    zh: { what: '{key} 的网址“{value}”不完整', fix: '请写以 https:// 或 http:// 开头的完整网址' },
    en: {
      what: 'the address "{value}" of {key} is not whole',
      fix: 'write it with https:// or http:// in front',
    },
  },
  'site-url': {
    level: 'error',
    zh: {
      what: '网站地址不能是“{value}”',
      fix: '请写成 https://www.example.com/，可以带路径，不能带 ? 和 #',
    },
    en: {
      what: 'the address of the site cannot be "{value}"',
      fix: 'write it like https://www.example.com/, with a path if need be, without ? and #',
    },
  },
  'repo-form': {
    level: 'error',
    zh: { what: '“{value}”不是仓库', fix: '请写成 所有者/名称，如 investchn/news' },
    en: { what: '"{value}" is no repository', fix: 'write it like owner/name' },
  },
  'email-form': {
    level: 'error',
    zh: { what: '“{value}”不是电子邮箱', fix: '请写成 name@example.com' },
    en: { what: '"{value}" is no e-mail address', fix: 'write it like name@example.com' },
  },
  'language-form': {
    level: 'error',
    zh: { what: '“{value}”不是语言代码', fix: '请写成 zh-CN' },
    en: { what: '"{value}" is no language code', fix: 'write it like zh-CN' },
  },
  'time-zone-unknown': {
    level: 'error',
    zh: { what: '没有“{value}”这个时区', fix: '请写成 Asia/Shanghai' },
    en: { what: 'there is no time zone "{value}"', fix: 'write it like Asia/Shanghai' },
  },
  'id-form': {
    level: 'error',
    zh: {
      what: '编号“{value}”不能做网址',
      fix: '请只用小写字母 a-z、数字和连字符 -，最多 80 个字符[[，例如 {right}]]',
    },
    en: {
      what: 'the id "{value}" cannot be part of an address',
      fix: 'use only a-z, 0-9 and -, at most 80 characters[[, for instance {right}]]',
    },
  },
  'id-twice': {
    level: 'error',
    zh: { what: '编号“{value}”已经用过（{other}）', fix: '请换一个编号' },
    en: { what: 'the id "{value}" is already taken ({other})', fix: 'choose another one' },
  },
  'name-twice': {
    level: 'error',
    zh: { what: '名称“{value}”已经用过（{other}）', fix: '请换一个名称，稿件才分得清' },
    en: { what: 'the name "{value}" is already taken ({other})', fix: 'choose another one' },
  },
  'channel-unknown': {
    level: 'error',
    zh: { what: '没有“{value}”这个栏目', fix: '请[[改成 {nearest}，或]]在 channels.yaml 里加上它' },
    en: { what: 'there is no channel "{value}"', fix: '[[make it {nearest}, or ]]add it to channels.yaml' },
  },
  'region-unknown': {
    level: 'error',
    zh: { what: '没有“{value}”这个地区', fix: '请[[改成 {nearest}，或]]在 regions.yaml 里加上它' },
    en: { what: 'there is no region "{value}"', fix: '[[make it {nearest}, or ]]add it to regions.yaml' },
  },
  'zone-unknown': {
    level: 'error',
    zh: { what: '没有“{value}”这个开发区', fix: '请[[改成 {nearest}，或]]在 zones 文件夹里给它建一个文件' },
    en: { what: 'there is no zone "{value}"', fix: '[[make it {nearest}, or ]]give it a file in zones' },
  },
  'topic-unknown': {
    level: 'error',
    zh: { what: '没有“{value}”这个专题', fix: '请[[改成 {nearest}，或]]在 topics 文件夹里给它建一个文件' },
    en: { what: 'there is no topic "{value}"', fix: '[[make it {nearest}, or ]]give it a file in topics' },
  },
  'source-unknown': {
    level: 'warning',
    zh: {
      what: '来源“{value}”不在 sources.yaml 里',
      fix: '请[[改成 {nearest}，或]]在 sources.yaml 里加上它',
    },
    en: {
      what: 'the source "{value}" is not in sources.yaml',
      fix: '[[make it {nearest}, or ]]add it there',
    },
  },
  'check-unknown': {
    level: 'error',
    zh: {
      what: '没有“{value}”这项能关掉的检查',
      fix: '请[[改成 {nearest}，或]]删去；代号见 docs/problems.md',
    },
    en: {
      what: 'there is no check "{value}" that can be switched off',
      fix: '[[make it {nearest}, or ]]delete it; the codes are in docs/problems.md',
    },
  },
  'source-open': {
    level: 'error',
    zh: { what: '来源还是“{value}”', fix: '请写上真正的来源' },
    en: { what: 'the source is still "{value}"', fix: 'write the real source' },
  },
  'item-twice': {
    level: 'error',
    zh: { what: '{key} 里“{value}”写了两次', fix: '请删去一个' },
    en: { what: '"{value}" stands twice in {key}', fix: 'delete one of the two' },
  },
  'medium-picture': {
    level: 'error',
    zh: {
      what: '图片新闻要有一张带图注的图片',
      fix: '请给 cover 加 caption，或在正文里写 ![说明](图.png "图注")',
    },
    en: {
      what: 'picture news needs a picture with a caption',
      fix: 'give cover a caption, or write ![alt](picture.png "caption") in the text',
    },
  },
  'medium-video': {
    level: 'error',
    zh: { what: '视频新闻缺少 video', fix: '请加上 video，里面写 src（视频文件）和 poster（封面图片）' },
    en: { what: 'video news needs video', fix: 'add video with src (the film) and poster (a still)' },
  },
  'video-medium': {
    level: 'warning',
    zh: { what: '写了 video，这篇却不是视频新闻', fix: '请加上 medium: video' },
    en: { what: 'there is a video, but this is no video news', fix: 'add medium: video' },
  },
  'neighbour-form': {
    level: 'error',
    zh: { what: '{key} 不能是“{value}”', fix: '请写稿件的路径或标题，或写 false 表示没有' },
    en: {
      what: '{key} cannot be "{value}"',
      fix: 'write the path or title of an article, or false for none',
    },
  },
} as const satisfies Record<string, Entry>;
