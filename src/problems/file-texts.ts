import type { Entry } from './entry.ts';

/** Folders, files, their names, their bytes, and the fence of front matter. */
export const fileTexts = {
  'content-missing': {
    level: 'error',
    zh: { what: '没有内容文件夹 {value}', fix: '请用 --content 指明内容文件夹' },
    en: { what: 'there is no content folder {value}', fix: 'name it with --content' },
  },
  'registry-missing': {
    level: 'error',
    zh: { what: '内容文件夹里没有 {value}', fix: '请新建这个文件：{needs}' },
    en: { what: 'the content folder has no {value}', fix: 'create it: {needs}' },
  },
  'file-unreadable': {
    level: 'error',
    zh: { what: '文件读不出来（{reason}）', fix: '请检查文件是否还在、是否允许读取' },
    en: { what: 'the file cannot be read ({reason})', fix: 'check that it exists and may be read' },
  },
  'file-symlink': {
    level: 'error',
    zh: { what: '这是一个符号链接，指向 {value}；内容文件夹里不能用链接', fix: '请换成文件本身' },
    en: {
      what: 'this is a symbolic link to {value}; content may hold none',
      fix: 'put the file itself here',
    },
  },
  'file-special': {
    level: 'error',
    zh: { what: '这不是普通文件（管道、套接字或设备）', fix: '请删去，或换成普通文件' },
    en: { what: 'this is no ordinary file (pipe, socket or device)', fix: 'remove it, or put a file here' },
  },
  'folder-named-file': {
    level: 'error',
    zh: { what: '这是文件夹，名字却以 .md 结尾', fix: '请改名，去掉 .md' },
    en: { what: 'this is a folder, but its name ends with .md', fix: 'rename it without .md' },
  },
  'file-type': {
    level: 'error',
    zh: {
      what: '内容文件夹里不能放 {value} 文件；它不会被读取，也不会被执行',
      fix: '请移走；稿件是 .md 文件，图片是 png、jpg、gif、webp、avif 或 svg',
    },
    en: {
      what: 'content may not hold {value} files; this one is neither read nor run',
      fix: 'move it away; articles are .md files, pictures png, jpg, gif, webp, avif or svg',
    },
  },
  'file-unused': {
    level: 'warning',
    zh: { what: '没有用到 {value}', fix: '请移走[[，或改名为 {nearest}]]' },
    en: { what: '{value} is not used', fix: 'move it away[[, or rename it to {nearest}]]' },
  },
  'file-place': {
    level: 'error',
    zh: { what: '稿件放错了地方', fix: '请放到 {right}' },
    en: { what: 'this file does not belong here', fix: 'put it at {right}' },
  },
  'slug-form': {
    level: 'error',
    zh: {
      what: '名字“{value}”不能做网址',
      fix: '请改名：只用小写字母 a-z、数字和连字符 -，最多 80 个字符[[，例如 {right}]]',
    },
    en: {
      what: 'the name "{value}" cannot be part of an address',
      fix: 'rename it: only a-z, 0-9 and -, at most 80 characters[[, for instance {right}]]',
    },
  },
  'slug-reserved': {
    level: 'error',
    zh: { what: '名字“{value}”留给网站自己的页面用', fix: '请换一个名字' },
    en: { what: 'the name "{value}" is kept for pages of the site itself', fix: 'choose another name' },
  },
  'address-twice': {
    level: 'error',
    zh: { what: '网址 {address} 已经由 {other} 占用', fix: '请给其中一个改名或删去一个' },
    en: { what: 'the address {address} is already taken by {other}', fix: 'rename or remove one of the two' },
  },
  encoding: {
    level: 'error',
    zh: { what: '文件不是 UTF-8 编码[[，看起来是 {guess}]]', fix: '请用编辑器另存为 UTF-8' },
    en: { what: 'the file is not UTF-8[[, it looks like {guess}]]', fix: 'save it as UTF-8' },
  },
  'character-control': {
    level: 'error',
    zh: { what: '这里有看不见的控制字符 {value}', fix: '请删去这个字符' },
    en: { what: 'here stands the invisible control character {value}', fix: 'delete it' },
  },
  'character-lost': {
    level: 'error',
    zh: { what: '这里有乱码字符 U+FFFD（原来的字在转换编码时丢了）', fix: '请对照原文补上这个字' },
    en: {
      what: 'here stands U+FFFD: a character was lost in a conversion',
      fix: 'write the original character',
    },
  },
  'conflict-marks': {
    level: 'error',
    zh: { what: '这里有未解决的 git 冲突标记 {value}', fix: '请保留一种写法，删去全部冲突标记' },
    en: {
      what: 'here stands an unresolved git conflict mark {value}',
      fix: 'keep one version, delete the marks',
    },
  },
  'front-matter-missing': {
    level: 'error',
    zh: {
      what: '文件开头没有稿件信息',
      fix: '请在第一行写 ---，接着写 {needs} 等，再写一行 ---，然后是正文',
    },
    en: {
      what: 'the file does not begin with front matter',
      fix: 'write --- on the first line, then {needs} and so on, then --- again, then the text',
    },
  },
  'front-matter-fence': {
    level: 'error',
    zh: {
      what: '第一行是“{value}”，应当只有三个半角连字符 ---',
      fix: '请让文件的第一行正好是 ---，前面没有空行和空格',
    },
    en: {
      what: 'the first line is "{value}", it must be exactly ---',
      fix: 'begin the file with ---, nothing before or after it on the line',
    },
  },
  'front-matter-language': {
    level: 'error',
    zh: {
      what: '第一行是“{value}”；稿件信息只能用 YAML，--- 后面不能写 {language}',
      fix: '请把第一行改成 ---，下面按“title: 标题”的样子写',
    },
    en: {
      what: 'the first line is "{value}"; front matter is YAML only, {language} may not follow ---',
      fix: 'make the first line ---, and write lines like "title: …" below it',
    },
  },
  'front-matter-unclosed': {
    level: 'error',
    zh: { what: '稿件信息后面没有结束的 ---', fix: '请在这一行下面加一行 ---，再写正文' },
    en: { what: 'there is no closing --- after the front matter', fix: 'add a line --- below this one' },
  },
  'front-matter-close': {
    level: 'error',
    zh: { what: '结束的一行是“{value}”，应当只有 ---', fix: '请把这一行改成 ---' },
    en: { what: 'the closing line is "{value}", it must be ---', fix: 'make this line ---' },
  },
  'front-matter-large': {
    level: 'error',
    zh: { what: '稿件信息有 {value} KB，最多 64 KB', fix: '请把正文移到第二个 --- 之后' },
    en: {
      what: 'the front matter has {value} KB, at most 64 are allowed',
      fix: 'move the text below the second ---',
    },
  },
  'body-large': {
    level: 'warning',
    zh: { what: '正文有 {value} MB，读者打开会很慢', fix: '请分成几篇' },
    en: { what: 'the text has {value} MB, readers will wait long', fix: 'split it into several articles' },
  },
  'body-empty': {
    level: 'warning',
    zh: { what: '这篇稿件没有正文', fix: '请在第二个 --- 之后写正文' },
    en: { what: 'this article has no text', fix: 'write the text below the second ---' },
  },
} as const satisfies Record<string, Entry>;
