import type { ArticlePage } from '../../src/pages/page.ts';
import { ShownTime } from './shown-time.tsx';

/** One line of 发布时间, 来源, 发布开发区. `data-field` holds the value alone, its label beside it. */
export const Byline = ({ article }: { article: ArticlePage }) => {
  const { date, updated, source, zone } = article;
  return (
    <p class="byline">
      <span>
        发布时间：
        <ShownTime date={date} />
      </span>
      <span>
        来源：
        <span data-field="source">{source.url ? <a href={source.url}>{source.name}</a> : source.name}</span>
      </span>
      {zone && (
        <span>
          发布开发区：
          <span data-field="zone">
            <a href={zone.href}>{zone.text}</a>
          </span>
        </span>
      )}
      {updated && (
        <span>
          更新时间：
          <ShownTime date={updated} />
        </span>
      )}
    </p>
  );
};
