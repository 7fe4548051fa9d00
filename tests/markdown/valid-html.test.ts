import fc from 'fast-check';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { expect, test } from 'vitest';
import { renderBody } from '../../src/markdown/render-body.ts';
import { recordingResolver } from './recording-resolver.ts';

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:standard', 'html-validate:document', 'html-validate:a11y'],
  }),
);

function complaints(markdown: string): string[] {
  const { html } = renderBody(markdown, 1, recordingResolver().resolver);
  const page = `<!DOCTYPE html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>题</title></head>
<body><main><h1>题</h1>
${html}</main></body>
</html>
`;
  return validator
    .validateStringSync(page)
    .results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));
}

const everything = `
　　首段[甲](/a/)**粗**，*斜*，~~删~~，\`码\`，<b>标签</b>，[外](https://a.cn "题")，[](/b/)，[![](a.png)](/c/)。
第二行  <https://b.cn>[^1]，再次[^1]，^[行内 [注](/d/)]。

# 题
### 题
###### "
#
## ![](a.png)

![图](a.png "注")
![图](b.png) ![](c.png "注")

图 ![](a.png "注") 与 ![图](a.png "注")，![](missing.png)

| 甲 | 乙 | |
|:--|:-:|--:|
| ![图](a.png) | [丙](/e/) | |

| 甲 |
|---|

> - 一
>   1. 二
>
>      三
> - [ ] 四

0. 零

\`\`\`html
<script>
\`\`\`

---

[^1]: ## 注中题

    | 表 |
    |---|

    ![图](a.png "注")
[^2]: 没有人引用
`;

test('one of each is valid', () => {
  expect(complaints(everything)).toEqual([]);
});

test('any mixture is valid', () => {
  const blocks = everything.split('\n');
  const mixture = fc.array(fc.constantFrom(...blocks, ''), { maxLength: 30 });
  fc.assert(
    fc.property(mixture, (lines) => {
      expect(complaints(lines.join('\n'))).toEqual([]);
    }),
    { numRuns: 25 },
  );
});
