import type { Entry } from './entry.ts';

/** How front matter and registries are written. `{line}` is the mended line, to copy. */
export const yamlTexts = {
  'yaml-colon-wide': {
    level: 'error',
    zh: { what: '“{key}”后面是全角冒号', fix: '请改成半角冒号加空格：{line}' },
    en: { what: 'a full-width colon follows "{key}"', fix: 'write an ordinary colon and a space: {line}' },
  },
  'yaml-colon-space': {
    level: 'error',
    zh: { what: '“{key}”的冒号后面没有空格', fix: '请在冒号后面加一个空格：{line}' },
    en: { what: 'no space follows the colon of "{key}"', fix: 'put a space after the colon: {line}' },
  },
  'yaml-colon-value': {
    level: 'error',
    zh: { what: '文字里有冒号，没有加引号', fix: '请加引号：{line}' },
    en: { what: 'the text contains a colon and is not quoted', fix: 'quote it: {line}' },
  },
  'yaml-hash': {
    level: 'error',
    zh: { what: '# 之后的字“{value}”被当作注释，这里就成了空的', fix: '请加引号：{line}' },
    en: { what: '"{value}" after # counts as a comment, so nothing is left here', fix: 'quote it: {line}' },
  },
  'yaml-hash-tail': {
    level: 'warning',
    zh: {
      what: '“{value}”被当作注释，不会显示',
      fix: '如果是文字的一部分，请加引号：{line}；如果是注释，请在 # 后面加一个空格',
    },
    en: {
      what: '"{value}" counts as a comment and is not shown',
      fix: 'if it is part of the text, quote it: {line}; if it is a comment, put a space after #',
    },
  },
  'yaml-tab': {
    level: 'error',
    zh: { what: '行首用了制表符（Tab）', fix: '请改用空格缩进' },
    en: { what: 'the line is indented with a tab', fix: 'indent with spaces' },
  },
  'yaml-quote-open': {
    level: 'error',
    zh: { what: '引号 {value} 没有配对', fix: '请在文字末尾补上同样的引号 {value}' },
    en: { what: 'the quotation mark {value} is never closed', fix: 'add {value} at the end of the text' },
  },
  'yaml-quote-after': {
    level: 'error',
    zh: { what: '结束的引号后面还有字“{value}”', fix: '请给整段文字加引号：{line}' },
    en: { what: 'after the closing quotation mark stands "{value}"', fix: 'quote the whole text: {line}' },
  },
  'yaml-escape': {
    level: 'error',
    zh: { what: '双引号里的反斜杠“{value}”没有这种用法', fix: '请改用单引号，或把 \\ 写成 \\\\' },
    en: { what: 'there is no "{value}" in double quotes', fix: 'use single quotes, or write \\\\ for \\' },
  },
  'yaml-indicator': {
    level: 'error',
    zh: { what: '文字以 {value} 开头，没有加引号', fix: '请加引号：{line}' },
    en: { what: 'the text begins with {value} and is not quoted', fix: 'quote it: {line}' },
  },
  'yaml-bracket': {
    level: 'error',
    zh: { what: '括号 {value} 没有配对', fix: '请在末尾补上 {right}；是文字的一部分就给整段加引号' },
    en: {
      what: 'the bracket {value} is never closed',
      fix: 'add {right} at the end, or quote the whole text',
    },
  },
  'yaml-anchor': {
    level: 'error',
    zh: { what: '这里不能用 YAML 锚点“{value}”', fix: '如果是文字，请加引号；否则请删去' },
    en: { what: 'YAML anchors are not allowed: "{value}"', fix: 'quote it if it is text, else delete it' },
  },
  'yaml-alias': {
    level: 'error',
    zh: { what: '这里不能用 YAML 引用“{value}”', fix: '如果是文字，请加引号；否则请把内容写全' },
    en: { what: 'YAML aliases are not allowed: "{value}"', fix: 'quote it if it is text, else write it out' },
  },
  'yaml-tag': {
    level: 'error',
    zh: { what: '这里不能用 YAML 标签“{value}”', fix: '如果是文字，请加引号；否则请删去' },
    en: { what: 'YAML tags are not allowed: "{value}"', fix: 'quote it if it is text, else delete it' },
  },
  'yaml-merge': {
    level: 'error',
    zh: { what: '这里不能用 <<（YAML 合并）', fix: '请把内容写全' },
    en: { what: '<< (a YAML merge) is not allowed', fix: 'write the values out' },
  },
  'yaml-documents': {
    level: 'error',
    zh: { what: '“{value}”把文件分成了两份', fix: '请删去这一行' },
    en: { what: '"{value}" cuts the file in two', fix: 'delete this line' },
  },
  'yaml-indent': {
    level: 'error',
    zh: { what: '这一行的缩进不对', fix: '请让同一层的各行对齐，行首只用空格' },
    en: {
      what: 'the indentation of this line is wrong',
      fix: 'align the lines of one level, with spaces only',
    },
  },
  'yaml-line': {
    level: 'error',
    zh: { what: '看不懂这一行“{value}”', fix: '请按“键: 值”的样子写，值里有特殊符号就加引号' },
    en: {
      what: 'this line cannot be understood: "{value}"',
      fix: 'write it as "key: value", and quote the value',
    },
  },
  'yaml-deep': {
    level: 'error',
    zh: { what: '括号或缩进套了 50 层以上', fix: '请简化' },
    en: { what: 'brackets or indentation are more than 50 levels deep', fix: 'simplify it' },
  },
  'yaml-large': {
    level: 'error',
    zh: { what: '文件有 {value} KB，最多 {limit} KB', fix: '请删去不需要的内容' },
    en: { what: 'the file has {value} KB, at most {limit} are allowed', fix: 'remove what is not needed' },
  },
} as const satisfies Record<string, Entry>;
