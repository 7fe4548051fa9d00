import { describe, expect, test } from 'vitest';
import { initialsOf } from '../../src/search/initials.ts';
import { buildSuggestions, listNames } from '../../src/search/suggestions.ts';
import { archiveOf, articleWith, contentWith, topicWith, zoneWith } from '../archive/sample-content.ts';

describe('names in Latin letters', () => {
  test.each([
    ['昆山德国工业园', 'ksdggyy', 'kunshandeguogongyeyuan'],
    ['重庆长寿经开区', 'cqcsjkq', 'chongqingchangshoujingkaiqu'],
    ['5G产业园', '5gcyy', '5gchanyeyuan'],
    ['ＡＰＥＣ 峰会·2024', 'apecfh2024', 'apecfenghui2024'],
    ['呂梁女企業家', 'llnqyj', 'lvliangnvqiyejia'],
    ['「……」', '', ''],
  ])('%s', (name, initials, pinyin) => {
    expect(initialsOf(name)).toEqual({ initials, pinyin });
  });
});

describe('suggestions', () => {
  test('zones, regions, channels and topics, then titles, newest first and without their pinyin', async () => {
    const archive = archiveOf(
      contentWith(
        [
          articleWith('a', '2020-01-01', { title: '旧闻' }),
          articleWith('b', '2020-01-02', { title: '新闻' }),
        ],
        {
          zones: [zoneWith({ id: 'kd', name: '昆山德国工业园' })],
          regions: [{ id: 'suzhou', name: '苏州', parent: undefined }],
          topics: [topicWith({ id: 'green', title: '绿色园区' })],
        },
      ),
    );
    expect(await buildSuggestions(listNames(archive))).toEqual({
      format: 1,
      entries: [
        ['昆山德国工业园', '/zones/kd/', 'zone', 'ksdggyy', 'kunshandeguogongyeyuan'],
        ['苏州', '/regions/suzhou/', 'region', 'sz', 'suzhou'],
        ['快讯', '/news-flash/', 'channel', 'kx', 'kuaixun'],
        ['政策', '/policy/', 'channel', 'zc', 'zhengce'],
        ['绿色园区', '/topics/green/', 'topic', 'lsyq', 'lvseyuanqu'],
        ['新闻', '/news/2020/01/b/', 'article', 'xw', ''],
        ['旧闻', '/news/2020/01/a/', 'article', 'jw', ''],
      ],
    });
  });

  test('of titles only the newest thousand', () => {
    const articles = Array.from({ length: 1001 }, (_, index) => articleWith(`a${index}`, '2020-01-01'));
    const names = listNames(archiveOf(contentWith(articles)));
    expect(names.filter(([, , kind]) => kind === 'article')).toHaveLength(1000);
  });
});
