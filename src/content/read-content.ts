import { type Problem, sortProblems } from '../problems/problem.ts';
import { addressOfFile } from './addresses.ts';
import { ArticleMemory } from './article-memory.ts';
import type { Content, Unread } from './content.ts';
import { type ContentFiles, findContentFiles } from './content-files.ts';
import { checkFileNames } from './file-names.ts';
import { hashOfReader, readArticles } from './read-articles.ts';
import { type Ground, readGround, reportMissing } from './read-ground.ts';
import { parseSiteUrl } from './read-site.ts';

export interface ContentOptions {
  /** Absolute path of the content folder. */
  readonly root: string;
  /** Stands in for site.yaml's url. */
  readonly baseUrl: string | undefined;
  /** Folder of the compiled code: where it is given, a large archive is read in two threads. */
  readonly compiledRoot?: string;
  /** Folder that remembers the articles of the last run. */
  readonly memory?: string;
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
  { root, baseUrl, compiledRoot, memory: folderOfMemory }: ContentOptions,
  onProgress?: (done: number, total: number) => void,
): Promise<Content> {
  const base = baseUrl === undefined ? undefined : parseSiteUrl(baseUrl);
  if (baseUrl !== undefined && !base) throw new TypeError(`not the address of a site: ${baseUrl}`);
  const problems: Problem[] = [];
  const folder = findContentFiles(root, problems);
  const files = folder ?? NO_FILES;
  if (folder) reportMissing(folder, problems);
  for (const list of [files.zones, files.topics, files.pages]) checkFileNames(list, problems);
  const homeless = checkFileNames(files.articles, problems);

  const ground = readGround(root, files, base, problems);
  const memory =
    folderOfMemory === undefined
      ? undefined
      : new ArticleMemory(folderOfMemory, root, groundKey(ground, base, compiledRoot));
  const read = await readArticles(ground, { root, files, base }, { compiledRoot, memory }, onProgress);
  memory?.write();
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
    unread: listUnread(files, [articles, zones.items, topics.items, ground.pages], read.titles),
    problems: sortProblems([...problems, ...read.problems]),
  };
}

/** What an article's facts follow from beside its own file. */
function groundKey(
  { site, registries }: Ground,
  base: ReturnType<typeof parseSiteUrl>,
  compiledRoot: string | undefined,
): string {
  const code = compiledRoot === undefined ? '' : hashOfReader(compiledRoot);
  const { channels, regions, zones, topics, sources } = registries;
  const lists = [channels, regions, sources].map((registry) => [registry?.complete, registry?.items]);
  const named = [
    [zones.complete, zones.items.map(({ id, name, region }) => [id, name, region])],
    [topics.complete, topics.items.map(({ id, title }) => [id, title])],
  ];
  return JSON.stringify([code, base, site, lists, named]);
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
