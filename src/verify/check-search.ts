import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ArchiveIndex, SearchClosed } from '../browser/search/archive-index.ts';
import { askedWords } from '../browser/search/asked-words.ts';
import type { Fragment } from '../browser/search/fragments.ts';
import { IndexFault } from '../browser/search/index-files.ts';
import { holdsAnswer, type Volume } from '../browser/search/volume.ts';
import { problem } from '../problems/problem.ts';
import { parseQuestion, type Question } from '../search/question.ts';
import type { VolumeList } from '../search/search-files.ts';
import { bucketName } from '../search/word-map-format.ts';
import { type Finding, noClue } from './finding.ts';
import { readRecords } from './index-records.ts';
import { fileOf } from './site-view.ts';

/** Whole questions that are asked at most: one takes some milliseconds. */
const mostQuestions = 500;

export interface CheckedSearch {
  readonly findings: readonly Finding[];
  /** Articles whose titles were looked up by their most telling word, and those that were asked for as readers do. */
  readonly titles: number;
  readonly questions: number;
}

interface Titled {
  readonly address: string;
  readonly title: string;
}

/**
 * Every article stands in the index, and its title finds it: through the program, the questions and the files of the
 * reader's own page.
 */
export async function checkSearch(output: string, articles: readonly Titled[]): Promise<CheckedSearch> {
  const search = new SearchCheck(output, articles);
  await search.run();
  return search;
}

class SearchCheck implements CheckedSearch {
  readonly findings: Finding[] = [];
  titles = 0;
  questions = 0;
  readonly #root: string;
  readonly #index: ArchiveIndex;
  readonly #articles: ReadonlyMap<string, Titled>;
  readonly #found = new Set<string>();
  readonly #broken = new Set<string>();
  readonly #step: number;

