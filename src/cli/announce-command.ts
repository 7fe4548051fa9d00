import fs from 'node:fs';
import path from 'node:path';
import { announceUrls } from '../announce/announce-urls.ts';
import { announcedUrls } from '../announce/announced-urls.ts';
import { baidu } from '../announce/baidu.ts';
import type { Engine } from '../announce/engine.ts';
import { indexNow, isIndexNowKey } from '../announce/indexnow.ts';
import { readUnsent } from '../announce/unsent.ts';
import { readSiteAddresses } from '../build/site-addresses.ts';
import { OutputRefused } from '../publish/output-folder.ts';
import { parseOptions, WrongUsage } from './arguments.ts';
import { interruption } from './interrupt.ts';
import { grouped } from './progress.ts';
import { readManifestFile } from './publish-command.ts';

/** `announce`: tells search engines which pages are new or changed. Sends nothing without `--send`. */
export async function runAnnounce(words: readonly string[]): Promise<number> {
  const { values } = parseOptions(words, {
    manifest: 'string',
    output: 'string',
    cache: 'string',
    'new-only': 'boolean',
    send: 'boolean',
  });
  const output = path.resolve(values.output ?? '_site');
  const cache = path.resolve(values.cache ?? '.cache');
  const manifest = values.manifest === undefined ? undefined : readManifestFile(values.manifest);
  const site = readSiteAddresses(output);
  if (!site) throw new OutputRefused(`${output} 里没有网站，请先运行 npm run build`);
  const changed = values['new-only'] ? [] : (manifest?.changed ?? []);
  const urls = announcedUrls(site, { added: manifest?.added ?? [], changed });
  const unsent = readUnsent(cache);
  const there = new Set(site.addresses.map((address) => site.base + address.slice(1)));
  const told = ({ id }: Pick<Engine, 'id'>): string[] => [
    ...new Set([...urls, ...unsent[id].filter((url) => there.has(url))]),
  ];
  const engines = [openIndexNow(site.base, output), openBaidu(site.base)].filter(
    (engine) => engine !== undefined,
  );

  if (!values.send) {
    const all = new Set([...urls, ...told({ id: 'indexnow' }), ...told({ id: 'baidu' })]);
    for (const url of all) console.log(url);
    const names = engines.map(({ name }) => name).join('、');
    console.error(
      `预演，什么也没有送出：${grouped(all.size)} 个网址。加 --send 会送给：${names === '' ? '（没有一家，要先设 INDEXNOW_KEY 或 BAIDU_TOKEN 环境变量）' : names}`,
    );
    return 0;
  }
  if (engines.length === 0)
    throw new WrongUsage('要送给哪一家？请设环境变量 INDEXNOW_KEY（IndexNow）或 BAIDU_TOKEN（百度）');
  const signal = interruption();
  let failed = 0;
  for (const engine of engines) {
    const { accepted, refused, left, stopped } = await announceUrls(engine, told(engine), cache, signal);
    console.log(`${engine.name}：收下 ${grouped(accepted)} 个网址`);
    for (const { url, why } of refused) console.error(`${engine.name} 不收 ${url}：${why}`);
    if (left.length > 0) {
      console.error(`${engine.name}：${stopped ?? '没有收下'}。没有送到 ${grouped(left.length)} 个：`);
      for (const url of left.slice(0, mostNamed)) console.error(`  ${url}`);
      if (left.length > mostNamed) console.error(`  …… 都记在 ${path.join(cache, 'announce.json')}`);
      console.error('它们已经记下，再运行一次 npm run announce -- --send 就会再送。');
    }
    failed += left.length + refused.length;
  }
  return failed === 0 ? 0 : 3;
}

/** Addresses that were not taken are named up to here. */
const mostNamed = 20;

function openIndexNow(base: string, output: string): Engine | undefined {
  const key = process.env.INDEXNOW_KEY;
  if (key === undefined || key === '') return undefined;
  if (!isIndexNowKey(key)) throw new WrongUsage('INDEXNOW_KEY 要是 8 到 128 个字母、数字或短横线');
  return indexNow({
    endpoint: endpoint('INDEXNOW_ENDPOINT', 'https://api.indexnow.org/indexnow'),
    key,
    base,
    keyFile: holdsKeyFile(output, key),
  });
}

function openBaidu(base: string): Engine | undefined {
  const token = process.env.BAIDU_TOKEN;
  if (token === undefined || token === '') return undefined;
  return baidu({
    endpoint: endpoint('BAIDU_ENDPOINT', 'https://data.zz.baidu.com/urls'),
    token,
    site: process.env.BAIDU_SITE ?? new URL(base).origin,
  });
}

function endpoint(name: string, usual: string): URL {
  const text = process.env[name] ?? usual;
  if (!URL.canParse(text)) throw new WrongUsage(`环境变量 ${name} 不是网址`);
  return new URL(text);
}

/** Engines look for the key at the site. */
function holdsKeyFile(output: string, key: string): boolean {
  const file = path.join(output, `${key}.txt`);
  return fs.existsSync(file) && fs.readFileSync(file, 'utf8').trim() === key;
}
