import fs from 'node:fs';
import path from 'node:path';
import { channels, regions, zones } from './corpus-words.mjs';

/** @typedef {import('./corpus.mjs').Article} Article */

/**
 * How one builder wants the same archive.
 * @typedef {object} Format
 * @property {(article: Article) => string} file its path in the builder's folder
 * @property {(article: Article) => string} text
 * @property {(folder: string) => void} writeRest all that is not an article
 */

/** @type {Format} */
export const contentFolder = {
  file: ({ id, date }) => `content/news/${date.slice(0, 4)}/${date.slice(5, 7)}/${id}.md`,
  text: ({ title, date, source, channel, zone, paragraphs }) =>
    document({ title, date, source, channel, zone }, paragraphs),
  writeRest(folder) {
    const content = path.join(folder, 'content');
    fs.mkdirSync(path.join(content, 'zones'), { recursive: true });
    /** @type {(file: string, text: string) => void} */
    const write = (file, text) => fs.writeFileSync(path.join(content, file), text);
    write('site.yaml', 'name: 开放园区档案\nurl: https://archive.example.cn/\n');
    write(
      'channels.yaml',
      channels
        .map(
          (name, at) => `- id: ${id('channel', at)}\n  name: ${name}\n  description: ${name}栏目的稿件。\n`,
        )
        .join(''),
    );
    write('regions.yaml', regions.map((name, at) => `- id: ${id('region', at)}\n  name: ${name}\n`).join(''));
    for (const [at, name] of zones.entries()) {
      const region = regions[Math.floor(at / 3)] ?? '';
      write(
        `zones/${id('zone', at)}.md`,
        document({ name, region }, [`${name}位于${region}，为测速而虚构。`]),
      );
    }
  },
};

/** @type {Format} */
export const hugoContent = {
  file: (article) => `content/news/${article.id}.md`,
  text: ({ title, date, source, channel, region, zone, paragraphs }) =>
    document(
      { title, date: `${date.replace(' ', 'T')}:00+08:00`, source, channel, region, zone },
      paragraphs,
    ),
  writeRest(folder) {
    fs.cpSync(path.join(import.meta.dirname, 'hugo-site'), folder, { recursive: true });
    fs.mkdirSync(path.join(folder, 'data'));
    fs.writeFileSync(path.join(folder, 'data', 'channels.json'), JSON.stringify(channels));
  },
};

/**
 * @param {Readonly<Record<string, string>>} facts
 * @param {readonly string[]} paragraphs
 */
function document(facts, paragraphs) {
  const lines = Object.entries(facts).map(([key, value]) => `${key}: ${value}`);
  return `---\n${lines.join('\n')}\n---\n\n${paragraphs.join('\n\n')}\n`;
}

/** @type {(kind: string, at: number) => string} */
const id = (kind, at) => `${kind}-${String(at + 1).padStart(2, '0')}`;
