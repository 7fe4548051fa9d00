import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frontMatterSpan } from '../../src/content/front-matter.ts';
import { parseDocument } from '../../src/content/read-document.ts';
import type { Problem } from '../../src/problems/problem.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const cut = (text: string | Buffer) => {
  const problems: Problem[] = [];
  const document = parseDocument(Buffer.from(text), 'a.md', problems, 'title');
  return { document, told: problems.map(({ code, line, column }) => `${line}:${column} ${code}`) };
};

describe('front matter', () => {
  it('is cut from the text at the fences', () => {
    const { document } = cut('---\ntitle: 一\n---\n\n正文\n---\n后文\n');
    expect(document).toMatchObject({ body: '\n正文\n---\n后文\n', bodyLine: 4 });
    expect(document?.head.text.slice(document.from, document.to)).toBe('title: 一');
  });

  it.each([
    ['---\n---\n', '', ''],
    ['---\n---', '', ''],
    ['---\na: 1\n---', 'a: 1', ''],
    ['---\na: 1\n---  \nb', 'a: 1', 'b'],
    ['---\n\na: 1\n\n---\nb', '\na: 1\n', 'b'],
    ['---\n# 注释\n---\nb', '# 注释', 'b'],
    ['---\r\na: 1\r\n---\r\nb\r\nc', 'a: 1', 'b\nc'],
    ['\ufeff---\na: 1\n---\nb', 'a: 1', 'b'],
    ['---\na: |\n  b\n  --- c\n---\nd', 'a: |\n  b\n  --- c', 'd'],
  ])('%j', (text, yaml, body) => {
    const { document, told } = cut(text);
    expect(told).toEqual([]);
    expect(document?.head.text.slice(document.from, document.to)).toBe(yaml);
    expect(document?.body).toBe(body);
  });

  it('any text comes back whole from between the fences', () => {
    const lines = fc.array(
      fc.stringMatching(/^[ -~\u4e00-\u4eff]{0,20}$/).filter((line) => !line.startsWith('---')),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(lines, fc.string({ maxLength: 40 }), (yaml, body) => {
        const inside = yaml.join('\n');
        const { document } = cut(`---\n${inside}\n---\n${body}`);
        if (!document) return;
        expect(document.head.text.slice(document.from, document.to)).toBe(inside);
        expect(document.body).toBe(body.replace(/\r\n?/g, '\n'));
      }),
      { numRuns: 500 },
    );
  });

  it('runs no code, whatever language its fence names', () => {
    const sentinel = path.join(temporaryFolder(), 'sentinel');
    const code = `require('fs').writeFileSync(${JSON.stringify(sentinel)}, 'x')`;
    for (const language of [
      'js',
      'javascript',
      'JS',
      'jsLegacy',
      'coffee',
      'cson',
      'json',
      'toml',
      'constructor',
      '__proto__',
      ' js',
      '\tjs',
    ]) {
      for (const before of ['', '\ufeff', '\n', ' ']) cut(`${before}---${language}\n${code}\n---\n正文`);
      expect(() => frontMatterSpan(`---${language}\n${code}\n---`)).toThrow();
    }
    expect(fs.existsSync(sentinel)).toBe(false);
  });

  it.each([
    ['----\na: 1\n---\n', '1:1 front-matter-fence'],
    ['--\na: 1\n--\n', '1:1 front-matter-fence'],
    ['－－－\na: 1\n－－－\n', '1:1 front-matter-fence'],
    ['\ufeff ---\na: 1\n---\n', '1:1 front-matter-fence'],
    ['\ufeff---js\na\n---\n', '1:4 front-matter-language'],
    ['--- js\na\n---\n', '1:5 front-matter-language'],
    ['---\na: 1\nb:\n  - c\n\n正文 一', '4:1 front-matter-unclosed'],
    ['---\n正文', '1:1 front-matter-unclosed'],
    ['---', '1:1 front-matter-unclosed'],
    ['---\na: 1\n----\n', '3:1 front-matter-close'],
  ])('%j', (text, told) => expect(cut(text).told).toEqual([told]));

  it('of five megabytes is refused before it is parsed', () => {
    expect(cut(`---\na: ${'x'.repeat(5_000_000)}\n---\n`).told).toEqual(['1:1 front-matter-large']);
  });
});
