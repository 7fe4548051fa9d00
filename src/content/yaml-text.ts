import { stringify } from 'yaml';
import { inQuotes } from './yaml-mending.ts';

/** One line of text as YAML: plain where every reader of YAML, 1.1 too, takes it for that very text. */
export function inYaml(text: string): string {
  const plain = stringify(text, { lineWidth: 0, compat: 'yaml-1.1' }) === `${text}\n`;
  return plain ? text : inQuotes(text);
}
