import type { Element } from 'domhandler';
import { optional, readFields } from '../content/fields.ts';
import { boolean, choice, group, list, text, url } from '../content/kinds.ts';
import { parseYaml } from '../content/parse-yaml.ts';
import type { Ground } from '../content/read-ground.ts';
import type { Sheet } from '../content/sheet.ts';
import type { PageEncoding } from './decode-page.ts';
import { type Finder, finder, idName, idNames, oneOrMore, selector, sourceNames } from './rule-kinds.ts';

/** The facts that rules may say how to find. */
export const RULED = [
  'title',
  'date',
  'source',
  'zone',
  'region',
  'channel',
  'author',
  'editor',
  'keywords',
  'summary',
] as const;
export type Ruled = (typeof RULED)[number];

/** What a rules file says; everything in it is optional. */
export interface Rules {
  /** Address of the old site's root. */
  readonly base: URL | undefined;
  /** Other hosts of the old site. */
  readonly hosts: readonly string[];
  readonly encoding: PageEncoding | undefined;
  readonly finders: ReadonlyMap<Ruled, readonly Finder[]>;
  readonly body: readonly Finder[];
  readonly isRemoved: (element: Element) => boolean;
  /** Addresses that are passed over, as the beginnings of paths or patterns with `*`. */
  readonly ignore: readonly RegExp[];
  /** Old names and beginnings of paths → ids. */
  readonly channels: ReadonlyMap<string, string>;
  readonly zones: ReadonlyMap<string, string>;
  readonly regions: ReadonlyMap<string, string>;
  /** Old names of sources → the names that they have here. */
  readonly sources: ReadonlyMap<string, string>;
  readonly defaults: { readonly [Key in 'channel' | 'source' | 'zone' | 'region']?: string | undefined };
  readonly fullWidth: boolean;
}

export const NO_RULES: Rules = {
  base: undefined,
  hosts: [],
  encoding: undefined,
  finders: new Map(),
  body: [],
  isRemoved: () => false,
  ignore: [],
  channels: new Map(),
  zones: new Map(),
  regions: new Map(),
  sources: new Map(),
  defaults: {},
  fullWidth: false,
};

const encodings: Readonly<Record<string, PageEncoding>> = {
  'utf-8': 'utf-8',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  gb18030: 'gb18030',
  big5: 'big5',
  'utf-16': 'utf-16le',
};

const ruleFields = ({ channels, zones, regions }: Ground['registries']) => ({
  base: optional('旧网站的网址', url),
  hosts: optional('旧网站的其他域名', list(text(250))),
  encoding: optional('旧网页的编码', choice(encodings)),
  title: optional('标题在哪里', oneOrMore(finder)),
  date: optional('发布时间在哪里', oneOrMore(finder)),
  source: optional('来源在哪里', oneOrMore(finder)),
  zone: optional('开发区在哪里', oneOrMore(finder)),
  region: optional('地区在哪里', oneOrMore(finder)),
  channel: optional('栏目名称在哪里', oneOrMore(finder)),
  author: optional('作者在哪里', oneOrMore(finder)),
  editor: optional('责任编辑在哪里', oneOrMore(finder)),
  keywords: optional('关键词在哪里', oneOrMore(finder)),
  summary: optional('摘要在哪里', oneOrMore(finder)),
  body: optional('正文在哪里', oneOrMore(finder)),
  remove: optional('正文里要去掉的部分', oneOrMore(selector)),
  ignore: optional('不导入的地址', oneOrMore(text(300))),
  channels: optional('旧栏目对应的栏目', idNames('channel', channels)),
  zones: optional('旧开发区名称对应的开发区', idNames('zone', zones)),
  regions: optional('旧地区名称对应的地区', idNames('region', regions)),
  sources: optional('旧来源名称对应的来源', sourceNames),
  defaults: optional(
    '网页没有写时用什么',
    group({
      channel: optional('栏目', idName('channel', channels)),
      zone: optional('开发区', idName('zone', zones)),
      region: optional('地区', idName('region', regions)),
      source: optional('来源', text(100)),
    }),
  ),
  fullWidth: optional('把汉字之间的半角标点改成全角', boolean),
});

/** Parses a rules file; what is wrong in it is reported, each at its place. */
export function parseRules(sheet: Sheet, { registries, site }: Ground): Rules {
  const node = parseYaml(sheet, 0, sheet.text.length);
  const reading = { sheet, key: sheet.file, timeZone: site.timeZone };
  const values = readFields(ruleFields(registries), node, reading, 0);
  if (!values) return NO_RULES;
  const removed = values.remove ?? [];
  return {
    base: values.base === undefined ? undefined : new URL(values.base),
    hosts: values.hosts ?? [],
    encoding: values.encoding,
    finders: new Map(RULED.flatMap((key) => (values[key] ? [[key, values[key]] as const] : []))),
    body: values.body ?? [],
    isRemoved: (element) => removed.some((matches) => matches(element)),
    ignore: (values.ignore ?? []).map(addressPattern),
    channels: values.channels ?? new Map(),
    zones: values.zones ?? new Map(),
    regions: values.regions ?? new Map(),
    sources: values.sources ?? new Map(),
    defaults: values.defaults ?? {},
    fullWidth: values.fullWidth ?? false,
  };
}

/** `/member/` is the beginning of addresses; `*` stands for anything. */
function addressPattern(written: string): RegExp {
  const source = written
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${source}`, 'i');
}
