import { expect, test } from 'vitest';
import { type Article, makeArticle } from './corpus.mjs';

const articles = Array.from({ length: 2000 }, (_, index) => makeArticle(index + 1, 1));

test('an article is the same each time, and another one with another seed', () => {
  expect(makeArticle(777, 1)).toEqual(articles[776]);
  expect(makeArticle(777, 2).paragraphs).not.toEqual(articles[776]?.paragraphs);
});

test('articles have about 1,500 characters', () => {
  const lengths = articles.map(({ paragraphs }) => paragraphs.join('').length);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  expect(Math.abs(mean - 1500)).toBeLessThan(50);
  expect(Math.min(...lengths)).toBeGreaterThan(1200);
  expect(Math.max(...lengths)).toBeLessThan(1800);
});

test('5 channels, 20 regions, 60 zones and the years from 2005 to 2024 all have articles', () => {
  const different = (value: (article: Article) => string) => [...new Set(articles.map(value))].sort();
  expect(different(({ channel }) => channel)).toHaveLength(5);
  expect(different(({ region }) => region)).toHaveLength(20);
  expect(different(({ zone }) => zone)).toHaveLength(60);
  const years = different(({ date }) => date.slice(0, 4));
  expect([years.length, years.at(0), years.at(-1)]).toEqual([20, '2005', '2024']);
});
