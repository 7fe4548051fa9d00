import { fixedAddresses } from '../archive/addresses.ts';
import type { Content } from '../content/content.ts';
import { type Moment, yearOf } from '../site/clock.ts';
import { hrefOf, type Site } from '../site/site.ts';
import { texts } from '../site/texts.ts';
import type { Link } from './page.ts';
import { pagePolicy } from './security-policy.ts';

/** What all pages share: banner, navigation, footer, assets. Part of every key. */
export interface Shell {
  readonly language: string;
  readonly siteName: string;
  readonly englishName: string;
  readonly tagline: string;
  readonly notice: string | undefined;
  readonly home: string;
  readonly search: string;
  /** Channels, in order, with the section they stand for. */
  readonly navigation: readonly (Link & { readonly section: string })[];
  /** 开发区名录, 专题, 历年新闻, 网站地图. */
  readonly services: readonly (Link & { readonly section: string })[];
  readonly footer: {
    readonly contact: readonly {
      readonly name: string;
      readonly value: string;
      readonly href: string | undefined;
    }[];
    readonly about: readonly Link[];
    readonly links: readonly Link[];
    readonly feeds: readonly Link[];
    readonly copyright: string;
    readonly holder: string;
    readonly icp: Link | undefined;
    readonly police: Link | undefined;
    readonly siteIdCode: string | undefined;
  };
  /** Hashed addresses of the style sheet and the script. */
  readonly style: string;
  readonly script: string;
  /** The same of the search page alone. */
  readonly searchStyle: string;
  readonly searchScript: string;
  /** False where the site is built without its index. */
  readonly searchable: boolean;
  readonly icon: string;
  /** The Content-Security-Policy that stands in the page itself. */
  readonly policy: string;
}

/** Addresses of the hashed files that pages load. */
export interface ShellAssets {
  readonly style: string;
  readonly script: string;
  readonly searchStyle: string;
  readonly searchScript: string;
}

/**
 * What all pages share; nothing here depends on articles, so news redraws no page for its sake.
 * @param searchable whether the site has its index
 */
export function buildShell(content: Content, now: Moment, assets: ShellAssets, searchable = true): Shell {
  const { site } = content;
  const link = (address: string, text: string): Link => ({ href: hrefOf(site, address), text });
  const { contact, filings } = site;
  const dial = (number: string): string => `tel:${number.replace(/[^\d+]/g, '')}`;
  const contacts = [
    { name: '电话', value: contact.phone, href: contact.phone && dial(contact.phone) },
    { name: '传真', value: contact.fax, href: undefined },
    { name: '邮箱', value: contact.email, href: contact.email && `mailto:${contact.email}` },
    { name: '地址', value: contact.address, href: undefined },
  ];
  return {
    language: site.language,
    siteName: site.name,
    englishName: site.englishName,
    tagline: site.tagline,
    notice: site.notice,
    home: hrefOf(site, fixedAddresses.home),
    search: hrefOf(site, fixedAddresses.search),
    navigation: content.channels.map(({ id, name }) => ({ ...link(`/${id}/`, name), section: id })),
    services: [
      ...(content.zones.length > 0 ? [{ ...link(fixedAddresses.zones, texts.zones), section: 'zones' }] : []),
      { ...link(fixedAddresses.regions, texts.regions), section: 'regions' },
      ...(content.topics.length > 0
        ? [{ ...link(fixedAddresses.topics, texts.topics), section: 'topics' }]
        : []),
      { ...link(fixedAddresses.years, texts.years), section: 'years' },
    ],
    footer: {
      contact: contacts.flatMap(({ name, value, href }) =>
        value === undefined ? [] : [{ name, value, href }],
      ),
      about: [
        ...content.pages.map(({ id, title }) => link(`/${id}/`, title)),
        link(fixedAddresses.siteMap, texts.siteMap),
      ],
      links: site.links.map(({ name, url }) => ({ href: url, text: name })),
      feeds: [link(fixedAddresses.feed, 'Atom 订阅'), link(fixedAddresses.jsonFeed, 'JSON Feed')],
      copyright: copyrightLine(site, now),
      holder: `版权所有：${site.copyright.holder}`,
      icp: filings.icp === undefined ? undefined : { href: 'https://beian.miit.gov.cn/', text: filings.icp },
      police: filings.police && {
        href: `https://beian.mps.gov.cn/#/query/webSearch?code=${filings.police.code}`,
        text: filings.police.number,
      },
      siteIdCode: filings.siteIdCode,
    },
    style: hrefOf(site, assets.style),
    script: hrefOf(site, assets.script),
    searchStyle: hrefOf(site, assets.searchStyle),
    searchScript: hrefOf(site, assets.searchScript),
    searchable,
    icon: hrefOf(site, '/favicon.svg'),
    policy: pagePolicy,
  };
}

function copyrightLine(site: Site, now: Moment): string {
  const { from, owner, holder } = site.copyright;
  const year = yearOf(now);
  const years = from === undefined || from >= year ? String(from ?? year) : `${from}-${year}`;
  return `© ${years} ${owner ?? holder}`;
}
