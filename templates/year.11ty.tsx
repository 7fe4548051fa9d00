import { definePage } from './define-page.ts';
import { Layout } from './parts/layout.tsx';
import { ListHead } from './parts/list-head.tsx';
import { MonthCalendar } from './parts/month-calendar.tsx';

export default definePage('year', (page, shell) => (
  <Layout page={page} shell={shell} name="year">
    <ListHead title={`${page.year}年新闻`} count={page.count} description="点有底色的日期，看当天的新闻。" />
    <div class="calendar">
      {page.months.map((month) => (
        <MonthCalendar key={month.name} month={month} />
      ))}
    </div>
    {(page.newer || page.older) && (
      <nav class="pager" aria-label="前后年份">
        {page.newer ? (
          <a class="pager-step" rel="prev" href={page.newer.href}>
            <span aria-hidden="true">‹ </span>
            {page.newer.text}
          </a>
        ) : (
          <span class="pager-step">已是最新</span>
        )}
        {page.older ? (
          <a class="pager-step" rel="next" href={page.older.href}>
            {page.older.text}
            <span aria-hidden="true"> ›</span>
          </a>
        ) : (
          <span class="pager-step">已是最早</span>
        )}
      </nav>
    )}
  </Layout>
));
