import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../src/markdown/plain-text.ts';
import type { Prose } from '../../src/markdown/prose.ts';
import { renderBody } from '../../src/markdown/render-body.ts';
import { summarize } from '../../src/markdown/summarize.ts';
import { recordingResolver } from './recording-resolver.ts';

const render = (markdown: string) => renderBody(markdown, 1, recordingResolver().resolver);

const pieces = [
  ...[
    '\n',
    '\n\n',
    ' ',
    '    ',
    '\t',
    '　',
    '> ',
    '- ',
    '1. ',
    '# ',
    '### ',
    '===\n',
    '|',
    '|-|\n',
    '---\n',
    '\\',
    '\r\n',
  ],
  ...[
    '*',
    '**',
    '_',
    '~~',
    '`',
    '```\n',
    '[',
    ']',
    '(',
    ')',
    '![',
    '](a)',
    '](javascript:x)',
    '](a.png "注")',
    '^[',
  ],
  ...[
    '[^1]',
    '[^1]: ',
    '[r]',
    '[r]: b\n',
    '<',
    '>',
    '<b>',
    '</b>',
    '<!--',
    '<script>',
    '<https://a.cn>',
    '<javascript:x>',
  ],
  ...[
    '&amp;',
    '&lt;',
    '&#106;',
    '"',
    '中',
    '文。',
    '“',
    '”',
    '——',
    '𠮷',
    'a',
    'Latin',
    '1',
    '{{ x }}',
    '\u0000',
    '\ud800',
  ],
];
const markdown = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(''));
const anyText = fc.oneof(
  markdown,
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ maxLength: 200 }),
);

const placed = ({ kind, text, at }: Prose) => [kind, text, at(0).line, at(0).column];

describe('any text', () => {
  test('renders, the same every time, with ids that are all different', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { prose, ...first } = render(text);
        const { prose: again, ...second } = render(text);
        expect(second).toEqual(first);
        expect(again().texts.map(placed)).toEqual(prose().texts.map(placed));
        const ids = Array.from(first.html.matchAll(/<[^>]* id="([^"]*)"/g), ([, id]) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(first.anchors.toSorted()).toEqual(ids.toSorted());
        const targets = Array.from(first.html.matchAll(/ href="#([^"]*)"/g), ([, id]) => id);
        expect(ids).toEqual(expect.arrayContaining(targets));
      }),
      { numRuns: 1000 },
    );
  });

  test('becomes nothing that runs, and tags that close', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { html } = render(text);
        expect(html).not.toMatch(/<(?:script|b>|!--)/i);
        expect(html).not.toMatch(/(?:href|src)="[^"]*javascript:/i);
        const open: string[] = [];
        for (const [, close, name = ''] of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
          if (close) expect(open.pop()).toBe(name);
          else if (!['br', 'hr', 'img'].includes(name)) open.push(name);
        }
        expect(open).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test('has no tags in its plain text', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        expect(plainText(render(text.replace(/[<&]/g, '')).html)).not.toContain('<');
      }),
      { numRuns: 1000 },
    );
  });

  test('asks for places inside the body, each at what is asked about', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const { resolver, asked } = recordingResolver();
        renderBody(text, 1, resolver);
        const lines = text.replaceAll('\0', '\ufffd').split(/\r\n?|\n/);
        for (const { value, at } of asked) {
          const [line = 0, column = 0] = at.split(':').map(Number);
          const found = Array.from(lines[line - 1] ?? '')
            .slice(column - 1)
            .join('');
          if (['a', 'a.png', 'b', 'javascript:x', 'https://a.cn'].includes(value) || value.startsWith('<')) {
            expect(found.startsWith(value), `${value} at ${at}`).toBe(true);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('has prose whose Chinese characters stand where it says', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const lines = text.replaceAll('\0', '\ufffd').split(/\r\n?|\n/);
        for (const { text: words, at } of render(text).prose().texts) {
          for (const { 0: character, index } of words.matchAll(/\p{Script=Han}|[a-z]/gu)) {
            const { line, column } = at(index);
            const found = Array.from(lines[line - 1] ?? '')[column - 1];
            // An entity stands for its character.
            if (found !== '&') expect(found, `${character} of ${words}`).toBe(character);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });
});

test('a line break is a space unless both sides are Chinese', () => {
  const wide = fc.constantFrom(
    '中',
    '𠮷',
    'か',
    'ナ',
    'ー',
    'Ａ',
    '。',
    '，',
    '（',
    '《',
    '“',
    '”',
    '‘',
    '’',
    '—',
    '…',
    '·',
    '〇',
  );
  const narrow = fc.constantFrom('a', 'Z', '9', ')', '%', '.', 'é', '한', '🎉');
  const mark = fc.constantFrom<[string, string]>(
    ['', ''],
    ['**', '**'],
    ['*', '*'],
    ['[', '](x)'],
    ['`', '`'],
  );
  const side = fc.tuple(fc.oneof(wide, narrow), mark);
  const isWide = (text: string) => !/^[aZ9)%.é한🎉]$/u.test(text);
  fc.assert(
    fc.property(side, side, ([before, [open, close]], [after, [open2, close2]]) => {
      const text = plainText(render(`字${open}字${before}${close}\n${open2}${after}字${close2}字`).html);
      expect(text).toBe(`字字${before}${isWide(before) && isWide(after) ? '' : ' '}${after}字字`);
    }),
    { numRuns: 1000 },
  );
});

test('a paragraph without markup is shown as it is', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[一-龥]{1,5}[一-龥a-z0-9，。！？“”（）:;.,!?%$@/ ^{}=-]{0,40}[一-龥]$/),
      (text) => {
        expect(render(text).html).toBe(`<p>${text}</p>\n`);
        expect(render(text).firstText).toBe(text);
      },
    ),
  );
});

test('a summary is a beginning, and no longer than the limit', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('中', '。', '，', '”', '𠮷', 'a', '1', ' ') }),
      fc.integer({ min: 1, max: 30 }),
      (text, limit) => {
        const summary = summarize(text, limit);
        const shown = summary.replace(/……$/, '');
        expect(text.trim().startsWith(shown)).toBe(true);
        expect(Array.from(shown).length).toBeLessThanOrEqual(limit);
        expect(summary === '').toBe(text.trim() === '');
      },
    ),
    { numRuns: 1000 },
  );
});
