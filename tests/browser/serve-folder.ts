import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { securityHeaders } from '../../src/pages/security-policy.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.mp4': 'video/mp4',
  '.woff2': 'font/woff2',
};

export interface ServedFolder {
  /** Without a last slash. */
  readonly origin: string;
  close(): void;
}

/** A folder as a plain static host serves it below `base`, with the headers of a site or of one with /admin/. */
export function serveFolder(root: string, base: string, hasAdmin = false): Promise<ServedFolder> {
  const server = http.createServer((request, response) => {
    const asked = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/');
    const inside = asked.startsWith(base) ? asked.slice(base.length) : undefined;
    const wanted =
      inside === undefined
        ? undefined
        : path.join(root, inside.endsWith('/') || inside === '' ? `${inside}index.html` : inside);
    const found =
      wanted?.startsWith(root + path.sep) && fs.statSync(wanted, { throwIfNoEntry: false })?.isFile();
    const file = found && wanted ? wanted : path.join(root, '404.html');
    response.writeHead(found ? 200 : 404, {
      'content-type': types[path.extname(file)] ?? 'application/octet-stream',
      ...Object.fromEntries(securityHeaders(hasAdmin)),
      'cache-control': 'no-store',
    });
    response.end(fs.readFileSync(file));
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({
        origin: `http://127.0.0.1:${port}`,
        close: () => {
          server.close();
          server.closeAllConnections();
        },
      });
    });
  });
}
