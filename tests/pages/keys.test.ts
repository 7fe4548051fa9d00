import { describe, expect, test } from 'vitest';
import type { Article, Picture } from '../../src/content/article.ts';
import type { Content } from '../../src/content/content.ts';
import { rowDigestOf } from '../../src/content/digest.ts';
import { buildPages } from '../../src/pages/build-pages.ts';
import type { Item, Page } from '../../src/pages/page.ts';
import {
  alias,
  archiveOf,
  articleWith,
  at,
  contentWith,
  redirect,
  sampleSite,
  staticPageWith,
  topicWith,
  wish,
  zoneWith,
} from '../archive/sample-content.ts';
import { pagesOf } from './sample-pages.ts';

const picture = (name: string): Picture => ({
  address: `/news/2020/01/${name}`,
  alt: name,
  caption: undefined,
  credit: undefined,
  width: 800,
  height: 600,
});

/** Sixty articles over five years, in two channels, two zones and one topic; every third without zone. */
const articles: readonly Article[] = Array.from({ length: 60 }, (_, n) => {
  const day = String(1 + (n % 28)).padStart(2, '0');
  const month = String(1 + ((n * 5) % 12)).padStart(2, '0');
  return articleWith(`a${n}`, `${2016 + (n % 5)}-${month}-${day}${n === 31 ? '' : ' 10:00'}`, {
    channel: n % 4 === 0 ? 'policy' : 'news-flash',
    region: n % 5 === 0 ? 'hubei' : 'kunshan',
    zone: n % 3 === 0 ? undefined : `z${n % 3}`,
    topics: n % 6 === 0 ? ['t'] : [],
    html: `<p>第 ${n} 篇</p>`,
    ...(n === 30 && {
      video: { src: 'https://video.example/a.mp4', poster: picture('poster.png') },
      firstPicture: picture('first.png'),
      aliases: [alias('/old/30/')],
    }),
  });
});

const content = contentWith(articles, {
  zones: [zoneWith({ id: 'z1', level: '国家级' }), zoneWith({ id: 'z2', level: '省级' })],
  topics: [topicWith({ id: 't' })],
  pages: [staticPageWith({ id: 'about' })],
  redirects: [redirect('/dead/', 'gone'), redirect('/moved/', articles[7]?.address ?? '')],
});

const isItem = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && 'summary' in value && 'picture' in value;

const writtenOut = ({ href, title, date, source, zone, channel, medium, summary, picture }: Item) => ({
  ...{ href, title, date, source, zone, channel, medium, summary, picture },
});

/** Everything that a template is given, items of lists written out in full. */
const shownBy = (page: Page): string =>
  JSON.stringify(page.data(), function (this: Record<string, unknown>, name, value) {
    const item = this[name];
    return typeof value === 'string' && isItem(item) ? writtenOut(item) : value;
  });

const before = pagesOf(content);

/** Addresses of the pages whose keys differ, and of those whose data differ. */
function differences(changed: Content): { keys: string[]; data: string[] } {
  const after = pagesOf(changed);
  const addresses = [...new Set([...before.keys(), ...after.keys()])].sort();
  const differ = (facet: (page: Page) => string) =>
    addresses.filter((address) => {
      const [a, b] = [before.get(address), after.get(address)];
      return !a || !b || facet(a) !== facet(b);
    });
  return { keys: differ(({ key }) => key), data: differ(shownBy) };
}

/** The content with the facts of one article changed. */
const withArticle = (slug: string, facts: Partial<Article>): Content => ({
  ...content,
  articles: articles.map((article) => {
    if (!article.address.endsWith(`/${slug}/`)) return article;
    const changed = { ...article, ...facts, digest: `${article.digest}*` };
    return { ...changed, rowDigest: rowDigestOf(changed, changed) };
  }),
});

const withSite = (facts: Partial<typeof sampleSite>): Content => ({
  ...content,
  site: { ...sampleSite, ...facts },
});

test('the same facts give the same keys', () => {
  expect(differences({ ...content, articles: [...articles].reverse() }).keys).toEqual([]);
});

test('no two pages have one address', () => {
  const addresses = [...buildPages(archiveOf(content))].map(({ address }) => address);
  expect(new Set(addresses).size).toBe(addresses.length);
});

describe('a page is drawn again if, and only if, something that it shows has changed', () => {
  test.each<[string, Content]>([
    ['a title', withArticle('a31', { title: '新标题' })],
    ['a summary', withArticle('a31', { summary: '新摘要' })],
    [
      'a redirect’s target',
      { ...content, redirects: [redirect('/dead/', 'gone'), redirect('/moved/', '/policy/')] },
    ],
  ])('%s', (_, changed) => {
    const { keys, data } = differences(changed);
    expect(data.length).toBeGreaterThan(0);
    expect(keys).toEqual(data);
  });
});

