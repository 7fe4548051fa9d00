import fs from 'node:fs';
import { expect, it } from 'vitest';
import { readContent } from '../../src/content/read-content.ts';
import { buildSnippets } from '../../src/editors/snippets.ts';
import { temporaryFolder, writeFiles } from '../temporary-folder.ts';
import { sampleNames } from './sample-names.ts';

const snippets = buildSnippets(await sampleNames());

/** What VS Code puts there when every place is left as proposed: of a list the first word. */
function expanded(body: readonly string[]): string {
  const date = { YEAR: '2024', MONTH: '12', DATE: '27', HOUR: '09', MINUTE: '00' };
  return body
    .join('\n')
    .replace(/\$CURRENT_([A-Z]+)/g, (_, name: keyof typeof date) => date[name])
    .replace(/\$\{\d+\|((?:\\.|[^,|\\])*)(?:\\.|[^|\\])*\|\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\d+/g, '字');
}

it('the head of a new article is right as it comes', async () => {
  const root = temporaryFolder();
  fs.cpSync('content', root, { recursive: true });
  const text = `${expanded(snippets.新稿件?.body ?? [])}\n正文。\n`;
  writeFiles(root, { 'news/2024/12/a.md': text });
  const { articles, problems } = await readContent({ root, baseUrl: undefined });
  expect(problems.filter(({ file }) => file.endsWith('/a.md'))).toEqual([]);
  expect(articles.find(({ file }) => file.endsWith('/a.md'))).toMatchObject({ draft: true, title: '标题' });
});

it('every key has one, by its Chinese and its English name', () => {
  expect(snippets['发布时间（date）']).toMatchObject({ prefix: ['date', '发布时间'] });
  expect(expanded(snippets['类型（medium）']?.body ?? [])).toBe('medium: 文字新闻');
  expect(expanded(snippets['专题（topics）']?.body ?? [])).toMatch(/^topics: \[.+\]$/);
  expect(expanded(snippets['题图（cover）']?.body ?? [])).toBe(
    'cover: {src: 字, alt: 字, caption: 字, credit: 字}',
  );
  expect(expanded(snippets['上一条（prev）']?.body ?? [])).toBe('prev: 字');
  expect(snippets['开发区（zone）']?.body.join()).toMatch(/^zone: \$\{1\|.*,苏州工业园区,.*\|\}$/);
});

it('what has meaning in a list of choices stands behind a backslash', () => {
  const none = { regions: [], zones: [], topics: [], sources: [] };
  const { body } =
    buildSnippets({ ...none, channels: [{ id: 'a', name: '一,二|三}' }] })['栏目（channel）'] ?? {};
  expect(body?.[0]).toMatch(/1\|一\\,二\\\|三\\}\|}$/);
});
