import { type Problem, problem } from '../problems/problem.ts';
import { addressOfFile, slugOf } from './addresses.ts';
import type { Surroundings } from './body-resolver.ts';
import { top } from './content-files.ts';
import { digestOf } from './digest.ts';
import { type Fields, readFields, type Values, valueAt } from './fields.ts';
import type { PlacedText } from './kinds.ts';
import { Names } from './names.ts';
import { parseYaml } from './parse-yaml.ts';
import type { ProofSheet } from './proof-desk.ts';
import { readAliases, readBody, readCover, resolverFor, summaryOf } from './read-body.ts';
import { type Document, parseDocument } from './read-document.ts';
import type { Channel, Region, StaticPage, Topic, Zone } from './registries.ts';
import { Registry } from './registry.ts';
import { pageFields, topicFields, zoneFields } from './registry-fields.ts';
import { report } from './sheet.ts';
import type { YamlNode } from './yaml-nodes.ts';

/** What files are read with. `read` gives the bytes of a file, good until its next call, or says why not. */
export interface FileSource {
  readonly read: (file: string, problems: Problem[]) => Buffer | undefined;
  readonly around: Surroundings;
  readonly problems: Problem[];
  /** Takes what has been read, for copy-editing. */
  readonly onSheet?: (sheet: ProofSheet) => void;
}

/** zones/<id>.md: a zone without name or known region is left out. */
export function readZones(
  files: readonly string[],
  from: FileSource,
  regions: Registry<Region>,
): Registry<Zone> {
  const names = new Names();
  const zones = files.flatMap((file): Zone[] => {
    const profile = readProfile(zoneFields, file, from, 'name, region');
    if (!profile) return [];
    const { head, values, node, common } = profile;
    const { name, aliases: _, cover: __, summary: ___, region: written, ...facts } = values;
    const region = written === undefined ? undefined : regions.find(written);
    if (written !== undefined && !region && regions.complete) {
      const unknown = { value: written, nearest: regions.nearest(written) };
      report(head, 'region-unknown', valueAt(node, 'region'), unknown);
    }
    if (!name || !names.claimName(name, head) || !region) return [];
    return [{ ...common, ...facts, name: name.text, region: region.id, industries: facts.industries ?? [] }];
  });
  return new Registry(zones, (zone) => zone.name, zones.length === files.length);
}

/** topics/<id>.md */
export function readTopics(files: readonly string[], from: FileSource): Registry<Topic> {
  const names = new Names();
  const topics = files.flatMap((file): Topic[] => {
    const profile = readProfile(topicFields, file, from, 'title');
    const title = profile?.values.title;
    return title && names.claimName(title, profile.head) ? [{ ...profile.common, title: title.text }] : [];
  });
  return new Registry(topics, (topic) => topic.title, topics.length === files.length);
}

/** pages/<id>.md; their addresses lie beside those of the channels. */
export function readPages(
  files: readonly string[],
  from: FileSource,
  channels: Registry<Channel>,
): StaticPage[] {
  return files.flatMap((file): StaticPage[] => {
    const profile = readProfile(pageFields, file, from, 'title');
    if (!profile) return [];
    const { cover: _, ...common } = profile.common;
    const channel = channels.items.find(({ id }) => id === common.id);
    if (channel) {
      const clash = { address: `/${common.id}/`, other: 'channels.yaml' };
      from.problems.push(problem('address-twice', top(file), clash));
    }
    const { title } = profile.values;
    return title && !channel ? [{ ...common, title: title.text }] : [];
  });
}

interface CommonValues {
  readonly aliases?: readonly PlacedText[] | undefined;
  readonly cover?: Parameters<typeof readCover>[0];
  readonly summary?: string | undefined;
}

interface Profile<V> {
  readonly head: Document['head'];
  readonly node: YamlNode;
  readonly values: V;
  readonly common: Omit<Topic, 'title'>;
}

function readProfile<F extends Fields>(
  fields: F,
  file: string,
  { read, around, problems, onSheet }: FileSource,
  needs: string,
): Profile<Values<F>> | undefined {
  const bytes = read(file, problems);
  const document = bytes && parseDocument(bytes, file, problems, needs);
  if (!document) return undefined;
  const { head } = document;
  const node = parseYaml(head, document.from, document.to);
  const reading = { sheet: head, key: '---', timeZone: around.site.timeZone };
  const values = readFields(fields, node, reading, document.closeAt);
  const { aliases, cover: written, summary }: CommonValues = values ?? {};
  const resolver = resolverFor(around, head, addressOfFile(file) ?? '/');
  const { html, anchors, firstText, prose, links } = readBody(document, resolver);
  onSheet?.({ document, node, prose, day: undefined, isWithdrawn: false });
  const cover = readCover(written, head, resolver);
  const common = {
    id: slugOf(file) ?? '',
    file,
    digest: digestOf(bytes, [cover, ...resolver.pictures]),
    summary: summary ?? summaryOf(firstText),
    cover,
    aliases: readAliases(aliases, head),
    html,
    anchors,
    links,
    assets: [...resolver.assets],
  };
  return values && common.id !== '' ? { head, node, values, common } : undefined;
}
