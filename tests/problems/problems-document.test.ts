import fs from 'node:fs';
import { expect, test } from 'vitest';
import { catalogue } from '../../src/problems/catalogue.ts';
import { readExamples, renderProblemsDocument } from './problems-document.ts';

const examples = readExamples('tests/bad-content');

test('docs/problems.md is what the catalogue says: else run npm run docs:problems', () => {
  expect(fs.readFileSync('docs/problems.md', 'utf8')).toBe(renderProblemsDocument(examples));
});

test('every code has its section, and no other', () => {
  const codes = Array.from(renderProblemsDocument(examples).matchAll(/^### (\S+)$/gm), ([, code]) => code);
  expect(codes.toSorted()).toEqual(Object.keys(catalogue).sort());
});
