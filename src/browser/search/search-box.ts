import { element } from './element.ts';
import { IndexFiles } from './index-files.ts';
import { kindNames, matchSuggestions, readSuggestions, type Suggestion } from './suggest.ts';

/*
 * Suggestions below a search field: the combobox with a list, as the ARIA practices describe it. Loaded when the
 * field gets the focus for the first time; without it the field is a plain one.
 */

/**
 * Gives a search field its list; once for a field.
 * @param before its text when it got the focus: what was typed while this came is answered at once
 */
export function attachSearchBox(input: HTMLInputElement, before: string): void {
  const { form } = input;
  if (!form) return;
  const home = new URL('..', form.action);
  const files = new IndexFiles(new URL('pagefind/', home).href);
  const list = element('div', {
    role: 'listbox',
    id: `${input.id}-list`,
    class: 'search-list',
    'aria-label': '建议',
  });
  list.hidden = true;
  input.after(list);
  set(input, {
    role: 'combobox',
    'aria-expanded': 'false',
    'aria-autocomplete': 'list',
    'aria-controls': list.id,
  });

  let all: Promise<Suggestion[]> | undefined;
  let options: HTMLElement[] = [];
  let active = -1;
  let isComposing = false;

  const activate = (place: number): void => {
    options[active]?.setAttribute('aria-selected', 'false');
    active = place;
    const option = options[place];
    if (!option) {
      input.removeAttribute('aria-activedescendant');
      return;
    }
    set(option, { 'aria-selected': 'true' });
    set(input, { 'aria-activedescendant': option.id });
    option.scrollIntoView({ block: 'nearest' });
  };
  const close = (): void => {
    activate(-1);
    options = [];
    list.hidden = true;
    set(input, { 'aria-expanded': 'false' });
  };
  const open = (): void => {
    list.hidden = false;
    set(input, { 'aria-expanded': 'true' });
  };

  const optionOf = (name: string, choose: () => void): HTMLElement => {
    const option = element(
      'div',
      { role: 'option', id: `${list.id}-${options.length}`, 'aria-selected': 'false' },
      name,
    );
    option.addEventListener('click', choose);
    options.push(option);
    return option;
  };
  const fill = (text: string, found: readonly Suggestion[]): void => {
    close();
    const groups = Object.entries(kindNames).flatMap(([kind, name]) => {
      const some = found.filter((each) => each.kind === kind);
      if (some.length === 0) return [];
      const go = ({ address }: Suggestion) => location.assign(home.href + address.slice(1));
      const label = element('div', { class: 'search-list-kind', 'aria-hidden': 'true' }, name);
      const own = some.map((each) => optionOf(each.name, () => go(each)));
      return [element('div', { role: 'group', 'aria-label': name }, label, ...own)];
    });
    const whole = optionOf(`搜索“${text}”全文`, () => {
      close();
      form.querySelector<HTMLButtonElement>('[type="submit"]')?.click();
    });
    whole.classList.add('search-list-whole');
    list.replaceChildren(...groups, whole);
    open();
  };
  const suggest = async (): Promise<void> => {
    const text = input.value.trim();
    if (text === '') return close();
    all ??= readSuggestions(files);
    let found: Suggestion[] = [];
    try {
      found = matchSuggestions(await all, text);
    } catch {
      // Without suggestions the field still asks; the next letter tries again.
      all = undefined;
    }
    if (input.value.trim() === text && document.activeElement === input && !isComposing) fill(text, found);
  };

  input.addEventListener('compositionstart', () => {
    isComposing = true;
    close();
  });
  input.addEventListener('compositionend', () => {
    isComposing = false;
    void suggest();
  });
  input.addEventListener('input', () => {
    if (!isComposing) void suggest();
  });
  input.addEventListener('blur', close);
  form.addEventListener('submit', close);
  // The field keeps the focus, and with it the list, while an option is pressed.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || isComposing) return;
    if (options.length === 0) {
      if (event.key === 'ArrowDown') void suggest();
      return;
    }
    const last = options.length - 1;
    const next: Readonly<Record<string, number>> = {
      ArrowDown: active === last ? -1 : active + 1,
      ArrowUp: active < 0 ? last : active - 1,
      // Without a marked option these move in the text.
      ...(active < 0 ? {} : { Home: 0, End: last }),
    };
    const place = next[event.key];
    if (place !== undefined) activate(place);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && active >= 0) options[active]?.click();
    else return;
    event.preventDefault();
  });
  if (input.value !== before) void suggest();
}

function set(node: Element, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
}
