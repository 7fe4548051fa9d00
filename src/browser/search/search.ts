import { SearchPage } from './search-page.ts';

/*
 * All that searching takes, in one file: the search page starts by itself, the box and the marks when reading-aids
 * calls them.
 */

export { markArticle } from './article-marks.ts';
export { attachSearchBox } from './search-box.ts';

if (document.querySelector('[data-search-answer]')) new SearchPage().start();
