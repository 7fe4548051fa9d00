import type { Element } from 'domhandler';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { replaceMarks } from '../../src/import/marks.ts';
import { elementsNamed, parsePage, textOf } from '../../src/import/parse-page.ts';
import { toMarkdown } from '../../src/import/to-markdown.ts';
import { plainText } from '../../src/markdown/plain-text.ts';
import { renderBody } from '../../src/markdown/render-body.ts';

const bodyOf = (html: string): Element => {
  const [body] = elementsNamed(parsePage(`<body>${html}`), 'body');
  if (!body) throw new Error('no body');
  return body;
};

const convert = (html: string): string =>
  replaceMarks(
    toMarkdown(bodyOf(html))
      .blocks.map(({ markdown }) => markdown)
      .join('\n\n'),
    (_, text) => `[${text}](/a/)`,
    () => '![](a.png)',
  );

const raw: string[] = [];
const render = (markdown: string): string =>
  renderBody(markdown, 1, { link: (href) => href, image: () => undefined, rawHtml: (tag) => raw.push(tag) })
    .html;

describe('HTML of old pages → Markdown', () => {
  test.each<[string, string, string]>([
    [
      'line breaks before indented lines part paragraphs',
      '　　一。<br>　　二。<br />&nbsp;&nbsp;&nbsp;&nbsp;三',
      '一。\n\n二。\n\n三',
    ],
    ['two breaks part paragraphs', '一<br><br>二', '一\n\n二'],
    ['a break within an address stays', '<p>地址：甲路1号<br>电话：1</p>', '地址：甲路1号\\\n电话：1'],
    ['bold and italic, without spaces inside the marks', '<b> 粗 </b>和<i>斜</i>', '**粗** 和*斜*'],
    ['neighbours that are set alike are one', '<b>粗</b><strong>体</strong>', '**粗体**'],
    ['bold around blocks', '<b><p>一</p><p>二</p></b>', '**一**\n\n**二**'],
    ['bold where Markdown could not show it is left', 'a<b>(b)</b>c', 'a(b)c'],
    ['headings begin at the second level', '<h1>一</h1><h3>二<br>三</h3>', '## 一\n\n### 二 三'],
    ['links', '<p><a href="x.html"> 见 <b>此</b></a>处</p>', '[见 **此**](/a/)处'],
    ['links without words go', '<p>一<a href="x.html"></a></p>', '一'],
    ['lists in lists', '<ul><li>一<ol start=3><li>二<li>三</ol><li>四</ul>', '- 一\n  3. 二\n  4. 三\n- 四'],
    [
      'tables',
      '<table><tr><th>甲<th>乙<tr><td>a|b<td>c<br>d</table>',
      '| 甲 | 乙 |\n| --- | --- |\n| a\\|b | c d |',
    ],
    [
      'merged cells stand once',
      '<table><tr><td rowspan=2>一<td>二<td>三<tr><td colspan=2>四</table>',
      '| 一 | 二 | 三 |\n| --- | --- | --- |\n|  | 四 |  |',
    ],
    [
      'tables that place things',
      '<table><tr><td><p>一</p></td></tr><tr><td><p>二</p></td></tr></table>',
      '一\n\n二',
    ],
    ['a quotation', '<blockquote><p>一</p></blockquote>', '> 一'],
    [
      'what looks like Markdown is none',
      '<p># 一</p><p>1. 二</p><p>- 三</p><p>*四* _五_ `六` [七](八) &lt;b&gt;</p><p>&gt; 九</p>',
      '\\# 一\n\n1\\. 二\n\n\\- 三\n\n\\*四\\* \\_五\\_ \\`六\\` \\[七\\](八) \\<b>\n\n\\> 九',
    ],
    ['raised and lowered numbers', '<p>m<sup>2</sup> CO<sub>2</sub> x<sup>甲</sup></p>', 'm² CO₂ x甲'],
    [
      'scripts, styles, fields, hidden things',
      '<p>一<script>x</script><style>y</style><input value=z><span style="display:none">藏</span></p>',
      '一',
    ],
    ['lines of the source join', '<p>一行\n  二行 and\n  three</p>', '一行二行 and three'],
    ['invisible characters', '<p>一\u200b二&#8203;&#x202e;三</p>', '一二三'],
    ['announcements in pre', '<pre>　　一段。\n\n  二段</pre>', '一段。\n\n二段'],
    ['programs in pre', '<pre>a = b\n``` c</pre>', '````\na = b\n``` c\n````'],
    [
      'pictures stand alone, dots and counters are none',
      '<p>一<br><img src=a.jpg><br>二</p><img src=http://s.cnzz.com/x.gif><img src=b.gif width=1>',
      '一\n\n![](a.png)\n\n二',
    ],
  ])('%s', (_, html, markdown) => {
    expect(convert(html)).toBe(markdown);
  });

  test.each<[string, string, string[]]>([
    ['a centred line', '<p align=center><img src=a.jpg></p><p align=center>图注</p>', ['图注']],
    ['a line that says so', '<img src=a.jpg><p>图为开工现场。</p>', ['图为开工现场。']],
    ['a triangle', '<p><img src=a.jpg><br>▲ 现场</p>', ['现场']],
    ['figcaption', '<figure><img src=a.jpg><figcaption>图1 现场</figcaption></figure>', ['图1 现场']],
    ['no paragraph of the text', '<p align=center><img src=a.jpg></p><p>第二段。</p>', ['']],
    ['no bold heading', '<p align=center><img src=a.jpg></p><p align=center><b>小标题</b></p>', ['']],
  ])('captions: %s', (_, html, captions) => {
    const { references } = toMarkdown(bodyOf(html));
    expect(references.map((each) => (each.kind === 'picture' ? each.caption : ''))).toEqual(captions);
  });

  const tag = fc.constantFrom(
    'p',
    'div',
    'b',
    'i',
    'em',
    'span',
    'font',
    'h2',
    'li',
    'ul',
    'td',
    'tr',
    'table',
    'blockquote',
    'center',
    'a href=x',
  );
  const words = fc.oneof(
    fc.stringMatching(/^[中文，。“”（）a1 *_#>+\-=|`~[\]()!:.\\&<]{0,12}$/),
    fc.constantFrom(
      '**',
      '__',
      '1. ',
      '- ',
      '```',
      '---',
      '| a | b |',
      '[^1]',
      '^[x]',
      '&amp;',
      '<!--',
      '![x](y)',
      '= = =',
    ),
  );
  const piece = fc.oneof(
    words.map((text) => text.replace(/[&<]/g, (mark) => (mark === '&' ? '&amp;' : '&lt;'))),
    tag.map((name) => `<${name}>`),
    tag.map((name) => `</${name.split(' ')[0]}>`),
    fc.constant('<br>'),
  );
  const squeezed = (text: string): string => text.replace(/\s+/g, '');

  test('whatever the page says is what the article says', () => {
    raw.length = 0;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const body = bodyOf(pieces.join(''));
        const said = squeezed(textOf(body));
        const shown = squeezed(plainText(render(convert(pieces.join('')))));
        expect(shown).toBe(said);
      }),
      { numRuns: 300 },
    );
    expect(raw).toEqual([]);
  });
});
