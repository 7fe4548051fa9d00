import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../src/content/parse-yaml.ts';
import type { Sheet } from '../../src/content/sheet.ts';
import { parseSimpleYaml } from '../../src/content/simple-yaml.ts';
import { convertYaml, parseWithYaml } from '../../src/content/yaml-document.ts';
import type { YamlNode } from '../../src/content/yaml-nodes.ts';
import type { Problem } from '../../src/problems/problem.ts';

const sheetOf = (text: string): Sheet => ({ file: 'a.md', text, problems: [] as Problem[] });
const parse = (text: string) => {
  const sheet = sheetOf(text);
  const node = parseYaml(sheet, 0, text.length);
  return { node, codes: sheet.problems.map(({ code, line, column }) => `${line}:${column} ${code}`) };
};

/** What the YAML parser makes of a text, without our fast path. */
function slowly(text: string): { node: YamlNode; clean: boolean } {
  const { errors, contents } = parseWithYaml(text);
  const sheet = sheetOf(text);
  const node = convertYaml(contents, { text, origin: (at) => at }, sheet);
  return { node, clean: errors.length === 0 && sheet.problems.length === 0 };
}

/** Bits of YAML that lead astray: marks, blanks, words with a meaning. */
const bit = fc.constantFrom(
  'a',
  '园区',
  '招商 引资',
  '012',
  '2.50',
  '1:30',
  'yes',
  'null',
  '~',
  'Null',
  '',
  ' ',
  '  ',
  '\t',
  '：',
  ':',
  ': ',
  '#',
  ' #',
  '"',
  "'",
  '\\',
  '[',
  ']',
  '{',
  '}',
  ',',
  ', ',
  '-',
  '- ',
  '?',
  '&x',
  '*x',
  '!',
  '|',
  '>',
  '%',
  '@',
  '`',
  '<<',
  '\u3000',
  '“',
  '𠀀',
  '\n',
  '\n ',
  'b: c',
);
const value = fc.array(bit, { maxLength: 5 }).map((bits) => bits.join(''));
const key = fc.constantFrom('a', 'b', 'title', 'date', 'null', 'y');
const line = fc.tuple(key, fc.constantFrom(': ', ':', ':  ', ' : '), value).map((parts) => parts.join(''));
const block = fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'));

/** Nearly simple: one bit that leads astray between ordinary words, quoted or not. */
const nearlySimple = fc
  .tuple(
    key,
    fc.constantFrom('', '', '"', "'", '['),
    fc.constantFrom('园区', 'a b', ''),
    bit,
    fc.constantFrom('开工', '1', ''),
  )
  .map(
    ([name, open, before, middle, after]) =>
      `${name}: ${open}${before}${middle}${after}${open === '[' ? ']' : open}`,
  );
const simpleBlock = fc.array(nearlySimple, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));

describe('the fast path', () => {
  it('agrees with the YAML parser wherever it reads', () => {
    fc.assert(
      fc.property(fc.oneof(block, simpleBlock), (text) => {
        const quick = parseSimpleYaml(text, 0, text.length);
        if (!quick) return;
        const { node, clean } = slowly(text);
        expect(clean).toBe(true);
        expect(quick).toEqual(node);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads what most articles are made of', () => {
    const text =
      'title: "一: 二"\ndate: 2020-01-23 15:30\nsource: \'新华社\'\nkeywords: [招商, 引资]\nurl: https://a.example/#b\n';
    expect(parseSimpleYaml(text, 0, text.length)).toBeDefined();
    expect(parseSimpleYaml(text, 0, text.length)).toEqual(slowly(text).node);
  });

  it.each([
    'a: b: c',
    'a: b #c',
    'a: "x\\n"',
    'a: b\na: c',
    'a:\tb',
    'a: [b, ]',
    'a: [b: c]',
    'a: |',
    'a: b\n  c',
    '- a',
    'a:b',
  ])('leaves %j to the parser', (text) => expect(parseSimpleYaml(text, 0, text.length)).toBeUndefined());
});

describe('YAML', () => {
  it('never throws and never loses a place', () => {
    fc.assert(
      fc.property(fc.oneof(block, value, fc.string({ unit: 'binary', maxLength: 60 })), (text) => {
        const sheet = sheetOf(text);
        parseYaml(sheet, 0, text.length);
        const lines = text.split('\n');
        for (const { line: at, column } of sheet.problems) {
          expect(at).toBeLessThanOrEqual(lines.length);
          expect(column).toBeLessThanOrEqual([...(lines[at - 1] ?? '')].length + 1);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('every key that stands on a sound line is read, whatever the others are', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 3 }), (values) => {
        const broken = values.map((each, i) => `k${i}: ${each.replace(/\n\s*/g, '')}`);
        const { node } = parse([...broken, 'title: 园区'].join('\n'));
        const entries = node.kind === 'map' ? node.entries : [];
        expect(entries.find((entry) => entry.key === 'title')?.value).toMatchObject({ text: '园区' });
      }),
      { numRuns: 500 },
    );
  });

  it('offsets survive what is mended before them', () => {
    const text = 'title：园区: 一\nsource:投促\n';
    const { node, codes } = parse(text);
    expect(codes).toEqual(['1:6 yaml-colon-wide', '2:8 yaml-colon-space']);
    expect(node).toMatchObject({
      entries: [
        { key: 'title', value: { text: '园区: 一', at: text.indexOf('园区') } },
        { key: 'source', at: text.indexOf('source'), value: { text: '投促', at: text.indexOf('投促') } },
      ],
    });
  });

  it.each([
    ['cover:\n  src: "a\\x.png"\n  alt: 图\n', ['2:10 yaml-escape']],
    ['list:\n- id: a\n   name: b\n', ['2:1 yaml-line']],
    ['cover:\n\tsrc: a\n\tinner:\n\t\talt: b\n', ['2:1 yaml-tab', '3:1 yaml-tab', '4:1 yaml-tab']],
    ['title: 一\n  date: 2020-01-23\n', ['2:3 yaml-indent']],
    ['keywords:\n- a\n- b\ntitle：x\n', ['4:6 yaml-colon-wide']],
    ['[a]: b\n', ['1:1 yaml-line']],
    ['a: b\n- c\n', ['2:1 yaml-line']],
  ])('%j', (text, codes) => expect(parse(text).codes).toEqual(codes));

  it('columns are code points', () => {
    expect(parse('a: "𠀀𠀀" 一').codes).toEqual(['1:4 yaml-quote-after']);
    expect(parse('𠀀𠀀：一\nb: c').codes).toEqual(['1:3 yaml-colon-wide']);
  });

  it('a bomb or a deep nest is refused at once', () => {
    const nest = `a: ${'['.repeat(20_000)}`;
    expect(parse(nest).codes).toEqual(['1:54 yaml-deep']);
    const steps = Array.from({ length: 200 }, (_, i) => `${' '.repeat(i)}a:`).join('\n');
    expect(parse(steps).codes).toEqual(['101:1 yaml-deep']);
    expect(parse(`- `.repeat(20_000)).codes).toEqual(['1:1 yaml-deep']);
  });

  it('a registry of more than a megabyte is not read', () => {
    expect(parse(`- {id: a, name: b}\n`.repeat(60_000)).codes).toEqual(['1:1 yaml-large']);
  });

  it('nothing reaches a prototype', () => {
    const { node } = parse('__proto__: {polluted: yes}\nconstructor: x\n');
    expect(node.kind === 'map' && node.entries.map((entry) => entry.key)).toEqual([
      '__proto__',
      'constructor',
    ]);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});
