import type { Entry } from './entry.ts';

/** Old addresses, in aliases and redirects.csv. */
export const addressTexts = {
  'alias-form': {
    level: 'error',
    zh: { what: '旧地址“{value}”要以 / 开头', fix: '请去掉网站域名，写成 {right}' },
    en: {
      what: 'the old address "{value}" must begin with /',
      fix: 'leave out the domain and write {right}',
    },
  },
  'alias-outside': {
    level: 'error',
    zh: { what: '地址“{value}”里有 .. 或反斜杠，会跑到网站外面', fix: '请写从 / 开始的完整路径' },
    en: {
      what: 'the address "{value}" leads out of the site',
      fix: 'write the whole path, beginning with /',
    },
  },
  'alias-character': {
    level: 'error',
    zh: { what: '地址里不能有 {value}', fix: '请删去，或写成 %XX 的形式' },
    en: { what: 'an address cannot contain {value}', fix: 'delete it, or write it as %XX' },
  },
  'alias-escape': {
    level: 'error',
    zh: { what: '地址里的“{value}”不是正确的 %XX', fix: '请改正；百分号本身写成 %25' },
    en: { what: '"{value}" is no proper %XX', fix: 'mend it; a percent sign itself is %25' },
  },
  'alias-long': {
    level: 'error',
    zh: { what: '地址太长：{value} 字节，每一段最多 255，总共最多 1024', fix: '请缩短' },
    en: {
      what: 'the address is too long: {value} bytes, at most 255 a segment and 1024 in all',
      fix: 'shorten it',
    },
  },
  'alias-reserved': {
    level: 'error',
    zh: { what: '旧地址里不能有“{value}”这一段', fix: '这个名字留给网站或系统使用，请写真正的旧地址' },
    en: {
      what: 'an old address cannot contain the part "{value}"',
      fix: 'the name is kept for the site or the system',
    },
  },
  'redirects-head': {
    level: 'error',
    zh: { what: '第一行是“{value}”', fix: '请把第一行改成 from,to' },
    en: { what: 'the first line is "{value}"', fix: 'make the first line from,to' },
  },
  'redirects-line': {
    level: 'error',
    zh: { what: '这一行有 {value} 栏，应当是两栏', fix: '请写成 旧地址,新地址；地址里有逗号就加双引号' },
    en: {
      what: 'this line has {value} fields, it must have two',
      fix: 'write old,new; quote what contains a comma',
    },
  },
  'redirects-quote': {
    level: 'error',
    zh: { what: '双引号没有配对', fix: '请在这一栏末尾补上双引号' },
    en: { what: 'the quotation mark is never closed', fix: 'add one at the end of the field' },
  },
  'redirects-target': {
    level: 'error',
    zh: { what: '不能转到“{value}”', fix: '请写网站里以 / 开头的地址，或写 gone 表示已经没有' },
    en: { what: '"{value}" is no target', fix: 'write an address of the site that begins with /, or gone' },
  },
  'redirects-twice': {
    level: 'error',
    zh: { what: '“{value}”已经写过，在第 {line} 行', fix: '请只留一行' },
    en: { what: '"{value}" is already on line {line}', fix: 'keep one of the two' },
  },
} as const satisfies Record<string, Entry>;
