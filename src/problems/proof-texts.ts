import type { Entry } from './entry.ts';

/** Copy-editing: what is likely wrong in a text. Each can be switched off, in site.yaml or for one paragraph. */
export const proofTexts = {
  'mark-halfwidth': {
    level: 'warning',
    zh: { what: '汉字之间用了半角标点“{value}”', fix: '请改成全角 {right}' },
    en: { what: 'the half-width mark "{value}" stands between Chinese characters', fix: 'make it {right}' },
  },
  'mark-unbalanced': {
    level: 'warning',
    zh: { what: '标点 {value} 没有配对，附近是：{near}', fix: '请补上 {right}，或删去这个标点' },
    en: { what: 'the mark {value} has no partner, near: {near}', fix: 'add {right}, or delete the mark' },
  },
  'mark-ellipsis': {
    level: 'warning',
    zh: { what: '省略号写成了“{value}”', fix: '请改成 ……' },
    en: { what: 'the ellipsis is written "{value}"', fix: 'make it ……' },
  },
  'mark-dash': {
    level: 'warning',
    zh: { what: '破折号写成了“{value}”', fix: '请改成 ——' },
    en: { what: 'the dash is written "{value}"', fix: 'make it ——' },
  },
  'mark-doubled': {
    level: 'warning',
    zh: { what: '标点连用“{value}”', fix: '请只留一个[[：{right}]]' },
    en: { what: 'several marks in a row: "{value}"', fix: 'keep one of them[[: {right}]]' },
  },
  'term-wrong': {
    level: 'warning',
    zh: {
      what: '用词“{value}”在本站的用词表 terms.yml 里',
      fix: '请[[改成 {right}，或]]再看一遍[[（{note}）]]',
    },
    en: {
      what: 'the word "{value}" is in the word list terms.yml',
      fix: '[[make it {right}, or ]]look at it again[[ ({note})]]',
    },
  },
  'date-later': {
    level: 'warning',
    zh: { what: '文中的日期 {value} 比发布日期 {date} 还晚', fix: '请核对这两个日期' },
    en: {
      what: 'the date {value} in the text is later than the publication, {date}',
      fix: 'check the two dates',
    },
  },
  'personal-id': {
    level: 'warning',
    zh: { what: '可能是身份证号：{value}', fix: '请隐去中间的数字，或删去' },
    en: { what: 'this may be an identity card number: {value}', fix: 'hide its digits, or delete it' },
  },
  'personal-mobile': {
    level: 'warning',
    zh: { what: '可能是个人手机号：{value}', fix: '请隐去中间四位，或换成单位电话' },
    en: {
      what: 'this may be a private mobile number: {value}',
      fix: 'hide its digits, or name an office number',
    },
  },
  'personal-card': {
    level: 'warning',
    zh: { what: '可能是银行卡号：{value}', fix: '请隐去中间的数字，或删去' },
    en: { what: 'this may be a bank card number: {value}', fix: 'hide its digits, or delete it' },
  },
  'name-misspelt': {
    level: 'warning',
    zh: { what: '标题里的“{value}”和登记的名称“{right}”只差一个字', fix: '请核对，写错了就改成 {right}' },
    en: {
      what: '"{value}" in the title is one character away from the registered name "{right}"',
      fix: 'check it; if it is misspelt, make it {right}',
    },
  },
  'check-off-unknown': {
    level: 'warning',
    zh: {
      what: '没有“{value}”这项能关掉的检查',
      fix: '请[[改成 {nearest}，或]]删去这一行；代号见 docs/problems.md',
    },
    en: {
      what: 'there is no check "{value}" that can be switched off',
      fix: '[[make it {nearest}, or ]]delete the line; the codes are in docs/problems.md',
    },
  },
  'check-off-place': {
    level: 'warning',
    zh: {
      what: '这里的 [check-off] 不起作用，会显示在页面上',
      fix: '请单独写一行，前面空一行：[check-off]: 代号',
    },
    en: {
      what: 'this [check-off] has no effect and is shown on the page',
      fix: 'write it on a line of its own after an empty one: [check-off]: code',
    },
  },
  'title-twin': {
    level: 'warning',
    zh: { what: '{twin} 也是这个标题，日期也是 {date}', fix: '请核对是不是重复入库，不是就改一改标题' },
    en: {
      what: '{twin} has the same title and the same date, {date}',
      fix: 'check whether it was filed twice',
    },
  },
  'article-twin': {
    level: 'warning',
    zh: {
      what: '这一篇和 {twin}“{title}”几乎一样',
      fix: '请核对是不是重复入库，留下一篇，另一篇的网址写进 aliases',
    },
    en: {
      what: 'this article is nearly the same as {twin}, "{title}"',
      fix: 'check whether it was filed twice; keep one, with the address of the other in its aliases',
    },
  },
} as const satisfies Record<string, Entry>;
