import { describe, expect, test } from 'vitest';
import { renderBody } from '../../src/markdown/render-body.ts';
import { type Asked, recordingResolver } from './recording-resolver.ts';

/** What the resolver is asked, as `kind value line:column`; the body begins on line 8. */
function asked(markdown: string): string[] {
  const { resolver, asked } = recordingResolver();
  renderBody(markdown, 8, resolver);
  return asked.map(({ kind, value, at }: Asked) => `${kind} ${value} ${at}`);
}

describe('the place of an address', () => {
  test.each([
    ['[甲](a)', ['link a 8:5']],
    ['\n\n[甲](a)', ['link a 10:5']],
    ['\r\n\r[甲](a)', ['link a 10:5']],
    ['𠮷𠮷[甲](a)', ['link a 8:7']],
    ['[甲](a)和[乙](a)', ['link a 8:5', 'link a 8:12']],
    ['[甲](a)\n[乙](a)', ['link a 8:5', 'link a 9:5']],
    ['[甲](  <a b> "题")', ['link a b 8:8']],
    ['[甲](\na)', ['link a 9:1']],
    ['[甲\n乙](a)', ['link a 9:4']],
    ['[甲](a\\_b&amp;c)', ['link a_b&c 8:5']],
    ['[甲]()', ['link  8:5']],
    ['文<https://a.cn>', ['link https://a.cn 8:3']],
    ['<a@b.cn>', ['link mailto:a@b.cn 8:2']],
    ['# 题 [甲](a) #', ['link a 8:9']],
    ['[甲](a)\n===', ['link a 8:5']],
    ['　　[甲](a)', ['link a 8:7']],
    ['> - [甲](a)\n>   乙[丙](b)', ['link a 8:9', 'link b 9:10']],
    ['- 甲\n\n\t[乙](a)', ['link a 10:6']],
    ['`[甲](a)` [乙](a)', ['link a 8:14']],
    ['    [甲](a)\n\n[甲](a)', ['link a 10:5']],
    ['[a](b "[a](b)") [a](b)', ['link b 8:5', 'link b 8:21']],
    ['![甲](a.png) ![乙](a.png)', ['image a.png 8:6', 'image a.png 8:18']],
    ['[![甲](a.png)](b)', ['link b 8:15', 'image a.png 8:7']],
    ['![[甲](x)](a.png)', ['image a.png 8:11']],
    ['[甲][r]，[r]，![乙][r]\n\n[R]: /a/', ['link /a/ 10:6', 'link /a/ 10:6', 'image /a/ 10:6']],
    ['[甲][r]\n\n> [x]: y\n> [r]:\n> </a/> "题"', ['link /a/ 12:4']],
    ['　\n[甲](a)', ['link a 9:5']],
    ['[^1]: [r]: b\n\n[r]', ['link b 8:12']],
    ['[r]: 先\n[r]: 后\n\n[r]', ['link 先 8:6']],
    ['| [a](b) | [a](b) |\n|-|-|\n| x | [a](b) |', ['link b 8:7', 'link b 8:16', 'link b 10:11']],
    ['|a|\n|-|\n|𠮷\\|[c\\|d](e\\|f)|', ['link e|f 10:12']],
    ['文[^1]\n\n[^1]: 注[甲](a)\n\n    段[乙](b)', ['link a 10:12', 'link b 12:10']],
    ['文^[注[甲](a)]，[乙](b)', ['link b 8:17', 'link a 8:9']],
  ])('%j', (markdown, expected) => {
    expect(asked(markdown)).toEqual(expected);
  });
});

describe('raw HTML', () => {
  test.each([
    ['<b>粗</b>', ['rawHtml <b 8:1', 'rawHtml </b 8:5']],
    ['文<script\nsrc=x>', ['rawHtml <script 8:2']],
    ['文\n<!-- 注 -->', ['rawHtml <!-- 9:1']],
    ['<div>\n\n<img/onerror=x>', ['rawHtml <div 8:1', 'rawHtml <img 10:1']],
    ['a < b，a <b，1<2，<=，<中>', []],
    ['`<b>` \\<b>\n\n    <b>\n\n```\n<b>\n```', []],
    ['<https://a.cn>', ['link https://a.cn 8:2']],
    ['# <b>题', ['rawHtml <b 8:3']],
    ['|<i>|\n|-|\n|<i>|', ['rawHtml <i 8:2', 'rawHtml <i 10:2']],
    ['[甲 <u>](a)', ['link a 8:9', 'rawHtml <u 8:4']],
    ['文![甲 ![乙 <u>](b)](a)', ['rawHtml <u 8:10', 'image a 8:19']],
    ['[^1]: 注^[\n<u>]', ['rawHtml <u 9:1']],
    ['\0<u>', ['rawHtml <u 8:2']],
    ['文^[注 <u>]', ['rawHtml <u 8:6']],
    ['<br/><br>', ['rawHtml <br 8:1', 'rawHtml <br 8:6']],
  ])('%j', (markdown, expected) => {
    expect(asked(markdown)).toEqual(expected);
  });

  test('is shown as text', () => {
    const { resolver } = recordingResolver();
    const { html } = renderBody('<script>alert(1)</script> <img src=x onerror=y>', 1, resolver);
    expect(html).toBe('<p>&lt;script&gt;alert(1)&lt;/script&gt; &lt;img src=x onerror=y&gt;</p>\n');
  });
});
