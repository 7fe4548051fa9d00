import { describe, expect, test } from 'vitest';
import { findTwins } from '../../src/archive/find-twins.ts';
import { readContent } from '../../src/content/read-content.ts';
import { articleText, contentFolder } from '../content/content-folder.ts';

const story = Array.from(
  { length: 12 },
  (_, n) =>
    `第${n}家企业的负责人介绍了${'厂房设备人员订单物流水电'[n]}方面的进展，说年底以前一定会${'建成装好招满签下理顺接通'[n]}。`,
).join('');
const month = (name: string, numbers: readonly number[]): string =>
  `${name}，全区规模以上工业产值${numbers[0]}亿元，同比增长${numbers[1]}%；实际利用外资${numbers[2]}亿美元，新设企业${numbers[3]}家，进出口总额${numbers[4]}亿元，固定资产投资${numbers[5]}亿元。`;

async function twins(articles: Readonly<Record<string, string>>): Promise<string[]> {
  const files = Object.entries(articles).map(([name, text]) => [`news/2020/01/${name}.md`, text] as const);
  const content = await readContent({
    root: contentFolder(Object.fromEntries(files)),
    baseUrl: undefined,
    proof: true,
  });
  return findTwins(content).map(
    ({ code, file, values }) => `${code} ${file.slice(13)} ${values.twin?.slice(13)}`,
  );
}
const titled = (title: string, body: string, day = '2020-01-23'): string =>
  articleText('', `\n${body}\n`).replace('园区开工', title).replace('2020-01-23', day);

describe('the same story filed twice', () => {
  test('is told of the later one, with a sentence changed and a paragraph more', async () => {
    const changed = `${story.replace('年底以前', '今年之内')}\n\n会后，与会人员走访了两处工地。`;
    expect(await twins({ b: titled('甲', story), a: titled('乙', changed, '2020-01-25') })).toEqual([
      'article-twin a.md b.md',
    ]);
  });

  test('three are each told of one before', async () => {
    const found = await twins({ a: titled('甲', story), b: titled('乙', story), c: titled('丙', story) });
    expect(found.map((each) => each.split(' ')[1])).toEqual(['b.md', 'c.md']);
  });

  test('another story is none, nor the report of another month', async () => {
    const other = month('一月', [310.2, 5.1, 2.4, 31, 88, 12]);
    expect(
      await twins({
        a: titled('甲', story),
        b: titled('乙', other),
        c: titled('丙', month('二月', [298.7, 4.2, 1.9, 27, 90, 15])),
      }),
    ).toEqual([]);
  });

  test('a withdrawn one, and one that is told to be right, are left out', async () => {
    const right = titled('乙', story).replace('title:', '# check-off: article-twin, title-twin\ntitle:');
    expect(await twins({ a: titled('甲', story), b: right })).toEqual([]);
    const withdrawn = titled('乙', story).replace(
      '---\n\n',
      'withdrawn: {date: 2020-01-24, reason: 重复}\n---\n\n',
    );
    expect(await twins({ a: titled('甲', story), b: withdrawn })).toEqual([]);
  });

  test('one title on one day', async () => {
    expect(await twins({ a: titled('甲', '正文。'), b: titled('甲', '另一篇。') })).toEqual([
      'title-twin b.md a.md',
    ]);
    expect(await twins({ a: titled('甲', '正文。'), b: titled('甲', '另一篇。', '2020-01-24') })).toEqual([]);
  });
});
