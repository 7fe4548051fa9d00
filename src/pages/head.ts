import type { Article, Picture } from '../content/article.ts';
import type { Channel } from '../content/registries.ts';
import { showMoment } from '../site/clock.ts';
import { type Site, urlOf } from '../site/site.ts';
import type { Link } from './page.ts';
import { leadPicture, type Views } from './views.ts';

/** What stands in `<head>` beside the shell's own lines. */
export interface Head {
  /** The whole `<title>`. */
  readonly title: string;
  readonly description: string;
  /** Undefined on pages that are no address of their own (404). */
  readonly canonical: string | undefined;
  readonly feeds: readonly { readonly href: string; readonly title: string; readonly type: string }[];
  /** `name`/`content`: the tags of 网页标签规范. */
  readonly meta: readonly { readonly name: string; readonly content: string }[];
  /** `property`/`content`: Open Graph. */
  readonly openGraph: readonly { readonly property: string; readonly content: string }[];
  /** Each becomes one JSON-LD block. */
  readonly jsonLd: readonly object[];
  readonly noindex: boolean;
}

type Tag = { readonly name: string; readonly content: string };

/** Column tags of 网页标签规范 (国办发〔2017〕47号, annex): on lists and articles. */
export interface Column {
  readonly name: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly type: string;
}

export const columnOf = (channel: Channel): Column => ({
  name: channel.name,
  description: channel.description || `${channel.name}的新闻与资料`,
  keywords: channel.keywords.length > 0 ? channel.keywords : [channel.name],
  type: channel.type || '工作动态',
});

export interface HeadFacts {
  readonly address: string;
  /** Without the site's name; empty on the home page. */
  readonly title: string;
  readonly description: string;
  readonly column?: Column;
  /** Address of the list whose feeds the page names beside the site's own. */
  readonly feed?: { readonly address: string; readonly name: string } | undefined;
  readonly crumbs?: readonly Link[];
  readonly noindex?: boolean;
  readonly noCanonical?: boolean;
  readonly picture?: Picture | undefined;
}

/** The head of every page but articles; articles add theirs with `articleHead`. */
export function buildHead(views: Views, facts: HeadFacts): Head {
  const { site } = views;
  const title = facts.title === '' ? `${site.name} ${site.tagline}`.trim() : `${facts.title} - ${site.name}`;
  const description = facts.description || site.tagline || site.name;
  const url = urlOf(site, facts.address);
  return {
    title,
    description,
    canonical: facts.noCanonical ? undefined : url,
    feeds: feedLinks(views, facts.feed),
    meta: [...siteTags(site), ...(facts.column ? columnTags(facts.column) : [])],
    openGraph: [
      { property: 'og:site_name', content: site.name },
      { property: 'og:type', content: 'website' },
      { property: 'og:title', content: facts.title || site.name },
      { property: 'og:description', content: description },
      { property: 'og:url', content: url },
      { property: 'og:locale', content: 'zh_CN' },
      { property: 'og:image', content: urlOf(site, facts.picture?.address ?? shareAddress) },
    ],
    jsonLd: facts.crumbs && facts.crumbs.length > 0 ? [breadcrumbList(views, facts.crumbs)] : [],
    noindex: facts.noindex ?? false,
  };
}

