import { describe, expect, test } from 'vitest';
import { type RenderedBody, renderBody } from '../../src/markdown/render-body.ts';
import { recordingResolver } from './recording-resolver.ts';

const render = (markdown: string): RenderedBody => renderBody(markdown, 1, recordingResolver().resolver);

/** Each case: Markdown, and the HTML it becomes. */
function becomes(cases: readonly (readonly [markdown: string, html: string])[]): void {
  test.each(cases)('%j', (markdown, html) => {
    expect(render(markdown).html).toBe(html && `${html}\n`);
  });
}

describe('paragraphs', () => {
  becomes([
    ['', ''],
    ['\n\n', ''],
    ['一段', '<p>一段</p>'],
    ['一段\r\n\r\n二段', '<p>一段</p>\n<p>二段</p>'],
    ['一段\r\r二段', '<p>一段</p>\n<p>二段</p>'],
    ['　　缩进的一段', '<p>缩进的一段</p>'],
    [' \u00a0\u3000**缩进**的一段', '<p><strong>缩进</strong>的一段</p>'],
    ['　', ''],
    ['A & B "C" > D', '<p>A &amp; B &quot;C&quot; &gt; D</p>'],
    ['&copy; &#x4e2d;', '<p>© 中</p>'],
    ['{{ 7 * 7 }}、{% include "x" %}', '<p>{{ 7 * 7 }}、{% include &quot;x&quot; %}</p>'],
    ['https://a.cn 不是链接', '<p>https://a.cn 不是链接</p>'],
    ['"引" -- (c) ...', '<p>&quot;引&quot; -- (c) ...</p>'],
    ['~~旧~~ `a*b` \\*星\\*', '<p><s>旧</s> <code>a*b</code> *星*</p>'],
    ['上  \n下', '<p>上<br>\n下</p>'],
    ['---', '<hr>'],
    ['> 引文', '<blockquote>\n<p>引文</p>\n</blockquote>'],
    ['- 一\n- 二', '<ul>\n<li>一</li>\n<li>二</li>\n</ul>'],
    ['3. 三\n4. 四', '<ol start="3">\n<li>三</li>\n<li>四</li>\n</ol>'],
    ['- 一\n\n- 二', '<ul>\n<li><p>一</p>\n</li>\n<li><p>二</p>\n</li>\n</ul>'],
  ]);
});

describe('line breaks in a paragraph', () => {
  becomes([
    ['中文\n中文', '<p>中文中文</p>'],
    ['中文\nLatin', '<p>中文\nLatin</p>'],
    ['Latin\n中文', '<p>Latin\n中文</p>'],
    ['one\ntwo', '<p>one\ntwo</p>'],
    ['中文，\n“引文”\n——说', '<p>中文，“引文”——说</p>'],
    ['说……\n‘中’·\n（文）', '<p>说……‘中’·（文）</p>'],
    ['かな\nカナ', '<p>かなカナ</p>'],
    ['“quote\n”', '<p>“quote\n”</p>'],
    ['**中文**\n*中文*', '<p><strong>中文</strong><em>中文</em></p>'],
    ['[中文](a)\n[中文](b)', '<p><a href="a">中文</a><a href="b">中文</a></p>'],
    ['[中文](a)\n[Latin](b)', '<p><a href="a">中文</a>\n<a href="b">Latin</a></p>'],
    ['中文`码`\n中文', '<p>中文<code>码</code>中文</p>'],
    ['2020\n年', '<p>2020\n年</p>'],
    ['𠮷\n𠮷', '<p>𠮷𠮷</p>'],
    ['한국\n한국', '<p>한국\n한국</p>'],
    ['中文 \n  中文', '<p>中文中文</p>'],
    ['> 中文\n> 中文', '<blockquote>\n<p>中文中文</p>\n</blockquote>'],
    ['中文[^a]\n中文\n\n[^a]: 注', noted('中文', '中文')],
  ]);

  function noted(before: string, after: string): string {
    return [
      `<p>${before}<sup class="footnote-ref"><a href="#fn1" id="fnref1">[1]</a></sup>${after}</p>`,
      '<section class="footnotes" aria-label="注释">',
      '<ol>',
      '<li id="fn1"><p>注 <a class="footnote-back" href="#fnref1" aria-label="回到正文">↩︎</a></p>',
      '</li>',
      '</ol>',
      '</section>',
    ].join('\n');
  }
});

