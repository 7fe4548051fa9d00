import { type Problem, problem } from '../problems/problem.ts';
import { placeAt } from './sheet.ts';

/** For bytes that are not UTF-8: where the first bad one stands, and what the file looks like. */
export function describeEncoding(bytes: Buffer, file: string): Problem {
  const good = goodPrefix(bytes);
  const text = bytes
    .toString('utf8', 0, good)
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n');
  return problem('encoding', placeAt({ file, text }, text.length), { guess: guessEncoding(bytes) });
}

/** Bytes at the beginning that are whole UTF-8 characters. */
function goodPrefix(bytes: Buffer): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let low = 0;
  let high = bytes.length;
  // The longest prefix that decodes; a prefix may end inside a character, which stream mode allows.
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (decodes(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  while (low > 0) {
    try {
      decoder.decode(bytes.subarray(0, low));
      return low;
    } catch {
      low--;
    }
  }
  return 0;
}

function decodes(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function guessEncoding(bytes: Buffer): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'UTF-16';
  try {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    return /[\u4e00-\u9fff]/.test(text) ? 'GBK' : '';
  } catch {
    return '';
  }
}
