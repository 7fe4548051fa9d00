import type * as search from './search/search.ts';

/*
 * Reading aids: three text sizes, a print button, and `/` for the search field; what searching takes beyond that
 * is loaded when it is needed. Runs in <head> before anything is painted. The page is complete without it.
 */

/** Address of the module beside this script, put in when it is bundled. */
declare const SEARCH: string;
const loadSearch = (): Promise<typeof search> => import(SEARCH);

const SIZES = [
  ['standard', '标准'],
  ['large', '大'],
  ['huge', '特大'],
] as const;
const KEY = 'text-size';
const root = document.documentElement;

/** The remembered size; storage may be closed to us. */
const readSize = (): string => {
  try {
    const size = localStorage.getItem(KEY);
    if (SIZES.some(([name]) => name === size)) return size ?? 'standard';
  } catch {}
  return 'standard';
};

root.dataset.size = readSize();

const buttonOf = (text: string, press: () => unknown): HTMLButtonElement => {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  button.addEventListener('click', press);
  return button;
};

/** Pictures further down are loaded late: on paper they must be there. */
const print = async (): Promise<void> => {
  const pictures = [...document.images];
  for (const picture of pictures) picture.loading = 'eager';
  await Promise.allSettled(pictures.map((picture) => picture.decode()));
  window.print();
};

const fill = (place: Element): void => {
  const sizes = document.createElement('div');
  sizes.setAttribute('role', 'group');
  sizes.setAttribute('aria-label', '字号');
  const buttons = SIZES.map(([size, text]) =>
    buttonOf(text, () => {
      root.dataset.size = size;
      try {
        localStorage.setItem(KEY, size);
      } catch {}
      showPressed();
    }),
  );
  const showPressed = (): void => {
    buttons.forEach((button, place) => {
      button.setAttribute('aria-pressed', String(SIZES[place]?.[0] === root.dataset.size));
    });
  };
  showPressed();
  sizes.append(...buttons);
  const printer = buttonOf('打印', print);
  printer.className = 'print';
  const label = document.createElement('span');
  label.className = 'aids-label';
  label.textContent = '字号';
  place.append(label, sizes, printer);
};

/** Is the reader writing somewhere, or choosing characters in an input method? */
const isWriting = (event: KeyboardEvent): boolean =>
  event.isComposing ||
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  (event.target instanceof HTMLElement &&
    (event.target.isContentEditable || event.target.matches('input, textarea, select')));

document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || isWriting(event)) return;
  const field = document.querySelector<HTMLInputElement>('form[role="search"] input[type="search"]');
  if (!field) return;
  event.preventDefault();
  field.focus();
});

const fieldsWithBox = new WeakSet<Element>();

/** The first focus brings the suggestions; a site without index has none. */
document.addEventListener('focusin', async ({ target }) => {
  if (!(target instanceof HTMLInputElement) || !target.matches('form[data-suggest] [type="search"]')) return;
  if (fieldsWithBox.has(target)) return;
  fieldsWithBox.add(target);
  const { value } = target;
  try {
    const { attachSearchBox } = await loadSearch();
    attachSearchBox(target, value);
  } catch {
    // Without suggestions the field still asks.
    fieldsWithBox.delete(target);
  }
});

/** An article opened from a search result marks what was asked for. */
const markWords = async (): Promise<void> => {
  if (!/[?&]q=/.test(location.search) || !document.querySelector('[data-pagefind-body]')) return;
  try {
    (await loadSearch()).markArticle();
  } catch {}
};

document.addEventListener('DOMContentLoaded', () => {
  for (const place of document.querySelectorAll('[data-aids]')) fill(place);
  void markWords();
});
