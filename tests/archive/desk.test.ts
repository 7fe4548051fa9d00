import { expect, test } from 'vitest';
import { buildDesk } from '../../src/archive/desk.ts';
import { problem } from '../../src/problems/problem.ts';
import { articleWith, at, contentWith, zoneWith } from './sample-content.ts';

const now = at('2024-12-31 12:00');
const sourced = { source: { name: '昆山日报', url: 'https://example.com/' } };
const inZone = { ...sourced, zone: 'z' };
const articles = [
  articleWith('out', '2024-12-20', inZone),
  articleWith('draft', '2024-12-21', { ...inZone, draft: true }),
  articleWith('far', '2025-03-01', inZone),
  articleWith('soon', '2025-01-02', inZone),
  articleWith('expired', '2024-01-01', { expires: at('2024-02-01') }),
  articleWith('withdrawn', '2024-01-02', { withdrawn: { date: at('2024-01-03'), reason: '重复' } }),
  articleWith('no-source', '2024-12-01', { zone: 'z' }),
  articleWith('no-zone', '2024-12-02', sourced),
  articleWith('wrong-zone', '2024-12-03', sourced),
  articleWith('policy', '2024-12-17 12:00', { ...inZone, channel: 'policy' }),
];
const zoneUnknown = (file: string, value: string) =>
  problem('zone-unknown', { file, line: 3, column: 7 }, { value, nearest: '' });
const desk = buildDesk(
  contentWith(articles, {
    zones: [zoneWith({ id: 'z' })],
    unread: [{ address: '/news/2024/12/broken/', title: '读不出的一篇' }],
    problems: [
      zoneUnknown('news/2024/12/wrong-zone.md', '苏州园区'),
      zoneUnknown('news/2024/12/broken.md', '昆山园区'),
    ],
  }),
  now,
);
const titles = (rows: readonly { readonly title: string }[]): string[] =>
  rows.map(({ title }) => title.replace('的标题', ''));

test('what is held back stands in its group, what is scheduled soonest first', () => {
  expect(titles(desk.groups.draft)).toEqual(['draft']);
  expect(titles(desk.groups.scheduled)).toEqual(['soon', 'far']);
  expect(titles(desk.groups.expired)).toEqual(['expired']);
  expect(titles(desk.groups.withdrawn)).toEqual(['withdrawn']);
});

test('sources without address and zones, of what is or will be out', () => {
  expect(titles(desk.groups.withoutSourceUrl)).toEqual(['no-source']);
  expect(titles(desk.groups.withoutZone)).toEqual(['no-zone']);
});

test('zones that nobody knows, also of a file that cannot be read', () => {
  expect(desk.groups.unknownZone).toMatchObject([
    { title: 'wrong-zone的标题', writtenZone: '苏州园区' },
    { title: '读不出的一篇', writtenZone: '昆山园区', article: undefined, address: '/news/2024/12/broken/' },
  ]);
});

test('a channel is quiet from the fourteenth day; drafts and what is to come do not count', () => {
  expect(desk.quietChannels).toMatchObject([{ channel: { id: 'policy' }, days: 14 }]);
  const empty = buildDesk(contentWith([]), now);
  expect(empty.quietChannels).toMatchObject([{ newest: undefined }, { newest: undefined }]);
});
