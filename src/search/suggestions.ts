import type { Archive } from '../archive/archive.ts';
import type { SuggestionEntry, SuggestionKind, Suggestions } from './search-files.ts';

/** Titles that are suggested, the newest: the box loads them all at once. */
const mostTitles = 1000;

type Named = readonly [name: string, address: string, kind: SuggestionKind];

/** What the search box suggests, before the pinyin: the suggestions change when this does. */
export function listNames(archive: Archive): Named[] {
  const { zones, regions, channels, topics, articles } = archive;
  return [
    ...zones.map(({ id, name }): Named => [name, `/zones/${id}/`, 'zone']),
    ...regions.map(({ id, name }): Named => [name, `/regions/${id}/`, 'region']),
    ...channels.map(({ id, name }): Named => [name, `/${id}/`, 'channel']),
    ...topics.map(({ id, title }): Named => [title, `/topics/${id}/`, 'topic']),
    ...articles.slice(0, mostTitles).map(({ title, address }): Named => [title, address, 'article']),
  ];
}

/** Adds the pinyin, whose dictionary takes a moment to load: a build that keeps its suggestions does without. */
export async function buildSuggestions(names: readonly Named[]): Promise<Suggestions> {
  const { initialsOf } = await import('./initials.ts');
  const entries = names.map(([name, address, kind]): SuggestionEntry => {
    const { initials, pinyin } = initialsOf(name);
    return [name, address, kind, initials, kind === 'article' ? '' : pinyin];
  });
  return { format: 1, entries };
}
