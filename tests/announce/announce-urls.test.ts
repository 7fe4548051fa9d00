import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { announceUrls } from '../../src/announce/announce-urls.ts';
import { baidu } from '../../src/announce/baidu.ts';
import type { Engine } from '../../src/announce/engine.ts';
import { indexNow, isIndexNowKey } from '../../src/announce/indexnow.ts';
import { readUnsent } from '../../src/announce/unsent.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { baiduWith, engineServer } from './engine-server.ts';

const base = 'https://host.example/sub/';
const key = 'Key-0123456789';
const token = 'tOkEn/with+signs';
const urlsOf = (count: number): string[] =>
  Array.from({ length: count }, (_, n) => `${base}news/2020/01/a-${n}/`);
const signal = new AbortController().signal;

const tell = (engine: Engine, urls: readonly string[], cache = temporaryFolder()) =>
  announceUrls(engine, urls, cache, signal);

describe('IndexNow', () => {
  const open = (endpoint: URL, keyFile = true) => indexNow({ endpoint, key, base, keyFile });

  test.each([200, 202])('%i: taken, in messages of at most 10,000 addresses', async (status) => {
    const { endpoint, received } = await engineServer(() => ({ status }));
    const urls = urlsOf(10_001);
    const cache = temporaryFolder();
    const told = await tell(open(endpoint), urls, cache);
    expect(told).toEqual({ accepted: 10_001, refused: [], left: [], stopped: undefined });
    const [first, second] = received.map(({ body }) => JSON.parse(body));
    expect(first).toEqual({
      host: 'host.example',
      key,
      keyLocation: `${base}${key}.txt`,
      urlList: urls.slice(0, 10_000),
    });
    expect(second.urlList).toEqual(urls.slice(10_000));
    expect(received[0]?.type).toBe('application/json; charset=utf-8');
    expect(readUnsent(cache).indexnow).toEqual([]);
  });

  test.each([
    [400, '格式不对'],
    [403, '密钥不对'],
    [422, '不属于这个主机'],
    [429, '过些时候再送'],
    [503, '503'],
    [302, '302'],
  ])('%i: told why, nothing more is sent, and kept for the next run', async (status, why) => {
    const { endpoint, received } = await engineServer(() => ({ status, body: 'no' }));
    const cache = temporaryFolder();
    const urls = urlsOf(10_001);
    const { accepted, left, stopped } = await tell(open(endpoint), urls, cache);
    expect([accepted, left, received.length]).toEqual([0, urls, 1]);
    expect(stopped).toContain(why);
    expect(stopped).not.toContain(key);
    expect(readUnsent(cache).indexnow).toEqual(urls);
  });

  test('a line that breaks: told, and kept', async () => {
    const { endpoint } = await engineServer(() => 'silence');
    const { stopped, left } = await tell(open(endpoint), urlsOf(3));
    expect(stopped).toContain('连不上');
    expect(left).toEqual(urlsOf(3));
  });

  test('a second message that fails leaves only its own addresses for the next run', async () => {
    let messages = 0;
    const { endpoint } = await engineServer(() => ({ status: ++messages === 1 ? 200 : 429 }));
    const cache = temporaryFolder();
    const urls = urlsOf(10_005);
    const { accepted, left } = await tell(open(endpoint), urls, cache);
    expect([accepted, left]).toEqual([10_000, urls.slice(10_000)]);
    expect(readUnsent(cache).indexnow).toEqual(urls.slice(10_000));
  });

  test('a site without the key’s file: nothing is sent', async () => {
    const { endpoint, received } = await engineServer(() => ({ status: 200 }));
    const { stopped, left } = await tell(open(endpoint, false), urlsOf(2));
    expect(stopped).toContain('public/$INDEXNOW_KEY.txt');
    expect([left.length, received.length]).toEqual([2, 0]);
  });

  test.each([
    ['a2b4c6d8', true],
    ['a'.repeat(128), true],
    ['short', false],
    ['a'.repeat(129), false],
    ['no/slash-0123', false],
  ])('key %s', (text, fine) => {
    expect(isIndexNowKey(text)).toBe(fine);
  });
});

