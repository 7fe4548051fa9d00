import { type Problem, problem, sortProblems } from '../problems/problem.ts';
import { addressOfFile } from './addresses.ts';
import type { Article } from './article.ts';
import { Assets } from './assets.ts';
import type { Surroundings } from './body-resolver.ts';
import type { Content, Unread } from './content.ts';
import { attempt, type ContentFiles, findContentFiles, top } from './content-files.ts';
import { checkFileNames } from './file-names.ts';
import { parseArticle, type Registries } from './read-article.ts';
import { parseWholeFile } from './read-document.ts';
import { readFile } from './read-file.ts';
import { type FileSource, readPages, readTopics, readZones } from './read-profiles.ts';
import { parseRedirects } from './read-redirects.ts';
import { parseChannels, parseRegions, parseSources } from './read-registries.ts';
import { parseSite, parseSiteUrl } from './read-site.ts';
import type { Sheet } from './sheet.ts';

export interface ContentOptions {
  /** Absolute path of the content folder. */
  readonly root: string;
  /** Stands in for site.yaml's url. */
  readonly baseUrl: string | undefined;
}

const NO_FILES: ContentFiles = {
  registries: new Set(),
  zones: [],
  topics: [],
  pages: [],
  articles: [],
  assets: new Set(),
};
/** Articles between two reports of progress. */
const STEP = 250;

/**
 * Reads the whole content folder: its facts, and everything that is wrong in any file as problems. Throws only
 * what is the machine's fault, and for a `baseUrl` that is none.
 */
export async function readContent(
  { root, baseUrl }: ContentOptions,
  onProgress?: (done: number, total: number) => void,
): Promise<Content> {
  const base = baseUrl === undefined ? undefined : parseSiteUrl(baseUrl);
  if (baseUrl !== undefined && !base) throw new TypeError(`not the address of a site: ${baseUrl}`);
  const problems: Problem[] = [];
  const folder = findContentFiles(root, problems);
  const files = folder ?? NO_FILES;
  const read = (file: string): Buffer | undefined =>
    attempt(file, problems, () => readFile(`${root}/${file}`));
  const sheetOf = (file: string): Sheet | undefined => {
    const bytes = files.registries.has(file) ? read(file) : undefined;
    return bytes && parseWholeFile(bytes, file, problems);
  };
  if (folder) reportMissing(folder, problems);
  for (const list of [files.zones, files.topics, files.pages]) checkFileNames(list, problems);
  const homeless = checkFileNames(files.articles, problems);

  const { site, own } = parseSite(sheetOf('site.yaml'), base);
  const channels = parseChannels(sheetOf('channels.yaml'));
  const regions = parseRegions(sheetOf('regions.yaml'));
  const sources = parseSources(sheetOf('sources.yaml'));
  const redirects = sheetOf('redirects.csv');
  const around: Surroundings = {
    site,
    ownPlaces: base ? [own, base] : [own],
    assets: new Assets(root, files.assets),
  };
  const source: FileSource = { read, around, problems };
  const zones = readZones(files.zones, source, regions);
  const topics = readTopics(files.topics, source);
  const pages = readPages(files.pages, source, channels);
  const registries: Registries = { channels, regions, zones, topics, sources };
  const titles = new Map<string, string>();
  const articles = readArticles(files.articles, source, registries, titles, onProgress).filter(
    (article) => !homeless.has(article.file),
  );
  return {
    root,
    site,
    channels: channels.items,
    regions: regions.items,
    zones: zones.items,
    topics: topics.items,
    pages,
    sources: sources?.items ?? [],
    redirects: redirects ? parseRedirects(redirects) : [],
    articles,
    articleFiles: files.articles.length,
    unread: listUnread(files, [articles, zones.items, topics.items, pages], titles),
    problems: sortProblems(problems),
  };
}

function listUnread(
  { articles, zones, topics, pages }: ContentFiles,
  facts: readonly (readonly { readonly file: string }[])[],
  titles: ReadonlyMap<string, string>,
): Unread[] {
  const known = new Set(facts.flatMap((list) => list.map(({ file }) => file)));
  const unread = [...articles, ...zones, ...topics, ...pages].filter((file) => !known.has(file));
  return unread.flatMap((file) => {
    const address = addressOfFile(file);
    return address === undefined ? [] : [{ address, title: titles.get(file) }];
  });
}

function reportMissing({ registries }: ContentFiles, problems: Problem[]): void {
  const needed = {
    'site.yaml': 'name: 网站名称，url: https://…',
    'channels.yaml': '- {id: …, name: …}',
    'regions.yaml': '- {id: …, name: …}',
  };
  for (const [file, needs] of Object.entries(needed)) {
    if (!registries.has(file)) problems.push(problem('registry-missing', top(file), { value: file, needs }));
  }
}

function readArticles(
  files: readonly string[],
  { read, around, problems }: FileSource,
  registries: Registries,
  titles: Map<string, string>,
  onProgress: ((done: number, total: number) => void) | undefined,
): Article[] {
  const articles: Article[] = [];
  for (const [i, file] of files.entries()) {
    if (onProgress && i % STEP === 0) onProgress(i, files.length);
    const bytes = read(file);
    const article = bytes && parseArticle(bytes, file, registries, around, problems, titles);
    if (article) articles.push(article);
  }
  onProgress?.(files.length, files.length);
  return articles;
}
