import { parseHTML } from 'linkedom';
import type {
  ArticlePage,
  Item,
  ListPage,
  Page,
  PageBase,
  Paging,
  TemplateData,
  TemplateName,
} from '../../src/pages/page.ts';
import type { Shell } from '../../src/pages/shell.ts';

/** A template as definePage makes it, as far as drawing goes. */
interface Template<Name extends TemplateName> {
  render(cascade: {
    readonly sheet: readonly {
      readonly file: string;
      readonly page: Page<Name>;
      readonly shell: Shell;
      take(text: string): Promise<void> | undefined;
    }[];
  }): Promise<string>;
}

/** The text that a template draws from the data. */
export function draw<Name extends TemplateName>(
  name: Name,
  template: Template<Name>,
  data: TemplateData[Name],
  changes: Partial<Shell> = {},
): string {
  let drawn = '';
  const page = { address: '/', template: name, year: undefined, key: '', data: () => data };
  const take = (text: string): undefined => {
    drawn = text;
  };
  // The only page of the sheet is drawn before the promise is waited for.
  void template.render({ sheet: [{ file: '', page, shell: { ...shell, ...changes }, take }] });
  return drawn;
}

/** The same as a document. */
export const open = (text: string): Document => parseHTML(text).document;

/** Text of the first element that matches, without the spaces around it. */
export const textOf = (document: Document, selector: string): string | undefined =>
  document.querySelector(selector)?.textContent?.trim();

export const shell: Shell = {
  language: 'zh-CN',
  siteName: '投促中国',
  englishName: 'InvestCHN',
  tagline: '打造网上国际投资促进平台 致力于中国投资促进事业',
  notice: undefined,
  home: '/sub/',
  search: '/sub/search/',
  navigation: [
    { href: '/sub/zone-news/', text: '开发区新闻', section: 'zone-news' },
    { href: '/sub/policy/', text: '投资政策', section: 'policy' },
  ],
  services: [{ href: '/sub/zones/', text: '开发区名录', section: 'zones' }],
  footer: {
    contact: [{ name: '电话', value: '+86-0512-53660867', href: 'tel:+86051253660867' }],
    about: [{ href: '/sub/about/', text: '关于我们' }],
    links: [],
    feeds: [{ href: '/sub/feed.xml', text: 'Atom 订阅' }],
    copyright: '© 2015-2024 InvestCHN.com',
    holder: '版权所有：投促中国',
    icp: undefined,
    police: undefined,
    siteIdCode: undefined,
  },
  style: '/sub/assets/site.css',
  script: '/sub/assets/reading-aids.js',
  searchStyle: '/sub/assets/search-page.css',
  searchScript: '/sub/assets/search.js',
  searchable: true,
  icon: '/sub/favicon.svg',
  policy: "default-src 'none'",
};

export const base: PageBase = {
  head: {
    title: '标题 - 投促中国',
    description: '摘要',
    canonical: 'https://www.investchn.com/sub/news/2020/01/a/',
    feeds: [{ href: '/sub/feed.xml', title: '投促中国 Atom', type: 'application/atom+xml' }],
    meta: [{ name: 'SiteName', content: '投促中国' }],
    openGraph: [{ property: 'og:type', content: 'article' }],
    jsonLd: [],
    noindex: false,
  },
  crumbs: [
    { href: '/sub/', text: '首页' },
    { href: '/sub/zone-news/', text: '开发区新闻' },
    { href: '/sub/zone-news/suzhou/', text: '苏州' },
    { href: '/sub/zone-news/suzhou/text/', text: '文字新闻' },
  ],
  section: 'zone-news',
};

/** An article with nothing optional. */
export const article: ArticlePage = {
  ...base,
  title: '援外医疗队启程 一封家书随行',
  subtitle: undefined,
  originalTitle: undefined,
  date: { iso: '2020-01-23T15:30:00+08:00', text: '2020-01-23 15:30' },
  updated: undefined,
  source: { name: '江海园区报', url: undefined },
  author: undefined,
  editor: undefined,
  zone: undefined,
  aiNote: undefined,
  summary: undefined,
  cover: undefined,
  video: undefined,
  html: '<p>正文。</p>',
  corrections: [],
  topics: [],
  keywords: [],
  prev: undefined,
  next: undefined,
  zoneCard: undefined,
  more: undefined,
};

export const item: Item = {
  href: '/sub/news/2020/01/b/',
  title: '一条新闻',
  date: { iso: '2020-01-22', text: '2020-01-22' },
  source: '开放时讯',
  zone: { href: '/sub/zones/sip/', text: '苏州工业园区' },
  channel: { href: '/sub/zone-news/', text: '开发区新闻' },
  medium: 'text',
  summary: '一句话摘要。',
  picture: undefined,
};

export const onePart: Paging = {
  number: undefined,
  newest: '/sub/zone-news/',
  newer: undefined,
  older: undefined,
  around: [],
};

export const list: ListPage = {
  ...base,
  title: '开发区新闻',
  description: '各地开发区的新闻。',
  count: 1,
  filters: [],
  groups: [{ id: undefined, title: undefined, items: [item] }],
  paging: onePart,
  zones: [],
  allZones: undefined,
  feed: '/sub/zone-news/feed.xml',
};
