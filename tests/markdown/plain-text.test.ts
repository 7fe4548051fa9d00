import { expect, test } from 'vitest';
import { plainText } from '../../src/markdown/plain-text.ts';
import { renderBody } from '../../src/markdown/render-body.ts';
import { recordingResolver } from './recording-resolver.ts';

test.each([
  ['', ''],
  ['甲\n\n乙', '甲\n乙'],
  ['甲  \n乙', '甲\n乙'],
  ['甲\nA\nB', '甲 A B'],
  ['**甲**\nA `b` [丙](c) ~~丁~~', '甲 A b 丙 丁'],
  ['A & <b> "c" &amp;lt;', 'A & <b> "c" &lt;'],
  ['# 题\n\n甲', '题\n甲'],
  ['- 甲\n  - 乙\n- 丙\n\n> 丁', '甲\n乙\n丙\n丁'],
  ['![图](a.png "图注")\n\n文![](b.png)字', '图注\n文字'],
  ['| 甲 | 乙 |\n|-|-|\n| 丙 | 丁 |\n\n戊', '甲 乙\n丙 丁\n戊'],
  ['甲[^a]乙\n\n丙\n\n[^a]: 注', '甲乙\n丙\n注'],
  ['```\na <b\n\n  c\n```\n\n甲', 'a <b\n\n  c\n甲'],
  ['甲\n\n---\n\n乙', '甲\n乙'],
])('%j', (markdown, text) => {
  expect(plainText(renderBody(markdown, 1, recordingResolver().resolver).html)).toBe(text);
});
