import { buildArchive, type HeldBackState } from '../archive/archive.ts';
import { readContent } from '../content/read-content.ts';
import { showMoment } from '../site/clock.ts';
import { oneOf, parseOptions } from './arguments.ts';
import { contentFolder, nowFrom, shownPrefix } from './locations.ts';

const names: Readonly<Record<HeldBackState, string>> = {
  draft: '草稿',
  scheduled: '待发',
  expired: '过期',
  withdrawn: '撤稿',
};

/** `list`: the articles that are not published, and why. */
export async function runList(words: readonly string[]): Promise<number> {
  const { values } = parseOptions(words, { content: 'string', now: 'string', format: 'string' });
  const format = oneOf('format', values.format, ['text', 'json'], 'text');
  const root = contentFolder(values.content);
  const now = nowFrom(values.now);
  const content = await readContent({ root, baseUrl: undefined });
  const archive = buildArchive(content, { now: now(content.site.timeZone), drafts: false, allowEmpty: true });
  const prefix = shownPrefix(root);
  const rows = archive.heldBack.map(({ article, state }) => ({
    state,
    file: prefix + article.file,
    title: article.title,
    date: showMoment(article.date),
    expires: article.expires && showMoment(article.expires),
    withdrawn: article.withdrawn && showMoment(article.withdrawn.date),
    reason: article.withdrawn?.reason,
  }));
  if (format === 'json') {
    console.log(JSON.stringify({ articles: archive.counts, heldBack: rows }, undefined, 1));
    return 0;
  }
  for (const row of rows) console.log(`${names[row.state]}  ${row.date}  ${row.title}  ${row.file}`);
  const { drafts, scheduled, expired, withdrawn, read, built } = archive.counts;
  console.log(
    `共 ${read} 篇，发布 ${built}，草稿 ${drafts}，待发 ${scheduled}，过期 ${expired}，撤稿 ${withdrawn}`,
  );
  return 0;
}
