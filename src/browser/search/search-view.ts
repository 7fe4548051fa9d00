import type { Asked } from './asked.ts';
import { button, element, part } from './element.ts';
import { buildChosen, type FilterCounts, type FilterNames, FilterPanel, noCounts } from './filter-panel.ts';
import { buildResult } from './result-list.ts';
import type { SearchRun } from './search-run.ts';
import type { Suggestion } from './suggest.ts';

/** What the reader does on the page. */
export interface SearchActions {
  /** Another choice of filters or order. */
  change(asked: Asked): void;
  more(): void;
  retry(): void;
  openFilters(): void;
}

/** How far a question is answered. */
export interface Answer {
  readonly text: string;
  /** What could not be read. */
  readonly fault: string | undefined;
  readonly hasMore: boolean;
  readonly isEmpty: boolean;
}

const orders = [
  ['date', '最新'],
  ['relevance', '最相关'],
] as const;
const main = part('#main', HTMLElement);
const desk = matchMedia('(min-width: 64em)');

/** The parts of the search page, and what they show. Knows nothing of how an answer is found. */
export class SearchView {
  readonly form = part('#main form', HTMLFormElement);
  readonly input = part('#main input[type="search"]', HTMLInputElement);
  /** Address of the site's home page. */
  readonly home = new URL('..', this.form.action);
  readonly #status = part('#main [role="status"]', HTMLElement);
  readonly #answer = part('[data-search-answer]', HTMLElement);
  readonly #list = part('[data-search-results]', HTMLOListElement);
  readonly #browse = part('[data-search-browse]', HTMLElement);
  readonly #notes = part('[data-search-notes]', HTMLElement);
  readonly #filters = part('[data-search-filters]', HTMLDetailsElement);
  readonly #chosen = element('div', { class: 'search-chosen', role: 'group', 'aria-label': '已选的筛选' });
  readonly #sort = element('div', { class: 'search-sort', role: 'group', 'aria-label': '排序' });
  readonly #retry: HTMLButtonElement;
  readonly #more: HTMLButtonElement;
  readonly #panel: FilterPanel;
  readonly #names: FilterNames;
  readonly #actions: SearchActions;
  readonly #title = document.title;
  #counts = noCounts;
  #run: SearchRun | undefined;
  /** The next hits follow a press of 更多: the focus goes to the first of them. */
  #leadsOn = false;

