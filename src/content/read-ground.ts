import { type Problem, problem } from '../problems/problem.ts';
import type { Site } from '../site/site.ts';
import { Assets } from './assets.ts';
import { attempt, type ContentFiles, top } from './content-files.ts';
import type { Registries } from './read-article.ts';
import { parseWholeFile } from './read-document.ts';
import { readFile } from './read-file.ts';
import { type FileSource, readPages, readTopics, readZones } from './read-profiles.ts';
import { parseRedirects } from './read-redirects.ts';
import { parseChannels, parseRegions, parseSources } from './read-registries.ts';
import { parseSite, type parseSiteUrl } from './read-site.ts';
import type { Channel, Redirect, Region, Source, StaticPage, Topic, Zone } from './registries.ts';
import type { Registry } from './registry.ts';
import type { Sheet } from './sheet.ts';

/** What articles stand on: the site, its registries and pages. */
export interface Ground {
  readonly site: Site;
  readonly registries: Registries & {
    readonly channels: Registry<Channel>;
    readonly regions: Registry<Region>;
    readonly zones: Registry<Zone>;
    readonly topics: Registry<Topic>;
    readonly sources: Registry<Source> | undefined;
  };
  readonly pages: readonly StaticPage[];
  readonly redirects: readonly Redirect[];
  /** For reading what stands on it. Its problems are those of the ground so far. */
  readonly source: FileSource;
}

/**
 * Reads everything but the articles. `base` stands in for site.yaml's url, `instead` for the bytes of files,
 * articles too that are read from it later.
 */
export function readGround(
  root: string,
  files: ContentFiles,
  base: ReturnType<typeof parseSiteUrl>,
  problems: Problem[],
  instead: ReadonlyMap<string, Buffer> = new Map(),
): Ground {
  const read: FileSource['read'] = (file, into) =>
    instead.get(file) ?? attempt(file, into, () => readFile(`${root}/${file}`));
  const sheetOf = (file: string): Sheet | undefined => {
    const bytes = files.registries.has(file) ? read(file, problems) : undefined;
    return bytes && parseWholeFile(bytes, file, problems);
  };
  const { site, own } = parseSite(sheetOf('site.yaml'), base);
  const channels = parseChannels(sheetOf('channels.yaml'));
  const regions = parseRegions(sheetOf('regions.yaml'));
  const sources = parseSources(sheetOf('sources.yaml'));
  const redirects = sheetOf('redirects.csv');
  const around = {
    site,
    ownPlaces: base ? [own, base] : [own],
    assets: new Assets(root, files.assets),
  };
  const source: FileSource = { read, around, problems };
  const zones = readZones(files.zones, source, regions);
  const topics = readTopics(files.topics, source);
  const pages = readPages(files.pages, source, channels);
  return {
    site,
    registries: { channels, regions, zones, topics, sources },
    pages,
    redirects: redirects ? parseRedirects(redirects) : [],
    source,
  };
}

export function reportMissing({ registries }: ContentFiles, problems: Problem[]): void {
  const needed = {
    'site.yaml': 'name: 网站名称，url: https://…',
    'channels.yaml': '- {id: …, name: …}',
    'regions.yaml': '- {id: …, name: …}',
  };
  for (const [file, needs] of Object.entries(needed)) {
    if (!registries.has(file)) problems.push(problem('registry-missing', top(file), { value: file, needs }));
  }
}
