import { type Archive, type ArchiveOptions, buildArchive } from '../../src/archive/archive.ts';
import type { Alias, Article, InternalLink } from '../../src/content/article.ts';
import type { Content } from '../../src/content/content.ts';
import { rowDigestOf } from '../../src/content/digest.ts';
import type { Channel, Redirect, Region, StaticPage, Topic, Zone } from '../../src/content/registries.ts';
import { type Moment, parseMoment } from '../../src/site/clock.ts';
import type { Site } from '../../src/site/site.ts';

/** A moment in the sample site's zone. */
export function at(text: string): Moment {
  const moment = parseMoment(text, 'Asia/Shanghai');
  if ('why' in moment) throw new Error(`no date: ${text}`);
  return moment;
}

export const sampleSite: Site = {
  name: '样例网',
  englishName: 'Sample',
  tagline: '样例标语',
  url: 'https://sample.example/',
  domain: 'sample.example',
  basePath: '/',
  language: 'zh-CN',
  timeZone: 'Asia/Shanghai',
  contact: { phone: undefined, fax: undefined, email: undefined, address: undefined },
  copyright: { from: 2015, holder: '样例网', owner: undefined },
  filings: { icp: undefined, police: undefined, siteIdCode: undefined },
  links: [],
  pageSize: 3,
  notice: undefined,
  cms: undefined,
};

const channel = (id: string, name: string): Channel => ({
  id,
  name,
  description: '',
  keywords: [],
  type: '',
});

const channels: readonly Channel[] = [channel('news-flash', '快讯'), channel('policy', '政策')];

/** Two levels and, in Suzhou, a third. */
const regions: readonly Region[] = [
  { id: 'jiangsu', name: '江苏', parent: undefined },
  { id: 'suzhou', name: '苏州', parent: 'jiangsu' },
  { id: 'kunshan', name: '昆山', parent: 'suzhou' },
  { id: 'hubei', name: '湖北', parent: undefined },
];

const body = { html: '', anchors: [], links: [], assets: [] };

export function zoneWith(facts: Partial<Zone> & { readonly id: string }): Zone {
  return {
    ...body,
    file: `zones/${facts.id}.md`,
    digest: facts.id,
    name: `${facts.id}开发区`,
    region: 'kunshan',
    level: undefined,
    founded: undefined,
    industries: [],
    website: undefined,
    area: undefined,
    address: undefined,
    phone: undefined,
    email: undefined,
    summary: '',
    cover: undefined,
    aliases: [],
    ...facts,
  };
}

export const topicWith = (facts: Partial<Topic> & { readonly id: string }): Topic => ({
  ...body,
  file: `topics/${facts.id}.md`,
  digest: facts.id,
  title: `${facts.id}专题`,
  summary: '',
  cover: undefined,
  aliases: [],
  ...facts,
});

export const staticPageWith = (facts: Partial<StaticPage> & { readonly id: string }): StaticPage => ({
  ...body,
  file: `pages/${facts.id}.md`,
  digest: facts.id,
  title: facts.id,
  summary: '',
  aliases: [],
  ...facts,
});

/** An article of the channel 快讯 without zone and region. Its file follows from date and slug. */
export function articleWith(slug: string, date: string, facts: Partial<Article> = {}): Article {
  const moment = at(date);
  const bare = `news/${moment.day.slice(0, 7).replace('-', '/')}/${slug}`;
  const title = facts.title ?? `${slug}的标题`;
  const article = {
    ...body,
    file: `${bare}.md`,
    address: `/${bare}/`,
    digest: `${slug} ${title}`,
    title,
    subtitle: undefined,
    originalTitle: undefined,
    date: moment,
    updated: undefined,
    source: { name: '昆山日报', url: undefined },
    isSourced: facts.source?.url !== undefined,
    author: undefined,
    editor: undefined,
    channel: 'news-flash',
    zone: undefined,
    region: undefined,
    topics: [],
    medium: 'text',
    keywords: [],
    summary: `${slug}的摘要。`,
    summaryIsGiven: false,
    cover: undefined,
    firstPicture: undefined,
    video: undefined,
    corrections: [],
    ai: 'none',
    prev: undefined,
    next: undefined,
    aliases: [],
    draft: false,
    expires: undefined,
    withdrawn: undefined,
    ...facts,
  } satisfies Omit<Article, 'rowDigest'>;
  return { ...article, rowDigest: rowDigestOf(article, article) };
}

/** As an editor would have written `prev: …` on line 5. */
export const wish = (text: string) => ({ text, place: { file: 'news/2020/01/a.md', line: 5, column: 7 } });

export const alias = (address: string, file = 'news/2020/01/a.md'): Alias => ({
  address,
  place: { file, line: 6, column: 5 },
});

export const redirect = (from: string, to: string, line = 2): Redirect => ({
  from,
  to,
  place: { file: 'redirects.csv', line, column: 1 },
});

export const linkTo = (address: string, anchor?: string): InternalLink => ({
  address,
  anchor,
  text: anchor === undefined ? address : `${address}#${anchor}`,
  place: { file: 'news/2020/01/a.md', line: 9, column: 3 },
});

export function contentWith(articles: readonly Article[], facts: Partial<Content> = {}): Content {
  return {
    root: '/nowhere',
    site: sampleSite,
    channels,
    regions,
    zones: [],
    topics: [],
    pages: [],
    sources: [],
    redirects: [],
    articles,
    articleFiles: articles.length,
    unread: [],
    problems: [],
    sketches: new Map(),
    proofread: () => [],
    ...facts,
  };
}

/** The archive on 31 December 2024 at noon, no drafts. */
export function archiveOf(content: Content, options: Partial<ArchiveOptions> = {}): Archive {
  return buildArchive(content, { now: at('2024-12-31 12:00'), drafts: false, allowEmpty: false, ...options });
}

/** Problems as `code value` to compare. */
export const told = (archive: Archive): string[] =>
  archive.problems.map(({ code, values }) => `${code} ${values.value ?? values.address ?? ''}`.trim());
