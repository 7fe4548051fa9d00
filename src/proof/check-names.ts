import { createRequire } from 'node:module';
import type { Report } from './finding.ts';

/** Names shorter than this are one character away from too many others. */
const LEAST = 4;
/** From this length on a character in the middle may be any other; below, only one that sounds the same. */
const LONG = 6;
/** A place's name, at the beginning of most names: 苏州工业园区 and 杭州工业园区 are two. */
const PLACE = 2;

/** Names of registries, ready to be looked for where they are misspelt by one character. */
export class NameList {
  readonly #names: ReadonlySet<string>;
  /** Names by either half: with one wrong character the other half is right. */
  readonly #halves = new Map<string, Half[]>();
  readonly #lengths: readonly number[];
  /** Beginnings of names: what begins like another name is about another place. */
  readonly #places: ReadonlySet<string>;

  constructor(names: readonly string[]) {
    this.#names = new Set(names.filter((name) => name.length >= LEAST));
    this.#places = new Set(names.map((name) => name.slice(0, PLACE)));
    for (const name of this.#names) {
      const middle = name.length >> 1;
      this.#add(name.slice(0, middle), { name, from: 0 });
      this.#add(name.slice(middle), { name, from: middle });
    }
    this.#lengths = [...new Set([...this.#halves.keys()].map((part) => part.length))];
  }

  check(title: string, report: Report): void {
    const found = new Set<number>();
    for (const length of this.#lengths) {
      for (let at = 0; at + length <= title.length; at++) {
        for (const { name, from } of this.#halves.get(title.slice(at, at + length)) ?? []) {
          if (title.startsWith(name, at - from)) continue;
          const start = this.#misspelt(title, at, name, from);
          if (start === undefined || found.has(start[0])) continue;
          found.add(start[0]);
          report('name-misspelt', start[0], { value: title.slice(...start), right: name });
        }
      }
    }
  }

  #add(part: string, half: Half): void {
    const same = this.#halves.get(part);
    if (same) same.push(half);
    else this.#halves.set(part, [half]);
  }

  /** From where to where the name is misspelt, of which the half from `from` on stands at `at`. */
  #misspelt(title: string, at: number, name: string, from: number): [number, number] | undefined {
    for (const more of [0, -1, 1]) {
      const start = from === 0 ? at : at - from - more;
      const end = start + name.length + more;
      if (start < 0 || end > title.length) continue;
      const isPlace = !name.startsWith(title.slice(start, start + PLACE));
      if (isPlace && this.#places.has(title.slice(start, start + PLACE))) continue;
      if (!isMisspelt(title.slice(start, end), name)) continue;
      if (!this.#isOther(title, start, end)) return [start, end];
    }
    return undefined;
  }

  /** Whether another name of the registries stands there, rightly written. */
  #isOther(title: string, from: number, to: number): boolean {
    for (const name of this.#names) {
      for (let at = title.indexOf(name); at !== -1; at = title.indexOf(name, at + 1)) {
        if (at < to && from < at + name.length) return true;
      }
    }
    return false;
  }
}

/** A half of a name, and where in the name it begins. */
interface Half {
  readonly name: string;
  readonly from: number;
}

/** Whether a word is a name with one character wrong, left out of its middle, or added there. */
function isMisspelt(written: string, name: string): boolean {
  let start = 0;
  while (start < name.length && written[start] === name[start]) start++;
  let end = 0;
  while (
    end < name.length - start &&
    end < written.length - start &&
    written.at(-1 - end) === name.at(-1 - end)
  )
    end++;
  const is = written.slice(start, written.length - end);
  const was = name.slice(start, name.length - end);
  const isInside = start >= PLACE && end >= 1 && name.length >= LONG;
  if (written.length !== name.length) return isInside && is.length + was.length === 1 && isHan(is + was);
  if (is.length !== 1 || !isHan(is) || !isHan(was) || (end === 0 && name.length < LONG)) return false;
  return isInside || soundOf(is) === soundOf(was);
}

const isHan = (text: string): boolean => /^\p{Script=Han}$/u.test(text);

const require = createRequire(import.meta.url);

const sounds = new Map<string, string>();

/** Without its tone. The dictionary takes a fifth of a second to load, and few titles ask for it. */
function soundOf(character: string): string {
  const known = sounds.get(character);
  if (known !== undefined) return known;
  const { pinyin }: typeof import('pinyin-pro') = require('pinyin-pro');
  const sound = pinyin(character, { toneType: 'none' });
  sounds.set(character, sound);
  return sound;
}
