import fs from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { renderFailure } from './own-page.tsx';
import { withNote } from './page-note.tsx';
import { eventsAddress, previewFiles } from './preview-files.ts';
import type { Answer, PreviewSite } from './preview-site.ts';

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

export interface PreviewServer {
  readonly server: Server;
  /** Tells every open page that is no longer what it shows to load itself again. */
  reload(): Promise<void>;
}

/** A page that someone sees, in the state in which it was sent. */
interface OpenPage {
  readonly at: string;
  readonly version: string;
  readonly response: ServerResponse;
}

/** Answers requests with pages drawn at that moment; on loopback only. `site` is asked anew for every request. */
export function servePreview(site: () => PreviewSite): PreviewServer {
  const open = new Set<OpenPage>();
  const tell = async (page: OpenPage): Promise<void> => {
    const { version } = await answerTo(page.at, site());
    if (version !== page.version && open.has(page)) page.response.write('data: reload\n\n');
  };
  const listen = async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': open\n\n');
    const page = {
      at: url.searchParams.get('at') ?? '/',
      version: url.searchParams.get('version') ?? '',
      response,
    };
    open.add(page);
    request.on('close', () => open.delete(page));
    // What was saved between the page and its question is not missed.
    await tell(page);
  };
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!isLocal(request.headers.host)) {
      const body = '预览只在本机打开';
      return send(request, response, { status: 403, type: '.txt', body, version: '' });
    }
    const url = urlOf(request.url ?? '/');
    if (url.pathname === eventsAddress) return listen(request, response, url);
    const file = previewFiles[url.pathname];
    if (file) {
      response.writeHead(200, { 'content-type': typeOf(file.type), 'cache-control': kept });
      response.end(file.text);
    } else send(request, response, await answerTo(url.pathname + url.search, site()));
  };
  const server = createServer((request, response) => {
    respond(request, response).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(String(error));
    });
  });
  return {
    server,
    async reload() {
      await Promise.all([...open].map(tell));
    },
  };
}

/** The answer to an address as browsers ask for it; a page that cannot be drawn says why. */
async function answerTo(at: string, site: PreviewSite): Promise<Answer> {
  const { pathname, searchParams } = urlOf(at);
  const address = addressOf(pathname, site.site.basePath);
  try {
    return await (address === undefined
      ? site.lost(pathname)
      : site.answer(address, searchParams.has('proof')));
  } catch (error) {
    console.error(error);
    const version = String(error);
    const note = { states: [], own: [], others: [], proof: undefined };
    return {
      status: 500,
      type: '.html',
      body: withNote(renderFailure(error), note, { at, version }),
      version,
    };
  }
}

function send(request: IncomingMessage, response: ServerResponse, { status, type, body }: Answer): void {
  if (typeof body !== 'string') sendFile(request, response, type, body.file);
  else if (status === 302) {
    response.writeHead(status, { location: encodeURI(body) });
    response.end();
  } else {
    response.writeHead(status, { 'content-type': typeOf(type), 'cache-control': 'no-store' });
    response.end(body);
  }
}

/** Files are kept by the browser, so that a page that loads itself again does not flicker; they are asked after each time. */
function sendFile(request: IncomingMessage, response: ServerResponse, type: string, file: string): void {
  const { size, mtimeMs } = fs.statSync(file);
  const etag = `"${size}-${mtimeMs}"`;
  const isKnown = request.headers['if-none-match'] === etag;
  // Styles and scripts carry their hash in their name.
  const isHashed = /\.[0-9a-f]{8}\.(?:css|js)$/.test(file);
  response.writeHead(isKnown ? 304 : 200, {
    'content-type': typeOf(type),
    'cache-control': isHashed ? kept : 'no-cache',
    etag,
  });
  response.end(isKnown ? undefined : fs.readFileSync(file));
}

/** For addresses that change with what stands there. */
const kept = 'max-age=86400, immutable';

const typeOf = (ending: string): string => types[ending] ?? 'application/octet-stream';

/** Whether a browser asked for this machine: another site's name that leads here is to read no drafts. */
const isLocal = (host: string | undefined): boolean =>
  host === undefined || /^(?:(?:[\w-]+\.)*localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i.test(host);

/** What was asked for, on this host; its root where that is no address at all. */
const urlOf = (text: string): URL => new URL(URL.canParse(text, localhost) ? text : '/', localhost);

const localhost = 'http://localhost';

/** The address in the site; undefined for what lies outside it. */
function addressOf(pathname: string, basePath: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (decoded.includes('\0') || decoded.includes('..')) return undefined;
  if (decoded.startsWith('/__preview/')) return decoded;
  if (decoded.startsWith(basePath)) return `/${decoded.slice(basePath.length)}`;
  return decoded === '/' ? decoded : undefined;
}
