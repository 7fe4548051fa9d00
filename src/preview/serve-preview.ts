import fs from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import { showProblem } from '../problems/show-problem.ts';
import type { PreviewNote, PreviewSite } from './preview-site.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.webm': 'video/webm',
  '.mp4': 'video/mp4',
  '.pdf': 'application/pdf',
};

const eventsAddress = '/__preview/events';
const clientAddress = '/__preview/client.js';
const styleAddress = '/__preview/note.css';
const client = `new EventSource('${eventsAddress}').onmessage=()=>location.reload()`;
const style = `.preview-note{position:sticky;top:0;z-index:9;margin:0;padding:.5rem 1rem;background:#fff3cd;color:#5c3c00;font:14px/1.6 sans-serif}
.preview-note.wrong{background:#fde2df;color:#7a1710}.preview-note ul{margin:0;padding-left:1.2em}`;

export interface PreviewServer {
  readonly server: Server;
  /** Tells every open page to load itself again. */
  reload(): void;
}

/** Answers requests with pages drawn at that moment; on loopback only. `site` is asked anew for every request. */
export function servePreview(site: () => PreviewSite): PreviewServer {
  const open = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    answer(request, response, site(), open).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(String(error));
    });
  });
  return {
    server,
    reload() {
      for (const response of open) response.write('data: reload\n\n');
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  site: PreviewSite,
  open: Set<ServerResponse>,
): Promise<void> {
  const send = (status: number, type: string, body: string | Buffer): void => {
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
    response.end(body);
  };
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (pathname === eventsAddress) {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': open\n\n');
    open.add(response);
    request.on('close', () => open.delete(response));
    return;
  }
  if (pathname === clientAddress) return send(200, types['.js'] ?? '', client);
  if (pathname === styleAddress) return send(200, types['.css'] ?? '', style);

  const { basePath } = site.site;
  const address = addressOf(pathname, basePath);
  const found = address === undefined ? undefined : await site.draw(address);
  if (found?.kind === 'file')
    return send(
      200,
      types[path.extname(found.name)] ?? 'application/octet-stream',
      fs.readFileSync(found.path),
    );
  if (found) {
    const html = path.extname(found.name) === '.html' || !path.extname(found.name);
    return send(
      200,
      types[path.extname(found.name)] ?? 'text/html; charset=utf-8',
      html ? withNote(found.text, found.note) : found.text,
    );
  }
  if (address !== undefined && !address.endsWith('/') && (await site.draw(`${address}/`))) {
    response.writeHead(302, { location: `${pathname}/` });
    response.end();
    return;
  }
  const lost = await site.draw('/404.html');
  send(404, types['.html'] ?? '', lost?.kind === 'text' ? withNote(lost.text, lost.note) : '404');
}

function addressOf(pathname: string, basePath: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (decoded.includes('\0') || decoded.includes('..')) return undefined;
  if (decoded.startsWith(basePath)) return `/${decoded.slice(basePath.length)}`;
  return decoded === '/' ? decoded : undefined;
}

/** The page with its state, its mistakes and the reload script at the top of its body. */
function withNote(html: string, { state, problems }: PreviewNote): string {
  const rows = problems.slice(0, 20).map((problem) => {
    const { message, fix } = showProblem(problem, 'zh-CN');
    return `<li>${escapeHtml(`${problem.file}:${problem.line}:${problem.column} ${message} → ${fix}`)}</li>`;
  });
  const more = problems.length > rows.length ? `<li>还有 ${problems.length - rows.length} 个</li>` : '';
  const note =
    (state === undefined ? '' : `<p class="preview-note">${escapeHtml(state)}</p>`) +
    (rows.length === 0
      ? ''
      : `<div class="preview-note wrong" role="alert"><ul>${rows.join('')}${more}</ul></div>`);
  return html
    .replace(
      '</head>',
      `<link rel="stylesheet" href="${styleAddress}"><script src="${clientAddress}" defer></script></head>`,
    )
    .replace(/<body[^>]*>/, (body) => body + note);
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
