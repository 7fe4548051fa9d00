import { type Problem, problem } from '../problems/problem.ts';
import { addressOfFile, SLUG, slugFrom, slugOf } from './addresses.ts';
import { top } from './content-files.ts';
import { isListPage, isReserved } from './reserved-names.ts';

/** Where the files of each folder belong. */
const PLACES: Readonly<Record<string, string>> = {
  news: 'news/2020/01/<slug>.md',
  zones: 'zones/<id>.md',
  topics: 'topics/<id>.md',
  pages: 'pages/<id>.md',
};

/**
 * Places and names of Markdown files: each has an address, and no two the same. `files` are all of one folder;
 * those that have no address of their own are given back.
 */
export function checkFileNames(files: readonly string[], problems: Problem[]): ReadonlySet<string> {
  const homeless = new Set<string>();
  let all: Set<string> | undefined;
  for (const file of files) {
    const slug = slugOf(file);
    if (slug === undefined) {
      const folder = file.slice(0, file.indexOf('/'));
      problems.push(problem('file-place', top(file), { right: PLACES[folder] ?? '' }));
      homeless.add(file);
    } else if (!SLUG.test(slug)) {
      problems.push(problem('slug-form', top(file), { value: slug, right: slugFrom(slug) }));
    } else if (file.startsWith('pages/') ? isReserved(slug) : isListPage(slug)) {
      problems.push(problem('slug-reserved', top(file), { value: slug }));
    } else if (file.endsWith('/index.md')) {
      all ??= new Set(files);
      const other = `${file.slice(0, -9)}.md`;
      const address = addressOfFile(file) ?? '';
      if (all.has(other)) {
        problems.push(problem('address-twice', top(file), { address, other }));
        homeless.add(file);
      }
    }
  }
  return homeless;
}
