import { type Problem, sortProblems } from '../problems/problem.ts';
import type { YearSpan } from '../site/year-span.ts';
import { addressOfFile } from './addresses.ts';
import { ArticleMemory } from './article-memory.ts';
import type { Content, Unread } from './content.ts';
import { type ContentFiles, findContentFiles } from './content-files.ts';
import { checkFileNames } from './file-names.ts';
import { hashOfReader, readArticles } from './read-articles.ts';
import { type Ground, readGround, reportMissing } from './read-ground.ts';
import { parseSiteUrl } from './read-site.ts';
import { type ArticlesRead, readSlice } from './read-slice.ts';

export interface ContentOptions {
  /** Absolute path of the content folder. */
  readonly root: string;
  /** Stands in for site.yaml's url. */
  readonly baseUrl: string | undefined;
  /** Folder of the compiled code: where it is given, a large archive is read in two threads. */
  readonly compiledRoot?: string;
  /** Adds the warnings of copy-editing, which nothing remembers. */
  readonly proof?: boolean;
  /** Folder that remembers the articles of the last run. */
  readonly memory?: string;
  /** The years whose texts are needed; those of others are read again when they are asked for. */
  readonly years?: YearSpan | undefined;
}

const NO_FILES: ContentFiles = {
  registries: new Set(),
  zones: [],
  topics: [],
  pages: [],
  articles: [],
  assets: new Set(),
};

/**
 * Reads the whole content folder: its facts, and everything that is wrong in any file as problems. Throws only
 * what is the machine's fault, and for a `baseUrl` that is none.
 */
export async function readContent(
  { root, baseUrl, compiledRoot, proof = false, years, memory: folderOfMemory }: ContentOptions,
  onProgress?: (done: number, total: number) => void,
): Promise<Content> {
  const base = baseUrl === undefined ? undefined : parseSiteUrl(baseUrl);
  if (baseUrl !== undefined && !base) throw new TypeError(`not the address of a site: ${baseUrl}`);
  const folder = readFolder(root);
  const { files } = folder;
  const problems: Problem[] = [];
  const ground = readGround(root, files, base, problems, undefined, proof);
  const memory =
    folderOfMemory === undefined || proof
      ? undefined
      : new ArticleMemory(folderOfMemory, root, groundKey(ground, base, compiledRoot));
  const data = { root, files, base, proof };
  const read = await readArticles(ground, data, { compiledRoot, memory, years }, onProgress);
  memory?.write();
  return contentOf(root, folder, { ground, problems }, read);
}

/** The content folder as it was found: what lies in it, and what is wrong with places and names. */
export interface Folder {
  readonly files: ContentFiles;
  /** Articles without an address of their own. */
  readonly homeless: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

export function readFolder(root: string): Folder {
  const problems: Problem[] = [];
  const found = findContentFiles(root, problems);
  const files = found ?? NO_FILES;
  if (found) reportMissing(found, problems);
  for (const list of [files.zones, files.topics, files.pages]) checkFileNames(list, problems);
  const homeless = checkFileNames(files.articles, problems);
  return { files, homeless, problems };
}

/** Everything that was read, as one value. */
export function contentOf(
  root: string,
  { files, homeless, problems }: Folder,
  below: { readonly ground: Ground; readonly problems: readonly Problem[] },
  read: ArticlesRead,
): Content {
  const { ground } = below;
  const articles = read.articles.filter((article) => !homeless.has(article.file));
  const { channels, regions, zones, topics, sources } = ground.registries;
  return {
    root,
    site: ground.site,
    channels: channels.items,
    regions: regions.items,
    zones: zones.items,
    topics: topics.items,
    pages: ground.pages,
    sources: sources?.items ?? [],
    redirects: ground.redirects,
    articles,
    articleFiles: files.articles.length,
    sketches: read.sketches,
    proofread: (file) => readSlice([file], ground, { proof: true }).problems,
    unread: listUnread(files, [articles, zones.items, topics.items, ground.pages], read.titles),
    problems: sortProblems([...problems, ...below.problems, ...read.problems]),
  };
}

/** What an article's facts follow from beside its own file. */
export function groundKey(
  { site, registries, source }: Ground,
  base: ReturnType<typeof parseSiteUrl>,
  compiledRoot: string | undefined,
): string {
  const code = compiledRoot === undefined ? '' : hashOfReader(compiledRoot);
  const { channels, regions, zones, topics, sources } = registries;
  const named = [
    [channels.complete, channels.items.map(({ id, name }) => [id, name])],
    [regions.complete, regions.items.map(({ id, name }) => [id, name])],
    [zones.complete, zones.items.map(({ id, name, region }) => [id, name, region])],
    [topics.complete, topics.items.map(({ id, title }) => [id, title])],
    [sources?.complete, sources?.items],
  ];
  return JSON.stringify([
    code,
    base,
    site.timeZone,
    site.url,
    site.domain,
    site.basePath,
    named,
    [...source.around.off],
  ]);
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
