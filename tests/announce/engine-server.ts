import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Received {
  readonly url: URL;
  readonly type: string | undefined;
  readonly body: string;
}

/** A search engine on loopback that answers as it is told, and keeps what it was sent. */
export async function engineServer(
  answer: (received: Received) => { readonly status: number; readonly body?: string } | 'silence',
) {
  const received: Received[] = [];
  const server = http.createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (data) => {
      body += data;
    });
    request.on('end', () => {
      const message = {
        url: new URL(request.url ?? '/', 'http://engine'),
        type: request.headers['content-type'],
        body,
      };
      received.push(message);
      const said = answer(message);
      if (said === 'silence') request.socket.destroy();
      else response.writeHead(said.status).end(said.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { endpoint: new URL(`http://127.0.0.1:${port}/submit`), received };
}

/** Baidu with a quota, as its documents and those who use it describe the answers. */
export function baiduWith(quota: { left: number }, token: string) {
  return ({ url, body }: Received): { readonly status: number; readonly body: string } => {
    const fails = (error: number, message: string) => ({
      status: error,
      body: JSON.stringify({ error, message }),
    });
    if (url.searchParams.get('token') !== token) return fails(401, 'token is not valid');
    const site = url.searchParams.get('site') ?? '';
    if (site !== 'https://host.example') return fails(400, 'site error');
    const urls = body.split('\n').filter((line) => line !== '');
    if (urls.length === 0) return fails(400, 'empty content');
    if (urls.length > 2000) return fails(400, 'only 2000 urls are allowed once');
    const notSame = urls.filter((each) => /^https?:/.test(each) && !each.startsWith(`${site}/`));
    const notValid = urls.filter((each) => !/^https?:/.test(each));
    const fine = urls.length - notSame.length - notValid.length;
    if (fine > quota.left) return fails(400, 'over quota');
    quota.left -= fine;
    return {
      status: 200,
      body: JSON.stringify({
        remain: quota.left,
        success: fine,
        ...(notSame.length > 0 && { not_same_site: notSame }),
        ...(notValid.length > 0 && { not_valid: notValid }),
      }),
    };
  };
}
