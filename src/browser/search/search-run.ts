import { parseQuestion, type Question } from '../../search/question.ts';
import type { VolumeEntry, VolumeList } from '../../search/search-files.ts';
import { type ArchiveIndex, SearchClosed } from './archive-index.ts';
import type { Asked, FilterName } from './asked.ts';
import type { Fragment } from './fragments.ts';
import { type Candidate, holdsAnswer, type Volume } from './volume.ts';
import { filterFor, isInSpan } from './volume-filter.ts';

/** How many there are: all counted; some not yet looked at; or some volumes not yet opened. */
export interface HitCount {
  readonly kind: 'exact' | 'about' | 'least';
  readonly number: number;
}

export interface RunProgress {
  /** Volumes opened, and how many there may be to open. */
  readonly opened: number;
  readonly of: number;
}

/** Texts looked at before the first hits are shown, and later ones at once. */
const firstLook = 6;
const laterLook = 14;
const idleLook = 40;
/** Texts looked at for one press: where hardly any holds the phrase, the reader decides whether to go on. */
const mostLooks = 200;
/** Fewer candidates than these: the word map may spare opening volumes in vain. */
const fewCandidates = 5;
const volumesAtOnce = 2;
/** Relevance looks over so many volumes, and sets titles first among so many of their best. */
const relevantVolumes = 16;
const relevantWindow = 40;

/** One question on its way through the volumes, from the newest to the oldest. */
export class SearchRun {
  readonly asked: Asked;
  readonly question: Question;
  /** Articles whose text holds the answer, in the order asked for. */
  readonly hits: Fragment[] = [];
  /** Volumes that could not be read. */
  readonly failed = new Set<VolumeEntry>();
  readonly #index: ArchiveIndex;
  readonly #list: VolumeList;
  #waiting: VolumeEntry[];
  #candidates: Candidate[] = [];
  readonly #opened: Volume[] = [];
  #turn: Promise<void> = Promise.resolve();
  #askedMap = false;
  /** A hit that the index alone vouched for lacked the phrase: from then on every text is looked at. */
  #doubted = false;

  private constructor(asked: Asked, index: ArchiveIndex, list: VolumeList) {
    this.asked = asked;
    this.question = parseQuestion(asked.text);
    this.#index = index;
    this.#list = list;
    this.#waiting = list.volumes.filter((volume) => isInSpan(volume, asked));
  }

  /** @throws {SearchClosed} where there is no list of volumes */
  static async begin(asked: Asked, index: ArchiveIndex): Promise<SearchRun> {
    return new SearchRun(asked, index, await index.list());
  }

  /** Whether there may be hits beyond those in `hits`. */
  get hasMore(): boolean {
    return this.#candidates.length > 0 || this.#waiting.length > 0;
  }

  /** So few texts are left to look at that the count can be made exact in idle time. */
  get isNearlyCounted(): boolean {
    return this.count.kind === 'about' && this.#candidates.length <= idleLook;
  }

