import fs from 'node:fs';
import path from 'node:path';
import { encode } from './encode.ts';

/** Files of an old site, by their addresses. */
export type OldPages = Readonly<Record<string, Buffer>>;

const page = (name: string, charset: Parameters<typeof encode>[1]): Buffer =>
  encode(fs.readFileSync(`tests/import/old-pages/${name}.html`, 'utf8'), charset);

const picture = fs.readFileSync('tests/site/fixture/content/news/2024/11/every-key/cover.png');

/** One site of pages by many systems, in the encodings that they had. Its pictures have wrong types. */
export const oldPages: OldPages = {
  '/index.html': page('dede-home', 'gbk'),
  '/kfqxw/index.html': page('dede-list', 'gbk'),
  '/plus/view.php?aid=524': page('dede-424', 'gbk'),
  '/plus/view.php?aid=524&pageno=2': page('dede-424-2', 'gbk'),
  '/plus/view.php?aid=525': page('dede-425', 'gbk'),
  '/plus/search.php?q=x': page('dede-search', 'gbk'),
  '/html/88.html': page('empire-88', 'gbk'),
  '/html/9.htm': page('big5-9', 'big5'),
  '/html/jump.html': page('jump', 'gbk'),
  '/html/damaged.html': page('damaged', 'utf-8'),
  '/html/404.html': page('404', 'gbk'),
  '/main.html': page('frames', 'gbk'),
  '/tzzc/hubei/t20170608_2964829.html': page('trs-t20170608_2964829', 'utf-8'),
  '/zwgk/art/2026/1/23/art_12_345.html': page('jcms-art_12_345', 'utf-8'),
  '/uploads/allimg/120413/1_0926.jpg': picture,
  '/tzzc/hubei/W020170608.png': picture,
  '/zwgk/art/2026/1/23/ke.png': picture,
  '/d/file/2016/shenqing.doc': Buffer.from('document'),
};

/** As wget mirrors it: a folder of the host's name. */
export function writeOldSite(folder: string, pages: OldPages = oldPages): void {
  for (const [address, bytes] of Object.entries(pages)) {
    const file = path.join(folder, 'www.laotoucu.cn', address);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, bytes);
  }
}
