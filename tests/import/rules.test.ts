import fs from 'node:fs';
import { expect, test } from 'vitest';
import { findContentFiles } from '../../src/content/content-files.ts';
import { readGround } from '../../src/content/read-ground.ts';
import { parseRules } from '../../src/import/rules.ts';
import type { Problem } from '../../src/problems/problem.ts';

function parse(text: string): { rules: ReturnType<typeof parseRules>; problems: readonly Problem[] } {
  const files = findContentFiles('content', []);
  if (!files) throw new Error('no content');
  const problems: Problem[] = [];
  const sheet = { file: 'rules.yaml', text, problems };
  return { rules: parseRules(sheet, readGround('content', files, undefined, [])), problems };
}

test('the rules in the docs are rules', () => {
  const text = /```yaml\n(.*?)```/s.exec(fs.readFileSync('docs/import.md', 'utf8'))?.[1] ?? '';
  const { rules, problems } = parse(text);
  expect(problems).toEqual([]);
  expect(rules.base?.href).toBe('http://www.old.example/');
  expect(rules.channels.get('?classid=12')).toBe('policy');
  expect([...rules.finders.keys()]).toEqual(['title', 'date', 'source', 'zone']);
  expect(rules.ignore.map((pattern) => pattern.test('/a/print.php?id=1'))).toEqual([false, true]);
});

test('an empty file has none', () => {
  expect(parse('').problems).toEqual([]);
});

test.each<[string, string]>([
  ['- title: h1\n', 'value-map 1:1'],
  ['base: www.old.example\n', 'url-form 1:7'],
  ['title: {a: b}\n', 'value-text 1:8'],
  ['channels: [a]\n', 'value-map 1:11'],
  ['channels:\n  旧: 没有\n', 'channel-unknown 2:6'],
  ['channels:\n  旧:\n', 'value-empty 2:3'],
  ['remove: "::"\n', 'rule-selector 1:9'],
  ['defaults: {date: 2020-01-01}\n', 'key-unknown 1:12'],
  ['title：h1\n', 'yaml-colon-wide 1:6'],
])('%j', (text, expected) => {
  expect(parse(text).problems.map(({ code, line, column }) => `${code} ${line}:${column}`)).toEqual([
    expected,
  ]);
});
