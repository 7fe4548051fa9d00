import { fold } from '../../search/fold.ts';
import { chunksOfBeginning, isHan } from '../../search/index-words.ts';
import { answers, type Question } from '../../search/question.ts';
import { partMark, type VolumeEntry } from '../../search/search-files.ts';
import { askedWords } from './asked-words.ts';
import { type Fragment, type FragmentPlace, readFragment } from './fragments.ts';
import { IndexFault, type IndexFiles } from './index-files.ts';
import type { PagefindAnswer, PagefindFilter, PagefindWasm } from './pagefind-wasm.ts';

/** An article of a volume that the index takes for a hit. */
export interface Candidate {
  readonly volume: Volume;
  readonly place: FragmentPlace;
  /** More relevant, or newer, as was asked for: the higher comes first. */
  readonly rank: number;
  /** The index alone decides; else its text must be looked at. */
  readonly certain: boolean;
}

/** One Pagefind index, open. Every chunk is loaded once; one that fails may be tried again. */
export class Volume {
  readonly entry: VolumeEntry;
  readonly #files: IndexFiles;
  readonly #wasm: PagefindWasm;
  readonly #loaded = new Map<string, Promise<void>>();
  #index: number;

  private constructor(entry: VolumeEntry, files: IndexFiles, wasm: PagefindWasm, index: number) {
    this.entry = entry;
    this.#files = files;
    this.#wasm = wasm;
    this.#index = index;
  }

  /** @throws {IndexFault} */
  static async open(entry: VolumeEntry, files: IndexFiles, wasm: PagefindWasm): Promise<Volume> {
    const name = `${entry.name}/pagefind.${entry.meta}.pf_meta`;
    const meta = await files.readPacked(name);
    try {
      return new Volume(entry, files, wasm, wasm.openIndex(meta));
    } catch (cause) {
      throw new IndexFault(`${name} is broken`, { cause });
    }
  }

