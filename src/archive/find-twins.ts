import type { Article } from '../content/article.ts';
import type { Content } from '../content/content.ts';
import type { ArticleSketch } from '../content/proof-desk.ts';
import { plainText } from '../markdown/plain-text.ts';
import { type Problem, problem } from '../problems/problem.ts';
import { likeness, SKETCH_SIZE, shinglesOf } from '../proof/sketch.ts';

/** Sketches are cut into so many numbers: two texts whose like parts agree in one piece are compared. */
const BAND = 5;
/** Articles of one piece that are looked at, from the last: what is written by a pattern fills long rows. */
const MOST_COMPARED = 4;
/** Sketches as like as this are compared word by word. */
const LIKELY = 0.55;

interface Candidate extends ArticleSketch {
  readonly article: Article;
}

/**
 * Articles filed twice, each that came later with the one before it. Sketches are compared where a piece of them is
 * the same, so that time grows with the number of articles.
 */
export function findTwins({ articles, sketches }: Pick<Content, 'articles' | 'sketches'>): Problem[] {
  const candidates = articles
    .flatMap((article): Candidate[] => {
      const known = sketches.get(article.file);
      return known ? [{ ...known, article }] : [];
    })
    .sort(({ article: a }, { article: b }) => a.date.ms - b.date.ms || (a.file < b.file ? -1 : 1));
  const twins = new Map<Candidate, Candidate>();
  for (const [later, earlier] of likelyTwins(candidates)) {
    if (!twins.has(later) && areTwins(later.article, earlier.article)) twins.set(later, earlier);
  }
  const found = [...twins].map(([{ place }, { article }]) =>
    problem('article-twin', place, { twin: article.file, title: article.title }),
  );
  return [...found, ...sameTitles(candidates.filter((each) => each.isTitleChecked && !twins.has(each)))];
}

/** Pairs that are likely the same, the more like ones of an article first. */
function likelyTwins(candidates: readonly Candidate[]): (readonly [Candidate, Candidate])[] {
  const found = new Map<number, Map<number, number>>();
  for (let band = 0; band + BAND <= SKETCH_SIZE; band += BAND) {
    const last = new Map<number, number>();
    const before = new Int32Array(candidates.length).fill(-1);
    for (const [index, { sketch }] of candidates.entries()) {
      if (!sketch) continue;
      const piece = hashOf(sketch, band);
      let other = last.get(piece) ?? -1;
      before[index] = other;
      last.set(piece, index);
      for (let looked = 0; other !== -1 && looked < MOST_COMPARED; looked++) {
        const like = likeness(sketch, candidates[other]?.sketch ?? sketch, LIKELY);
        if (like > 0) addTo(found, index, other, like);
        other = before[other] ?? -1;
      }
    }
  }
  return [...found].flatMap(([index, others]) =>
    [...others]
      .sort(([a, one], [b, two]) => two - one || a - b)
      .flatMap(([other]) => {
        const later = candidates[index];
        const earlier = candidates[other];
        return later && earlier ? [[later, earlier] as const] : [];
      }),
  );
}

/** Of one piece of a sketch. That two others have the same is seen when they are compared. */
function hashOf(sketch: Int32Array, band: number): number {
  let hash = 0;
  for (let at = band; at < band + BAND; at++)
    hash = Math.imul(hash ^ (sketch[at] ?? 0), 0x9e3779b1) ^ (hash >>> 15);
  return hash >>> 2;
}

function addTo(found: Map<number, Map<number, number>>, index: number, other: number, like: number): void {
  const others = found.get(index);
  if (others) others.set(other, like);
  else found.set(index, new Map([[other, like]]));
}

/** One title on one day. */
function sameTitles(candidates: readonly Candidate[]): Problem[] {
  const first = new Map<string, Article>();
  return candidates.flatMap(({ article, place }): Problem[] => {
    const { title, date, file } = article;
    const key = `${date.day} ${title.replace(/\s+/g, '')}`;
    const other = first.get(key);
    if (!other) first.set(key, article);
    return other && other.file !== file
      ? [problem('title-twin', place, { twin: other.file, date: date.day })]
      : [];
  });
}

/** The part of shingles that two articles have to share: less where they came out together. */
const SAME = 0.8;
const SAME_WEEK = 0.65;
const WEEK = 7 * 24 * 60 * 60 * 1000;

function areTwins(a: Article, b: Article): boolean {
  const [one, two] = [plainText(a.html), plainText(b.html)];
  const isNear = Math.abs(a.date.ms - b.date.ms) <= WEEK;
  return (
    overlap(shinglesOf(one), shinglesOf(two)) >= (isNear ? SAME_WEEK : SAME) && haveSameNumbers(one, two)
  );
}

/** Reports of two months differ in little but their numbers. */
function haveSameNumbers(one: string, two: string): boolean {
  const [a, b] = [numbersIn(one), numbersIn(two)];
  return Math.max(a.size, b.size) < LEAST_NUMBERS || overlap(a, b) >= SAME_NUMBERS;
}
const LEAST_NUMBERS = 4;
const SAME_NUMBERS = 0.5;

const numbersIn = (text: string): Set<string> => new Set(text.match(/\d+(?:\.\d+)?/g));

function overlap<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  let shared = 0;
  for (const each of a) if (b.has(each)) shared++;
  return shared / Math.max(1, a.size + b.size - shared);
}
