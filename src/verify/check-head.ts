import { problem } from '../problems/problem.ts';
import { type Clue, type Finding, noClue } from './finding.ts';
import type { PageScan } from './page-scan.ts';

/** What a page is, as far as its head goes. */
export type PageKind = 'article' | 'column' | 'other';

export interface HeadFacts {
  readonly file: string;
  readonly address: string;
  /** The page's own whole address. */
  readonly url: string;
  readonly kind: PageKind;
}

/** Tags of 网页标签规范 (国办发〔2017〕47号): of the site on every page, of the column on lists, of the article on articles. */
const siteTags = ['SiteName', 'SiteDomain'];
const columnTags = ['ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'];
const articleTags = ['ArticleTitle', 'PubDate', 'ContentSource', 'Keywords', 'Description', 'Url'];
const sharingTags = ['og:title', 'og:type', 'og:url', 'og:image'];
const feedTypes = ['application/atom+xml', 'application/feed+json'];

/** The keys of front matter that tags follow from. */
const keys: Readonly<Record<string, string>> = {
  title: 'title',
  ArticleTitle: 'title',
  'og:title': 'title',
  PubDate: 'date',
  ContentSource: 'source',
  Keywords: 'keywords',
  Description: 'summary',
  description: 'summary',
  Author: 'author',
  Image: 'cover',
  'og:image': 'cover',
};

interface Form {
  readonly test: (value: string, scan: PageScan, facts: HeadFacts) => boolean;
  /** As shown to readers of the problem. */
  readonly shown: (facts: HeadFacts) => string;
}

const isUrl = (value: string): boolean => /^https?:\/\//.test(value) && URL.canParse(value);
const ownUrl: Form = { test: (value, _, { url }) => value === url, shown: ({ url }) => url };

const forms: Readonly<Record<string, Form>> = {
  PubDate: {
    test: (value) => /^\d{4}-\d\d-\d\d(?: [0-2]\d:[0-5]\d)?$/.test(value),
    shown: () => '2020-01-23 15:30 或 2020-01-23',
  },
  SiteDomain: {
    test: (value) => /^[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d+)?$/i.test(value),
    shown: () => 'www.example.cn',
  },
  SiteIDCode: { test: (value) => /^[a-z0-9]{10}$/i.test(value), shown: () => '十位网站标识码' },
  Url: ownUrl,
  'og:url': ownUrl,
  Image: { test: isUrl, shown: () => 'https://…' },
  'og:image': { test: isUrl, shown: () => 'https://…' },
};

/** The head of one page: everything that it must hold, in its right form. Redirects have none. */
export function checkHead(scan: PageScan, facts: HeadFacts): Finding[] {
  const findings: Finding[] = [];
  const page = facts.address;
  const place = { file: facts.file, line: 1, column: 1 };
  const clueOf = (name: string): Clue => {
    const key = keys[name];
    return key === undefined ? noClue : { words: [], key };
  };
  const lack = (name: string): void => {
    findings.push({ problem: problem('site-part-missing', place, { page, name }), clue: clueOf(name) });
  };
  const wrong = (name: string, value: string, expected: string): void => {
    const values = { page, name, value, expected };
    findings.push({ problem: problem('site-part-form', place, values), clue: clueOf(name) });
  };

  if (scan.language === '') lack('lang');
  if (scan.charset.toLowerCase() !== 'utf-8') lack('charset');
  if (!scan.meta.has('viewport')) lack('viewport');
  if (scan.title === '') lack('title');
  // The form of those who file articles is for nobody else: no reader, no search engine.
  if (scan.isMoved || page === '/admin/') return findings;

  const isNotFound = page === '/404.html';
  if (!isNotFound) {
    if (scan.canonical === undefined) lack('canonical');
    else if (scan.canonical !== facts.url) wrong('canonical', scan.canonical, facts.url);
  }
  for (const type of feedTypes) if (!scan.feeds.has(type)) lack(`link rel="alternate" type="${type}"`);
  const wanted = [
    'description',
    ...siteTags,
    ...sharingTags,
    ...(facts.kind === 'other' ? [] : columnTags),
    ...(facts.kind === 'article' ? articleTags : []),
  ];
  for (const name of wanted) if (!scan.meta.has(name)) lack(name);
  for (const [name, value] of scan.meta) {
    const form = forms[name];
    if (/^(?:null|undefined|NaN|\[object .*\]|)$/.test(value.trim())) wrong(name, value, '有内容');
    else if (form && !form.test(value, scan, facts)) wrong(name, value, form.shown(facts));
  }
  return findings;
}