  constructor(names: FilterNames, actions: SearchActions) {
    this.#names = names;
    this.#actions = actions;
    this.#retry = button({ 'data-search-retry': true }, '重试', actions.retry);
    this.#more = button({ 'data-search-more': true }, '更多', () => {
      if (this.#list.getAttribute('aria-busy') === 'false') actions.more();
    });
    const place = element('div', { class: 'search-filter-groups' });
    this.#filters.append(place);
    this.#panel = new FilterPanel(place, names, actions.change);
    this.#list.before(this.#chosen);
    this.#status.after(this.#sort);
    this.#foldFilters();
    desk.addEventListener('change', () => this.#foldFilters());
    this.#filters.addEventListener('toggle', () => {
      if (this.#filters.open) actions.openFilters();
    });
  }

  /** Results that are on the page. */
  get shown(): number {
    return this.#list.childElementCount;
  }

  get showsFilters(): boolean {
    return this.#filters.open;
  }

  /** The question in all its places: field, title, order, filters. */
  showAsked(asked: Asked): void {
    if (document.activeElement !== this.input || asked.text !== this.input.value.trim())
      this.input.value = asked.text;
    document.title = asked.text === '' ? this.#title : `${asked.text} - ${this.#title}`;
    this.#keepFocus(() => {
      this.#chosen.replaceChildren(...buildChosen(asked, this.#names, this.#actions.change));
      this.#sort.replaceChildren(
        ...orders.map(([sort, name]) =>
          button({ id: `sort-${sort}`, 'aria-pressed': String(asked.sort === sort) }, name, () =>
            this.#actions.change({ ...asked, sort }),
          ),
        ),
      );
    });
    this.showFilters(asked, this.#counts);
  }

  showFilters(asked: Asked, counts: FilterCounts): void {
    this.#counts = counts;
    this.#panel.show(asked, counts);
  }

  /** A question has been asked; what stands there stays until the answer comes. */
  begin(text: string): void {
    this.#run = undefined;
    this.#answer.hidden = false;
    this.#sort.hidden = false;
    this.#browse.hidden = true;
    this.#busy();
    this.say(text);
    this.#clearNotes();
    this.#more.remove();
  }

  /** More of the same is on its way; the reader goes on with the first of it. */
  goOn(): void {
    this.#busy();
    this.#leadsOn = true;
  }

  #busy(): void {
    this.#leadsOn = false;
    this.#list.setAttribute('aria-busy', 'true');
    this.#more.setAttribute('aria-disabled', 'true');
  }

  say(text: string): void {
    if (this.#status.textContent !== text) this.#status.textContent = text;
  }

  /** Shows the hits of a question up to `target`, those that are there already left as they are. */
  showHits(run: SearchRun, target: number): void {
    if (this.#run !== run) {
      if (run.hits.length === 0) return;
      this.#run = run;
      this.#list.replaceChildren();
    }
    const { asked, question, hits } = run;
    const context = {
      home: this.home.pathname,
      text: asked.text,
      question,
      mediumName: (id: string) => (id === 'text' ? undefined : this.#names.nameOf('medium', id).slice(0, 2)),
    };
    const fresh = hits.slice(this.shown, target).map((hit) => buildResult(hit, context));
    this.#list.append(...fresh);
    if (!this.#leadsOn || !fresh[0]) return;
    this.#leadsOn = false;
    fresh[0].querySelector('a')?.focus();
  }

  /** The answer as far as it goes. Where nothing is found the lists of the site come back. */
  end({ text, fault, hasMore, isEmpty }: Answer): void {
    if (isEmpty) this.#list.replaceChildren();
    this.#answer.hidden = isEmpty && this.#chosen.childElementCount === 0;
    this.#sort.hidden = isEmpty;
    this.#browse.hidden = !isEmpty;
    this.#clearNotes();
    if (fault !== undefined) this.#warn(fault);
    this.#leadsOn = false;
    this.#more.setAttribute('aria-disabled', 'false');
    if (hasMore) this.#list.after(this.#more);
    else this.#keepFocus(() => this.#more.remove());
    this.#list.setAttribute('aria-busy', 'false');
    this.say(text);
  }

  /** Perhaps the reader meant one of these. */
  offer(places: readonly Suggestion[]): void {
    if (places.length === 0) return;
    const links = places.flatMap(({ name, address }, place) => [
      place === 0 ? '您要找的是 ' : '、',
      element('a', { href: this.home.pathname + address.slice(1) }, name),
    ]);
    this.#notes.append(element('p', {}, ...links, '？'));
  }

  /** No question, or none that can be answered now: the lists of the site. */
  showBrowse(text: string, isFault = false): void {
    this.#run = undefined;
    this.#list.replaceChildren();
    this.#list.setAttribute('aria-busy', 'false');
    this.#more.remove();
    this.#answer.hidden = true;
    this.#sort.hidden = true;
    this.#browse.hidden = false;
    this.#clearNotes();
    this.say(text);
    if (isFault) this.#warn(`${text}可以重试，或按下面的列表查阅。`);
  }

  #warn(text: string): void {
    this.#notes.append(element('div', { class: 'search-fault' }, element('p', {}, text), this.#retry));
  }

  #clearNotes(): void {
    this.#keepFocus(() => this.#notes.replaceChildren());
  }

  /** A button that goes away while it has the focus leaves it to its successor, else to the status line. */
  #keepFocus(change: () => void): void {
    const { activeElement } = document;
    const isOurs = activeElement instanceof HTMLButtonElement && main.contains(activeElement);
    change();
    if (!isOurs || activeElement.isConnected) return;
    const next = activeElement.id === '' ? null : document.getElementById(activeElement.id);
    (next ?? this.#status).focus();
  }

  #foldFilters(): void {
    this.#filters.open = desk.matches;
  }
}
