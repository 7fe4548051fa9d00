import { expect, test } from 'vitest';
import { articleWith, contentWith, zoneWith } from '../archive/sample-content.ts';
import { textOf } from './sample-pages.ts';

test('a month for programs', () => {
  const content = contentWith(
    [
      articleWith('a', '2020-01-23 15:30', {
        zone: 'kd',
        region: 'kunshan',
        html: '<p>第一段</p>\n<p>A &amp; B</p>',
      }),
      articleWith('b', '2020-01-24'),
      articleWith('draft', '2020-01-25', { draft: true }),
    ],
    { zones: [zoneWith({ id: 'kd', name: '昆山开发区' })] },
  );
  const month = JSON.parse(textOf(content, '/news/2020/01/index.json'));
  expect(month.month).toBe('2020-01');
  expect(month.articles).toHaveLength(2);
  expect(month.articles[0].address).toBe('/news/2020/01/b/');
  expect(month.articles[1]).toMatchObject({
    address: '/news/2020/01/a/',
    title: 'a的标题',
    date: '2020-01-23 15:30',
    source: '昆山日报',
    zone: { id: 'kd', name: '昆山开发区' },
    region: { id: 'kunshan', name: '昆山' },
    channel: { id: 'news-flash', name: '快讯' },
    medium: 'text',
    summary: 'a的摘要。',
  });
  expect(month.articles[1].text).toContain('第一段');
  expect(month.articles[1].text).toContain('A & B');
  expect(month.articles[1].text).not.toContain('<');
});
