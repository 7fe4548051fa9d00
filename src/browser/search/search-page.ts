import { parseQuestion } from '../../search/question.ts';
import { ArchiveIndex, SearchClosed } from './archive-index.ts';
import { type Asked, filterNames, isNarrowed, parseAsked, showAsked } from './asked.ts';
import { type FilterCounts, FilterNames } from './filter-panel.ts';
import { type RunProgress, SearchRun } from './search-run.ts';
import { answerText, closedTexts, failedText, progressText, subjectOf } from './search-texts.ts';
import { SearchView } from './search-view.ts';
import { matchPlaces, readSuggestions } from './suggest.ts';

const pageSize = 20;
/** Milliseconds of quiet before what is being typed is asked. */
const typingPause = 250;

/**
 * The search page: the address is the question, the page its answer. One question at a time; a new one stops the
 * one before it.
 */
export class SearchPage {
  readonly #view = new SearchView(new FilterNames(document), {
    change: (asked) => this.#go(asked, 'choice'),
    retry: () => void this.#answer(this.#asked, Math.max(pageSize, this.#view.shown)),
    more: () => void this.#goOn(),
    openFilters: () => void this.#count(),
  });
  readonly #index = new ArchiveIndex(new URL('pagefind/', this.#view.home).href);
  #asked = parseAsked(location.search);
  #run: SearchRun | undefined;
  #stop = new AbortController();
  /** The address holds a question that is still being typed: the next letters replace it. */
  #isTyping = false;
  #timer = 0;

  start(): void {
    this.#watchField();
    window.addEventListener('popstate', () => {
      this.#isTyping = false;
      void this.#answer(parseAsked(location.search));
    });
    void this.#answer(this.#asked);
  }

  /** Asks, and keeps the question in the address: an entry for the back button, but not one for every letter. */
  #go(asked: Asked, how: 'typing' | 'submit' | 'choice'): void {
    clearTimeout(this.#timer);
    const query = showAsked(asked);
    if (query !== location.search) {
      const address = location.pathname + query;
      if (this.#isTyping && how !== 'choice') history.replaceState(null, '', address);
      else history.pushState(null, '', address);
    }
    this.#isTyping = how === 'typing';
    void this.#answer(asked);
  }

  async #answer(asked: Asked, target = pageSize): Promise<void> {
    this.#stop.abort();
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    this.#asked = asked;
    this.#run = undefined;
    this.#view.showAsked(asked);
    if (!isQuestion(asked)) {
      this.#view.showBrowse(asked.text === '' ? '' : '请写出要找的字或词');
      return;
    }
    this.#view.begin(`正在检索${subjectOf(asked)}`);
    try {
      const run = await SearchRun.begin(asked, this.#index);
      signal.throwIfAborted();
      this.#run = run;
      await this.#collect(run, target, signal);
    } catch (error) {
      if (!signal.aborted) this.#close(error);
    }
  }

  /** 更多 */
  async #goOn(): Promise<void> {
    const { signal } = this.#stop;
    const run = this.#run;
    if (!run) return;
    const target = this.#view.shown + pageSize;
    this.#view.goOn();
    try {
      await this.#collect(run, target, signal);
    } catch (error) {
      if (!signal.aborted) this.#close(error);
    }
  }

  /** Goes on to so many hits and shows them as they come; what can wait is done when the browser is idle. */
  async #collect(run: SearchRun, target: number, signal: AbortSignal): Promise<void> {
    await run.collect(target, signal, (progress: RunProgress) => {
      this.#view.showHits(run, target);
      if (run.hits.length < target && run.hasMore) this.#view.say(progressText(progress));
    });
    signal.throwIfAborted();
    this.#view.showHits(run, target);
    this.#finish(run, target);
    if (run.hits.length === 0 && !run.hasMore && run.failed.size === 0) await this.#offerPlaces(run);
    await whenIdle();
    signal.throwIfAborted();
    if (run.isNearlyCounted) {
      await run.collect(Number.POSITIVE_INFINITY, signal, () => undefined);
      this.#finish(run, target);
    }
    await this.#count();
  }

  #finish(run: SearchRun, target: number): void {
    const failed = [...run.failed];
    const isEmpty = run.hits.length === 0;
    this.#view.end({
      text: answerText(subjectOf(run.asked), run.count, failed, isEmpty && run.hasMore),
      fault: failed.length > 0 ? `${failedText(failed)}，下面没有其中的结果。` : undefined,
      hasMore: run.hasMore || run.hits.length > target,
      isEmpty: isEmpty && !run.hasMore,
    });
  }

  /** Counts beside the filters, for what has been opened; while the filters are folded away nobody asks for them. */
  async #count(): Promise<void> {
    const run = this.#run;
    if (!run || !this.#view.showsFilters) return;
    const known: FilterCounts['known'] = Object.fromEntries(
      await Promise.all(filterNames.map(async (name) => [name, await run.counts(name)] as const)),
    );
    if (this.#run !== run) return;
    const { closedYears, count } = run;
    this.#view.showFilters(run.asked, { known, closedYears, isWhole: count.kind !== 'least' });
  }

  /** Nothing found for Latin letters: perhaps they are the initials of a zone or region. */
  async #offerPlaces(run: SearchRun): Promise<void> {
    try {
      const places = matchPlaces(await readSuggestions(this.#index.files), run.asked.text);
      if (this.#run === run) this.#view.offer(places);
    } catch {
      // It was only an offer.
    }
  }

  #close(error: unknown): void {
    const reason = error instanceof SearchClosed ? error.reason : 'wasm';
    this.#view.showBrowse(`${closedTexts[reason]}。`, true);
  }

  /** Asks while the reader types, but not while an input method is composing: its letters are no words yet. */
  #watchField(): void {
    const { input, form } = this.#view;
    let isComposing = false;
    const askSoon = (): void => {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => {
        const text = input.value.trim();
        if (text !== this.#asked.text) this.#go({ ...this.#asked, text }, 'typing');
      }, typingPause);
    };
    input.addEventListener('compositionstart', () => {
      isComposing = true;
      clearTimeout(this.#timer);
    });
    input.addEventListener('compositionend', () => {
      isComposing = false;
      askSoon();
    });
    input.addEventListener('input', () => {
      if (!isComposing) askSoon();
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (!isComposing) this.#go({ ...this.#asked, text: input.value.trim() }, 'submit');
    });
  }
}

function isQuestion(asked: Asked): boolean {
  const { wanted, unwanted } = parseQuestion(asked.text);
  return isNarrowed(asked) || wanted.length + unwanted.length > 0;
}

const whenIdle = (): Promise<void> =>
  new Promise((resolve) => {
    // Safari has no idle callback.
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 500 });
    else setTimeout(resolve, 50);
  });
