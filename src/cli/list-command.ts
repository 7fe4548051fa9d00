import { buildArchive, type HeldBackState } from '../archive/archive.ts';
import { buildDesk, type Desk, type DeskRow, quietDays } from '../archive/desk.ts';
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
/** `list`: the articles that are not published, and why; then what else the desk has to see to. */
export async function runList(words: readonly string[]): Promise<number> {
  const { values } = parseOptions(words, {
    content: 'string',
    now: 'string',
    format: 'string',
    all: 'boolean',
  });
  const format = oneOf('format', values.format, ['text', 'json'], 'text');
  const root = contentFolder(values.content);
  const readNow = nowFrom(values.now);
  const content = await readContent({ root, baseUrl: undefined });
  const now = readNow(content.site.timeZone);
  const archive = buildArchive(content, { now, drafts: false, allowEmpty: true });
  const desk = buildDesk(content, now);
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
    const report = { articles: archive.counts, heldBack: rows, desk: deskReport(desk, prefix) };
    console.log(JSON.stringify(report, undefined, 1));
    return 0;
  }
  for (const row of rows) console.log(`${names[row.state]}  ${row.date}  ${row.title}  ${row.file}`);
  printDesk(desk, prefix, values.all);
  const { drafts, scheduled, expired, withdrawn, read, built } = archive.counts;
  console.log(
    `共 ${read} 篇，发布 ${built}，草稿 ${drafts}，待发 ${scheduled}，过期 ${expired}，撤稿 ${withdrawn}`,
  );
  return 0;
}

function deskReport({ groups, quietChannels }: Desk, prefix: string): object {
  const shown = (rows: readonly DeskRow[]) =>
    rows.map(({ file, title, article, writtenZone }) => ({
      file: prefix + file,
      title,
      date: article && showMoment(article.date),
      zone: writtenZone,
    }));
  return {
    quietChannels: quietChannels.map(({ channel, newest, days }) => ({
      channel: channel.id,
      name: channel.name,
      newest: newest && showMoment(newest),
      days,
    })),
    unknownZone: shown(groups.unknownZone),
    withoutZone: shown(groups.withoutZone),
    withoutSourceUrl: shown(groups.withoutSourceUrl),
  };
}

/** Articles without source address or zone may be most of an old archive: they are counted, unless all are wanted. */
function printDesk({ groups, quietChannels }: Desk, prefix: string, isAll: boolean): void {
  for (const { channel, newest, days } of quietChannels) {
    const last = newest ? `最近一篇 ${newest.day}，${days} 天前` : '还没有稿件';
    console.log(`${quietDays} 天没有更新  ${channel.name}  ${last}`);
  }
  const print = (name: string, rows: readonly DeskRow[]): void => {
    for (const { file, title, article, writtenZone } of rows) {
      const date = article ? showMoment(article.date) : '';
      const zone = writtenZone === undefined ? '' : `“${writtenZone}”`;
      console.log(`${name}${zone}  ${date}  ${title}  ${prefix}${file}`);
    }
  };
  print('开发区不在名录里', groups.unknownZone);
  const others = [
    ['没有写开发区', groups.withoutZone],
    ['来源没有网址', groups.withoutSourceUrl],
  ] as const;
  if (isAll) for (const [name, rows] of others) print(name, rows);
  else
    console.log(`${others.map(([name, rows]) => `${name} ${rows.length} 篇`).join('，')}（加 --all 列出）`);
}