/** The head of an article: all ten required and the optional tags, Open Graph and NewsArticle. */
export function articleHead(views: Views, article: Article, crumbs: readonly Link[]): Head {
  const { site } = views;
  const channel = views.channel(article.channel);
  const url = urlOf(site, article.address);
  const picture = leadPicture(article);
  const zone = article.zone === undefined ? undefined : views.zone(article.zone);
  const region = article.region === undefined ? undefined : views.region(article.region);
  const keywords =
    article.keywords.length > 0
      ? article.keywords
      : [channel.name, zone?.name, region?.name].filter((name) => name !== undefined);
  const head = buildHead(views, {
    address: article.address,
    title: article.title,
    description: article.summary,
    column: columnOf(channel),
    feed: { address: `/${channel.id}/`, name: channel.name },
    picture,
  });
  const optional: Tag[] = [];
  const writer = article.author ?? article.editor;
  if (writer !== undefined) optional.push({ name: 'Author', content: writer });
  if (picture) optional.push({ name: 'Image', content: urlOf(site, picture.address) });
  return {
    ...head,
    meta: [
      ...head.meta,
      { name: 'ArticleTitle', content: article.title },
      { name: 'PubDate', content: showMoment(article.date) },
      { name: 'ContentSource', content: article.source.name },
      { name: 'Keywords', content: keywords.join(',') },
      { name: 'Description', content: article.summary },
      { name: 'Url', content: url },
      ...optional,
    ],
    openGraph: [
      ...head.openGraph.map((tag) => (tag.property === 'og:type' ? { ...tag, content: 'article' } : tag)),
      { property: 'article:published_time', content: article.date.iso },
      { property: 'article:modified_time', content: (article.updated ?? article.date).iso },
      { property: 'article:section', content: channel.name },
    ],
    jsonLd: [
      {
        '@context': 'https://schema.org',
        '@type': 'NewsArticle',
        headline: article.title,
        ...(article.originalTitle !== undefined && { alternativeHeadline: article.originalTitle }),
        description: article.summary,
        image: picture ? [urlOf(site, picture.address)] : [urlOf(site, shareAddress)],
        datePublished: article.date.iso,
        dateModified: (article.updated ?? article.date).iso,
        author: [
          article.author === undefined
            ? {
                '@type': 'Organization',
                name: article.source.name,
                ...(article.source.url && { url: article.source.url }),
              }
            : { '@type': 'Person', name: article.author },
        ],
        ...(article.editor !== undefined && { editor: { '@type': 'Person', name: article.editor } }),
        publisher: { '@type': 'Organization', name: site.name, url: site.url },
        sourceOrganization: { '@type': 'Organization', name: article.source.name },
        ...(article.source.url !== undefined && { isBasedOn: article.source.url }),
        articleSection: channel.name,
        keywords,
        inLanguage: site.language,
        mainEntityOfPage: url,
        ...(region && { contentLocation: { '@type': 'Place', name: region.name } }),
        ...(zone && { about: { '@type': 'Organization', name: zone.name } }),
      },
      breadcrumbList(views, [...crumbs, views.link(article.address, article.title)]),
    ],
  };
}

/** The picture of pages that have none of their own; in public/. */
const shareAddress = '/share.png';

function siteTags(site: Site): Tag[] {
  const tags = [
    { name: 'SiteName', content: site.name },
    { name: 'SiteDomain', content: site.domain },
  ];
  if (site.filings.siteIdCode !== undefined)
    tags.push({ name: 'SiteIDCode', content: site.filings.siteIdCode });
  return tags;
}

const columnTags = (column: Column): Tag[] => [
  { name: 'ColumnName', content: column.name },
  { name: 'ColumnDescription', content: column.description },
  { name: 'ColumnKeywords', content: column.keywords.join(',') },
  { name: 'ColumnType', content: column.type },
];

function feedLinks(views: Views, own: HeadFacts['feed']): Head['feeds'] {
  const both = (address: string, name: string) => [
    { href: views.href(`${address}feed.xml`), title: `${name} Atom`, type: 'application/atom+xml' },
    { href: views.href(`${address}feed.json`), title: `${name} JSON Feed`, type: 'application/feed+json' },
  ];
  const { name } = views.site;
  return [...(own ? both(own.address, `${name} ${own.name}`) : []), ...both('/', name)];
}

function breadcrumbList(views: Views, crumbs: readonly Link[]): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ href, text }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: text,
      item: views.site.url + href.slice(views.site.basePath.length),
    })),
  };
}
