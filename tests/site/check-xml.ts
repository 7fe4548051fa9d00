const token =
  /<\?[^?]*\?>|<!--[\s\S]*?-->|<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[A-Za-z_][\w.:-]*="[^"<]*")*)\s*(\/?)>|([^<]+)/y;

/** Why a text is no well-formed XML, as far as we write it: tags in pairs, attributes in quotes, five entities. */
export function checkXml(text: string): string | undefined {
  if (!text.startsWith('<?xml version="1.0" encoding="utf-8"?>')) return 'no declaration';
  const open: string[] = [];
  let roots = 0;
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const from = token.lastIndex;
    const match = token.exec(text);
    if (!match) return `no token at ${from}: ${text.slice(from, from + 60)}`;
    const [, closing, name, attributes = '', empty, characters] = match;
    const written = characters ?? attributes;
    if (/&(?!(?:amp|lt|gt|quot|apos|#\d+);)/.test(written)) return `bare & in ${written.slice(0, 60)}`;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly what XML 1.0 excludes
    if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(written))
      return 'a character that XML excludes';
    if (characters !== undefined && open.length === 0 && characters.trim() !== '')
      return `text outside: ${characters}`;
    if (name === undefined) continue;
    const names = [...attributes.matchAll(/([\w.:-]+)="/g)].map(([, attribute]) => attribute);
    if (new Set(names).size < names.length) return `an attribute twice in ${name}`;
    if (closing) {
      if (open.pop() !== name) return `</${name}> closes nothing`;
    } else {
      if (open.length === 0) roots++;
      if (!empty) open.push(name);
    }
  }
  if (open.length > 0) return `<${open.at(-1)}> is left open`;
  return roots === 1 ? undefined : `${roots} roots`;
}
