import fs from 'node:fs';
import path from 'node:path';
import type { Moment } from '../site/clock.ts';
import { pinyinSlug } from './pinyin-slug.ts';
import { isListPage } from './reserved-names.ts';
import { inQuotes } from './yaml-mending.ts';
import { inYaml } from './yaml-text.ts';

/** What a new article says before anybody has written it. Channel, zone and region as front matter may name them. */
export interface NewArticle {
  readonly title: string;
  readonly date: Moment;
  readonly source: string;
  readonly channel: string;
  readonly zone: string | undefined;
  readonly region: string | undefined;
}

/** Stands where the text will: a body without any is a warning. */
const placeholder = '在这里写正文，段落之间空一行。';

/** The file of a new article, a draft. */
export function buildArticleText({ title, date, source, channel, zone, region }: NewArticle): string {
  const facts = { title, date: writtenDate(date), source, channel, zone, region, draft: true };
  return `${buildFrontMatter(facts)}\n${placeholder}\n`;
}

/** A moment as front matter has it. */
export const writtenDate = (date: Moment): string =>
  date.time === undefined ? date.day : `${date.day} ${date.time}`;

/** Keys and values between two fences, in the order given; what is undefined or an empty list is left out. */
export function buildFrontMatter(
  facts: Readonly<Record<string, string | boolean | readonly string[] | undefined>>,
): string {
  const lines = Object.entries(facts).flatMap(([key, value]) => {
    if (value === undefined || value === false || value === '') return [];
    if (value === true) return `${key}: true`;
    if (typeof value === 'string')
      return `${key}: ${key === 'date' || key === 'updated' ? value : inYaml(value)}`;
    return value.length === 0 ? [] : listLines(key, value);
  });
  return `---\n${lines.join('\n')}\n---\n`;
}

/** On one line where it is short. */
function listLines(key: string, items: readonly string[]): string {
  const inFlow = items.map((item) => (/[,[\]{}]/.test(item) ? inQuotes(item) : inYaml(item)));
  const line = `${key}: [${inFlow.join(', ')}]`;
  return line.length <= 110 ? line : `${key}:\n${items.map((item) => `  - ${inYaml(item)}`).join('\n')}`;
}

/**
 * Writes the file of a new article to the folder of its month, named by its title, with `-2`, `-3` … where the name
 * or its address is taken. Nothing that exists is touched, and no link followed out of the content folder `root`.
 * `isTaken` tells of addresses that have no file.
 */
export function writeArticle(
  root: string,
  article: NewArticle,
  isTaken: (address: string) => boolean,
): { readonly file: string; readonly address: string } {
  const month = monthFolder(article.date);
  makeFolder(root, month);
  const text = buildArticleText(article);
  for (let number = 1; ; number++) {
    const slug = pinyinSlug(article.title, number);
    const base = `${month}/${slug}`;
    const file = `${base}.md`;
    const address = `/${base}/`;
    const isFree = !isListPage(slug) && !isTaken(address) && !fs.existsSync(path.join(root, base));
    if (isFree && createFile(path.join(root, file), text)) return { file, address };
  }
}

/** Where the articles of a month lie: `news/2020/01`. */
export const monthFolder = ({ day }: Moment): string => `news/${day.slice(0, 4)}/${day.slice(5, 7)}`;

/** Makes the folders below the content folder; none of them may be a link. */
export function makeFolder(root: string, folder: string): void {
  let at = root;
  for (const name of folder.split('/')) {
    at = path.join(at, name);
    if (!fs.lstatSync(at, { throwIfNoEntry: false })) fs.mkdirSync(at, { recursive: true });
    if (!fs.lstatSync(at).isDirectory())
      throw Object.assign(new Error(`${at} 不是文件夹`), { code: 'ENOTDIR' });
  }
}

/** False where there is something by that name. A file that cannot be written to its end is taken away again. */
export function createFile(file: string, text: string): boolean {
  let descriptor: number;
  try {
    descriptor = fs.openSync(file, 'wx');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
  try {
    fs.writeFileSync(descriptor, text);
  } catch (error) {
    fs.rmSync(file, { force: true });
    throw error;
  } finally {
    fs.closeSync(descriptor);
  }
  return true;
}