describe('headings', () => {
  becomes([
    ['## 一', '<h2 id="一">一</h2>'],
    ['# 一\n## 二\n# 三', '<h2 id="一">一</h2>\n<h3 id="二">二</h3>\n<h2 id="三">三</h2>'],
    [
      '## 一\n#### 二\n#### 三\n### 四',
      '<h2 id="一">一</h2>\n<h3 id="二">二</h3>\n<h3 id="三">三</h3>\n<h3 id="四">四</h3>',
    ],
    ['### 一\n## 二\n### 三', '<h2 id="一">一</h2>\n<h2 id="二">二</h2>\n<h3 id="三">三</h3>'],
    [
      '# 1\n## 2\n### 3\n#### 4\n##### 5\n###### 6',
      [2, 3, 4, 5, 6, 6].map((level, at) => `<h${level} id="${at + 1}">${at + 1}</h${level}>`).join('\n'),
    ],
    ['## 甲 乙　丙', '<h2 id="甲-乙-丙">甲 乙　丙</h2>'],
    [
      '## 甲\n## 甲\n## 甲-2\n## 甲',
      '<h2 id="甲">甲</h2>\n<h2 id="甲-2">甲</h2>\n<h2 id="甲-2-2">甲-2</h2>\n<h2 id="甲-3">甲</h2>',
    ],
    [
      '## **“十四五”**，`a<b` & "c"',
      '<h2 id="“十四五”，ab-c"><strong>“十四五”</strong>，<code>a&lt;b</code> &amp; &quot;c&quot;</h2>',
    ],
    ['## "', '<h2>&quot;</h2>'],
    ['#', ''],
    ['## ![](a.png)', '<p><img src="a.png" alt="" width="640" height="360"></p>'],
    ['## fn1', '<h2 id="-fn1">fn1</h2>'],
    ['题\n===', '<h2 id="题">题</h2>'],
  ]);
});

describe('links', () => {
  becomes([
    ['[甲](/a/ "题")', '<p><a href="/a/" title="题">甲</a></p>'],
    [
      '[甲](https://a.cn/?x=1&y=2)',
      '<p><a href="https://a.cn/?x=1&amp;y=2" rel="noopener nofollow">甲</a></p>',
    ],
    ['<http://a.cn/中>', '<p><a href="http://a.cn/%E4%B8%AD" rel="noopener nofollow">http://a.cn/中</a></p>'],
    ['<a@b.cn>', '<p><a href="mailto:a@b.cn">a@b.cn</a></p>'],
    ['[甲](<b c.md>)', '<p><a href="b%20c.md">甲</a></p>'],
    ['[甲][r]\n\n[r]: /a/', '<p><a href="/a/">甲</a></p>'],
    ['[**甲**](javascript:x)', '<p><strong>甲</strong></p>'],
    ['[甲](java&#115;cript:x) [乙](missing)', '<p>甲 乙</p>'],
    ['[](/a/)', '<p><a href="/a/">/a/</a></p>'],
    ['[甲 <https://b.cn>](/a/)', '<p><a href="/a/">甲 https://b.cn</a></p>'],
    ['[![图](a.png)](/a/)', '<p><a href="/a/"><img src="a.png" alt="图" width="640" height="360"></a></p>'],
    ['[![](a.png)](/a/)', '<p><a href="/a/"><img src="a.png" alt="" width="640" height="360">/a/</a></p>'],
  ]);
});

describe('pictures', () => {
  const figure = (name: string, caption = '') =>
    `<figure><img src="${name}.png" alt="${name}" width="640" height="360" loading="lazy" decoding="async">${caption}</figure>`;
  becomes([
    ['![a](a.png)', figure('a')],
    ['![a](a.png "注 & 释")', figure('a', '<figcaption>注 &amp; 释</figcaption>')],
    [
      '![a](a.png)\n![b](b.png) ![c](c.png "注")',
      `${figure('a')}\n${figure('b')}\n${figure('c', '<figcaption>注</figcaption>')}`,
    ],
    ['- ![a](a.png)', `<ul>\n<li>${figure('a')}\n</li>\n</ul>`],
    [
      '图 ![a "b"](a.png "注")',
      '<p>图 <img src="a.png" alt="a &quot;b&quot;" title="注" width="640" height="360"></p>',
    ],
    ['图 ![](a.png "注")', '<p>图 <img src="a.png" alt="注" width="640" height="360"></p>'],
    [
      '![**粗**\n`码` [链](x) ![内](y)](图.png)',
      '<figure><img src="%E5%9B%BE.png" alt="粗码 链 内" width="640" height="360" loading="lazy" decoding="async"></figure>',
    ],
    ['![甲](missing.png)', '<p>甲</p>'],
    ['![](missing.png)', ''],
    ['图 ![甲](missing.png)', '<p>图 甲</p>'],
  ]);

  test('those shown are listed in order', () => {
    expect(render('![甲](a.png "注")\n\n![乙](missing.png)\n\n文 ![](b.png)').pictures).toEqual([
      { src: 'a.png', alt: '甲', caption: '注', width: 640, height: 360 },
      { src: 'b.png', alt: '', caption: undefined, width: 640, height: 360 },
    ]);
  });
});