  get count(): HitCount {
    const certain = this.#candidates.filter((candidate) => this.#isCertain(candidate)).length;
    if (this.#waiting.length > 0 || this.failed.size > 0)
      return { kind: 'least', number: this.hits.length + certain };
    const kind = certain === this.#candidates.length ? 'exact' : 'about';
    return { kind, number: this.hits.length + this.#candidates.length };
  }

  /**
   * Goes on until there are `target` hits, or no more, or too many texts were looked at in vain.
   * @param report after every step
   * One collects at a time: 更多 may be pressed while the rest is being counted.
   * @throws {SearchClosed}, and the reason of the signal
   */
  collect(target: number, signal: AbortSignal, report: (progress: RunProgress) => void): Promise<void> {
    const turn = this.#turn.then(() => this.#collect(target, signal, report));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #collect(
    target: number,
    signal: AbortSignal,
    report: (progress: RunProgress) => void,
  ): Promise<void> {
    const isBest = this.asked.sort === 'relevance';
    let looks = 0;
    while (this.hits.length < target && this.hasMore && looks < mostLooks) {
      if (this.#candidates.length === 0) {
        for (let opened = 0; this.#waiting.length > 0 && opened < (isBest ? relevantVolumes : 1); ) {
          opened += await this.#openSome(signal);
          report(this.#progress());
        }
        if (isBest) this.#candidates.sort((a, b) => b.rank - a.rank);
      } else {
        const look = this.hits.length === 0 ? firstLook : laterLook;
        const wanted = Math.min(target - this.hits.length, look);
        looks += await this.#check(isBest ? relevantWindow : wanted, signal);
        report(this.#progress());
      }
    }
  }

  /**
   * How many hits have each value of a filter, as if none of its values were chosen: counted where all are known,
   * else what the index says of the opened volumes. Those that fail are left out: `failed` names them already.
   */
  async counts(name: FilterName): Promise<ReadonlyMap<string, number>> {
    const sums = new Map<string, number>();
    const add = (id: string, count: number) => sums.set(id, (sums.get(id) ?? 0) + count);
    if (!this.hasMore && this.asked.filters[name].length === 0) {
      for (const { filters } of this.hits) for (const id of filters[name] ?? []) add(id, 1);
      return sums;
    }
    const counts = await Promise.allSettled(
      this.#opened.map((volume) =>
        volume.count(this.question, name, filterFor(volume.entry, this.asked, name)),
      ),
    );
    for (const each of counts) {
      if (each.status === 'fulfilled') for (const [id, count] of Object.entries(each.value)) add(id, count);
    }
    return sums;
  }

  /** Years of volumes that are closed: nobody knows how many hits they hold. */
  get closedYears(): string[] {
    const opened = new Set(this.#opened.map(({ entry }) => entry));
    return this.#list.volumes.filter((entry) => !opened.has(entry)).flatMap(yearsOf);
  }

  #isCertain(candidate: Candidate): boolean {
    return candidate.certain && !this.#doubted;
  }

  #progress(): RunProgress {
    const opened = this.#opened.length + this.failed.size;
    return { opened, of: opened + this.#waiting.length };
  }

  /** Opens the next volumes and puts what they find behind what waits; how many were opened. */
  async #openSome(signal: AbortSignal): Promise<number> {
    // The newest alone: often it is enough.
    const some = this.#waiting.slice(0, this.#opened.length === 0 ? 1 : volumesAtOnce);
    const found = await Promise.all(some.map((entry) => this.#find(entry)));
    signal.throwIfAborted();
    this.#waiting = this.#waiting.slice(some.length);
    this.#candidates.push(...found.flat());
    if (found.some((each) => each.length < fewCandidates)) await this.#narrow(signal);
    return some.length;
  }

  async #find(entry: VolumeEntry): Promise<Candidate[]> {
    try {
      const volume = await this.#index.open(entry);
      const found = await volume.find(this.question, filterFor(entry, this.asked), this.asked.sort);
      this.#opened.push(volume);
      return found;
    } catch (error) {
      if (error instanceof SearchClosed) throw error;
      if (error instanceof WebAssembly.RuntimeError) this.#index.restart();
      this.failed.add(entry);
      return [];
    }
  }

  /** Leaves out the volumes that lack a word of the question. */
  async #narrow(signal: AbortSignal): Promise<void> {
    const { words: map, volumes } = this.#list;
    const words = [...new Set(this.question.wanted.flatMap((phrase) => phrase.words))];
    if (this.#askedMap || !map || words.length === 0 || this.#waiting.length === 0) return;
    this.#askedMap = true;
    const holders = await this.#index.holders(words, map, volumes.length);
    signal.throwIfAborted();
    if (!holders) return;
    const places = new Map(volumes.map((volume, place) => [volume, volumes.length - 1 - place]));
    this.#waiting = this.#waiting.filter((volume) => holders.has(places.get(volume) ?? -1));
  }

  /** Looks at the texts of the next candidates, and how many; those that hold the answer become hits. */
  async #check(number: number, signal: AbortSignal): Promise<number> {
    const some = this.#candidates.slice(0, number);
    const read = await Promise.all(some.map((candidate) => this.#read(candidate)));
    signal.throwIfAborted();
    this.#candidates = this.#candidates.slice(some.length);
    const passed: Fragment[] = [];
    for (const [place, fragment] of read.entries()) {
      if (!fragment) continue;
      if (holdsAnswer(fragment, this.question)) passed.push(fragment);
      else if (some[place]?.certain) this.#doubted = true;
    }
    if (this.asked.sort === 'relevance') {
      const inTitle = (fragment: Fragment): boolean => holdsAnswer({ ...fragment, text: '' }, this.question);
      passed.sort((a, b) => Number(inTitle(b)) - Number(inTitle(a)));
    }
    this.hits.push(...passed);
    return some.length;
  }

  async #read({ volume, place }: Candidate): Promise<Fragment | undefined> {
    try {
      return await volume.read(place);
    } catch {
      this.failed.add(volume.entry);
      return undefined;
    }
  }
}

function yearsOf({ from, to }: VolumeEntry): string[] {
  const first = Number(from.slice(0, 4));
  const last = Number(to.slice(0, 4));
  return Array.from({ length: last - first + 1 }, (_, place) => String(first + place));
}
