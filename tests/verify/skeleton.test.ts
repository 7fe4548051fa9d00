import { describe, expect, test } from 'vitest';
import { judgeHtml } from '../../src/verify/judge-html.ts';
import { scanHtml } from '../../src/verify/scan-html.ts';
import { Skeletons } from '../../src/verify/skeleton.ts';

const page = (body: string, head = ''): string =>
  `<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>题</title>${head}</head><body><main id="main"><h1>题</h1>${body}</main></body></html>\n`;

function skeletonOf(html: string, skeletons = new Skeletons()) {
  const maker = skeletons.begin(html);
  scanHtml(html, maker);
  const { id } = maker;
  return { id, isOdd: maker.isOdd, shown: skeletons.show(id) };
}

const rulesOf = (html: string): string[] => [...new Set(judgeHtml(html).map(({ rule }) => rule))].sort();

describe('a skeleton is judged as its page is', () => {
  const right = [
    '<p>一段<strong>重点</strong>，<a href="/a/">链接</a>。</p><p>又一段</p><p>再一段</p>',
    '<ul><li>一</li><li>二</li><li>三</li></ul><table><thead><tr><th scope="col">甲</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>',
    '<figure><img src="a.png" alt="图" width="10" height="20"><figcaption>图注</figcaption></figure>',
    '<form action="/s/"><label for="q">搜索</label><input type="search" id="q" name="q"><button type="submit">搜</button></form>',
    '<p>R&amp;D &lt;b&gt; "引" &#39;</p>',
  ];
  const wrong = [
    '<ul><p>不该在这里</p></ul>',
    '<p>段<div>块</div></p>',
    '<a href="/a/">外<a href="/b/">里</a></a>',
    '<img src="a.png" width="1" height="1">',
    '<img src="a.png" alt="图" width="宽" height="1">',
    '<h2></h2>',
    '<button type="submit"></button>',
    '<input type="text" name="q">',
    '<label for="none">没有这个</label>',
    '<div aria-labelledby="none" role="group">没有这个</div>',
    '<p>没有的 &nonsense; 字符</p>',
    '<font color="red">旧</font>',
    '<p align="center">旧</p>',
    '<nav aria-label="一">甲</nav><nav>乙</nav>',
    '<main>第二个</main>',
    '<table><tbody><tr><td>1</td></tr></tbody><caption>晚了</caption></table>',
    '<video src="a.mp4" autoplay></video>',
    '<p id="a b">空格</p>',
    '<p id="">空</p>',
    '<input type="nonsense" aria-label="甲">',
    '<div aria-hidden="true"><a href="/a/">看不见</a></div>',
    `${'<a>没有地址</a>'.repeat(3)}<td>不该在这里</td>`,
    `${'<p>段</p>'.repeat(9)}<dd>不该在这里</dd>`,
  ];

  test.each(right)('right: %s', (body) => {
    const html = page(body);
    const { isOdd, shown } = skeletonOf(html);
    expect([rulesOf(html), rulesOf(shown), isOdd]).toEqual([[], [], false]);
  });

  test.each(wrong)('wrong: %s', (body) => {
    const html = page(body);
    const { isOdd, shown } = skeletonOf(html);
    // What is written in an odd way is judged itself.
    expect(isOdd ? rulesOf(html) : rulesOf(shown)).toEqual(rulesOf(html));
  });

  test('most of the wrong ones are wrong to html-validate', () => {
    expect(wrong.filter((body) => rulesOf(page(body)).length > 0).length).toBeGreaterThan(18);
  });
});

test('pages that differ in words, addresses and lengths have one skeleton', () => {
  const skeletons = new Skeletons();
  const one = page('<p id="x">甲</p><p>乙</p><h2>丙</h2><p>丁</p><p><a class="k" href="/a/">戊</a></p>');
  const other = page(
    '<p>一</p><p>二</p><p>三</p><p>四</p><h2 id="y">五</h2><p>六</p><p><a href="/b/#c">七</a></p><p>八</p>',
  );
  expect(skeletonOf(other, skeletons).id).toBe(skeletonOf(one, skeletons).id);
});

test.each([
  ['a comment', '<!-- 注 --><p>甲</p>'],
  ['another quote', "<p class='a'>甲</p>"],
  ['no quote', '<p class=a>甲</p>'],
  ['capital letters', '<P>甲</P>'],
  ['an element that is left open', '<p>甲'],
  ['an end without beginning', '甲</p>'],
  ['an attribute twice', '<p class="a" class="b">甲</p>'],
  ['a bare <', '<p>1 < 2</p>'],
  ['a slash at the end', '<br/>'],
])('%s is odd', (_, body) => {
  expect(skeletonOf(page(body)).isOdd).toBe(true);
});
