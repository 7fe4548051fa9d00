import type { YearPage } from '../../src/pages/page.ts';

type Month = YearPage['months'][number];

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];

/** A month of the year page: days with news are links to their place in the month's list. */
export const MonthCalendar = ({ month: { name, href, count, weeks } }: { month: Month }) => (
  <table class={href ? 'month' : 'month month-quiet'}>
    <caption>
      {href ? <a href={href}>{name}</a> : name}
      {href && <span class="count">{count}篇</span>}
    </caption>
    <thead>
      <tr>
        {WEEKDAYS.map((day) => (
          <th key={day} scope="col" abbr={`星期${day}`}>
            {day}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {weeks.map((week, place) => (
        <tr key={place}>
          {week.map((day, weekday) => (
            <td key={weekday}>
              {day?.href ? (
                <a href={day.href} aria-label={day.label}>
                  {day.day}
                </a>
              ) : (
                day?.day
              )}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
