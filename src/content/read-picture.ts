import fs from 'node:fs';
import path from 'node:path';
import { imageSize } from 'image-size';
import { type Place, type Problem, problem } from '../problems/problem.ts';
import { typeOf } from './content-files.ts';
import { hasLocation } from './photo-location.ts';

export interface PictureSize {
  /** Pixels, as it is shown: turned where its EXIF says so. */
  readonly width: number;
  readonly height: number;
}

interface ReadPicture {
  readonly size: PictureSize | undefined;
  readonly faults: readonly ((place: Place) => Problem)[];
}

const MOST_BYTES = 20 * 1024 * 1024;
const MOST_PIXELS = 50_000_000;
/** Enough for the size of nearly every picture; a photo with a large preview in its head is read whole. */
const HEAD_BYTES = 64 * 1024;
const TAIL_BYTES = 64 * 1024;

/** Reads the size of a picture of the content folder, and what is wrong with the file. */
export function readPicture(root: string, file: string): ReadPicture {
  const faults: ReadPicture['faults'][number][] = [];
  const refused = (fault: (place: Place) => Problem): ReadPicture => ({
    size: undefined,
    faults: [...faults, fault],
  });
  const descriptor = fs.openSync(path.join(root, file), fs.constants.O_RDONLY | fs.constants.O_NOFOLLOW);
  try {
    const bytes = fs.fstatSync(descriptor).size;
    const value = file.slice(file.lastIndexOf('/') + 1);
    if (bytes === 0) return refused((place) => problem('picture-empty', place, { value }));
    if (bytes > MOST_BYTES) {
      const size = (bytes / 1024 / 1024).toFixed(1);
      return refused((place) => problem('picture-heavy', place, { value, size }));
    }
    const wanted = typeOf(file) === 'jpeg' ? 'jpg' : typeOf(file);
    const head = readPart(descriptor, 0, wanted === 'svg' ? bytes : Math.min(bytes, HEAD_BYTES));
    const found = kindOf(head);
    if (found !== wanted) {
      return refused((place) => problem('picture-content', place, { value, wanted, found: found ?? '' }));
    }
    const size = measure(head) ?? (bytes > head.length ? measure(readPart(descriptor, 0, bytes)) : undefined);
    if (!size) return refused((place) => problem('picture-content', place, { value, wanted, found: '' }));
    if (size.width * size.height > MOST_PIXELS) {
      const pixels = `${size.width} × ${size.height}`;
      return refused((place) => problem('picture-large', place, { value, size: pixels }));
    }
    if (wanted === 'svg') {
      const unsafe = unsafePart(head.toString('utf8'));
      if (unsafe !== undefined)
        return refused((place) => problem('svg-unsafe', place, { value, found: unsafe }));
    }
    const tail = readPart(descriptor, Math.max(0, bytes - TAIL_BYTES), Math.min(bytes, TAIL_BYTES));
    if (isCutOff(wanted, tail)) faults.push((place) => problem('picture-broken', place, { value }));
    if (wanted === 'jpg' && hasLocation(head))
      faults.push((place) => problem('picture-place', place, { value }));
    return { size, faults };
  } finally {
    fs.closeSync(descriptor);
  }
}

function readPart(descriptor: number, from: number, length: number): Buffer {
  const part = Buffer.alloc(length);
  return part.subarray(0, fs.readSync(descriptor, part, 0, length, from));
}

/** What the first bytes say the file is, as its extension would. */
function kindOf(head: Buffer): string | undefined {
  const begins = (text: string, at = 0): boolean => head.toString('latin1', at, at + text.length) === text;
  if (begins('\x89PNG\r\n\x1a\n')) return 'png';
  if (begins('\xff\xd8\xff')) return 'jpg';
  if (begins('GIF87a') || begins('GIF89a')) return 'gif';
  if (begins('RIFF') && begins('WEBP', 8)) return 'webp';
  if (begins('ftypavif', 4) || begins('ftypavis', 4)) return 'avif';
  if (/^\ufeff?(?:\s|<\?xml[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE[^>]*>)*<svg[\s>]/i.test(head.toString('utf8')))
    return 'svg';
  return undefined;
}

function measure(bytes: Buffer): PictureSize | undefined {
  try {
    const { width, height, orientation } = imageSize(bytes);
    if (!(width > 0 && height > 0)) return undefined;
    const turned = orientation !== undefined && orientation >= 5;
    return turned ? { width: height, height: width } : { width: Math.ceil(width), height: Math.ceil(height) };
  } catch {
    return undefined;
  }
}

function isCutOff(kind: string, tail: Buffer): boolean {
  if (kind === 'png') return !tail.includes('IEND');
  if (kind === 'jpg') return !tail.includes(Buffer.from([0xff, 0xd9]));
  return false;
}

/** What in an SVG could run code or load something from elsewhere. */
function unsafePart(svg: string): string | undefined {
  const text = svg.replace(/&#(?:x([0-9a-f]+)|(\d+));?/gi, (whole, hex?: string, decimal?: string) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
  return (
    /<(?:\w+:)?(?:script|foreignObject|iframe|embed|object|handler|listener)\b/i.exec(text)?.[0] ??
    /<!ENTITY/i.exec(text)?.[0] ??
    /[\s"'/]on[a-z]+\s*=/i.exec(text)?.[0].slice(1) ??
    /(?:java|vb)script\s*:/i.exec(text.replace(/[\0-\x20]+/g, ' '))?.[0] ??
    /(?:href|src)\s*=\s*["']\s*(?:https?:)?\/\/[^"']*/i.exec(text)?.[0] ??
    /@import|url\(\s*["']?\s*(?:https?:)?\/\//i.exec(text)?.[0]
  )?.trim();
}
