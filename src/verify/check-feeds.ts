import { problem } from '../problems/problem.ts';
import { isData } from './check-data.ts';
import { checkXml } from './check-xml.ts';
import { type Finding, noClue, placeAt } from './finding.ts';
import { decodeText } from './scan-html.ts';

/** A feed as it was read; entries are whole addresses. */
export interface CheckedFeed {
  readonly findings: readonly Finding[];
  /** Undefined where the feed cannot be read. */
  readonly entries: readonly string[] | undefined;
}

/** RFC 3339 with an offset. */
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
/** Readers are shown the newest; more is a mistake. */
const mostEntries = 50;

/** Atom: what RFC 4287 asks for. `url` is the feed's own address. */
export function checkAtom(file: string, text: string, url: string): CheckedFeed {
  const findings: Finding[] = [];
  const page = `/${file}`;
  const tell = (at: number, value: string): void => {
    findings.push({
      problem: problem('site-feed', { file, ...placeAt(text, at) }, { page, value }),
      clue: noClue,
    });
  };
  const fault = checkXml(text);
  if (fault) {
    tell(fault.at, fault.why);
    return { findings, entries: undefined };
  }
  const [head = '', ...parts] = text.split('<entry>');
  if (!head.includes('<feed xmlns="http://www.w3.org/2005/Atom"')) tell(0, '根元素不是 Atom 的 feed');
  for (const name of ['title', 'id', 'updated']) if (!partOf(head, name)) tell(0, `缺少 ${name}`);
  if (!head.includes(`rel="self" type="application/atom+xml" href="${url}"`))
    tell(0, `rel="self" 不是 ${url}`);
  if (parts.length > mostEntries) tell(0, `超过 ${mostEntries} 条`);
  const entries: string[] = [];
  const published: number[] = [];
  let at = head.length;
  for (const part of parts) {
    for (const name of ['title', 'id', 'updated']) if (!partOf(part, name)) tell(at, `有一条缺少 ${name}`);
    for (const name of ['published', 'updated']) {
      const date = partOf(part, name);
      if (date !== undefined && !moment.test(date)) tell(at, `${name} 的写法不对：${date}`);
    }
    const link = /<link href="([^"]*)"/.exec(part)?.[1];
    if (link === undefined) tell(at, '有一条缺少 link');
    else entries.push(decodeText(link));
    published.push(Date.parse(partOf(part, 'published') ?? ''));
    at += '<entry>'.length + part.length;
  }
  if (published.some((date, place) => date > (published[place - 1] ?? date))) tell(0, '不是新的在前');
  const ids = parts.map((part) => partOf(part, 'id'));
  if (new Set(ids).size < ids.length) tell(0, '有两条的 id 相同');
  return { findings, entries };
}

const partOf = (part: string, name: string): string | undefined =>
  new RegExp(`<${name}(?: [^>]*)?>([^<]+)</${name}>`).exec(part)?.[1];

/** JSON Feed: what version 1.1 asks for. */
export function checkJsonFeed(file: string, text: string, url: string): CheckedFeed {
  const findings: Finding[] = [];
  const page = `/${file}`;
  const tell = (value: string): void => {
    findings.push({
      problem: problem('site-feed', { file, line: 1, column: 1 }, { page, value }),
      clue: noClue,
    });
  };
  let feed: unknown;
  try {
    feed = JSON.parse(text);
  } catch {
    tell('不是 JSON');
    return { findings, entries: undefined };
  }
  if (!isData(feed) || !Array.isArray(feed.items)) {
    tell('缺少 items');
    return { findings, entries: undefined };
  }
  if (feed.version !== 'https://jsonfeed.org/version/1.1') tell('version 不是 1.1');
  if (typeof feed.title !== 'string' || feed.title === '') tell('缺少 title');
  if (feed.feed_url !== url) tell(`feed_url 不是 ${url}`);
  if (feed.items.length > mostEntries) tell(`超过 ${mostEntries} 条`);
  const entries: string[] = [];
  for (const item of feed.items) {
    if (!isData(item) || typeof item.id !== 'string' || typeof item.url !== 'string') {
      tell('有一条缺少 id 或 url');
      continue;
    }
    if (typeof item.content_text !== 'string' && typeof item.content_html !== 'string')
      tell(`${item.url} 没有内容`);
    if (typeof item.date_published !== 'string' || !moment.test(item.date_published))
      tell(`${item.url} 的 date_published 写法不对`);
    entries.push(item.url);
  }
  if (new Set(entries).size < entries.length) tell('有两条的地址相同');
  return { findings, entries };
}
