import type { Changes } from './manifest.ts';

/** Files that travel together; a step begins when the one before has arrived. */
export interface PublishingSteps {
  readonly sent: readonly (readonly string[])[];
  readonly removed: readonly (readonly string[])[];
}

/**
 * The order in which no page ever names a file that is not there: first what pages are made with (styles, scripts,
 * pictures, the index), then new pages, then pages and lists that are there already and now name the new ones; at
 * last what goes, pages before what they are made with.
 */
export function publishingSteps({ added, changed, removed }: Changes): PublishingSteps {
  const namesNone = (file: string): boolean => !namesOthers(file);
  const newPages = added.filter(isPage);
  const steps = [
    [...added, ...changed].filter(namesNone),
    newPages,
    [...added.filter((file) => namesOthers(file) && !isPage(file)), ...changed.filter(namesOthers)],
  ];
  const goes = [removed.filter(namesOthers), removed.filter(namesNone)];
  const some = (files: readonly string[]): boolean => files.length > 0;
  return { sent: steps.filter(some), removed: goes.filter(some) };
}

/** Compressed copies go with the file that they are copies of. */
const isPage = (file: string): boolean => /\.html(\.gz|\.br)?$/.test(file);

/** Pages, feeds, sitemaps, the lists of redirects and of the index's volumes. */
function namesOthers(file: string): boolean {
  if (/^pagefind\//.test(file)) return /^pagefind\/(volumes\.json|words\/)/.test(file);
  return !/^assets\//.test(file) && /(^_.*|\.(html|xml|json|txt)(\.gz|\.br)?)$/.test(file);
}
