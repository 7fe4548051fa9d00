import type { Term } from '../proof/check-terms.ts';
import { type Fields, readFields, type Values } from './fields.ts';
import type { PlacedText } from './kinds.ts';
import { Names } from './names.ts';
import { parseYaml } from './parse-yaml.ts';
import type { Channel, Region, Source } from './registries.ts';
import { Registry } from './registry.ts';
import { channelFields, regionFields, sourceEntryFields, termFields } from './registry-fields.ts';
import { isListPage, isReserved } from './reserved-names.ts';
import { report, type Sheet } from './sheet.ts';

/** The entries of a registry; `complete` is false where one of them could not be read. */
function readEntries<F extends Fields>(
  fields: F,
  sheet: Sheet | undefined,
): { readonly entries: readonly Values<F>[]; readonly complete: boolean } {
  if (!sheet) return { entries: [], complete: false };
  const before = sheet.problems.length;
  const node = parseYaml(sheet, 0, sheet.text.length);
  if (node.kind === 'empty') return { entries: [], complete: true };
  if (node.kind !== 'list') {
    if (node.kind !== 'bad')
      report(sheet, 'value-map', node.at, { key: sheet.file, example: exampleEntry(fields) });
    return { entries: [], complete: false };
  }
  const reading = { sheet, key: sheet.file, timeZone: 'utc' };
  const entries: Values<F>[] = [];
  for (const item of node.items) {
    const values = readFields(fields, item, reading, item.at);
    if (values) entries.push(values);
  }
  return { entries, complete: sheet.problems.length === before };
}

const exampleEntry = (fields: Fields): string =>
  `- {${Object.values(fields)
    .flatMap(({ example }) => example ?? [])
    .join(', ')}}`;

/** channels.yaml, in the order of the navigation. */
export function parseChannels(sheet: Sheet | undefined): Registry<Channel> {
  const names = new Names();
  const { entries, complete } = readEntries(channelFields, sheet);
  const channels: Channel[] = [];
  for (const { id, name, description, keywords, type } of entries) {
    if (!sheet || !id || !name || !names.claim(id, name, sheet)) continue;
    if (isReserved(id.text)) {
      report(sheet, 'slug-reserved', id.at, { value: id.text });
      continue;
    }
    channels.push({
      id: id.text,
      name: name.text,
      description: description ?? '',
      keywords: keywords ?? [],
      type: type ?? '',
    });
  }
  return new Registry(channels, (channel) => channel.name, complete && channels.length === entries.length);
}

/** regions.yaml, parents before their children. */
export function parseRegions(sheet: Sheet | undefined): Registry<Region> {
  const names = new Names();
  const { entries, complete } = readEntries(regionFields, sheet);
  const regions: Region[] = [];
  let given = 0;
  const add = (
    id: PlacedText | undefined,
    name: PlacedText | undefined,
    parent: string | undefined,
  ): void => {
    given++;
    if (!sheet || !id || !name || !names.claim(id, name, sheet)) return;
    if (isListPage(id.text)) report(sheet, 'slug-reserved', id.at, { value: id.text });
    else regions.push({ id: id.text, name: name.text, parent });
  };
  for (const { id, name, children } of entries) {
    add(id, name, undefined);
    for (const child of children ?? []) add(child.id, child.name, id?.text);
  }
  return new Registry(regions, (region) => region.name, complete && given === regions.length);
}

/** sources.yaml; undefined where there is none, and any source may be named. */
export function parseSources(sheet: Sheet | undefined): Registry<Source> | undefined {
  if (!sheet) return undefined;
  const names = new Names();
  const { entries, complete } = readEntries(sourceEntryFields, sheet);
  const sources: Source[] = [];
  for (const { id, name, url } of entries) {
    if (id && name && names.claim(id, name, sheet)) sources.push({ id: id.text, name: name.text, url });
  }
  return new Registry(sources, (source) => source.name, complete && sources.length === entries.length);
}

/** terms.yml, the words that the house does not write; none where there is no such file. */
export function parseTerms(sheet: Sheet | undefined): Term[] {
  const terms = new Map<string, Term>();
  for (const { wrong, right, note } of readEntries(termFields, sheet).entries) {
    if (!sheet || !wrong) continue;
    if (terms.has(wrong.text)) report(sheet, 'item-twice', wrong.at, { key: 'wrong', value: wrong.text });
    else terms.set(wrong.text, { wrong: wrong.text, right, note });
  }
  return [...terms.values()];
}
