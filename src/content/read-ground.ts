import { type Problem, problem } from '../problems/problem.ts';
import { NameList } from '../proof/check-names.ts';
import { digitsOf } from '../proof/check-numbers.ts';
import { type Term, TermList } from '../proof/check-terms.ts';
import type { Proofreader } from '../proof/proof-text.ts';
import type { Site } from '../site/site.ts';
import { Assets } from './assets.ts';
import { attempt, type ContentFiles, top } from './content-files.ts';
import { ProofDesk, type ProofSheet } from './proof-desk.ts';
import type { Registries } from './read-article.ts';
import { parseWholeFile } from './read-document.ts';
import { readFile } from './read-file.ts';
import { type FileSource, readPages, readTopics, readZones } from './read-profiles.ts';
import { parseRedirects } from './read-redirects.ts';
import { parseChannels, parseRegions, parseSources, parseTerms } from './read-registries.ts';
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
  /** Copy-editing with what is known of the site; its tables are made when it is first asked for. */
  readonly desk: () => ProofDesk;
  /** For reading what stands on it. Its problems are those of the ground so far. */
  readonly source: FileSource;
}

/**
 * Reads everything but the articles. `base` stands in for site.yaml's url, `instead` for the bytes of files,
 * articles too that are read from it later. `proof` adds the warnings of copy-editing.
 */
export function readGround(
  root: string,
  files: ContentFiles,
  base: ReturnType<typeof parseSiteUrl>,
  problems: Problem[],
  instead: ReadonlyMap<string, Buffer> = new Map(),
  proof = false,
): Ground {
  const read: FileSource['read'] = (file, into) =>
    instead.get(file) ?? attempt(file, into, () => readFile(`${root}/${file}`));
  const sheetOf = (file: string): Sheet | undefined => {
    const bytes = files.registries.has(file) ? read(file, problems) : undefined;
    return bytes && parseWholeFile(bytes, file, problems);
  };
  const { site, own, off } = parseSite(sheetOf('site.yaml'), base);
  const channels = parseChannels(sheetOf('channels.yaml'));
  const regions = parseRegions(sheetOf('regions.yaml'));
  const sources = parseSources(sheetOf('sources.yaml'));
  const terms = parseTerms(sheetOf('terms.yml'));
  const redirects = sheetOf('redirects.csv');
  const around = {
    site,
    ownPlaces: base ? [own, base] : [own],
    assets: new Assets(root, files.assets),
    off,
  };
  const sheets: ProofSheet[] = [];
  const source: FileSource = {
    read,
    around,
    problems,
    ...(proof && { onSheet: (sheet) => sheets.push(sheet) }),
  };
  const zones = readZones(files.zones, source, regions);
  const topics = readTopics(files.topics, source);
  const pages = readPages(files.pages, source, channels);
  let made: ProofDesk | undefined;
  const desk = (): ProofDesk => {
    if (made) return made;
    const named = [channels, regions, zones, ...(sources ? [sources] : [])].flatMap(namesOf);
    const names = [...named, ...topics.items.map(({ title }) => title)];
    made = new ProofDesk(proofreaderOf(site, terms, names, zones.items), off);
    return made;
  };
  for (const sheet of sheets) desk().proof(sheet);
  return {
    site,
    registries: { channels, regions, zones, topics, sources },
    pages,
    redirects: redirects ? parseRedirects(redirects) : [],
    desk,
    source,
  };
}

const namesOf = ({ items }: { readonly items: readonly { readonly name: string }[] }): string[] =>
  items.map(({ name }) => name);

function proofreaderOf(
  { contact }: Site,
  terms: readonly Term[],
  names: readonly string[],
  zones: readonly Zone[],
): Proofreader {
  const numbers = [contact.phone, contact.fax, ...zones.map(({ phone }) => phone)];
  return {
    terms: new TermList(terms),
    names: new NameList(names),
    ownNumbers: new Set(numbers.map((number) => digitsOf(number ?? ''))),
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
