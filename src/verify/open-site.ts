import fs from 'node:fs';
import path from 'node:path';
import { isData } from './check-data.ts';

/** The folder is missing, or no site of ours: exit 3. */
export class NotASite extends Error {
  override readonly name = 'NotASite';
}

/** A built site, as it lies in its folder. */
export interface OpenedSite {
  readonly output: string;
  /** Where it stands: `https://host/sub/`. */
  readonly url: string;
  /** All files, sorted. */
  readonly files: readonly string[];
  /** Those that are HTML, redirects at old addresses (`about.asp`) too. */
  readonly pages: readonly string[];
  /** The date of the newest article, as its feed or its month's JSON says; undefined where neither does. */
  readonly newest: string | undefined;
}

const noPages = /\.(?:xml|json|txt|css|js|png|jpe?g|gif|webp|avif|svg|pdf|mp4|webm)$/i;

/** @throws {NotASite} */
export function openSite(output: string): OpenedSite {
  if (!fs.statSync(output, { throwIfNoEntry: false })?.isDirectory())
    throw new NotASite(`没有 ${output} 这个文件夹，请先运行 npm run build`);
  if (!fs.existsSync(path.join(output, '.investchn')))
    throw new NotASite(`${output} 不是本程序生成的网站（没有标记 .investchn）`);
  const files = listFiles(output);
  const url = urlOf(output);
  if (url === undefined) throw new NotASite(`${output} 里看不出网站的地址，请重新生成网站`);
  return {
    output,
    url,
    files,
    pages: files.filter((file) => isPage(output, file)),
    newest: newestOf(output, files),
  };
}

function listFiles(folder: string): string[] {
  const files: string[] = [];
  const into = (below: string): void => {
    for (const entry of fs.readdirSync(path.join(folder, below), { withFileTypes: true })) {
      if (entry.isDirectory()) into(`${below}${entry.name}/`);
      else if (entry.isFile()) files.push(below + entry.name);
    }
  };
  into('');
  return files.sort();
}

function isPage(output: string, file: string): boolean {
  if (file.endsWith('.html')) return true;
  if (/^(?:pagefind|assets)\//.test(file) || noPages.test(file) || !file.includes('.')) return false;
  const handle = fs.openSync(path.join(output, file), 'r');
  try {
    const start = Buffer.alloc(15);
    fs.readSync(handle, start, 0, start.length, 0);
    return start.toString().toLowerCase() === '<!doctype html>';
  } finally {
    fs.closeSync(handle);
  }
}

/** What most of the places say in which a site names its own address: one of them may be wrong. */
function urlOf(output: string): string | undefined {
  const places = [
    ['index.html', /<link rel="canonical" href="([^"]+)">/],
    ['index.html', /<meta property="og:url" content="([^"]+)">/],
    ['feed.json', /"home_page_url": ?"([^"]+)"/],
    ['feed.xml', /<id>([^<]+)<\/id>/],
    ['robots.txt', /^Sitemap: (\S+\/)sitemap\.xml$/m],
    ['sitemap.xml', /<loc>([^<]+\/)sitemaps\//],
  ] as const;
  const votes = new Map<string, number>();
  for (const [file, form] of places) {
    const url = form.exec(readOr(path.join(output, file), ''))?.[1];
    if (url?.endsWith('/') && URL.canParse(url)) votes.set(url, (votes.get(url) ?? 0) + 1);
  }
  return [...votes].sort(([, a], [, b]) => b - a)[0]?.[0];
}

function newestOf(output: string, files: readonly string[]): string | undefined {
  const dates: string[] = [];
  const feed = parsed(readOr(path.join(output, 'feed.json'), ''));
  for (const item of isData(feed) && Array.isArray(feed.items) ? feed.items : [])
    if (isData(item) && typeof item.date_published === 'string') dates.push(item.date_published);
  const months = files.filter((file) => /^news\/\d{4}\/\d\d\/index\.json$/.test(file));
  for (const file of months.slice(-2)) {
    const month = parsed(readOr(path.join(output, file), ''));
    for (const article of isData(month) && Array.isArray(month.articles) ? month.articles : [])
      if (isData(article) && typeof article.date === 'string') dates.push(article.date);
  }
  // `2020-01-23 15:30` and `2020-01-23T15:30:00+08:00` are of one zone.
  return dates
    .map((date) => date.slice(0, 16).replace('T', ' '))
    .sort()
    .at(-1);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readOr(file: string, otherwise: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return otherwise;
  }
}
