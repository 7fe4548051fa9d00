import { buildDesk, type DeskGroupName, type DeskRow, quietDays } from '../archive/desk.ts';
import type { Content } from '../content/content.ts';
import { type Moment, showMoment } from '../site/clock.ts';
import { hrefOf, type Site } from '../site/site.ts';
import { renderOwnPage } from './own-page.tsx';

/** Titles of the groups, in the order of the page. */
const groups: readonly (readonly [name: DeskGroupName, title: string])[] = [
  ['draft', '草稿'],
  ['scheduled', '待发'],
  ['expired', '已过期'],
  ['withdrawn', '已撤稿'],
  ['unknownZone', '开发区不在名录里'],
  ['withoutZone', '没有写开发区'],
  ['withoutSourceUrl', '来源没有网址'],
];
/** Rows that are shown of a group; `list --format json` has them all. */
const most = 100;

interface DeskProps {
  readonly content: Content;
  readonly now: Moment;
  readonly since: number | undefined;
}

/** 编务台: what the desk has to see to. */
export function renderDesk({ content, now, since }: DeskProps): string {
  const { groups: found, quietChannels } = buildDesk(content, now);
  const { site } = content;
  const jumps = [...groups.map(([name, title]) => ({ name, title, count: found[name].length }))];
  return renderOwnPage(
    '编务台',
    <>
      <p class="preview-dim">
        {`${site.name}，${showMoment(now)}。`}
        {since !== undefined && `只读了 ${since} 年以来的稿件。`}
        <a href={hrefOf(site, '/')}>回到网站</a>
      </p>
      <ul class="preview-jumps" aria-label="本页各组">
        {jumps.map(({ name, title, count }) => (
          <li key={name}>{count > 0 ? <a href={`#${name}`}>{`${title} ${count}`}</a> : `${title} 0`}</li>
        ))}
        <li>
          {quietChannels.length > 0 ? (
            <a href="#quiet">{`久未更新的栏目 ${quietChannels.length}`}</a>
          ) : (
            '久未更新的栏目 0'
          )}
        </li>
      </ul>
      {quietChannels.length > 0 && (
        <section>
          <h2 id="quiet">{`${quietDays} 天没有更新的栏目`}</h2>
          <ul>
            {quietChannels.map(({ channel, newest, days }) => (
              <li key={channel.id}>
                <a href={hrefOf(site, `/${channel.id}/`)}>{channel.name}</a>
                {newest ? `：最近一篇在 ${newest.day}，${days} 天前` : '：还没有稿件'}
              </li>
            ))}
          </ul>
        </section>
      )}
      {groups.map(
        ([name, title]) =>
          found[name].length > 0 && (
            <section key={name}>
              <h2 id={name}>{`${title}（${found[name].length} 篇）`}</h2>
              <Rows rows={found[name].slice(0, most)} site={site} />
              {found[name].length > most && (
                <p class="preview-dim">{`这里列出最近的 ${most} 篇；全部：npm run list -- --format json`}</p>
              )}
            </section>
          ),
      )}
    </>,
  );
}

const Rows = ({ rows, site }: { rows: readonly DeskRow[]; site: Site }) => (
  <table>
    <thead>
      <tr>
        <th scope="col">时间</th>
        <th scope="col">标题</th>
        <th scope="col">文件</th>
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={row.file}>
          <td class="preview-date">{row.article && showMoment(row.article.date)}</td>
          <td>
            {row.address === undefined ? row.title : <a href={hrefOf(site, row.address)}>{row.title}</a>}
            <Remark row={row} />
          </td>
          <td>
            <code>{row.file}</code>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** What more there is to say of an article: why it went, when it will go, which zone was meant. */
const Remark = ({ row: { article, writtenZone } }: { row: DeskRow }) => {
  const remarks = [
    writtenZone === undefined ? '' : `写的是“${writtenZone}”`,
    article?.withdrawn ? `${article.withdrawn.date.day} 撤稿：${article.withdrawn.reason}` : '',
    article?.expires ? `${showMoment(article.expires)} 到期` : '',
  ].filter((text) => text !== '');
  return remarks.length === 0 ? null : <span class="preview-dim">{`（${remarks.join('；')}）`}</span>;
};
