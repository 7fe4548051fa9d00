import fs from 'node:fs';
import zlib from 'node:zlib';
import { ByteReader } from './byte-reader.ts';

/** A record of a WARC file. */
export interface WarcRecord {
  /** `response`, `resource`, `request` … */
  readonly type: string;
  readonly target: string;
  /** As written: `2019-05-04T10:11:12Z`. */
  readonly date: string;
  /** Content-Type of the block. */
  readonly contentType: string;
  /** Undefined where it is larger than was asked for, or of no use. */
  readonly block: Buffer | undefined;
  /** Of the block, in bytes. */
  readonly length: number;
}

/** Why the reading of a WARC ended before its end. */
export interface WarcFault {
  readonly why: 'cut off' | 'damaged' | 'no WARC';
  /** Records read before. */
  readonly records: number;
}

const MOST_LINE = 64 * 1024;
const MOST_FIELDS = 200;
/** Lines looked through for the next record after one that is damaged. */
const MOST_LOST_LINES = 100_000;
/** What came before the place where a file is cut off is read, and the record there found to be too short. */
const untilCut = { chunkSize: 256 * 1024, finishFlush: zlib.constants.Z_SYNC_FLUSH };

/**
 * Reads a WARC (ISO 28500, 1.0 and 1.1), plain or gzip of any number of members, record by record; blocks are held
 * up to `most` bytes, one at a time. A file that is damaged or cut off is read as far as it goes; `onFault` says so.
 */
export async function* readWarc(
  file: string,
  most: number,
  onFault: (fault: WarcFault) => void,
): AsyncGenerator<WarcRecord> {
  let records = 0;
  const source = fs.createReadStream(file, { highWaterMark: 256 * 1024 });
  const isPacked = startsPacked(file);
  const stream = isPacked ? source.pipe(zlib.createGunzip(untilCut)) : source;
  source.on('error', (error) => stream.destroy(error));
  const reader = new ByteReader(stream);
  try {
    for (;;) {
      const found = await findRecord(reader);
      if (found === undefined) break;
      if (found === 'lost') {
        onFault({ why: records === 0 ? 'no WARC' : 'damaged', records });
        return;
      }
      const record = await readRecord(reader, most);
      if (!record) {
        onFault({ why: 'cut off', records });
        return;
      }
      records++;
      yield record;
    }
    if (records === 0) onFault({ why: 'no WARC', records });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!code.startsWith('Z_')) throw error;
    onFault({ why: 'damaged', records });
  } finally {
    stream.destroy();
    source.destroy();
  }
}

function startsPacked(file: string): boolean {
  const descriptor = fs.openSync(file, 'r');
  try {
    const head = Buffer.alloc(2);
    fs.readSync(descriptor, head, 0, 2, 0);
    return head[0] === 0x1f && head[1] === 0x8b;
  } finally {
    fs.closeSync(descriptor);
  }
}

/** Past the version line of the next record. */
async function findRecord(reader: ByteReader): Promise<'found' | 'lost' | undefined> {
  for (let lines = 0; lines < MOST_LOST_LINES; lines++) {
    const line = await reader.line(MOST_LINE);
    if (line === undefined) return lines > 4 ? 'lost' : undefined;
    if (/^WARC\/\d+\.\d+$/.test(line.trim())) return 'found';
  }
  return 'lost';
}

/** Undefined where the file ends within the record. */
async function readRecord(reader: ByteReader, most: number): Promise<WarcRecord | undefined> {
  const fields = new Map<string, string>();
  let last = '';
  for (let count = 0; count < MOST_FIELDS; count++) {
    const line = await reader.line(MOST_LINE);
    if (line === undefined) return undefined;
    if (line === '') break;
    const colon = line.indexOf(':');
    if (/^[ \t]/.test(line) && last !== '') fields.set(last, `${fields.get(last) ?? ''} ${line.trim()}`);
    else if (colon > 0) {
      last = line.slice(0, colon).trim().toLowerCase();
      fields.set(last, line.slice(colon + 1).trim());
    }
  }
  const type = fields.get('warc-type')?.toLowerCase() ?? '';
  const length = Number(/^\d{1,15}$/.exec(fields.get('content-length') ?? '')?.[0] ?? 0);
  const isWanted = (type === 'response' || type === 'resource') && length <= most;
  const block = isWanted ? await reader.bytes(length) : undefined;
  if (block ? block.length < length : !(await reader.skip(length))) return undefined;
  return {
    type,
    // Old writers put the address in angle brackets.
    target: (fields.get('warc-target-uri') ?? '').replace(/^<(.*)>$/, '$1'),
    date: fields.get('warc-date') ?? '',
    contentType: fields.get('content-type') ?? '',
    block,
    length,
  };
}
