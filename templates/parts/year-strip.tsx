import type { YearCell } from '../../src/pages/page.ts';

/** The archive by year, each with its number of articles. */
export const YearStrip = ({ years }: { years: readonly YearCell[] }) => (
  <ul class="year-strip">
    {years.map((year) => (
      <li key={year.href}>
        <a href={year.href}>{year.text}</a>
        <span class="count">{year.count}篇</span>
      </li>
    ))}
  </ul>
);