describe('tables and code', () => {
  becomes([
    [
      '| 左 | 中 | 右 | 无 |\n|:--|:-:|--:|---|\n| a\\|b | `c` | | |',
      [
        '<section class="table" tabindex="0" aria-label="表格">',
        '<table>',
        '<thead>',
        '<tr>',
        '<th scope="col" class="left">左</th>',
        '<th scope="col" class="center">中</th>',
        '<th scope="col" class="right">右</th>',
        '<th scope="col">无</th>',
        '</tr>',
        '</thead>',
        '<tbody>',
        '<tr>',
        '<td class="left">a|b</td>',
        '<td class="center"><code>c</code></td>',
        '<td class="right"></td>',
        '<td></td>',
        '</tr>',
        '</tbody>',
        '</table>',
        '</section>',
      ].join('\n'),
    ],
    ['```js\na < b\n```', '<pre tabindex="0"><code>a &lt; b\n</code></pre>'],
    ['    a\n     b', '<pre tabindex="0"><code>a\n b\n</code></pre>'],
  ]);

  test('a second table has a name of its own', () => {
    const { html } = render('|a|\n|-|\n\n文\n\n|b|\n|-|');
    expect(html.match(/aria-label="[^"]*"/g)).toEqual(['aria-label="表格"', 'aria-label="表格 2"']);
  });
});

describe('footnotes', () => {
  const back = (id: string) => `<a class="footnote-back" href="#${id}" aria-label="回到正文">↩︎</a>`;
  const mark = (note: number, id = `fnref${note}`) =>
    `<sup class="footnote-ref"><a href="#fn${note}" id="${id}">[${note}]</a></sup>`;
  const section = (...items: string[]) =>
    `<section class="footnotes" aria-label="注释">\n<ol>\n${items.map((item, at) => `<li id="fn${at + 1}">${item}\n</li>\n`).join('')}</ol>\n</section>`;
  becomes([
    [
      '甲[^a]乙[^b]丙[^a]\n\n[^b]: 乙注\n[^a]: 甲注\n',
      `<p>甲${mark(1)}乙${mark(2)}丙${mark(1, 'fnref1-2')}</p>\n${section(`<p>甲注 ${back('fnref1')} ${back('fnref1-2')}</p>`, `<p>乙注 ${back('fnref2')}</p>`)}`,
    ],
    ['甲^[行内*注*]', `<p>甲${mark(1)}</p>\n${section(`<p>行内<em>注</em> ${back('fnref1')}</p>`)}`],
    ['甲^[外^[内]]', `<p>甲${mark(1)}</p>\n${section(`<p>外^[内] ${back('fnref1')}</p>`)}`],
    [
      '![甲^[注]](a.png)',
      '<figure><img src="a.png" alt="甲^[注]" width="640" height="360" loading="lazy" decoding="async"></figure>',
    ],
    [
      '[甲^[注]](/a/)乙',
      `<p><a href="/a/">甲</a>${mark(1)}乙</p>\n${section(`<p>注 ${back('fnref1')}</p>`)}`,
    ],
    ['甲[^无]', '<p>甲[^无]</p>'],
    ['甲\n\n[^a]: 没有人引用', `<p>甲</p>\n${section('<p>没有人引用</p>')}`],
    [
      '甲[^a]\n\n[^a]: 注一\n\n        码\n',
      `<p>甲${mark(1)}</p>\n${section(`<p>注一</p>\n<pre tabindex="0"><code>码\n</code></pre>\n<p>${back('fnref1')}</p>`)}`,
    ],
  ]);

  test('a label defined twice loses no text', () => {
    const { html } = render('甲[^a]\n\n[^a]: 先\n\n[^a]: 后');
    expect(html).toContain('<li id="fn1"><p>先');
    expect(html).toContain('<li id="fn2"><p>后</p>');
  });

  test('every id is an anchor', () => {
    const { html, anchors } = render('## 题[^a]\n\n文^[注]\n\n[^a]: 注\n\n## 题');
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(anchors.toSorted()).toEqual(ids.toSorted());
    expect(ids.toSorted()).toEqual(['fn1', 'fn2', 'fnref1', 'fnref2', '题', '题-2']);
  });
});

describe('the first text', () => {
  test.each([
    ['甲。\n\n乙**丙**。', '甲。乙丙。'],
    ['本报讯\n\n甲。', '本报讯 甲。'],
    ['## 题\n\n![图](a.png "注")\n\n甲[^a]。\n\n[^a]: 注', '甲。'],
    ['[甲](javascript:x)\n乙', '甲乙'],
    ['', ''],
  ])('%j', (markdown, text) => {
    expect(render(markdown).firstText).toBe(text);
  });

  test('has at least 200 characters where there are that many', () => {
    const { firstText } = render('一二三四五六七八九。\n\n'.repeat(100));
    expect(firstText).toBe('一二三四五六七八九。'.repeat(20));
  });
});
