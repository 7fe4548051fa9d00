import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { mendContent } from '../../src/content/mend-content.ts';
import { readContent } from '../../src/content/read-content.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const cases = path.join(import.meta.dirname, '../bad-content');
const every = (): boolean => true;

/** Bad articles that have one right answer: what is to be replaced by what. All else stays to the byte. */
const mendable: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'alias-form': [
    ['[news/1.html', '[/news/1.html'],
    ['"https://www.example.com/plus/view.php?aid=424"', '/plus/view.php?aid=424'],
  ],
  'alias-yaml': [['*重点* 园区开工', '"*重点* 园区开工"']],
  'colon-at-end': [['园区开工:', '"园区开工:"']],
  'colon-in-value': [['园区开工: 第一天的"现场"', `'园区开工: 第一天的"现场"'`]],
  'colon-space': [['title:', 'title: ']],
  'colon-wide': [['title：', 'title: ']],
  'colon-wide-and-inside': [['title：园区开工: 第一天', 'title: "园区开工: 第一天"']],
  'colon-wide-last': [['channel：', 'channel: ']],
  'date-chinese': [['2020年1月23日 15时30分', '2020-01-23 15:30']],
  'date-dots': [['2020.1.23', '2020-01-23']],
  'date-short': [['2020-1-3', '2020-01-03']],
  'date-slashes': [['2020/1/3', '2020-01-03']],
  'draft-word': [['是', 'true']],
  'fence-after-blank-line': [['\n---', '---']],
  'fence-after-space': [[' ---', '---']],
  'fence-four-dashes': [['----', '---']],
  'fence-trailing-space': [['--- ', '---']],
  'hash-empty': [['#1 新闻', '"#1 新闻"']],
  'indicator-at': [['@ 园区开工', '"@ 园区开工"']],
  'indicator-backtick': [['` 园区开工', '"` 园区开工"']],
  'indicator-brace': [['{组图} 园区开工', '"{组图} 园区开工"']],
  'indicator-bracket': [['[组图] 园区开工', '"[组图] 园区开工"']],
  'indicator-comma': [[', 园区开工', '", 园区开工"']],
  'indicator-dash': [['-  园区开工', '"-  园区开工"']],
  'indicator-greater': [['>50% 园区开工', '">50% 园区开工"']],
  'indicator-percent': [['% 园区开工', '"% 园区开工"']],
  'indicator-question': [['?  园区开工', '"?  园区开工"']],
  'item-twice': [[', 园区]', ']']],
  'key-chinese': [['来源', 'source']],
  'key-indented': [['  date', 'date']],
  'mark-dash': [
    ['园区--开工', '园区——开工'],
    ['--本报', '——本报'],
  ],
  'mark-ellipsis': [['园区...开工。。。好…', '园区……开工……好……']],
  'mark-halfwidth': [
    [
      '园区开工,人人高兴;他说:"很好",走了(步行)!真的?',
      '园区开工，人人高兴；他说：“很好”，走了（步行）！真的？',
    ],
  ],
  'quote-after': [['"园区"开工', `'"园区"开工'`]],
  'quote-open': [['"园区开工', '"园区开工"']],
  'quote-open-single': [["'园区开工", "'园区开工'"]],
  'tab-indent': [
    ['\tsrc', '  src'],
    ['\talt', '  alt'],
  ],
  'tag-text': [['!重要 园区开工', '"!重要 园区开工"']],
  'value-list-text': [['招商，引资、园区', '[招商, 引资, 园区]']],
};
/** Bad articles in which something is left for the editor. */
const inPart: typeof mendable = {
  'fence-long-dash': [
    ['——', '---'],
    ['——', '---'],
  ],
  // What is switched off stays.
  'check-off': [
    ['高兴。\n\n园区开工,人人', '高兴。\n\n园区开工，人人'],
    ['\n\n园区--开工', '\n\n园区——开工'],
  ],
  'mark-doubled': [['开工。。人人，，', '开工。人人，']],
  'neighbour-form': [['无', 'false']],
  'several-mistakes': [
    ['title：', 'title: '],
    ['source:', 'source: '],
  ],
};

describe('bad articles', () => {
  const articles = fs.readdirSync(path.join(cases, 'articles')).filter((name) => name.endsWith('.md'));

  it.each(articles)('%s', async (name) => {
    const root = temporaryFolder();
    fs.cpSync(path.join(cases, 'base'), root, { recursive: true });
    const target = path.join(root, 'news/2020/01', name);
    fs.copyFileSync(path.join(cases, 'articles', name), target);
    const before = fs.readFileSync(target, 'utf8');
    const found = mendContent(root, every);
    const key = name.slice(0, -3);
    const changes = mendable[key] ?? inPart[key];
    if (!changes) {
      expect(found).toEqual([]);
      return;
    }
    const expected = changes.reduce((text, [from, to]) => text.replace(from, () => to), before);
    expect(found.map((each) => [each.file, each.after])).toEqual([[`news/2020/01/${name}`, expected]]);
    fs.writeFileSync(target, expected);
    expect(mendContent(root, every)).toEqual([]);
    const { problems } = await readContent({ root, baseUrl: undefined });
    expect(problems.filter(({ mend }) => mend !== undefined)).toEqual([]);
    if (mendable[key]) expect(problems).toEqual([]);
  });

  it('every one that is named here is there', () => {
    const named = [...Object.keys(mendable), ...Object.keys(inPart)].map((name) => `${name}.md`);
    expect(named.filter((name) => !articles.includes(name))).toEqual([]);
  });
});

describe('bad registries', () => {
  it.each([
    [
      'channels-colon',
      'channels.yaml',
      [
        ['name：', 'name: '],
        ['id:policy', 'id: policy'],
      ],
    ],
    ['redirects-head', 'redirects.csv', [['旧地址,新地址', 'from,to']]],
    ['zone-broken-name', 'zones/sip.md', [['name：苏州工业园区: 旧', 'name: "苏州工业园区: 旧"']]],
    ['zone-keys', 'zones/sip.md', [['电子', '[电子]']]],
  ] as const)('%s', (name, registry, changes) => {
    const root = temporaryFolder();
    fs.cpSync(path.join(cases, 'base'), root, { recursive: true });
    fs.cpSync(path.join(cases, 'folders', name), root, { recursive: true });
    const before = fs.readFileSync(path.join(root, registry), 'utf8');
    const expected = changes.reduce((text, [from, to]) => text.replace(from, to), before);
    expect(mendContent(root, every).map((each) => [each.file, each.after])).toEqual([[registry, expected]]);
  });
});