  /**
   * What may answer the question, best first.
   * @throws {IndexFault}
   */
  async find(
    question: Question,
    filter: PagefindFilter | undefined,
    sort: 'date' | 'relevance',
  ): Promise<Candidate[]> {
    const words = askedWords(question.wanted);
    await this.#load(words, filter);
    const holders = await this.#holders(words);
    if (!holders) return [];
    const { results } = this.#search(words, filter, sort);
    // Names in a record's metadata may begin with a single character too.
    const isDoubtful = question.wanted.some(({ exact, text }) => !exact || isSingle(text));
    const unwanted = new Map<string, boolean>();
    for (const phrase of question.unwanted) {
      const asked = askedWords([phrase]);
      await this.#load(asked, undefined);
      for (const name of (await this.#holdersOfAll(asked)) ?? [])
        unwanted.set(name, (phrase.exact && !isSingle(phrase.text)) || unwanted.get(name) === true);
    }
    return results
      .filter(({ p }) => unwanted.get(p) !== true && holders.every((each) => each.has(p)))
      .map(({ p, g, s }) => ({
        volume: this,
        place: { p, g },
        rank: s,
        certain: !isDoubtful && !unwanted.has(p),
      }))
      .sort((a, b) => b.rank - a.rank);
  }

  /**
   * How many candidates have each value of a filter: `{2020: 3}`.
   * @param filter what else they must pass
   * @throws {IndexFault}
   */
  async count(
    question: Question,
    name: string,
    filter: PagefindFilter | undefined,
  ): Promise<Readonly<Record<string, number>>> {
    const words = askedWords(question.wanted);
    await this.#load(words, filter);
    // Pagefind counts the filters that are loaded; to ask for one value loads all of them.
    await this.#loadFilter({ [name]: '' });
    return this.#search(words, filter, 'date').filtered_counts[name] ?? {};
  }

  /**
   * Names of the fragments that hold a word of a question. `verify` asks so for every title, where whole questions
   * would take too long.
   * @throws {IndexFault}
   */
  async holding(word: string): Promise<ReadonlySet<string>> {
    await this.#load([word], undefined);
    return new Set(this.#search([word], undefined, 'date').results.map(({ p }) => p));
  }

  /** @throws {IndexFault} */
  read(place: FragmentPlace): Promise<Fragment> {
    return readFragment(this.#files, this.entry.name, place);
  }

  /**
   * For every word that the index tells exactly the articles that hold it; undefined where one word is nowhere: for
   * want of it Pagefind would go on with its first letters.
   */
  async #holders(words: readonly string[]): Promise<ReadonlySet<string>[] | undefined> {
    const holders: ReadonlySet<string>[] = [];
    for (const word of words) {
      const { results } = this.#search([word], undefined, 'date', !isSingle(word));
      if (!isHan(word)) {
        if (results.length === 0 && !(await this.#beginsLongerWord(word))) return undefined;
      } else if (results.length === 0) return undefined;
      else if (!isSingle(word)) holders.push(new Set(results.map(({ p }) => p)));
    }
    return holders;
  }

  /** Longer Latin words that begin with a word are as good; that there are any, one article tells. */
  async #beginsLongerWord(word: string): Promise<boolean> {
    const [first] = this.#search([word], undefined, 'date').results;
    return first !== undefined && foldedText(await this.read(first)).includes(word);
  }

  /** Articles that may hold a phrase. */
  async #holdersOfAll(words: readonly string[]): Promise<readonly string[] | undefined> {
    const holders = await this.#holders(words);
    return (
      holders &&
      this.#search(words, undefined, 'date')
        .results.map(({ p }) => p)
        .filter((p) => holders.every((each) => each.has(p)))
    );
  }

  #search(
    words: readonly string[],
    filter: PagefindFilter | undefined,
    sort: 'date' | 'relevance',
    exact = words.length === 1 && words.every((word) => isHan(word) && !isSingle(word)),
  ): PagefindAnswer {
    const order = sort === 'date' ? 'n:desc' : '';
    return this.#wasm.search(this.#index, words.join(' '), JSON.stringify(filter ?? {}), order, exact);
  }

  async #load(words: readonly string[], filter: PagefindFilter | undefined): Promise<void> {
    const chunksOf = (word: string): string[] => this.#wasm.chunksFor(this.#index, word);
    const chunks = new Set(
      words.flatMap((word) => (isSingle(word) ? [...chunksOfBeginning(word, chunksOf)] : chunksOf(word))),
    );
    await Promise.all([
      ...Array.from(chunks, (name) =>
        this.#loadOnce(`index/${name}.pf_index`, (bytes) => this.#wasm.loadChunk(this.#index, bytes)),
      ),
      ...(filter ? [this.#loadFilter(filter)] : []),
    ]);
  }

  async #loadFilter(filter: PagefindFilter): Promise<void> {
    const chunks = this.#wasm.filterChunksFor(this.#index, JSON.stringify(filter));
    await Promise.all(
      chunks.map((name) =>
        this.#loadOnce(`filter/${name}.pf_filter`, (bytes) => this.#wasm.loadFilterChunk(this.#index, bytes)),
      ),
    );
  }

  #loadOnce(name: string, put: (bytes: Uint8Array) => number): Promise<void> {
    const known = this.#loaded.get(name);
    if (known) return known;
    const coming = this.#files.readPacked(`${this.entry.name}/${name}`).then((bytes) => {
      this.#index = put(bytes);
    });
    this.#loaded.set(name, coming);
    coming.catch(() => this.#loaded.delete(name));
    return coming;
  }
}

/** A single Han character: the index has it as the beginning of pairs. */
const isSingle = (word: string): boolean => isHan(word) && Array.from(word).length === 1;

/** Does an article hold what the question asks for? The only judge of what is shown. */
export const holdsAnswer = (fragment: Fragment, question: Question): boolean =>
  answers(foldedText(fragment), question);

const foldedText = ({ title, text }: Fragment): string => fold(title + partMark + text);
