import type { InternalLink } from '../content/article.ts';
import type { Content } from '../content/content.ts';
import { nearest } from '../content/nearest.ts';
import { type Problem, problem } from '../problems/problem.ts';
import type { Archive } from './archive.ts';

/** Every link inside the site leads somewhere: to an address that is published, and to an anchor that it has. */
export function checkLinks(content: Content, archive: Archive, addresses: ReadonlySet<string>): Problem[] {
  const problems: Problem[] = [];
  const hidden = new Set(
    archive.heldBack
      .filter(({ state }) => state === 'draft' || state === 'scheduled')
      .map(({ article }) => article.address),
  );
  const unread = new Set(content.unread.map(({ address }) => address));
  let anchors: Map<string, readonly string[]> | undefined;
  const anchorsOf = (address: string): readonly string[] | undefined => {
    anchors ??= new Map([
      ...content.articles.map((article) => [article.address, article.anchors] as const),
      ...content.zones.map((zone) => [`/zones/${zone.id}/`, zone.anchors] as const),
      ...content.topics.map((topic) => [`/topics/${topic.id}/`, topic.anchors] as const),
      ...content.pages.map((page) => [`/${page.id}/`, page.anchors] as const),
    ]);
    return anchors.get(address);
  };

  const check = (own: string, { address, anchor, text, place }: InternalLink): void => {
    if (unread.has(address)) return;
    if (address !== own && !addresses.has(address)) {
      if (hidden.has(address)) problems.push(problem('link-draft', place, { value: text }));
      else
        problems.push(
          problem('link-missing', place, { value: text, nearest: nearest(address, addresses) ?? '' }),
        );
      return;
    }
    const known = anchor === undefined ? undefined : anchorsOf(address);
    if (anchor !== undefined && known && !known.includes(anchor)) {
      problems.push(
        problem('anchor-missing', place, { value: anchor, nearest: nearest(anchor, known) ?? '' }),
      );
    }
  };
  for (const article of content.articles) for (const link of article.links) check(article.address, link);
  for (const zone of content.zones) for (const link of zone.links) check(`/zones/${zone.id}/`, link);
  for (const topic of content.topics) for (const link of topic.links) check(`/topics/${topic.id}/`, link);
  for (const page of content.pages) for (const link of page.links) check(`/${page.id}/`, link);
  return problems;
}
