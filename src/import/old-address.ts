/** Names under which servers answer for a folder. */
const FOLDER_INDEX = /\/(?:index|default)\.s?html?$/i;
const SESSION = /^(?:phpsessid|jsessionid|aspsessionid\w*)$/i;

/** An address on the web, read from where it stands; undefined for anything but http and https. */
export function parseAddress(text: string, base?: URL): URL | undefined {
  // Browsers drop these before they read an address: so do we.
  const written = text.replace(/\p{Cc}/gu, '').trim();
  if (written === '' || !URL.canParse(written, base)) return undefined;
  const url = new URL(written, base);
  if ((url.protocol !== 'http:' && url.protocol !== 'https:') || url.hostname === '') return undefined;
  url.hash = '';
  url.username = '';
  url.password = '';
  url.pathname = url.pathname.replace(/;jsessionid=[^/]*/i, '');
  const session = [...url.searchParams.keys()].filter((name) => SESSION.test(name));
  for (const name of session) url.searchParams.delete(name);
  return url;
}

/** The old address as `aliases` holds it: path and query. */
export const aliasOf = (url: URL): string => url.pathname + url.search;

/** What is equal for two aliases that a server answers alike: `/a`, `/a/` and `/a/index.html`. */
export function aliasKey(alias: string): string {
  const question = alias.indexOf('?');
  const path = question === -1 ? alias : alias.slice(0, question);
  const query = question === -1 ? '' : alias.slice(question);
  const folder = path.replace(FOLDER_INDEX, '/');
  return (query === '' ? folder.replace(/(?<=.)\/$/, '') : folder) + query;
}

/** A host without its `www.` */
export const bareHost = (host: string): string => host.toLowerCase().replace(/^www\./, '');

/** What is equal for two addresses of one page: the scheme and `www.` do not count. */
export const addressKey = (url: URL): string => bareHost(url.host) + aliasKey(aliasOf(url));

/** Addresses of the parts of one article have one base: `a_2.html` → `…a.html`, `view.php?aid=1&pageno=2` → `…?aid=1`. */
export interface PartAddress {
  /** The key of the first part. */
  readonly base: string;
  readonly number: number;
}

const PART_IN_NAME = /[_-](\d{1,3})(?=\.[a-z]{3,5}$)/i;
const PART_IN_QUERY = /^(?:pageno|page|p|pn|currentpage|zw_page)$/i;

/** Whether an address may be that of a later part; whether it is, the first part tells. */
export function partOf(url: URL): PartAddress | undefined {
  const name = PART_IN_NAME.exec(url.pathname);
  if (name) {
    const base = new URL(url);
    base.pathname = url.pathname.replace(PART_IN_NAME, '');
    return { base: addressKey(base), number: Number(name[1]) };
  }
  const parameter = [...url.searchParams].find(
    ([key, value]) => PART_IN_QUERY.test(key) && /^\d{1,3}$/.test(value),
  );
  if (!parameter) return undefined;
  const base = new URL(url);
  base.searchParams.delete(parameter[0]);
  return { base: addressKey(base), number: Number(parameter[1]) };
}
