const token =
  /<\?[^?]*\?>|<!--[\s\S]*?-->|<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[A-Za-z_][\w.:-]*="[^"<]*")*)\s*(\/?)>|([^<]+)/y;

export interface XmlFault {
  /** In Chinese, for readers of problems. */
  readonly why: string;
  readonly at: number;
}

/** Why a text is no well-formed XML, as far as we write it: tags in pairs, attributes in quotes, five entities. */
export function checkXml(text: string): XmlFault | undefined {
  if (!text.startsWith('<?xml version="1.0" encoding="utf-8"?>')) return { why: '开头没有 XML 声明', at: 0 };
  const open: string[] = [];
  let roots = 0;
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const match = token.exec(text);
    if (!match) return { why: `这里不是标签：${text.slice(at, at + 40)}`, at };
    const [, closing, name, attributes = '', empty, characters] = match;
    const written = characters ?? attributes;
    const bare = /&(?!(?:amp|lt|gt|quot|apos|#\d+);)/.exec(written);
    if (bare) {
      const place = at + (characters === undefined ? match[0].indexOf(attributes) : 0) + bare.index;
      return { why: `& 要写成 &amp;：${text.slice(place, place + 20)}`, at: place };
    }
    // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly what XML 1.0 excludes
    if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(written))
      return { why: '有 XML 不许有的字符', at };
    if (characters !== undefined && open.length === 0 && characters.trim() !== '')
      return { why: `标签之外有文字：${characters.trim()}`, at };
    if (name === undefined) continue;
    const names = [...attributes.matchAll(/([\w.:-]+)="/g)].map(([, attribute]) => attribute);
    if (new Set(names).size < names.length) return { why: `${name} 有两个相同的属性`, at };
    if (closing) {
      if (open.pop() !== name) return { why: `</${name}> 没有开头`, at };
    } else {
      if (open.length === 0) roots++;
      if (!empty) open.push(name);
    }
  }
  if (open.length > 0) return { why: `<${open.at(-1)}> 没有结尾`, at: text.length };
  return roots === 1 ? undefined : { why: `有 ${roots} 个根`, at: 0 };
}