describe('a page never stays as it was when something that it shows has changed', () => {
  const deleted = { ...content, articles: articles.filter(({ address }) => !address.endsWith('/a31/')) };
  test.each<[string, Content]>([
    ['the text', withArticle('a31', { html: '<p>新</p>' })],
    ['the date', withArticle('a31', { date: at('2017-01-01 10:00') })],
    ['an update', withArticle('a31', { updated: at('2021-01-01') })],
    ['a correction', withArticle('a31', { corrections: [{ date: at('2021-01-01'), note: '更正' }] })],
    ['the source', withArticle('a31', { source: { name: '新华日报', url: 'https://news.example/1' } })],
    [
      'the source’s address',
      withArticle('a31', { source: { name: '昆山日报', url: 'https://news.example/1' } }),
    ],
    ['author and keywords', withArticle('a31', { author: '李四', keywords: ['招商'] })],
    ['the channel', withArticle('a31', { channel: 'policy' })],
    ['the region', withArticle('a31', { region: 'hubei' })],
    ['the zone', withArticle('a31', { zone: undefined })],
    ['the medium', withArticle('a31', { medium: 'picture' })],
    ['the cover', withArticle('a31', { cover: picture('cover.png') })],
    [
      'the poster of a video',
      withArticle('a30', { video: { src: 'https://video.example/a.mp4', poster: picture('other.png') } }),
    ],
    ['an explicit neighbour', withArticle('a31', { prev: wish('/news/2016/01/a0/') })],
    ['an alias', withArticle('a31', { aliases: [alias('/old/31/')] })],
    ['a withdrawal', withArticle('a31', { withdrawn: { date: at('2021-01-01'), reason: '重复' } })],
    ['a deletion', deleted],
    [
      'a zone’s name',
      { ...content, zones: content.zones.map((zone) => ({ ...zone, name: `新${zone.name}` })) },
    ],
    ['a topic’s title', { ...content, topics: [topicWith({ id: 't', title: '新专题' })] }],
    [
      'a new region',
      { ...content, regions: [...content.regions, { id: 'new', name: '新区', parent: 'hubei' }] },
    ],
    ['the site’s name', withSite({ name: '新站名' })],
    ['the site’s address', withSite({ url: 'https://new.example/sub/', basePath: '/sub/' })],
    ['the site’s time zone', withSite({ timeZone: 'Asia/Urumqi' })],
    ['the page size', withSite({ pageSize: 5 })],
    [
      'a channel’s description',
      {
        ...content,
        channels: content.channels.map((channel) => ({ ...channel, description: '新说明' })),
      },
    ],
    [
      'a profile',
      {
        ...content,
        zones: [...content.zones.slice(1), zoneWith({ id: 'z1', html: '<p>概况</p>', digest: '2' })],
      },
    ],
  ])('%s', (_, changed) => {
    const { keys, data } = differences(changed);
    expect(data.length).toBeGreaterThan(0);
    expect(data.filter((address) => !keys.includes(address))).toEqual([]);
  });
});

describe('a newest article', () => {
  const added = {
    ...content,
    articles: [
      ...articles,
      articleWith('newest', '2024-12-30', { channel: 'policy', zone: 'z1', region: 'hubei' }),
    ],
  };
  const { keys } = differences(added);

  test('leaves articles of other channels and zones alone', () => {
    const elsewhere = articles.filter(({ channel, zone }) => channel !== 'policy' && zone !== 'z1');
    expect(elsewhere.length).toBeGreaterThan(10);
    expect(elsewhere.filter(({ address }) => keys.includes(address))).toEqual([]);
  });

  test('redraws only the article before it', () => {
    const redrawn = articles.filter(({ address }) => keys.includes(address));
    expect(redrawn.filter(({ channel }) => channel === 'policy')).toHaveLength(1);
  });

  test('changes 40 files at most', () => {
    expect(keys.length).toBeLessThanOrEqual(40);
  });

  test('at 600 articles too', () => {
    const many = Array.from({ length: 600 }, (_, n) =>
      articleWith(`m${n}`, `${2010 + (n % 14)}-0${1 + (n % 9)}-1${n % 10}`, {
        zone: `z${1 + (n % 2)}`,
        region: 'kunshan',
      }),
    );
    const site = { ...sampleSite, pageSize: 20 };
    const old = pagesOf({ ...content, site, articles: many });
    const newest = articleWith('newest', '2024-12-30', { zone: 'z1', region: 'kunshan' });
    const grown = pagesOf({ ...content, site, articles: [...many, newest] });
    const changed = [...grown].filter(([address, { key }]) => old.get(address)?.key !== key);
    expect(changed.length).toBeLessThanOrEqual(40);
  });
});
