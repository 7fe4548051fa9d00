import { type Answer, type Engine, post } from './engine.ts';

export interface IndexNowSettings {
  readonly endpoint: URL;
  readonly key: string;
  /** Where the site stands; the file with the key lies there. */
  readonly base: string;
  /** Whether the site holds that file: without it engines refuse every address. */
  readonly keyFile: boolean;
}

/** 8 to 128 of these (indexnow.org/documentation). */
export const isIndexNowKey = (key: string): boolean => /^[A-Za-z0-9-]{8,128}$/.test(key);

/**
 * IndexNow: one engine that takes part tells the others (indexnow.org/documentation). A message is taken whole (200,
 * or 202 where the key is still to be looked at) or not at all.
 */
export function indexNow({ endpoint, key, base, keyFile }: IndexNowSettings): Engine {
  return {
    id: 'indexnow',
    name: 'IndexNow',
    atOnce: 10_000,
    async submit(urls, signal): Promise<Answer> {
      if (!keyFile) return { accepted: [], refused: [], stopped: lacksKeyFile };
      const message = {
        host: new URL(base).host,
        key,
        keyLocation: `${base}${key}.txt`,
        urlList: urls,
      };
      const headers = { 'Content-Type': 'application/json; charset=utf-8' };
      const reply = await post(endpoint, headers, JSON.stringify(message), signal);
      if (typeof reply === 'string') return { accepted: [], refused: [], stopped: reply };
      if (reply.status === 200 || reply.status === 202)
        return { accepted: urls, refused: [], stopped: undefined };
      return { accepted: [], refused: [], stopped: reasonOf(reply.status) };
    },
  };
}

const lacksKeyFile = [
  '网站里没有密钥文件。请运行',
  '  printf %s "$INDEXNOW_KEY" > "public/$INDEXNOW_KEY.txt"',
  '再构建、发布一次（这个文件本来就是公开的）',
].join('\n');

function reasonOf(status: number): string {
  const known: Readonly<Record<number, string>> = {
    400: '请求的格式不对（400）',
    403: '密钥不对（403）：请看线上能不能打开密钥文件，内容是不是 INDEXNOW_KEY',
    422: '网址不属于这个主机，或者密钥的格式不对（422）：请检查 site.yaml 的 url',
    429: '送得太多太快（429），过些时候再送',
  };
  return known[status] ?? `服务器回答 ${status}，过些时候再送`;
}
