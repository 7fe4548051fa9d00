import { isUtf8 } from 'node:buffer';

export type PageEncoding = 'utf-8' | 'gb18030' | 'big5' | 'utf-16le' | 'utf-16be';

/** A page's text, and in which encoding its bytes were found to be. */
export interface DecodedPage {
  readonly text: string;
  readonly encoding: PageEncoding;
}

/** Bytes looked at: enough to tell encodings apart. */
const SAMPLE = 512 * 1024;

/**
 * Bytes → text. What the server and the page declare is believed only where the bytes do not say otherwise: valid
 * UTF-8 is UTF-8, and of GB and Big5 it is the one whose common characters fill the page.
 */
export function decodePage(
  bytes: Buffer,
  declared: string | undefined,
  forced: PageEncoding | undefined,
): DecodedPage {
  const encoding = forced ?? markOf(bytes) ?? guess(bytes, declared);
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function markOf(bytes: Buffer): PageEncoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function guess(bytes: Buffer, declared: string | undefined): PageEncoding {
  if (isUtf8(bytes)) return 'utf-8';
  const sample = bytes.subarray(0, SAMPLE);
  const named = encodingNamed(declared) ?? encodingNamed(metaCharset(sample));
  const share = countUtf8(sample);
  // A character cut in two by a template or a database does not make another encoding of the rest.
  if (share.all > 0 && share.good / share.all > 0.9) return 'utf-8';
  const gb = commonShare(sample, isCommonGb);
  const big5 = commonShare(sample, isCommonBig5);
  if (Math.abs(gb - big5) < 0.05 && named) return named === 'utf-8' ? 'gb18030' : named;
  return big5 > gb ? 'big5' : 'gb18030';
}

/** What the page says of itself in its first 4,096 bytes. */
const metaCharset = (bytes: Buffer): string | undefined =>
  /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(bytes.toString('latin1', 0, 4096))?.[1];

/** The encodings that old Chinese pages declare, by any of their names. */
export function encodingNamed(name: string | undefined): PageEncoding | undefined {
  if (name === undefined) return undefined;
  if (/^utf-?8$/i.test(name)) return 'utf-8';
  if (/^(?:gb_?2312(?:-80)?|gbk|gb18030|x-gbk|cp936|hz-gb-2312)$/i.test(name)) return 'gb18030';
  if (/^(?:big-?5(?:-hkscs)?|x-x-big5|cp950)$/i.test(name)) return 'big5';
  if (/^utf-?16(?:le)?$/i.test(name)) return 'utf-16le';
  if (/^utf-?16be$/i.test(name)) return 'utf-16be';
  return undefined;
}

/** Sequences of bytes from 0x80 on, and those that are whole characters of UTF-8. */
function countUtf8(bytes: Buffer): { readonly all: number; readonly good: number } {
  let all = 0;
  let good = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    all++;
    const length = lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
    let end = at + 1;
    while (end < at + length && ((bytes[end] ?? 0) & 0xc0) === 0x80) end++;
    if (length > 0 && end === at + length) {
      good++;
      at = end - 1;
    }
  }
  return { all, good };
}

/** Of the characters of two bytes, the share that is common in the encoding. */
function commonShare(bytes: Buffer, isCommon: (lead: number, trail: number) => boolean): number {
  let all = 0;
  let common = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    all++;
    at++;
    if (isCommon(lead, bytes[at] ?? 0)) common++;
  }
  return all === 0 ? 0 : common / all;
}

/** Punctuation and the 3,755 characters of the first level of GB 2312. */
const isCommonGb = (lead: number, trail: number): boolean =>
  trail >= 0xa1 && trail <= 0xfe && ((lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xd7));

/** Punctuation and the 5,401 characters of the first level of Big5. */
const isCommonBig5 = (lead: number, trail: number): boolean =>
  ((trail >= 0x40 && trail <= 0x7e) || (trail >= 0xa1 && trail <= 0xfe)) &&
  ((lead >= 0xa1 && lead <= 0xa2) || (lead >= 0xa4 && lead <= 0xc6));