  constructor(output: string, articles: readonly Titled[]) {
    this.#root = `${path.join(output, 'pagefind')}${path.sep}`;
    this.#index = new ArchiveIndex(this.#root, async (file) => {
      const [name = ''] = file.split('?');
      const bytes = await fs.promises.readFile(name);
      // As some hosts do: the word map would be unpacked for every word anew.
      return new Uint8Array(name.endsWith('.bin') ? gunzipSync(bytes) : bytes);
    });
    this.#articles = new Map(articles.map((article) => [article.address, article]));
    this.#step = Math.ceil(articles.length / mostQuestions);
  }

  async run(): Promise<void> {
    let list: VolumeList;
    try {
      list = await this.#index.list();
    } catch (error) {
      if (!(error instanceof SearchClosed)) throw error;
      this.#tellBroken('volumes.json', '没有，或不是分卷的清单');
      return;
    }
    this.#checkSuggestions(list);
    await this.#checkMap(list);
    for (const [place, entry] of list.volumes.entries()) {
      try {
        const volume = await this.#index.open(entry);
        await this.#checkVolume(volume, list, list.volumes.length - 1 - place);
        // The program keeps every volume that it has opened.
        this.#index.restart();
      } catch (error) {
        if (error instanceof SearchClosed) {
          this.#tellBroken(list.wasm, '检索程序不能运行');
          return;
        }
        this.#tellFault(error, entry.name);
      }
    }
    for (const address of this.#articles.keys()) if (!this.#found.has(address)) this.#tellLacking(address);
  }

  async #checkVolume(volume: Volume, list: VolumeList, place: number): Promise<void> {
    const { name } = volume.entry;
    const { fragments, broken } = readRecords(this.#root, name);
    for (const file of broken) this.#tellBroken(file.name, file.why);
    const holders = new Map<string, ReadonlySet<string>>();
    for (const [key, fragment] of fragments) {
      const article = this.#articles.get(fragment.address);
      if (!article || this.#found.has(fragment.address)) {
        this.#tellExtra(name, fragment.address);
        continue;
      }
      this.#found.add(fragment.address);
      const question = questionOf(article.title);
      if (!question) continue;
      this.titles++;
      const isWhole = (this.titles - 1) % this.#step === 0;
      if (isWhole) this.questions++;
      const isFound =
        (holdsAnswer({ ...fragment, text: '' }, question) || holdsAnswer(fragment, question)) &&
        (await this.#isInWord(volume, question, key, holders)) &&
        (await this.#isInMap(question, list, place)) &&
        (!isWhole || (await isAnswer(volume, question, key)));
      if (!isFound) this.#tellUnfound(article, fragment);
    }
  }

  /** Whether the index has the article under the word of its title that says most. */
  async #isInWord(
    volume: Volume,
    question: Question,
    key: string,
    holders: Map<string, ReadonlySet<string>>,
  ): Promise<boolean> {
    const [word = ''] = askedWords(question.wanted);
    const known = holders.get(word) ?? (await volume.holding(word));
    holders.set(word, known);
    return known.has(key);
  }

  /** The map that spares readers volumes must not leave out this one. */
  async #isInMap(question: Question, list: VolumeList, place: number): Promise<boolean> {
    if (!list.words) return true;
    const words = question.wanted.flatMap((phrase) => phrase.words);
    const holders = await this.#index.holders(words, list.words, list.volumes.length);
    return holders?.has(place) ?? true;
  }

  /** Readers go on without a part of the map, only slower. */
  async #checkMap({ words }: VolumeList): Promise<void> {
    for (let number = 0; words && number < 1 << words.bits; number++) {
      const name = `words/${bucketName(number, words.bits)}.bin`;
      try {
        await this.#index.files.read(`${name}?${words.version}`);
      } catch (error) {
        if (!(error instanceof IndexFault)) throw error;
        this.#tellBroken(name, '没有，或已损坏');
      }
    }
  }

  #checkSuggestions({ suggestions }: VolumeList): void {
    try {
      JSON.parse(fs.readFileSync(path.join(this.#root, suggestions), 'utf8'));
    } catch {
      this.#tellBroken(suggestions, '没有，或不是 JSON');
    }
  }

  #tellFault(error: unknown, volume: string): void {
    if (!(error instanceof IndexFault || error instanceof WebAssembly.RuntimeError)) throw error;
    // The fault begins with the name of the file.
    const name = /^(\S+\/\S+?):? /.exec(error.message)?.[1] ?? `${volume}/`;
    this.#tellBroken(name, '没有，或已损坏');
    if (error instanceof WebAssembly.RuntimeError) this.#index.restart();
  }

  #tellBroken(name: string, value: string): void {
    if (this.#broken.has(name)) return;
    this.#broken.add(name);
    const file = `pagefind/${name}`;
    const place = { file, line: 1, column: 1 };
    const told = problem('site-file-broken', place, { page: `/${file}`, value });
    this.findings.push({ problem: told, clue: noClue });
  }

  #tellLacking(page: string): void {
    // Where a volume cannot be read, nobody knows what it held.
    if (this.#broken.size > 0) return;
    const place = { file: fileOf(page), line: 1, column: 1 };
    this.findings.push({
      problem: problem('site-search-lacks', place, { page }),
      clue: { words: [], key: 'title' },
    });
  }

  #tellExtra(volume: string, value: string): void {
    const place = { file: `pagefind/${volume}/`, line: 1, column: 1 };
    this.findings.push({ problem: problem('site-search-extra', place, { value }), clue: noClue });
  }

  #tellUnfound({ title }: Titled, { address: page }: Fragment): void {
    const place = { file: fileOf(page), line: 1, column: 1 };
    this.findings.push({
      problem: problem('site-search-unfound', place, { page, value: title }),
      clue: { words: [], key: 'title' },
    });
  }
}

/** The question for a title, as a reader would write it; undefined where it has no word. */
function questionOf(title: string): Question | undefined {
  const asked = parseQuestion(title);
  // A minus in a title would mean that the word must not be there: such a title is asked for in quotes.
  const question =
    asked.unwanted.length > 0 ? parseQuestion(`"${title.replace(/["“”„‟＂「」『』]/g, '')}"`) : asked;
  return question.wanted.length > 0 ? question : undefined;
}

async function isAnswer(volume: Volume, question: Question, key: string): Promise<boolean> {
  const candidates = await volume.find(question, undefined, 'date');
  return candidates.some(({ place }) => place.p === key);
}
