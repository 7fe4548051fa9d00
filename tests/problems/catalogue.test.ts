import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/problems/catalogue.ts';
import type { Entry } from '../../src/problems/entry.ts';

const entries: [string, Entry][] = Object.entries(catalogue);
const valuesOf = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();

describe('the catalogue', () => {
  it.each(entries)('%s says the same in both languages', (code, { zh, en }) => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    const names = (text: { what: string; fix: string }): string[] => [
      ...new Set(valuesOf(text.what + text.fix)),
    ];
    // The Chinese name of a key helps Chinese readers alone.
    expect(names(zh).filter((name) => name !== 'about')).toEqual(names(en));
    for (const text of [zh.what, zh.fix, en.what, en.fix]) {
      expect(text).not.toBe('');
      expect(text.split('[[').length).toBe(text.split(']]').length);
      expect(text).not.toMatch(/\n|。$|\.$/);
    }
  });
});
