import zlib from 'node:zlib';

/** An answer of a web server, its body as the browser would have it. */
export interface HttpAnswer {
  readonly status: number;
  /** In small letters, without parameters. */
  readonly type: string;
  readonly charset: string | undefined;
  readonly location: string | undefined;
  readonly body: Buffer;
}

const LF = 10;

/** Parses a stored answer; undefined where it is none, or its body is larger than `most` bytes. */
export function parseHttpAnswer(bytes: Buffer, most: number): HttpAnswer | undefined {
  const head = headLength(bytes);
  const lines = bytes.toString('latin1', 0, head).split(/\r?\n/);
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})/.exec(lines[0] ?? '')?.[1];
  if (status === undefined) return undefined;
  const fields = new Map(
    lines.slice(1).flatMap((line): [string, string][] => {
      const colon = line.indexOf(':');
      return colon < 1 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
    }),
  );
  const isChunked = /chunked/i.test(fields.get('transfer-encoding') ?? '');
  const raw = bytes.subarray(head);
  const sent = (isChunked ? joinChunks(raw) : undefined) ?? raw;
  const body = unpack(sent, fields.get('content-encoding') ?? '', most);
  if (!body || body.length > most) return undefined;
  const type = fields.get('content-type') ?? '';
  return {
    status: Number(status),
    type: type.split(';', 1)[0]?.trim().toLowerCase() ?? '',
    charset: /charset\s*=\s*["']?([\w.:-]+)/i.exec(type)?.[1],
    location: fields.get('location'),
    body,
  };
}

/** Bytes up to and with the empty line. */
function headLength(bytes: Buffer): number {
  for (let at = bytes.indexOf(LF); at !== -1; at = bytes.indexOf(LF, at + 1)) {
    if (bytes[at + 1] === LF) return at + 2;
    if (bytes[at + 1] === 13 && bytes[at + 2] === LF) return at + 3;
  }
  return bytes.length;
}

/** Undefined where the body is not chunked after all: some crawlers join it and leave the header. */
function joinChunks(bytes: Buffer): Buffer | undefined {
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(LF, at);
    const size = /^([0-9a-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?$/i.exec(
      end === -1 ? '' : bytes.toString('latin1', at, Math.min(end, at + 200)),
    )?.[1];
    // Cut off in the middle of a chunk is no reason to lose the others.
    if (size === undefined) return chunks.length === 0 ? undefined : Buffer.concat(chunks);
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    chunks.push(bytes.subarray(end + 1, end + 1 + length));
    at = end + 1 + length;
    if (bytes[at] === 13) at++;
    if (bytes[at] === LF) at++;
  }
  return Buffer.concat(chunks);
}

/** Unpacked, however often it was packed; as it is where the header does not tell the truth. */
function unpack(bytes: Buffer, encodings: string, most: number): Buffer | undefined {
  let body = bytes;
  for (const encoding of encodings.toLowerCase().split(',').reverse().slice(0, 3)) {
    const unpacked = unpackOnce(body, encoding.trim(), most);
    if (unpacked === 'too large') return undefined;
    body = unpacked;
  }
  return body;
}

function unpackOnce(bytes: Buffer, encoding: string, most: number): Buffer | 'too large' {
  const options = { maxOutputLength: most, finishFlush: zlib.constants.Z_SYNC_FLUSH };
  try {
    switch (encoding) {
      case 'gzip':
      case 'x-gzip':
        return bytes[0] === 0x1f && bytes[1] === 0x8b ? zlib.gunzipSync(bytes, options) : bytes;
      case 'deflate':
        return ((bytes[0] ?? 0) & 0x0f) === 8
          ? zlib.inflateSync(bytes, options)
          : zlib.inflateRawSync(bytes, options);
      case 'br':
        return zlib.brotliDecompressSync(bytes, { maxOutputLength: most });
      default:
        return bytes;
    }
  } catch (error) {
    const isLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return isLarge ? 'too large' : bytes;
  }
}
