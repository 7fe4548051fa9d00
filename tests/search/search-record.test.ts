import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/content/article.ts';
import { partMark } from '../../src/search/search-files.ts';
import { buildRecord, prepareSources } from '../../src/search/search-record.ts';
import { archiveOf, articleWith, contentWith, zoneWith } from '../archive/sample-content.ts';

const archive = archiveOf(
  contentWith([articleWith('a', '2020-01-01')], { zones: [zoneWith({ id: 'kd', name: '昆山德国工业园' })] }),
);
const { sourceOf, factsOf } = prepareSources(archive);
const picture = { address: '/a.png', alt: '图', caption: '厂房', credit: '张三 摄', width: 1, height: 1 };

const whole = articleWith('a', '2020-01-23 15:30', {
  title: '招商引资',
  subtitle: '副题',
  originalTitle: '原题',
  summary: '编者按',
  summaryIsGiven: true,
  html: '<p>第一段</p>\n<p>A &amp; B</p>',
  cover: picture,
  zone: 'kd',
  region: 'kunshan',
  medium: 'picture',
  topics: ['green'],
});

describe('the record of an article', () => {
  test('holds all that readers see of its own text, the title first', () => {
    const { content } = buildRecord(sourceOf(whole), 0);
    const [title, text] = content.split(partMark);
    expect(title).toBe('招商引资');
    expect(text?.split('\n')).toEqual(['副题', '编者按', '第一段', 'A & B', '厂房', '张三 摄', '原题']);
  });

  test('holds what it is filtered, sorted and shown by', () => {
    expect(buildRecord(sourceOf(whole), 7)).toMatchObject({
      url: '/news/2020/01/a/',
      language: 'zh',
      meta: {
        title: '招商引资',
        date: '2020-01-23 15:30',
        source: '昆山日报',
        zone: '昆山德国工业园',
        channel: '快讯',
      },
      filters: {
        channel: ['news-flash'],
        zone: ['kd'],
        region: ['kunshan', 'suzhou', 'jiangsu'],
        medium: ['picture'],
        year: ['2020'],
        topic: ['green'],
        date: ['2020-01-23'],
      },
      sort: { n: '00007' },
    });
  });

  test('leaves out what the article lacks', () => {
    const { meta, filters } = buildRecord(sourceOf(articleWith('a', '2020-01-23')), 0);
    expect(Object.keys(meta ?? {})).toEqual(['title', 'date', 'source', 'channel']);
    expect(Object.keys(filters ?? {})).toEqual(['channel', 'medium', 'year', 'date']);
    expect(meta?.date).toBe('2020-01-23');
  });

  test('a summary that the program made is in the text already', () => {
    const article = articleWith('a', '2020-01-23', { summary: '第一段', html: '<p>第一段</p>' });
    expect(buildRecord(sourceOf(article), 0).content.split(partMark)[1]).toBe('第一段');
  });

  test('the folded twins of title and text stand behind both', () => {
    const article = articleWith('a', '2020-01-23', { title: '約翰·史密斯', html: '<p>U.S.A</p>' });
    const [title, text, twins] = buildRecord(sourceOf(article), 0).content.split(partMark);
    expect([title, text]).toEqual(['約翰·史密斯', 'U.S.A']);
    expect(twins?.split(' ')).toEqual(expect.arrayContaining(['约翰史密斯', 'usa']));
  });

  test('the mark between its parts cannot stand in them', () => {
    const article = articleWith('a', '2020-01-23', {
      title: `甲${partMark}乙`,
      html: `<p>丙${partMark}丁</p>`,
    });
    expect(buildRecord(sourceOf(article), 0).content.split(partMark)).toHaveLength(3);
  });
});

describe('the facts of a record', () => {
  test.each<[string, Partial<Article>]>([
    ['its file', { digest: 'other' }],
    ['what lists show of it', { rowDigest: 'other' }],
    ['its channel', { channel: 'policy' }],
    ['its zone', { zone: undefined }],
    ['its region', { region: 'suzhou' }],
    ['its topics', { topics: [] }],
    ['its moment in the zone of the site', { date: { ...whole.date, iso: '2020-01-23T14:30:00+07:00' } }],
  ])('change with %s', (_, change) => {
    expect(factsOf({ ...whole, ...change })).not.toBe(factsOf(whole));
  });

  test('change with the names that it shows, and with the regions above', () => {
    const renamed = prepareSources({ ...archive, zones: [zoneWith({ id: 'kd', name: '德国工业园' })] });
    const moved = prepareSources({ ...archive, above: new Map([['kunshan', ['kunshan', 'jiangsu']]]) });
    expect(renamed.factsOf(whole)).not.toBe(factsOf(whole));
    expect(moved.factsOf(whole)).not.toBe(factsOf(whole));
  });

  test('do not ask for the text', () => {
    const article = Object.defineProperty({ ...whole }, 'html', {
      get: () => {
        throw new Error('read');
      },
    });
    expect(factsOf(article)).toBe(factsOf(whole));
  });
});
