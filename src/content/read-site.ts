import type { SwitchableCode } from '../problems/catalogue.ts';
import type { Cms, Site } from '../site/site.ts';
import { readFields, type Values } from './fields.ts';
import { parseYaml } from './parse-yaml.ts';
import { siteFields } from './registry-fields.ts';
import { report, type Sheet } from './sheet.ts';

/** Where a site is published. */
export interface SitePlace {
  /** Always with a last slash. */
  readonly url: string;
  readonly host: string;
  /** `/` or `/sub/` */
  readonly basePath: string;
}

const TIME_ZONE = 'Asia/Shanghai';
/** Stands in where site.yaml is missing or wrong, so that the other files can be checked. */
const NOWHERE: SitePlace = { url: 'https://example.invalid/', host: 'example.invalid', basePath: '/' };

/** `https://host/sub` → its parts; undefined for what cannot be the address of a site. For `url` and `--base-url`. */
export function parseSiteUrl(text: string): SitePlace | undefined {
  if (
    !/^https?:\/\/[^/?#\s]/i.test(text) ||
    /[\s?#<>"\\]|\/\.{1,2}(?:\/|$)/.test(text) ||
    !URL.canParse(text)
  ) {
    return undefined;
  }
  const parsed = new URL(text);
  if (parsed.username !== '' || parsed.password !== '') return undefined;
  const basePath = parsed.pathname.endsWith('/') ? parsed.pathname : `${parsed.pathname}/`;
  if (basePath.includes('//')) return undefined;
  return { url: parsed.origin + basePath, host: parsed.host, basePath };
}

/** site.yaml, complete with defaults, the place that it names itself, and the checks that it switches off. `sheet` is undefined where there is none. */
export function parseSite(
  sheet: Sheet | undefined,
  baseUrl: SitePlace | undefined,
): { readonly site: Site; readonly own: SitePlace; readonly off: ReadonlySet<SwitchableCode> } {
  const values = sheet && siteValues(sheet);
  const own = ownPlace(values, sheet);
  const { url, basePath } = baseUrl ?? own;
  const name = values?.name ?? '';
  const site: Site = {
    name,
    englishName: values?.englishName ?? '',
    tagline: values?.tagline ?? '',
    url,
    domain: own.host,
    basePath,
    language: values?.language ?? 'zh-CN',
    timeZone: values?.timeZone ?? TIME_ZONE,
    contact: {
      phone: values?.contact?.phone,
      fax: values?.contact?.fax,
      email: values?.contact?.email,
      address: values?.contact?.address,
    },
    copyright: {
      from: values?.copyright?.from,
      holder: values?.copyright?.holder ?? name,
      owner: values?.copyright?.owner,
    },
    filings: {
      icp: values?.filings?.icp,
      police: both(values?.filings?.police),
      siteIdCode: values?.filings?.siteIdCode,
    },
    links: (values?.links ?? []).flatMap((link) =>
      link.name !== undefined && link.url !== undefined ? [{ name: link.name, url: link.url }] : [],
    ),
    pageSize: values?.pageSize ?? 20,
    notice: values?.notice,
    cms: values?.cms && completeCms(values.cms),
  };
  return { site, own, off: new Set(values?.checks?.off) };
}

function siteValues(sheet: Sheet): Values<typeof siteFields> | undefined {
  const node = parseYaml(sheet, 0, sheet.text.length);
  return readFields(siteFields, node, { sheet, key: 'site.yaml', timeZone: TIME_ZONE }, node.at);
}

function ownPlace(values: Values<typeof siteFields> | undefined, sheet: Sheet | undefined): SitePlace {
  if (!values?.url || !sheet) return NOWHERE;
  const place = parseSiteUrl(values.url.text);
  if (!place) report(sheet, 'site-url', values.url.at, { value: values.url.text });
  return place ?? NOWHERE;
}

const both = (police: { number: string | undefined; code: string | undefined } | undefined) =>
  police?.number !== undefined && police.code !== undefined
    ? { number: police.number, code: police.code }
    : undefined;

/** Undefined where what it needs is missing, which has been reported. */
function completeCms(values: NonNullable<Values<typeof siteFields>['cms']>): Cms | undefined {
  const { backend, repo, branch = 'main', server, auth } = values;
  if (backend === undefined || (repo === undefined && backend !== 'test')) return undefined;
  return { backend, repo: repo ?? '', branch, server: server?.replace(/\/+$/, ''), auth };
}
