import { spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import path from 'node:path';
import { findNginx } from './find-nginx.mjs';

export interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface NginxServer {
  /** Asks for an address as it is written. */
  ask(address: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  stop(): Promise<void>;
}

const server = (site: string, root: string, port: number): string => `
  include "${site}/_nginx/http.conf";
  server {
    listen 127.0.0.1:${port};
    server_name "${path.basename(site)}";
    root "${root}";
    include "${site}/_nginx/server.conf";
  }
`;

/**
 * A real nginx on loopback: the site's own two files, and nothing but what an operator must add.
 * @param sites folders of the site and of others in the same nginx, which answers with the first
 */
export async function serveNginx(
  folder: string,
  root: string,
  sites: readonly string[],
): Promise<NginxServer> {
  const port = await freePort();
  const config = path.join(folder, 'nginx.conf');
  fs.mkdirSync(path.join(folder, 'temp'), { recursive: true });
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/temp/${name};`)
    .join('\n  ');
  fs.writeFileSync(
    config,
    `daemon off;
master_process off;
pid ${folder}/nginx.pid;
error_log stderr warn;
events {}
http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log off;
  ${temporary}
  map_hash_max_size 65536;
  map_hash_bucket_size 4096;
${sites.map((site) => server(site, root, port)).join('')}}
`,
  );
  const nginx = findNginx();
  if (nginx === undefined) throw new Error('no nginx: apt-get install nginx');
  const child = spawn(nginx, ['-p', folder, '-c', config], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (data) => {
    said += String(data);
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const ask = (address: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const request = http.get({ host: '127.0.0.1', port, path: address, headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part) => parts.push(part));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts),
          }),
        );
      });
      request.on('error', reject);
    });
  for (let tries = 0; !(await isOpen(port)); tries++) {
    if (child.exitCode !== null || tries > 200) throw new Error(`nginx did not start: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  // What it only warns of is a mistake in our files too.
  if (said !== '') throw new Error(said);
  return {
    ask,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

const isOpen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
