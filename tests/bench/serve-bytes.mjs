import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** @type {Readonly<Record<string, string>>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * Serves a folder on loopback, uncompressed, and remembers what it sent and when.
 * @param {string} root
 */
export async function serveBytes(root) {
  /** @type {{ at: number, bytes: number, packed: number }[]} */
  const sent = [];
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    let file = path.join(root, decodeURIComponent(pathname));
    if (fs.statSync(file, { throwIfNoEntry: false })?.isDirectory()) file = path.join(file, 'index.html');
    if (!fs.existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const bytes = fs.readFileSync(file);
    const type = types[path.extname(file)];
    // What a host sends of texts; the index's own files are packed already.
    const packed = type === undefined ? bytes.length : gzipSync(bytes).length;
    response.on('finish', () => sent.push({ at: Date.now(), bytes: bytes.length, packed }));
    response.writeHead(200, { 'content-type': type ?? 'application/octet-stream' }).end(bytes);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    /** Forgets what was sent. */
    reset() {
      sent.length = 0;
    },
    /** What had been sent by a moment, in ms since 1970: bytes as they are, and as a host packs them. */
    sentBy: (/** @type {number} */ moment) => sent.filter(({ at }) => at <= moment),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
