import fs from 'node:fs';
import { expect, it } from 'vitest';
import { articleFields } from '../../src/content/article-fields.ts';
import { buildEditorFiles } from '../../src/editors/editor-files.ts';
import { sampleNames } from './sample-names.ts';

const files = buildEditorFiles(await sampleNames(), 'content');

it.each(Object.entries(files))('%s is what npm run editor-files writes', (file, text) => {
  expect(fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined).toBe(text);
});

it('nothing else lies in .vscode', () => {
  const found = fs.readdirSync('.vscode', { recursive: true, encoding: 'utf8', withFileTypes: true });
  const names = found
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.replaceAll('\\', '/'));
  expect(names.sort()).toEqual(
    Object.keys(files)
      .filter((file) => file.startsWith('.vscode/'))
      .sort(),
  );
});

it('the handbook names every key of an article', () => {
  const handbook = fs.readFileSync('docs/editors.zh-CN.md', 'utf8');
  const missing = Object.keys(articleFields).filter((key) => !new RegExp(`\`${key}[\`:]`).test(handbook));
  expect(missing).toEqual([]);
});

it('saving changes nothing in a manuscript', () => {
  const settings: { readonly '[markdown]': Readonly<Record<string, unknown>> } = JSON.parse(
    files['.vscode/settings.json'] ?? '',
  );
  expect(settings['[markdown]']).toMatchObject({
    'editor.formatOnSave': false,
    'files.trimTrailingWhitespace': false,
  });
});

it('VS Code finds the place in a line of check', () => {
  const tasks: {
    readonly tasks: readonly {
      readonly problemMatcher: readonly { readonly pattern: { readonly regexp: string } }[];
    }[];
  } = JSON.parse(files['.vscode/tasks.json'] ?? '');
  const lines = [
    'content/news/2020/01/a.md:4:7 错误 date-impossible 没有 2020-02-30 这一天 → 请改成真实的日期',
    'content/news/2020/01/a.md:12:1 警告 body-html HTML 会原样显示 → 请删去',
  ];
  const found = tasks.tasks.flatMap(({ problemMatcher }) =>
    problemMatcher.flatMap(({ pattern }) =>
      lines.flatMap((line) => new RegExp(pattern.regexp).exec(line)?.slice(1, 5).join(' ') ?? []),
    ),
  );
  expect(found).toEqual([
    'content/news/2020/01/a.md 4 7 date-impossible',
    'content/news/2020/01/a.md 12 1 body-html',
  ]);
});
