/** XML text with every value escaped; characters that XML 1.0 cannot hold are left out. */
export function xml(parts: TemplateStringsArray, ...values: readonly string[]): string {
  let text = parts[0] ?? '';
  for (const [index, value] of values.entries()) text += escapeXml(value) + (parts[index + 1] ?? '');
  return text;
}

const special = /[&<>"\ufffe\uffff]|(?![\t\n\r])\p{Cc}|\p{Cs}/gu;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeXml = (value: string): string => value.replace(special, (character) => entities[character] ?? '');
