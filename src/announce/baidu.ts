import { type Answer, type Engine, post } from './engine.ts';

export interface BaiduSettings {
  readonly endpoint: URL;
  readonly token: string;
  /** The site as it is registered there: `https://www.example.cn`. */
  readonly site: string;
}

/**
 * Baidu's 普通收录 by API (ziyuan.baidu.com): an address a line. A message beyond the day's quota is refused whole, and
 * the quota is told only after one that was taken: so an unknown quota is found by halving.
 */
export function baidu({ endpoint, token, site }: BaiduSettings): Engine {
  const url = new URL(endpoint);
  url.searchParams.set('site', site);
  url.searchParams.set('token', token);
  const hidden = (text: string): string => text.replaceAll(token, '***');

  const submit = async (urls: readonly string[], signal: AbortSignal): Promise<Answer> => {
    const reply = await post(url, { 'Content-Type': 'text/plain' }, urls.join('\n'), signal);
    if (typeof reply === 'string') return nothing(reply);
    const { success, remain, notSameSite, notValid, message } = parseReply(reply.text);
    if (reply.status === 200 && success !== undefined) {
      const refused = [
        ...notSameSite.map((each) => ({ url: each, why: '不是本站的网址' })),
        ...notValid.map((each) => ({ url: each, why: '网址不合法' })),
      ];
      const fine = urls.filter((each) => !refused.some(({ url: bad }) => bad === each));
      const used = `今天的配额用完了（剩余 ${remain ?? 0}），其余的明天再送`;
      const stopped = success < fine.length || remain === 0 ? used : undefined;
      return { accepted: fine.slice(0, success), refused, stopped };
    }
    if (message === 'over quota' && urls.length > 1) return halved(urls, signal);
    return nothing(reasonOf(reply.status, hidden(message ?? reply.text.slice(0, 200))));
  };

  /** The first half, and where that is taken the second. */
  const halved = async (urls: readonly string[], signal: AbortSignal): Promise<Answer> => {
    const middle = Math.ceil(urls.length / 2);
    const first = await submit(urls.slice(0, middle), signal);
    if (first.stopped !== undefined) return first;
    const second = await submit(urls.slice(middle), signal);
    return {
      accepted: [...first.accepted, ...second.accepted],
      refused: [...first.refused, ...second.refused],
      stopped: second.stopped,
    };
  };

  return { id: 'baidu', name: '百度', atOnce: 2000, submit };
}

const nothing = (stopped: string): Answer => ({ accepted: [], refused: [], stopped });

function reasonOf(status: number, message: string): string {
  const known: Readonly<Record<string, string>> = {
    'over quota': '今天的配额用完了，明天再送',
    'token is not valid': 'BAIDU_TOKEN 不对：请到百度搜索资源平台的“普通收录 → API 提交”里抄一遍',
    'site error': '站点没有在百度搜索资源平台验证过，或者 BAIDU_SITE 写得不一样',
    'empty content': '没有收到网址',
  };
  return known[message] ?? `回答 ${status}：${message}`;
}

/** The answer's fields, as far as they are there. */
function parseReply(text: string) {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  const field = (name: string): unknown => {
    const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    return entries.find(([key]) => key === name)?.[1];
  };
  const number = (name: string): number | undefined => {
    const found = field(name);
    return typeof found === 'number' ? found : undefined;
  };
  const texts = (name: string): string[] => {
    const found = field(name);
    return Array.isArray(found) ? found.filter((each) => typeof each === 'string') : [];
  };
  const message = field('message');
  return {
    success: number('success'),
    remain: number('remain'),
    notSameSite: texts('not_same_site'),
    notValid: texts('not_valid'),
    message: typeof message === 'string' ? message : undefined,
  };
}