describe('Baidu', () => {
  const open = (endpoint: URL, with_: Partial<{ token: string; site: string }> = {}) =>
    baidu({ endpoint, token, site: 'https://host.example', ...with_ });

  test('an address a line, at most 2,000 in a message', async () => {
    const quota = { left: 100_000 };
    const { endpoint, received } = await engineServer(baiduWith(quota, token));
    const urls = urlsOf(2003);
    const told = await tell(open(endpoint), urls);
    expect(told).toEqual({ accepted: 2003, refused: [], left: [], stopped: undefined });
    expect(received.map(({ body }) => body)).toEqual([
      urls.slice(0, 2000).join('\n'),
      urls.slice(2000).join('\n'),
    ]);
    expect(received[0]?.type).toBe('text/plain');
  });

  test('addresses of another site and wrong ones are named, and not sent again', async () => {
    const { endpoint } = await engineServer(baiduWith({ left: 100 }, token));
    const cache = temporaryFolder();
    const urls = [...urlsOf(2), 'https://other.example/a/', 'no address'];
    const { accepted, refused, left } = await tell(open(endpoint), urls, cache);
    expect([accepted, left]).toEqual([2, []]);
    expect(refused).toEqual([
      { url: 'https://other.example/a/', why: '不是本站的网址' },
      { url: 'no address', why: '网址不合法' },
    ]);
    expect(readUnsent(cache).baidu).toEqual([]);
  });

  test.each([0, 1, 7, 10, 99])(
    'a quota of %i of 100: so many are taken, the rest waits for tomorrow',
    async (left) => {
      const quota = { left };
      const { endpoint } = await engineServer(baiduWith(quota, token));
      const cache = temporaryFolder();
      const urls = urlsOf(100);
      const told = await tell(open(endpoint), urls, cache);
      expect(told.accepted).toBe(left);
      expect(quota.left).toBe(0);
      expect(told.left).toEqual(urls.slice(left));
      expect(told.stopped).toContain('配额用完了');
      quota.left = 1000;
      expect((await tell(open(endpoint), readUnsent(cache).baidu, cache)).accepted).toBe(100 - left);
    },
  );

  test('a quota that ends with the last address is no failure', async () => {
    const { endpoint } = await engineServer(baiduWith({ left: 3 }, token));
    expect(await tell(open(endpoint), urlsOf(3))).toEqual({
      accepted: 3,
      refused: [],
      left: [],
      stopped: undefined,
    });
  });

  test.each<[string, Partial<{ token: string; site: string }>, string]>([
    ['a wrong token', { token: 'wrong-token' }, 'BAIDU_TOKEN'],
    ['a site that is not registered', { site: 'http://host.example' }, 'BAIDU_SITE'],
  ])('%s: told what to do, without the token', async (_, more, said) => {
    const { endpoint } = await engineServer(baiduWith({ left: 100 }, token));
    const { stopped, left } = await tell(open(endpoint, more), urlsOf(3));
    expect(stopped).toContain(said);
    expect(stopped).not.toContain(more.token ?? token);
    expect(left).toEqual(urlsOf(3));
  });

  test('an answer that is none, with the token in it: told without it', async () => {
    const { endpoint } = await engineServer(({ url }) => ({
      status: 500,
      body: `<html>${url.searchParams.get('token')} failed`,
    }));
    const { stopped } = await tell(open(endpoint), urlsOf(1));
    expect(stopped).toContain('500');
    expect(stopped).not.toContain(token);
  });

  test('a token that is not right by 400 is the same', async () => {
    const body = JSON.stringify({ error: 400, message: 'token is not valid' });
    const { endpoint } = await engineServer(() => ({ status: 400, body }));
    expect((await tell(open(endpoint), urlsOf(1))).stopped).toContain('BAIDU_TOKEN');
  });
});

test('what was kept and cannot be read counts as none', () => {
  const cache = temporaryFolder();
  fs.writeFileSync(path.join(cache, 'announce.json'), '{"baidu": [1, "https://a/"], "inde');
  expect(readUnsent(cache)).toEqual({ indexnow: [], baidu: [] });
  fs.writeFileSync(path.join(cache, 'announce.json'), '{"baidu": [1, "https://a/"]}');
  expect(readUnsent(cache)).toEqual({ indexnow: [], baidu: ['https://a/'] });
});
