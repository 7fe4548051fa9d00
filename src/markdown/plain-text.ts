const inlineTags = new Set(['a', 'code', 'em', 'img', 's', 'strong', 'sup']);
const backLink = 'a class="footnote-back"';
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/**
 * The readable text of HTML that renderBody made: blocks end as `\n`, cells as a space; entities are decoded;
 * footnote marks and back-links are left out, captions kept. In such HTML every `<` and `>` belongs to a tag.
 */
export function plainText(html: string): string {
  const lines: string[] = [];
  let line = '';
  /** The footnote mark or back-link that is being left out. */
  let hidden = '';
  let isCode = false;
  const endLine = (): void => {
    const text = isCode ? line.replace(/\n$/, '') : line.trim();
    if (text !== '') lines.push(text);
    line = '';
  };
  for (const part of html.split('<').slice(1)) {
    const end = part.indexOf('>');
    const isClosing = part.startsWith('/');
    const name = /^\/?(\w+)/.exec(part)?.[1] ?? '';
    if (name === 'sup') hidden = isClosing ? '' : name;
    else if (name === 'a' && hidden !== 'sup') hidden = part.startsWith(backLink) ? name : '';
    else if (name === 'td' || name === 'th') {
      if (isClosing) {
        line += ' ';
        continue;
      }
    } else if (!inlineTags.has(name)) endLine();
    if (name === 'pre') isCode = !isClosing;
    if (hidden || end === part.length - 1) continue;
    line += isCode ? part.slice(end + 1) : part.slice(end + 1).replaceAll('\n', ' ');
  }
  endLine();
  const text = lines.join('\n');
  return text.includes('&')
    ? text.replace(/&(amp|lt|gt|quot);/g, (_, entity) => entities[entity] ?? '')
    : text;
}
