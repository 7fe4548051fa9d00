import { channels, regions, sentences, sources, titles, zones } from './corpus-words.mjs';

/**
 * @typedef {object} Article
 * @property {string} id also the name of its file
 * @property {string} title
 * @property {string} date `2020-01-23 15:30`, in the time of Shanghai
 * @property {string} source
 * @property {string} channel
 * @property {string} region
 * @property {string} zone
 * @property {readonly string[]} paragraphs about 1,500 characters in all
 */

/** @typedef {import('./corpus-words.mjs').Scene} Scene */

const first = Date.UTC(2005, 0, 1);
const afterLast = Date.UTC(2025, 0, 1);
const minute = 60_000;

/**
 * Article `index`, the same text for every size of corpus and every builder.
 * @param {number} index
 * @param {number} seed another seed is another archive
 * @returns {Article}
 */
export function makeArticle(index, seed) {
  const random = randomNumbers(Math.imul(seed + 1, 0x85ebca6b) ^ Math.imul(index + 1, 0xc2b2ae35));
  /** @type {Scene['number']} */
  const number = (least, most) => least + Math.floor(random() * (most - least + 1));
  /** @type {Scene['pick']} */
  const pick = (list) => {
    const item = list[number(0, list.length - 1)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  const moment = new Date(first + number(0, (afterLast - first) / minute - 1) * minute);
  const zone = pick(zones);
  const region = regions[Math.floor(zones.indexOf(zone) / 3)] ?? '';
  const scene = {
    ...{ zone, region, pick, number },
    ...{ year: moment.getUTCFullYear(), month: moment.getUTCMonth() + 1, day: moment.getUTCDate() },
  };
  return {
    id: `a${String(index).padStart(6, '0')}`,
    title: pick(titles)(scene),
    date: moment.toISOString().slice(0, 16).replace('T', ' '),
    source: pick(sources),
    channel: pick(channels),
    region,
    zone,
    paragraphs: makeParagraphs(scene),
  };
}

/** @param {Scene} scene */
function makeParagraphs(scene) {
  const length = scene.number(1400, 1600);
  const count = scene.number(6, 9);
  /** @type {string[]} */
  const paragraphs = [];
  let sentence;
  for (let written = 0; paragraphs.length < count; written += paragraphs.at(-1)?.length ?? 0) {
    const wanted = (length - written) / (count - paragraphs.length);
    let paragraph = '';
    // A sentence has about 60 characters: half of one more or less evens out.
    while (paragraph.length < wanted - 30) {
      let next = scene.pick(sentences);
      while (next === sentence) next = scene.pick(sentences);
      sentence = next;
      paragraph += next(scene);
    }
    paragraphs.push(paragraph);
  }
  return paragraphs;
}

/**
 * Numbers from 0 up to 1, the same for the same seed: splitmix32.
 * @param {number} seed
 */
function randomNumbers(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}
