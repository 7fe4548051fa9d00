import { expect, test } from 'vitest';
import { makeArticle } from './corpus.mjs';
import { contentFolder, hugoContent } from './corpus-files.mjs';
import { channels, regions, zones } from './corpus-words.mjs';

const articles = Array.from({ length: 3000 }, (_, index) => makeArticle(index + 1, 1));

test('an article is the same each time, and another one with another seed', () => {
  expect(makeArticle(777, 1)).toEqual(articles[776]);
  expect(makeArticle(777, 2).paragraphs).not.toEqual(articles[776]?.paragraphs);
});

test('articles have about 1,500 characters', () => {
  const lengths = articles.map(({ paragraphs }) => paragraphs.join('').length);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  expect(mean).toBeGreaterThan(1450);
  expect(mean).toBeLessThan(1550);
  expect(Math.min(...lengths)).toBeGreaterThan(1200);
  expect(Math.max(...lengths)).toBeLessThan(1800);
});

test('every channel, region, zone and year has articles', () => {
  expect(new Set(articles.map(({ channel }) => channel))).toEqual(new Set(channels));
  expect(new Set(articles.map(({ region }) => region))).toEqual(new Set(regions));
  expect(new Set(articles.map(({ zone }) => zone))).toEqual(new Set(zones));
  const years = [...new Set(articles.map(({ date }) => Number(date.slice(0, 4))))].sort((a, b) => a - b);
  expect(years).toEqual(Array.from({ length: 20 }, (_, at) => 2005 + at));
});

test('both formats have the same text', () => {
  for (const article of articles.slice(0, 20)) {
    const body = (/** @type {string} */ text) => text.slice(text.indexOf('\n---\n'));
    expect(body(hugoContent.text(article))).toBe(body(contentFolder.text(article)));
  }
});
