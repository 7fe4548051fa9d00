import { isUtf8 } from 'node:buffer';

/** A file's text, and what of its bytes is to be another way: each is taken for the same text by every reader. */
export interface DecodedFile {
  /** Without a byte order mark; every line ends with `\n`. */
  readonly text: string;
  readonly encoding: 'UTF-8' | 'GBK' | 'UTF-16';
  readonly hasMark: boolean;
  /** Lines that end with a carriage return. */
  readonly returns: number;
}

/** Bytes → text, undefined where it is not certain what they are. */
export function decodeFile(bytes: Buffer): DecodedFile | undefined {
  const encoding = isUtf8(bytes) ? 'UTF-8' : isUtf16(bytes) ? 'UTF-16' : 'GBK';
  const decoded = encoding === 'UTF-8' ? bytes.toString('utf8') : decodeOther(bytes, encoding);
  if (decoded === undefined) return undefined;
  const hasMark = decoded.startsWith('\ufeff');
  const text = hasMark ? decoded.slice(1) : decoded;
  const returns = text.match(/\r\n?/g)?.length ?? 0;
  return { text: text.replace(/\r\n?/g, '\n'), encoding, hasMark, returns };
}

/** By the mark alone: without it half of all files would look like it. */
function isUtf16(bytes: Buffer): boolean {
  const mark = bytes.length < 2 ? 0 : bytes.readUInt16BE(0);
  return mark === 0xfffe || mark === 0xfeff;
}

/** Characters that no conversion of a sound text brings forth. */
const UNLIKELY = /[\0\ufffd\ue000-\uf8ff\x80-\x9f]/;

function decodeOther(bytes: Buffer, encoding: 'GBK' | 'UTF-16'): string | undefined {
  if (encoding === 'GBK' && !isLikelyGbk(bytes)) return undefined;
  const name = encoding === 'GBK' ? 'gb18030' : bytes[0] === 0xff ? 'utf-16le' : 'utf-16be';
  try {
    const text = new TextDecoder(name, { fatal: true, ignoreBOM: true }).decode(bytes);
    return UNLIKELY.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

/**
 * GB18030 takes most bytes for something: Big5, Latin-1 and UTF-8 with a cut character as rare characters. In a
 * Chinese text nearly all are of the common ones, in every line most; one line in UTF-8 makes it a mixture.
 */
function isLikelyGbk(bytes: Buffer): boolean {
  let all = 0;
  let allCommon = 0;
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(10, start);
    const line = bytes.subarray(start, end === -1 ? bytes.length : end);
    const { characters, common } = countGbk(line);
    if (common * 2 < characters && isUtf8(line)) return false;
    all += characters;
    allCommon += common;
    start += line.length + 1;
  }
  return allCommon > 0 && allCommon >= all * 0.9;
}

/** Characters of two bytes or more, and those of them that GB 2312 calls common, with its punctuation. */
function countGbk(line: Buffer): { readonly characters: number; readonly common: number } {
  let characters = 0;
  let common = 0;
  for (let at = 0; at < line.length; at++) {
    const lead = line[at] ?? 0;
    if (lead < 0x80) continue;
    at++;
    characters++;
    const trail = line[at] ?? 0;
    const isCommon = (lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xd7);
    if (isCommon && trail >= 0xa1 && trail <= 0xfe) common++;
    else if (trail >= 0x30 && trail <= 0x39) at += 2;
  }
  return { characters, common };
}
