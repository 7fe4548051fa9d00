import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/content/article.ts';
import { archiveOf, articleWith, at, contentWith, told, wish } from './sample-content.ts';

const newer = articleWith('newer', '2020-01-03');
const older = articleWith('older', '2020-01-01');

/** The neighbours of an article of 2 January among others, and what was said about it. */
function neighboursOf(facts: Partial<Article>, others: readonly Article[] = [newer, older]) {
  const article = articleWith('a', '2020-01-02', facts);
  const archive = archiveOf(contentWith([article, ...others]));
  const { prev, next } = archive.neighbours.get(article) ?? {};
  return { prev: prev?.address, next: next?.address, told: told(archive) };
}

describe('computed neighbours', () => {
  test('prev is the newer one, next the older one', () => {
    expect(neighboursOf({})).toEqual({ prev: newer.address, next: older.address, told: [] });
  });

  test('they come from the same channel', () => {
    const between = articleWith('policy', '2020-01-02 12:00', { channel: 'policy' });
    expect(neighboursOf({}, [newer, between, older])).toMatchObject({
      prev: newer.address,
      next: older.address,
    });
  });

  test('the newest has no prev, the oldest no next', () => {
    expect(neighboursOf({}, [])).toEqual({ prev: undefined, next: undefined, told: [] });
  });

  test('those of the same moment follow each other by address', () => {
    const same = [articleWith('b', '2020-01-02'), articleWith('0', '2020-01-02')];
    expect(neighboursOf({}, same)).toMatchObject({ prev: '/news/2020/01/0/', next: '/news/2020/01/b/' });
  });

  test.each([
    ['a draft', { draft: true }],
    ['a withdrawn article', { withdrawn: { date: at('2020-02-01'), reason: '重复' } }],
    ['an expired article', { expires: at('2021-01-01') }],
  ])('%s is nobody’s neighbour', (_, facts) => {
    const hidden = articleWith('hidden', '2020-01-02 12:00', facts);
    expect(neighboursOf({}, [newer, hidden, older])).toMatchObject({ prev: newer.address });
  });

  test('a scheduled article is nobody’s neighbour', () => {
    const scheduled = articleWith('scheduled', '2025-01-01');
    expect(neighboursOf({}, [scheduled])).toMatchObject({ prev: undefined });
  });
});

describe('neighbours that the editor asks for', () => {
  const far = articleWith('far', '2009-05-05', { channel: 'policy', title: '很久以前' });
  const others = [newer, older, far];

  test.each([
    ['an address', '/news/2009/05/far/'],
    ['an address without its last slash', '/news/2009/05/far'],
    ['a content file', 'news/2009/05/far.md'],
    ['a file relative to the own one', '../../2009/05/far.md'],
    ['a title', '很久以前'],
  ])('by %s', (_, text) => {
    expect(neighboursOf({ next: wish(text) }, others)).toEqual({
      prev: newer.address,
      next: far.address,
      told: [],
    });
  });

  test('false means none', () => {
    expect(neighboursOf({ prev: false, next: false })).toEqual({
      prev: undefined,
      next: undefined,
      told: [],
    });
  });

  test('a wish for one side leaves the other computed, and binds nobody else', () => {
    const article = articleWith('a', '2020-01-02', { prev: wish('很久以前') });
    const archive = archiveOf(contentWith([article, ...others]));
    expect(archive.neighbours.get(article)?.next).toBe(older);
    expect(archive.neighbours.get(far)).toEqual({ prev: undefined, next: undefined });
  });

  test('missing: an error with the nearest', () => {
    const article = articleWith('a', '2020-01-02', { next: wish('/news/2009/05/fra/') });
    const [problem] = archiveOf(contentWith([article, ...others])).problems;
    expect(problem).toMatchObject({
      code: 'neighbour-missing',
      level: 'error',
      line: 5,
      column: 7,
      values: { value: '/news/2009/05/fra/', nearest: '/news/2009/05/far/' },
    });
  });

  test('ambiguous: an error that names the files', () => {
    const twin = articleWith('twin', '2010-01-01', { title: '很久以前' });
    const article = articleWith('a', '2020-01-02', { next: wish('很久以前') });
    const [problem] = archiveOf(contentWith([article, far, twin])).problems;
    expect(problem).toMatchObject({ code: 'neighbour-ambiguous', level: 'error' });
    expect(problem?.values.files).toContain(far.file);
    expect(problem?.values.files).toContain(twin.file);
  });

  test('a draft: an error', () => {
    const draft = articleWith('draft', '2020-01-05', { draft: true });
    expect(neighboursOf({ prev: wish(draft.address) }, [newer, draft]).told).toEqual([
      `neighbour-draft ${draft.address}`,
    ]);
  });

  test('the article itself: an error', () => {
    expect(neighboursOf({ prev: wish('/news/2020/01/a/') }).told).toEqual([
      'neighbour-self /news/2020/01/a/',
    ]);
  });

  test('not out now: a warning, and the computed neighbour stands in', () => {
    const scheduled = articleWith('scheduled', '2025-01-01');
    const article = articleWith('a', '2020-01-02', { prev: wish(scheduled.address) });
    const archive = archiveOf(contentWith([article, newer, scheduled]));
    expect(archive.problems).toMatchObject([{ code: 'neighbour-held-back', level: 'warning' }]);
    expect(archive.neighbours.get(article)?.prev).toBe(newer);
  });

  test('with --drafts a draft can be a neighbour', () => {
    const draft = articleWith('draft', '2020-01-05', { draft: true });
    const article = articleWith('a', '2020-01-02', { prev: wish(draft.address) });
    const archive = archiveOf(contentWith([article, newer, draft]), { drafts: true });
    expect(archive.problems).toEqual([]);
    expect(archive.neighbours.get(article)?.prev).toBe(draft);
  });

  test('what a draft asks for is checked before it is published', () => {
    const draft = articleWith('draft', '2020-01-05', { draft: true, next: wish('/news/1999/01/none/') });
    expect(told(archiveOf(contentWith([newer, draft])))).toEqual(['neighbour-missing /news/1999/01/none/']);
  });
});

test.each(['/news/2020/01/broken/', '写坏了的一篇'])(
  'an article that has mistakes of its own is not missing: %s',
  (text) => {
    const asking = articleWith('asking', '2020-01-05', {
      next: { text, place: { file: 'news/2020/01/asking.md', line: 2, column: 7 } },
    });
    const unread = [{ address: '/news/2020/01/broken/', title: '写坏了的一篇' }];
    expect(told(archiveOf(contentWith([asking], { unread })))).toEqual([]);
    expect(told(archiveOf(contentWith([asking])))).toEqual([`neighbour-missing ${text}`]);
  },
);
