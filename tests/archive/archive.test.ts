import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { permanentAddresses } from '../../src/archive/addresses.ts';
import type { Article } from '../../src/content/article.ts';
import {
  archiveOf,
  articleWith,
  at,
  contentWith,
  linkTo,
  staticPageWith,
  told,
  topicWith,
  zoneWith,
} from './sample-content.ts';

const withdrawn = { date: at('2021-01-01'), reason: '来源要求' };

/** The state in which the archive holds an article back; undefined where it is published. */
function stateOf(facts: Partial<Article>, date = '2020-01-01', options = {}) {
  const archive = archiveOf(contentWith([articleWith('a', date, facts)]), options);
  return archive.articles.length === 1 ? undefined : archive.heldBack[0]?.state;
}

describe('what is published', () => {
  test.each<[string, Partial<Article>, string, string | undefined]>([
    ['an article of the past', {}, '2020-01-01', undefined],
    ['a draft', { draft: true }, '2020-01-01', 'draft'],
    ['a date later than now', {}, '2024-12-31 12:01', 'scheduled'],
    ['a date that is now', {}, '2024-12-31 12:00', undefined],
    ['expired', { expires: at('2024-12-31 11:59') }, '2020-01-01', 'expired'],
    ['expires later', { expires: at('2024-12-31 12:01') }, '2020-01-01', undefined],
    ['withdrawn', { withdrawn }, '2020-01-01', 'withdrawn'],
    ['withdrawn and expired', { withdrawn, expires: at('2021-01-01') }, '2020-01-01', 'withdrawn'],
    ['a withdrawn draft', { draft: true, withdrawn }, '2020-01-01', 'draft'],
  ])('%s', (_, facts, date, state) => {
    expect(stateOf(facts, date)).toBe(state);
  });

  test('--drafts publishes drafts and scheduled articles, not withdrawn and expired ones', () => {
    expect(stateOf({ draft: true }, '2020-01-01', { drafts: true })).toBeUndefined();
    expect(stateOf({}, '2030-01-01', { drafts: true })).toBeUndefined();
    expect(stateOf({ withdrawn }, '2020-01-01', { drafts: true })).toBe('withdrawn');
    expect(stateOf({ expires: at('2021-01-01') }, '2020-01-01', { drafts: true })).toBe('expired');
  });

  test('a withdrawn article stands in no list', () => {
    const gone = articleWith('a', '2020-01-01', { withdrawn, region: 'kunshan', zone: 'kd', topics: ['t'] });
    expect([...archiveOf(contentWith([gone])).lists.keys()]).toEqual([]);
  });
});

test('read = built + drafts + scheduled + expired + withdrawn, whatever the articles say', () => {
  const facts = fc.record({
    draft: fc.boolean(),
    expires: fc.option(fc.constantFrom(at('2021-01-01'), at('2030-01-01')), { nil: undefined }),
    withdrawn: fc.option(fc.constant(withdrawn), { nil: undefined }),
    year: fc.constantFrom(2010, 2024, 2026),
  });
  fc.assert(
    fc.property(fc.array(facts, { maxLength: 20 }), fc.boolean(), (list, drafts) => {
      const articles = list.map(({ year, ...rest }, n) => articleWith(`a${n}`, `${year}-12-01`, rest));
      const { counts, articles: published } = archiveOf(contentWith(articles), { drafts, allowEmpty: true });
      expect(counts.read).toBe(list.length);
      expect(counts.built).toBe(published.length);
      expect(counts.built + counts.drafts + counts.scheduled + counts.expired + counts.withdrawn).toBe(
        counts.read,
      );
    }),
  );
});

describe('an archive without articles', () => {
  test('is a mistake', () => {
    expect(told(archiveOf(contentWith([])))).toEqual(['no-articles']);
  });
  test('unless it is asked for', () => {
    expect(told(archiveOf(contentWith([]), { allowEmpty: true }))).toEqual([]);
  });
});

