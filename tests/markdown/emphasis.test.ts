import { expect, test } from 'vitest';
import { renderBody } from '../../src/markdown/render-body.ts';
import { recordingResolver } from './recording-resolver.ts';

// CommonMark alone leaves most of these as literal asterisks, commonmark-spec#650.
test.each([
  ['**中文，**文字', '<strong>中文，</strong>文字'],
  ['**“招商”**投资', '<strong>“招商”</strong>投资'],
  ['投资**“招商”**投资', '投资<strong>“招商”</strong>投资'],
  ['**重点项目：**苏州', '<strong>重点项目：</strong>苏州'],
  ['这是**开放。**接着', '这是<strong>开放。</strong>接着'],
  ['他说**（试行）**有效', '他说<strong>（试行）</strong>有效'],
  ['**《办法》**印发', '<strong>《办法》</strong>印发'],
  ['在**【公告】**中', '在<strong>【公告】</strong>中'],
  ['超过**50%**的企业', '超过<strong>50%</strong>的企业'],
  ['约**1.5亿元，**占', '约<strong>1.5亿元，</strong>占'],
  ['**GDP（现价）**增长', '<strong>GDP（现价）</strong>增长'],
  ['中**A.**中', '中<strong>A.</strong>中'],
  ['用*着重，*强调', '用<em>着重，</em>强调'],
  ['用*“着重”*强调', '用<em>“着重”</em>强调'],
  ['***全部，***强调', '<em><strong>全部，</strong></em>强调'],
  ['~~旧，~~新', '<s>旧，</s>新'],
  ['旧~~“价”~~新', '旧<s>“价”</s>新'],
  ['**第一行，\n第二行**尾', '<strong>第一行，第二行</strong>尾'],
  ['**[链接](a)，**尾', '<strong><a href="a">链接</a>，</strong>尾'],
  ['**`码`，**尾', '<strong><code>码</code>，</strong>尾'],
  ['**は、**です', '<strong>は、</strong>です'],
  ['마크다운**(Markdown)**을', '마크다운<strong>(Markdown)</strong>을'],
  ['中文 **前有空格，**后', '中文 <strong>前有空格，</strong>后'],
  ['中文** 不是强调**', '中文** 不是强调**'],
  ['**没有结束', '**没有结束'],
  ['下划线 a_b_c，__不变，__中', '下划线 a_b_c，__不变，__中'],
])('%j', (markdown, html) => {
  expect(renderBody(markdown, 1, recordingResolver().resolver).html).toBe(`<p>${html}</p>\n`);
});
