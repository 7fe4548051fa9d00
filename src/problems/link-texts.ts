import type { Entry } from './entry.ts';

/** Links, pictures and HTML in bodies, and the files that they name. */
export const linkTexts = {
  'link-scheme': {
    level: 'error',
    zh: { what: '不能用“{value}”开头的链接', fix: '请写 https://、mailto:、tel: 或网站里的地址' },
    en: {
      what: 'links cannot begin with "{value}"',
      fix: 'use https://, mailto:, tel: or an address of the site',
    },
  },
  'link-form': {
    level: 'error',
    zh: { what: '链接“{value}”写得不对', fix: '请写完整的网址，以 https:// 开头；邮箱以 mailto: 开头' },
    en: {
      what: 'the link "{value}" is not well formed',
      fix: 'write the whole address, with https:// or, for e-mail, mailto: in front',
    },
  },
  'link-empty': {
    level: 'error',
    zh: { what: '链接是空的', fix: '请在括号里写上地址，或去掉链接' },
    en: { what: 'the link is empty', fix: 'write an address into the brackets, or remove the link' },
  },
  'link-own-domain': {
    level: 'warning',
    zh: { what: '链接到自己的网站，写了域名', fix: '请改成 {right}' },
    en: { what: 'a link to the own site carries the domain', fix: 'make it {right}' },
  },
  'link-local': {
    level: 'warning',
    zh: { what: '“{value}”只在写稿的电脑上打得开', fix: '请改成公开的网址' },
    en: { what: '"{value}" can only be opened on the machine of its writer', fix: 'use a public address' },
  },
  'link-outside': {
    level: 'error',
    zh: { what: '“{value}”指到了内容文件夹外面', fix: '请改成内容文件夹里的路径' },
    en: { what: '"{value}" leads out of the content folder', fix: 'name a file inside it' },
  },
  'file-missing': {
    level: 'error',
    zh: { what: '没有 {value} 这个文件', fix: '请放上文件，或改正文件名[[，最接近的是 {nearest}]]' },
    en: {
      what: 'there is no file {value}',
      fix: 'put it there, or mend the name[[; the nearest is {nearest}]]',
    },
  },
  'file-case': {
    level: 'error',
    zh: { what: '文件名的大小写不同：写的是 {value}，文件是 {actual}', fix: '请改成 {actual}' },
    en: {
      what: 'upper and lower case differ: {value} is written, the file is {actual}',
      fix: 'make it {actual}',
    },
  },
  'file-name': {
    level: 'error',
    zh: {
      what: '文件名 {value} 里有不能用在网址里的字符“{character}”',
      fix: '请给文件改名，只用字母、汉字、数字、- 和 _',
    },
    en: {
      what: 'the file name {value} contains "{character}", which addresses cannot hold',
      fix: 'rename the file',
    },
  },
  'picture-remote': {
    level: 'error',
    zh: { what: '图片在别的网站：{value}', fix: '请下载图片，放在稿件旁边，写它的文件名' },
    en: {
      what: 'the picture lies on another site: {value}',
      fix: 'save it beside the article and name the file',
    },
  },
  'picture-type': {
    level: 'error',
    zh: { what: '{value} 不是能用的图片', fix: '请换成 png、jpg、gif、webp、avif 或 svg' },
    en: { what: '{value} is no picture that can be used', fix: 'use png, jpg, gif, webp, avif or svg' },
  },
  'picture-content': {
    level: 'error',
    zh: {
      what: '{value} 的内容不是 {wanted} 图片[[，而是 {found}]]',
      fix: '请重新导出图片[[，或把扩展名改成 .{found}]]',
    },
    en: {
      what: '{value} does not hold a {wanted} picture[[ but {found}]]',
      fix: 'export it again[[, or change its extension to .{found}]]',
    },
  },
  'picture-empty': {
    level: 'error',
    zh: { what: '图片 {value} 是 0 字节的空文件', fix: '请重新放上图片' },
    en: { what: 'the picture {value} is an empty file', fix: 'put the picture there again' },
  },
  'picture-heavy': {
    level: 'error',
    zh: { what: '图片 {value} 有 {size} MB，最多 20 MB', fix: '请压缩图片' },
    en: { what: 'the picture {value} has {size} MB, at most 20 are allowed', fix: 'compress it' },
  },
  'picture-large': {
    level: 'error',
    zh: { what: '图片 {value} 有 {size} 像素，最多 5000 万', fix: '请缩小图片' },
    en: {
      what: 'the picture {value} has {size} pixels, at most 50 million are allowed',
      fix: 'make it smaller',
    },
  },
  'picture-broken': {
    level: 'warning',
    zh: { what: '图片 {value} 不完整，末尾缺了一截', fix: '请重新放上图片' },
    en: { what: 'the picture {value} is cut off at its end', fix: 'put the picture there again' },
  },
  'picture-place': {
    level: 'warning',
    zh: { what: '图片 {value} 里记着拍摄地点（GPS），会公开', fix: '请去掉照片的位置信息' },
    en: { what: 'the picture {value} tells where it was taken (GPS)', fix: 'remove its location data' },
  },
  'picture-alt': {
    level: 'warning',
    zh: { what: '图片 {value} 没有文字说明', fix: '请在 ![] 的方括号里写上图里有什么' },
    en: { what: 'the picture {value} has no description', fix: 'say in the brackets of ![] what it shows' },
  },
  'svg-unsafe': {
    level: 'error',
    zh: { what: 'SVG 图片 {value} 里有 {found}，可能执行脚本', fix: '请重新导出不带脚本的 SVG，或改用 png' },
    en: {
      what: 'the SVG {value} contains {found}, which may run code',
      fix: 'export it without scripts, or use png',
    },
  },
  'video-form': {
    level: 'error',
    zh: { what: '视频“{value}”用不了', fix: '请写稿件旁边的 mp4 或 webm 文件名，或 https:// 开头的网址' },
    en: {
      what: 'the video "{value}" cannot be used',
      fix: 'name an mp4 or webm file beside the article, or an https:// address',
    },
  },
  'raw-html': {
    level: 'warning',
    zh: { what: '正文里的 HTML“{value}”不会生效，会原样显示', fix: '请改用 Markdown 的写法，或删去' },
    en: {
      what: 'the HTML "{value}" has no effect and is shown as it stands',
      fix: 'use Markdown, or delete it',
    },
  },
} as const satisfies Record<string, Entry>;
