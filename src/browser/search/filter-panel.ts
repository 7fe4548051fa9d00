import { type Asked, type FilterName, filterNames } from './asked.ts';
import { button, element } from './element.ts';

/** How many hits have each value of a filter. */
export interface FilterCounts {
  /** By filter and id; undefined until they are known. */
  readonly known: Readonly<Partial<Record<FilterName, ReadonlyMap<string, number>>>>;
  /** False while volumes are closed: then there may be more of each. */
  readonly isWhole: boolean;
  /** Years that can be chosen, though nobody knows their number. */
  readonly closedYears: readonly string[];
}

export const noCounts: FilterCounts = { known: {}, isWhole: true, closedYears: [] };

const titles: Readonly<Record<FilterName, string>> = {
  channel: '栏目',
  region: '地区',
  zone: '开发区',
  medium: '类型',
  year: '年份',
};

/** So many values are shown at first; the rest when the reader asks. */
const mostValues = 8;

/** Names of the registries, from the lists that stand in the page. */
export class FilterNames {
  readonly #names = new Map<FilterName, Map<string, string>>();
  readonly #parents = new Map<string, string>();

  constructor(root: ParentNode) {
    for (const name of filterNames) {
      const options = root.querySelectorAll<HTMLOptionElement>(`[data-names="${name}"] option`);
      this.#names.set(name, new Map([...options].map((option) => [option.value, option.label])));
      if (name === 'region')
        for (const { value, dataset } of options)
          if (dataset.parent) this.#parents.set(value, dataset.parent);
    }
  }

  nameOf(filter: FilterName, id: string): string {
    return filter === 'year' ? `${id}年` : (this.#names.get(filter)?.get(id) ?? id);
  }

  all(filter: FilterName): ReadonlyMap<string, string> {
    return this.#names.get(filter) ?? new Map();
  }

  isBelow(region: string): boolean {
    return this.#parents.has(region);
  }

  /**
   * Ids in the order in which they are shown: as in their registry; zones by count, years from the newest.
   * @param also ids that are shown whatever their count
   */
  order(filter: FilterName, counts: ReadonlyMap<string, number>, also: readonly string[]): string[] {
    const occurring = [...counts].filter(([, count]) => count > 0).map(([id]) => id);
    const some = [...new Set([...occurring, ...also])];
    if (filter === 'year') return some.sort().reverse();
    const places = new Map([...this.all(filter).keys()].map((id, place) => [id, place]));
    const place = (id: string): number => places.get(id) ?? places.size;
    const count = (id: string): number => (filter === 'zone' ? (counts.get(id) ?? 0) : 0);
    return some.sort((a, b) => count(b) - count(a) || place(a) - place(b));
  }
}

/** The filters beside the results: values that occur, with how often. */
export class FilterPanel {
  readonly #place: Element;
  readonly #names: FilterNames;
  readonly #change: (asked: Asked) => void;
  readonly #unfolded = new Set<FilterName>();
  readonly #from: HTMLInputElement;
  readonly #to: HTMLInputElement;
  #asked: Asked | undefined;

  constructor(place: Element, names: FilterNames, change: (asked: Asked) => void) {
    this.#place = place;
    this.#names = names;
    this.#change = change;
    this.#from = this.#dayField('from', '从');
    this.#to = this.#dayField('to', '到');
  }

  show(asked: Asked, counts: FilterCounts): void {
    this.#asked = asked;
    const focused = document.activeElement?.id ?? '';
    const groups = filterNames.flatMap((name) => this.#group(name, asked, counts));
    if (this.#from.value !== asked.from) this.#from.value = asked.from;
    if (this.#to.value !== asked.to) this.#to.value = asked.to;
    const days = element(
      'fieldset',
      { class: 'search-days' },
      element('legend', {}, '日期'),
      ...[this.#from, this.#to].map((field) => element('label', {}, field.dataset.label, field)),
    );
    this.#place.replaceChildren(...groups, days);
    if (focused !== '') document.getElementById(focused)?.focus();
  }

  #group(name: FilterName, asked: Asked, counts: FilterCounts): Element[] {
    const known = counts.known[name];
    const chosen = asked.filters[name];
    const also = name === 'year' ? [...chosen, ...counts.closedYears] : chosen;
    const ids = this.#names.order(name, known ?? new Map(), also);
    if (ids.length === 0) return [];
    const shown = this.#unfolded.has(name)
      ? ids
      : ids.filter((id, place) => place < mostValues || chosen.includes(id));
    const rows = shown.map((id) => {
      const box = element('input', { type: 'checkbox', name, value: id, id: `filter-${name}-${id}` });
      box.checked = chosen.includes(id);
      box.addEventListener('change', () => {
        const ids = box.checked ? [...chosen, id] : chosen.filter((each) => each !== id);
        this.#change({ ...asked, filters: { ...asked.filters, [name]: ids } });
      });
      const number = known?.get(id) ?? 0;
      const isOpen = number > 0 || (counts.isWhole && !counts.closedYears.includes(id));
      const count =
        known && isOpen
          ? element('span', { class: 'count' }, `${number}${counts.isWhole ? '' : '+'}`)
          : undefined;
      const text = this.#names.nameOf(name, id);
      const below = name === 'region' && this.#names.isBelow(id);
      return element('label', { class: below ? 'below' : undefined }, box, element('span', {}, text), count);
    });
    const rest = ids.length - shown.length;
    const more =
      rest > 0
        ? button({ class: 'search-unfold', id: `unfold-${name}` }, `其余 ${rest} 项`, () => {
            this.#unfolded.add(name);
            this.show(asked, counts);
            document.getElementById(`filter-${name}-${ids[shown.length] ?? ''}`)?.focus();
          })
        : undefined;
    return [element('fieldset', {}, element('legend', {}, titles[name]), ...rows, more)];
  }

  #dayField(name: 'from' | 'to', label: string): HTMLInputElement {
    const field = element('input', {
      type: 'date',
      name,
      id: `filter-${name}`,
      'data-label': label,
      min: '1900-01-01',
    });
    field.addEventListener('change', () => {
      // A year that is still being typed: 0002, 0020.
      if (!this.#asked || (field.value !== '' && field.value < '1900')) return;
      this.#change({ ...this.#asked, [name]: field.value });
    });
    return field;
  }
}

/** What is chosen, each to be taken away again. */
export function buildChosen(
  asked: Asked,
  names: FilterNames,
  change: (asked: Asked) => void,
): HTMLButtonElement[] {
  const chip = (text: string, without: Asked): HTMLButtonElement =>
    button({ class: 'search-chip', 'aria-label': `去掉筛选：${text}` }, text, () => change(without));
  const chips = filterNames.flatMap((name) =>
    asked.filters[name].map((id) => {
      const ids = asked.filters[name].filter((each) => each !== id);
      return chip(names.nameOf(name, id), { ...asked, filters: { ...asked.filters, [name]: ids } });
    }),
  );
  if (asked.from !== '') chips.push(chip(`${asked.from} 起`, { ...asked, from: '' }));
  if (asked.to !== '') chips.push(chip(`${asked.to} 止`, { ...asked, to: '' }));
  return chips;
}