describe('addresses that may not vanish', () => {
  test('articles, withdrawn and expired ones too, and every entry of the registries', () => {
    const archive = archiveOf(
      contentWith(
        [
          articleWith('a', '2020-01-01'),
          articleWith('b', '2020-01-01', { withdrawn }),
          articleWith('c', '2020-01-01', { expires: at('2021-01-01') }),
          articleWith('d', '2020-01-01', { draft: true }),
          articleWith('e', '2030-01-01'),
        ],
        {
          zones: [zoneWith({ id: 'kd' })],
          topics: [topicWith({ id: 't' })],
          pages: [staticPageWith({ id: 'about' })],
        },
      ),
    );
    expect(permanentAddresses(archive).sort()).toEqual(
      [
        '/news/2020/01/a/',
        '/news/2020/01/b/',
        '/news/2020/01/c/',
        '/news-flash/',
        '/policy/',
        '/regions/jiangsu/',
        '/regions/suzhou/',
        '/regions/kunshan/',
        '/regions/hubei/',
        '/zones/kd/',
        '/topics/t/',
        '/about/',
      ].sort(),
    );
  });
});

describe('links inside the site', () => {
  const target = articleWith('target', '2020-01-01', { anchors: ['背景', '背景-2'] });
  const linking = (address: string, anchor?: string, others: readonly Article[] = [target]) =>
    told(
      archiveOf(
        contentWith([articleWith('a', '2020-01-02', { links: [linkTo(address, anchor)] }), ...others], {
          zones: [zoneWith({ id: 'kd', anchors: ['概况'] })],
          pages: [staticPageWith({ id: 'about' })],
        }),
      ),
    );

  test.each([
    ['an article', '/news/2020/01/target/', undefined],
    ['its heading', '/news/2020/01/target/', '背景-2'],
    ['a zone’s heading', '/zones/kd/', '概况'],
    ['a list', '/news-flash/', undefined],
    ['a month, a year', '/news/2020/01/', undefined],
    ['a year', '/news/2020/', undefined],
    ['a static page', '/about/', undefined],
    ['a feed', '/news-flash/feed.xml', undefined],
    ['the own page', '/news/2020/01/a/', undefined],
  ])('may lead to %s', (_, address, anchor) => {
    expect(linking(address, anchor)).toEqual([]);
  });

  test('a missing page, with the nearest', () => {
    expect(linking('/news/2020/01/targe/')).toEqual(['link-missing /news/2020/01/targe/']);
  });

  test('a missing heading', () => {
    expect(linking('/news/2020/01/target/', '背景-3')).toEqual(['anchor-missing 背景-3']);
  });

  test('a heading that the own page lacks', () => {
    expect(linking('/news/2020/01/a/', '结语')).toEqual(['anchor-missing 结语']);
  });

  test('a draft or scheduled article', () => {
    const draft = articleWith('draft', '2020-01-01', { draft: true });
    const scheduled = articleWith('later', '2030-01-01');
    expect(linking(draft.address, undefined, [draft])).toEqual([`link-draft ${draft.address}`]);
    expect(linking(scheduled.address, undefined, [scheduled])).toEqual([`link-draft ${scheduled.address}`]);
  });

  test('a link to a page whose file has mistakes of its own is not dead', () => {
    const article = articleWith('a', '2020-01-02', { links: [linkTo('/news/2020/01/broken/', '一')] });
    const unread = [{ address: '/news/2020/01/broken/', title: undefined }];
    expect(told(archiveOf(contentWith([article], { unread })))).toEqual([]);
    expect(told(archiveOf(contentWith([article])))).not.toEqual([]);
  });

  test('links of zones, topics and pages are checked too', () => {
    const links = [linkTo('/nowhere/')];
    const archive = archiveOf(
      contentWith([target], {
        zones: [zoneWith({ id: 'kd', links })],
        topics: [topicWith({ id: 't', links })],
        pages: [staticPageWith({ id: 'about', links })],
      }),
    );
    expect(told(archive)).toEqual([
      'link-missing /nowhere/',
      'link-missing /nowhere/',
      'link-missing /nowhere/',
    ]);
  });
});
