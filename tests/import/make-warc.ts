import zlib from 'node:zlib';

export interface Stored {
  readonly url: string;
  readonly body: Buffer;
  readonly type?: string;
  readonly date?: string;
  readonly status?: string;
  readonly headers?: string;
}

/** A record of a WARC: the answer of a server. */
export function warcResponse({
  url,
  body,
  type = 'text/html',
  date = '2019-05-04T10:11:12Z',
  status = '200 OK',
  headers = '',
}: Stored): Buffer {
  const http = Buffer.concat([
    Buffer.from(`HTTP/1.1 ${status}\r\nContent-Type: ${type}\r\n${headers}\r\n`),
    body,
  ]);
  return warcRecord('response', url, date, 'application/http; msgtype=response', http);
}

export const warcRecord = (kind: string, url: string, date: string, type: string, block: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(
      `WARC/1.0\r\nWARC-Type: ${kind}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: ${date}\r\nContent-Type: ${type}\r\nContent-Length: ${block.length}\r\n\r\n`,
    ),
    block,
    Buffer.from('\r\n\r\n'),
  ]);

const info = warcRecord(
  'warcinfo',
  '',
  '2019-05-04T10:11:12Z',
  'application/warc-fields',
  Buffer.from('software: test\r\n'),
);

/** A whole file; packed, each record is a member of its own, as crawlers write it. */
export function makeWarc(records: readonly Buffer[], isPacked: boolean): Buffer {
  const all = [info, ...records];
  return Buffer.concat(isPacked ? all.map((record) => zlib.gzipSync(record)) : all);
}

/** In chunks, as servers send what they do not know the length of. */
export const chunked = (body: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`${(10).toString(16)};x=1\r\n`),
    body.subarray(0, 10),
    Buffer.from(`\r\n${(body.length - 10).toString(16)}\r\n`),
    body.subarray(10),
    Buffer.from('\r\n0\r\n\r\n'),
  ]);
