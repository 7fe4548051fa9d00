import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { buildArchive } from '../../src/archive/archive.ts';
import { findTwins } from '../../src/archive/find-twins.ts';
import { readContent } from '../../src/content/read-content.ts';
import { printProblems } from '../../src/problems/print-problems.ts';
import { sortProblems } from '../../src/problems/problem.ts';
import { parseNow } from '../../src/site/clock.ts';

/*
 * tests/bad-content: `base` is a small site without mistakes; `articles/<case>.md` is laid into it as
 * news/2020/01/<case>.md, `folders/<case>/` over it. The text beside each case is all that is printed for it.
 */
const cases = path.join(import.meta.dirname, '../bad-content');
const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'bad-content-'));
afterAll(() => fs.rmSync(temporary, { recursive: true }));

async function printed(root: string): Promise<string> {
  const content = await readContent({ root, baseUrl: undefined, proof: true });
  const now = parseNow('2024-12-31T12:00:00+08:00', content.site.timeZone);
  if (!now) throw new Error('no moment');
  const archive = buildArchive(content, { now, drafts: false, allowEmpty: false });
  const problems = sortProblems([...content.problems, ...archive.problems, ...findTwins(content)]);
  const text = printProblems(problems, { format: 'text', lang: 'zh-CN', prefix: 'content/' });
  return text === '' ? '' : `${text}\n`;
}

function layBase(): string {
  const root = fs.mkdtempSync(path.join(temporary, 'case-'));
  fs.cpSync(path.join(cases, 'base'), root, { recursive: true });
  return root;
}

describe('bad content', () => {
  const base = layBase();

  it('the base has no mistakes', async () => {
    expect(await printed(base)).toBe('');
  });

  const articles = fs.readdirSync(path.join(cases, 'articles')).filter((file) => file.endsWith('.md'));
  it.each(articles)('%s', async (file) => {
    const from = path.join(cases, 'articles', file);
    const to = path.join(base, 'news/2020/01', file);
    fs.copyFileSync(from, to);
    const text = await printed(base);
    fs.rmSync(to);
    expect(text).toBe(fs.readFileSync(from.replace(/\.md$/, '.txt'), 'utf8'));
  });

  it.each(fs.readdirSync(path.join(cases, 'folders')))('%s', async (name) => {
    const from = path.join(cases, 'folders', name);
    const expected = fs.readFileSync(path.join(from, 'expected.txt'), 'utf8');
    const root = layBase();
    fs.cpSync(from, root, { recursive: true });
    fs.rmSync(path.join(root, 'expected.txt'));
    expect(await printed(root)).toBe(expected);
  });
});
